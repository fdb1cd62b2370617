using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;

namespace Outturn.App.Collection.Templates;

/// <summary>The words and figures that stand beside a row's entry cells.</summary>
public static class BesideEntry
{
    public static string WhatIsCounted(TemplateRow row)
    {
        var indicator = row.Indicator;
        string?[] lines =
        [
            indicator.Meaning,
            indicator.Definition.Basis == Basis.Cumulative ? "Give the figure for the year so far, not for the period alone." : null,
            row.TakesCounts && indicator.Numerator is { } numerator ? $"Numerator: {numerator}" : null,
            row.TakesCounts && indicator.Denominator is { } denominator ? $"Denominator: {denominator}" : null,
        ];
        return string.Join('\n', lines.Where(line => !string.IsNullOrWhiteSpace(line)));
    }

    /// <summary>Said where the indicator has been counted differently since, so that nobody compares the two.</summary>
    public static string LastYear(TemplateRow row) => row.LastYear is not { } observation ? ""
        : row.Indicator.IsBrokenBetween(row.Period.AYearBefore, row.Period) ? $"{Print(row, observation)}\n(counted differently)"
        : Print(row, observation);

    public static string LastFigure(TemplateRow row) => row.Last is { } last ? $"{Print(row, last.Observation)}\n({last.Period})" : "";

    public static string Target(TemplateRow row)
    {
        var definition = row.Indicator.Definition;
        string Level(decimal level) => definition.Unit.PrintLevel(level, definition.Decimals);
        return row.Levels switch
        {
            { Range: { } range } => Explanation.Range(range, definition),
            { Target: { Polarity: Polarity.HigherIsBetter, Level: var level } } => $"{Level(level)} or more",
            { Target: { Polarity: Polarity.LowerIsBetter, Level: var level } } => $"{Level(level)} or less",
            { Target: { Tolerance: > 0 and var tolerance, Level: var level } } => $"{Level(level)}, give or take {Level(tolerance)}",
            { Target: { } target } => Level(target.Level),
            { UnratedTarget: { } level } => Level(level),
            _ => "",
        };
    }

    public static string Floor(TemplateRow row) =>
        row.Levels?.Target?.FloorStandard is { } floor ? row.Indicator.Definition.Unit.PrintLevel(floor, row.Indicator.Definition.Decimals) : "";

    private static string Print(TemplateRow row, Observation observation)
    {
        var definition = row.Indicator.Definition;
        return observation.Value(definition.Unit) is not { } value ? observation.WhyMissing() is { } reason and not Reason.Awaited ? reason.Text() : ""
            : observation.Marker.Remark() is { } remark ? $"{definition.Unit.Print(value, definition.Decimals)}\n({remark})"
            : definition.Unit.Print(value, definition.Decimals);
    }
}
