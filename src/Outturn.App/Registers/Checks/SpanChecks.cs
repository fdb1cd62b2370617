using Outturn.Core.Periods;

namespace Outturn.App.Registers.Checks;

/// <summary>The span of a series: where it begins and ends, and what is missing between.</summary>
internal static class SpanChecks
{
    public static IEnumerable<Finding> Of(Readings readings, DateOnly? dataTo) =>
    [
        .. Outside(readings), .. Begins(readings), .. Missing(readings), .. Blank(readings), .. Behind(readings, dataTo),
    ];

    /// <summary>The day to which most figures go: the last periods of the frequency that most indicators have.</summary>
    public static DateOnly? DataTo(IReadOnlyList<Readings> all)
    {
        var groups = all.Where(readings => readings.Last is not null && readings.Indicator.Until is null)
            .GroupBy(readings => readings.Definition.Frequency)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Length());
        DateOnly[] ends = [.. groups.FirstOrDefault()?.Select(readings => readings.Last!.Value.Period.Last).Order() ?? Enumerable.Empty<DateOnly>()];
        return ends.Length == 0 ? null : ends[ends.Length / 2];
    }

    private static IEnumerable<Finding> Outside(Readings readings)
    {
        var indicator = readings.Indicator;
        foreach (var figure in readings.History.Figures.Where(figure => figure.Observation.IsPresent))
        {
            if (indicator.Until is { } until && figure.Period.First > until)
            {
                yield return Finding.Warning(figure, "period",
                    $"{indicator.Ref} was counted until {until:dd/MM/yyyy}, and here is a figure for {figure.Period}: correct until in {IndicatorsFile.Shape.File}, or leave the figure out.");
            }

            if (indicator.Since is { } since && figure.Period.Last < since)
            {
                yield return Finding.Warning(figure, "period",
                    $"{indicator.Ref} was counted since {since:dd/MM/yyyy}, and here is a figure for {figure.Period}: correct since in {IndicatorsFile.Shape.File}, or leave the figure out.");
            }
        }
    }

    private static IEnumerable<Finding> Begins(Readings readings)
    {
        if (readings.History.Figures is [var first, ..] && readings.Indicator.Since is null && first.Period != first.Period.FirstOfYear)
        {
            yield return Finding.Warning(readings.Indicator, "since",
                $"The figures of {readings.Ref} begin in {first.Period}, within a year, and nothing says that it began then: write {first.Period.First:dd/MM/yyyy} under since, or give the periods before.");
        }
    }

    private static IEnumerable<Finding> Missing(Readings readings)
    {
        var figures = readings.History.Figures;
        if (figures.Count == 0)
        {
            yield break;
        }

        if (readings.Indicator.Since is { } since && Gap(Period.Holding(readings.Definition.Frequency, since), figures[0].Period) is { } late)
        {
            yield return Finding.Warning(figures[0], "period", $"{readings.Ref} is counted since {since:dd/MM/yyyy} and has no row for {late}: {WhatToDo}");
        }

        for (var i = 1; i < figures.Count; i++)
        {
            if (Gap(figures[i - 1].Period.Next, figures[i].Period) is { } gap)
            {
                yield return Finding.Warning(figures[i], "period", $"{readings.Ref} has no row for {gap}: {WhatToDo}");
            }
        }
    }

    private const string WhatToDo = "give the figure, or write [x] where there is none; until then the year to date is incomplete and not rated.";

    private static string? Gap(Period from, Period before) =>
        from >= before ? null
        : from.Next == before ? from.ToString()
        : $"{from} to {before.Before}";

    /// <summary>Awaited, although later figures have come.</summary>
    private static IEnumerable<Finding> Blank(Readings readings) =>
        readings.History.Figures
            .Where(figure => figure.Observation is { IsPresent: false, Marker: Core.Observations.Marker.None } && figure.Period < (readings.Last?.Period ?? figure.Period))
            .Select(figure => Finding.Warning(figure, "value",
                $"The figure of {readings.Ref} for {figure.Period} is still blank, while {readings.Last!.Value.Period} has one: give it, or write [x] if it will not come."));

    private static IEnumerable<Finding> Behind(Readings readings, DateOnly? dataTo)
    {
        var (indicator, figures) = (readings.Indicator, readings.History.Figures);
        if (dataTo is not { } day || indicator.Until < day || indicator.Since > day)
        {
            yield break;
        }

        var expected = Period.EndedBy(readings.Definition.Frequency, day);
        if (figures.Count == 0)
        {
            yield return Finding.Warning(indicator, "ref", $"{indicator.Ref} has no figures: give them in {ObservationsFile.Shape.File}, or the day it begins under since.");
        }
        else if (figures[^1].Period < expected)
        {
            yield return Finding.Warning(figures[^1], "period",
                $"{indicator.Ref} ends with {figures[^1].Period}, while most figures go to {day:dd/MM/yyyy}: give {expected}, write [x] if it will not come, or the last day it was counted under until. A rating is never carried forward.");
        }
    }
}
