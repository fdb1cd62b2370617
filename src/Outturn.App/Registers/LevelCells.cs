using Outturn.Core.Indicators;
using Outturn.Core.Targets;

namespace Outturn.App.Registers;

/// <summary>Reads the levels in a row, set or proposed: target and floor of a KPI, lower and upper limit of an activity indicator.</summary>
/// <param name="rule">The council's rule for floors that are not stated.</param>
internal sealed class LevelCells(ToleranceRule? rule)
{
    public static readonly ColumnShape[] Columns =
    [
        new("target", "For a KPI: the level to reach. Reaching it exactly is achieving it."),
        new("floor", "For a KPI: the floor standard; a figure worse than it is Red. Reaching it exactly is Amber. Blank for none, or for the council's own rule (tolerance in council.json)."),
        new("lower", "For an activity indicator: the lower limit of the expected range."),
        new("upper", "For an activity indicator: the upper limit of the expected range."),
    ];

    /// <param name="entry">Of an indicator that could be read.</param>
    public ReadLevels Read(TableRow row, RegisterEntry entry)
    {
        var definition = entry.Indicator!.Definition;
        var unit = definition.Unit.Name;
        var (target, floor, lower, upper) =
            (row.Amount("target", unit), row.Amount("floor", unit), row.Amount("lower", unit), row.Amount("upper", unit));
        if (definition.Kind == IndicatorKind.Activity)
        {
            Unused(row, "an activity indicator is not rated: give it a lower and an upper limit", ("target", target), ("floor", floor));
            return new ReadLevels(null, Range(row, lower, upper), false);
        }

        Unused(row, "a KPI is rated by target and floor", ("lower", lower), ("upper", upper));
        return Kpi(row, entry, definition.Polarity, target, floor);
    }

    private ReadLevels Kpi(TableRow row, RegisterEntry entry, Polarity? stated, decimal? target, decimal? floor)
    {
        if (target is not { } level)
        {
            if (floor is not null && row.Text("target").Length == 0)
            {
                row.Error("target", "There is a floor standard and no target.");
            }

            return default;
        }

        if (stated is not { } polarity)
        {
            if (!entry.LacksPolarity)
            {
                entry.LacksPolarity = true;
                entry.Row.Error("polarity", $"{entry.Indicator!.Ref} has a target and no polarity: write higher, lower or closest.");
            }

            return default;
        }

        if (floor is null && row.Text("floor").Length == 0 && rule?.Floor(level, polarity) is { } derived
            && Target.Refusal(level, derived, polarity, entry.Tolerance) is null)
        {
            return new ReadLevels(new Target(level, derived, polarity, entry.Tolerance), null, true);
        }

        if (Target.Refusal(level, floor, polarity, entry.Tolerance) is { } refusal)
        {
            row.Error("floor", Sentence(refusal));
            return default;
        }

        return new ReadLevels(new Target(level, floor, polarity, entry.Tolerance), null, false);
    }

    private static ExpectedRange? Range(TableRow row, decimal? lower, decimal? upper)
    {
        if (lower > upper)
        {
            row.Error("lower", "The lower limit is above the upper limit.");
            return null;
        }

        return lower is null && upper is null ? null : new ExpectedRange(lower, upper);
    }

    private static void Unused(TableRow row, string why, params ReadOnlySpan<(string Column, decimal? Value)> cells)
    {
        foreach (var (column, value) in cells)
        {
            if (value is not null)
            {
                row.Warning(column, $"This figure is not used: {why}.");
            }
        }
    }

    private static string Sentence(string refusal) => char.ToUpperInvariant(refusal[0]) + refusal[1..];
}

/// <param name="FloorDerived">The floor comes from the council's tolerance rule.</param>
internal readonly record struct ReadLevels(Target? Target, ExpectedRange? Range, bool FloorDerived)
{
    public bool IsBlank => Target is null && Range is null;
}
