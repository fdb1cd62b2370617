using Outturn.Core.Dashboards;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.App.Sheets;

/// <summary>What an analyst's own sheet came to: a register, or every reason why not.</summary>
public abstract record SheetResult
{
    private SheetResult()
    {
    }

    /// <param name="Readings">How every column was read.</param>
    /// <param name="Assumptions">What the sheet does not say and was taken for granted, one plain sentence each.</param>
    /// <param name="Warnings">What could be read and somebody should look at.</param>
    public sealed record Read(
        Register Register,
        IReadOnlyList<ColumnReading> Readings,
        IReadOnlyList<string> Assumptions,
        IReadOnlyList<Defect> Warnings) : SheetResult
    {
        /// <summary>Every cell that was taken for something about an indicator.</summary>
        internal IReadOnlyList<TakenCell> Cells { get; init; } = [];

        /// <summary>The last period that the sheet has a figure for: the one a report is on unless another is asked for.</summary>
        public Period? LastPeriod { get; init; }
    }

    public sealed record Refused(IReadOnlyList<Defect> Defects) : SheetResult;
}

/// <summary>How one column was read.</summary>
/// <param name="Source">The file, and the sheet where it has several.</param>
/// <param name="Letter">The column's letter in a spreadsheet.</param>
/// <param name="Header">As written, on one line.</param>
/// <param name="Reading">"target", "figures for Apr 2019", "not used: …".</param>
/// <param name="Example">Its first cell that is not blank.</param>
public sealed record ColumnReading(string Source, string Letter, string Header, string Reading, string Example)
{
    /// <summary>figures.xlsx, column C "Apr 2019": figures for Apr 2019</summary>
    public override string ToString() => $"{Source}, column {Letter}{(Header.Length > 0 ? $" \"{Header}\"" : "")}: {Reading}";
}

/// <summary>What the owner of a sheet may say beside it; nothing is needed.</summary>
public sealed record SheetOptions
{
    /// <summary>The council's name; without it, the name of the file.</summary>
    public string? Council { get; init; }

    /// <summary>Which way is better where the sheet does not say.</summary>
    public Polarity? Polarity { get; init; }

    /// <summary>The rule for floors that the sheet does not state.</summary>
    public ToleranceRule? Tolerance { get; init; }

    /// <summary>The register's own indicator of a ref, or else of a title: its unit and its frequency are then the register's, whatever the sheet says.</summary>
    internal Func<string?, string, Core.Indicators.Indicator?>? Known { get; init; }

    /// <summary>The financial year, where neither the headings nor the sheet's title, its name or its file's say it.</summary>
    public Period? Year { get; init; }
}
