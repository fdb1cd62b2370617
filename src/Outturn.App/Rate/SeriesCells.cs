using Outturn.Core.Indicators;
using Outturn.Core.Targets;

namespace Outturn.App.Rate;

/// <summary>What all rows of one ref have in common, as its first row says it.</summary>
internal sealed class SeriesCells(string reference, DefinitionCells cells, int line)
{
    public string Ref { get; } = reference;

    public DefinitionCells Cells { get; } = cells;

    /// <summary>The line of its first row.</summary>
    public int Line { get; } = line;

    /// <summary>From the first row that states one: rows without a target need not.</summary>
    public Polarity? Polarity { get; set; } = cells.Polarity;

    public int PolarityLine { get; set; } = line;

    public string PolarityText { get; set; } = cells[DefinitionField.Polarity];

    /// <summary>What has been remarked on once and need not be on every row.</summary>
    public HashSet<string>? Remarked { get; set; }

    public Definition Definition() =>
        new(Cells.Kind, Cells.Unit, Cells.Decimals, Polarity, Cells.Frequency!.Value, Cells.RollUp, Cells.Basis);
}
