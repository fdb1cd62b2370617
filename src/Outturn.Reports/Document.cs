using Outturn.Core.Indicators;
using Outturn.Core.Papers;
using Outturn.Core.Ratings;

namespace Outturn.Reports;

/// <summary>The neutral shape of a paper: every writer (HTML, Word, Excel, PDF) turns this one shape into its format.</summary>
/// <param name="Info">Title, council, date and colours: the metadata of the file.</param>
/// <param name="Sections">Parts that share a page orientation, in reading order.</param>
public sealed record Document(DocumentInfo Info, IReadOnlyList<Section> Sections)
{
    public IEnumerable<Block> Blocks => Sections.SelectMany(section => section.Blocks);

    public IEnumerable<Table> Tables => Blocks.OfType<Table>();

    public IEnumerable<Chart> Charts => Blocks.OfType<Chart>();
}

/// <summary>What the file says of itself.</summary>
/// <param name="Title">The title, which is also the first heading.</param>
/// <param name="Council">Whose paper it is.</param>
/// <param name="Date">The date the paper bears; the only date a writer may put into a file.</param>
/// <param name="Colour">The council's main colour as #rrggbb, dark enough for white text.</param>
/// <param name="Notice">A line to be read before anything else (a fictional council says so), or null.</param>
public sealed record DocumentInfo(string Title, string Council, DateOnly Date, string Colour, string? Notice = null)
{
    /// <summary>The council's logo, or null for none.</summary>
    public Logo? Logo { get; init; }

    /// <summary>By what an issued paper can be told from another: which edition it is, and the SHA-256 of its data; stands at the foot. Null for a draft.</summary>
    public string? Seal { get; init; }

    /// <summary>Words that stand on every page of a paper that must not go out: "Rehearsal: not for publication". Null for any other.</summary>
    public string? Mark { get; init; }
}

public enum Orientation
{
    Portrait,
    Landscape,
}

/// <summary>Blocks that share a page orientation. Each section begins on a new page, on paper.</summary>
public sealed record Section(Orientation Orientation, IReadOnlyList<Block> Blocks);

/// <summary>One piece of a document.</summary>
public abstract record Block;

/// <summary>A heading; level 1 is the title, and levels never jump.</summary>
/// <param name="Number">"1." where headings are numbered, else null.</param>
public sealed record Heading(int Level, string Text, string? Number = null) : Block;

/// <summary>A run of text in one style.</summary>
public sealed record Run(string Text, bool Bold = false, bool Italic = false, string? Link = null);

/// <summary>A paragraph, numbered ("2.4.") in a cover report.</summary>
public sealed record Paragraph(IReadOnlyList<Run> Runs, string? Number = null) : Block
{
    public Paragraph(string text, string? number = null)
        : this([new Run(text)], number)
    {
    }

    public string Text => string.Concat(Runs.Select(run => run.Text));
}

/// <summary>A remark in smaller type: sources, what a marker means, when data was cut off.</summary>
public sealed record Note(string Text) : Block;

/// <summary>A bulleted list.</summary>
public sealed record BulletList(IReadOnlyList<Paragraph> Items) : Block;

/// <summary>The head of a report: From, To, Subject, Classification, each with one or more lines.</summary>
public sealed record Facts(IReadOnlyList<Fact> Items) : Block;

public sealed record Fact(string Label, IReadOnlyList<string> Lines);

/// <summary>A page break on paper; nothing on a screen.</summary>
public sealed record PageBreak : Block;

public enum Align
{
    Left,
    Right,
    Centre,
}

/// <summary>A column of a table.</summary>
/// <param name="Width">Its share of the width, relative to the other columns.</param>
public sealed record Column(string Header, int Width, Align Align = Align.Left);

/// <summary>A table with a caption, one header row and (where stated) a row header.</summary>
/// <param name="Name">Unique in the document: letters, digits and underscores, beginning with a letter.</param>
/// <param name="Caption">What the table shows; read out before it.</param>
/// <param name="RowHeader">Index of the column whose cells name their row.</param>
/// <param name="Sheet">The worksheet it belongs on: tables of one sheet share their columns and become one Excel table.</param>
/// <param name="Keys">What holds for every row (service, frequency): leading columns in Excel, where the headings around a table are lost.</param>
public sealed record Table(
    string Name,
    string Caption,
    IReadOnlyList<Column> Columns,
    IReadOnlyList<IReadOnlyList<Cell>> Rows,
    int RowHeader,
    string Sheet,
    IReadOnlyList<KeyValuePair<string, string>> Keys) : Block
{
    /// <summary>Whether its rows are high and its cells ruled, to be written into by hand; it has no figures, so no workbook carries it.</summary>
    public bool IsForm { get; init; }
}

/// <summary>A cell of a table; its text is what every format prints.</summary>
public abstract record Cell
{
    /// <summary>What is printed, the same in every format.</summary>
    public abstract string Text { get; }

    public static Cell Empty { get; } = new TextCell("");

    public static implicit operator Cell(string text) => new TextCell(text);
}

public sealed record TextCell(string Value) : Cell
{
    public override string Text => Value;
}

/// <summary>A number with its unit, rounded as it is shown; Excel keeps it a number.</summary>
/// <param name="Shown">The figure, already rounded to <paramref name="Decimals"/>.</param>
/// <param name="Remark">A short remark that follows it: "provisional", "as supplied", "5 of 6 months", or null.</param>
public sealed record FigureCell(decimal Shown, int Decimals, Unit Unit, string? Remark = null) : Cell
{
    /// <summary>The figure without its remark: "94.2%".</summary>
    public string Figure => Unit.Print(Shown, Decimals);

    public override string Text => Remark is null ? Figure : $"{Figure} ({Remark})";
}

/// <summary>A day; Excel keeps it a date.</summary>
public sealed record DayCell(DateOnly Day) : Cell
{
    public override string Text => Day.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A rating, as a word and a shape besides its colour; a not rated one says why.</summary>
public sealed record RatingCell(Rating Rating) : Cell
{
    public override string Text => Rating.ToString();
}

/// <summary>Direction of travel as a word and an arrow.</summary>
public sealed record DirectionCell(Direction Direction) : Cell
{
    public override string Text => Direction.Text();
}

/// <summary>An activity figure against its range, as a word.</summary>
public sealed record RangeCell(RangeVerdict Verdict) : Cell
{
    public override string Text => Verdict.Text();
}
