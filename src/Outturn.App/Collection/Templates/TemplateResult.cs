using Outturn.Core.Collection;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;

namespace Outturn.App.Collection.Templates;

/// <summary>What reading a file as a template came to.</summary>
public abstract record TemplateResult
{
    private TemplateResult()
    {
    }

    /// <summary>Something else: a council's own workbook, perhaps, which other readers take.</summary>
    public sealed record NotTemplate : TemplateResult;

    /// <summary>A template, or a file that cannot be opened, with everything that is wrong with it; nothing of it is taken.</summary>
    public sealed record Refused(IReadOnlyList<Defect> Defects, TemplateCount Count) : TemplateResult;

    /// <param name="Rows">Every row of the table, in the order of the sheet; those without a submission were left blank.</param>
    /// <param name="Warnings">What can be taken, and should be looked at.</param>
    public sealed record Read(TemplateStamp Stamp, IReadOnlyList<SentRow> Rows, TemplateCount Count, IReadOnlyList<Defect> Warnings) : TemplateResult;
}

/// <summary>The rows of a template's table: each that holds anything is filled in, left blank or refused.</summary>
public sealed record TemplateCount
{
    /// <exception cref="InvalidOperationException">The parts are not the whole.</exception>
    public TemplateCount(int rows, int filled, int blank, int refused)
    {
        if (filled + blank + refused != rows)
        {
            throw new InvalidOperationException($"{rows} rows were read, and {filled} filled, {blank} blank and {refused} refused ones were told apart.");
        }

        (Rows, Filled, Blank, Refused) = (rows, filled, blank, refused);
    }

    public int Rows { get; }

    public int Filled { get; }

    public int Blank { get; }

    public int Refused { get; }
}

/// <summary>A row as it came back.</summary>
/// <param name="Submission">What was filled in; null where nothing was. What a template has no cell for, and a blank internal note, says nothing of what is stored.</param>
public sealed record SentRow(Indicator Indicator, Period Period, Submission? Submission, SentPlace Place);

/// <summary>Where a row of a template stands, so that whatever is said of it names sheet, row and column.</summary>
/// <param name="Source">The file and its sheet.</param>
/// <param name="Row">The row of the sheet, from 1.</param>
public sealed record SentPlace(string Source, int Row)
{
    internal TemplateTable? Table { get; init; }

    /// <param name="heading">One of <see cref="TemplateColumns"/>; null for the row as a whole.</param>
    public Defect Error(string? heading, string reason) => new(Severity.Error, Source, Row, heading, reason);

    /// <inheritdoc cref="Error"/>
    public Defect Warning(string? heading, string reason) => new(Severity.Warning, Source, Row, heading, reason);

    /// <summary>The address of a cell in the sheet: J7; null where the sheet has no such column.</summary>
    public string? Address(string heading) => Table?.Column(heading) is { } column ? $"{column.Letter}{Row}" : null;

    public bool Equals(SentPlace? other) => other is not null && Source == other.Source && Row == other.Row;

    public override int GetHashCode() => HashCode.Combine(Source, Row);
}
