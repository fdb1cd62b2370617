using Outturn.App.Sheets;

namespace Outturn.App.Collection.Files;

/// <summary>What reading a file of figures came to: every figure of it, or every reason why not.</summary>
public abstract record FigureFileResult
{
    private FigureFileResult()
    {
    }

    /// <param name="Columns">How each column was read.</param>
    /// <param name="Assumptions">What the file does not say and was taken for granted.</param>
    /// <param name="Warnings">What could be read and somebody should look at.</param>
    public sealed record Read(
        FigureBatch Figures, FileCount Count, IReadOnlyList<ColumnReading> Columns, IReadOnlyList<string> Assumptions, DefectList Warnings) : FigureFileResult
    {
        /// <summary>How every cell was read, made when it is asked for.</summary>
        public required Func<IEnumerable<CellReading>> Cells { get; init; }
    }

    public sealed record Refused(DefectList Defects) : FigureFileResult;
}

/// <summary>How the owner of a file says it is to be read, where it leaves a choice.</summary>
/// <param name="Fractions">True where percentages are written as fractions (0.942 for 94.2%), false where they are not; null to be asked.</param>
public sealed record FigureFileOptions(bool? Fractions = null)
{
    public static FigureFileOptions None { get; } = new();
}

/// <summary>What one cell was taken for.</summary>
/// <param name="Source">The file, and the sheet where it has several.</param>
/// <param name="Column">The column's letter in a spreadsheet.</param>
/// <param name="TakenFor">"figure of CS01 for Apr 2019", "not used: worked out from the figures".</param>
/// <param name="Value">The number that was read, exact; blank where it is none.</param>
public sealed record CellReading(string Source, int Row, string Column, string Text, string TakenFor, string Value);

/// <summary>The reconciliation of a file: what other code counted in it, against what became of it.</summary>
/// <param name="Rows">Rows with anything in them, counted from the raw lines or the sheets' XML by code that shares nothing with the readers.</param>
/// <param name="Figures">Figures that were read.</param>
/// <param name="Used">Rows that figures were read from.</param>
/// <param name="NotUsed">Rows that none was read from, each with its first words: headings, titles, notes, totals.</param>
/// <param name="Sum">The sum of the values, numerators and denominators as they were read.</param>
public sealed record FileCount(int Rows, int Figures, int Used, IReadOnlyList<RowNotUsed> NotUsed, decimal? Sum)
{
    /// <summary>Rows that nobody can account for: then nothing is taken.</summary>
    public int Unaccounted => Rows - Used - NotUsed.Count;

    public override string ToString() =>
        $"{Rows:N0} rows in the file = {Used:N0} with figures + {NotUsed.Count:N0} without (headings, notes, totals); {Figures:N0} figures"
        + (Sum is { } sum ? $", which with their counts add up to {sum:#,0.############################}." : ".");
}

/// <summary>A row that no figure was read from.</summary>
public sealed record RowNotUsed(string Source, int Row, string Text);
