using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Ratings;
using Outturn.Core.Release;
using Outturn.Core.Review;
using Outturn.Core.Targets;

namespace Outturn.Core.Dashboards;

/// <summary>A figure of the report before that is another now, or has come since.</summary>
/// <param name="Indicator">In the period of the report before.</param>
/// <param name="Then">As it was known when that report came out; null where that is not kept, and the figure itself is marked as revised.</param>
/// <param name="Now">As it is known now.</param>
public sealed record RevisedFigure(DashboardIndicator Indicator, JudgedFigure? Then, JudgedFigure Now);

/// <summary>An indicator of both reports that is held against other levels than then.</summary>
public sealed record ChangedLevels(DashboardIndicator Indicator, Levels? Was, Levels? Now);

/// <summary>What changed since the last report: ratings, the set, levels, definitions, and the last report's own figures. Pure: two dashboards in, one answer out.</summary>
/// <param name="Before">The last report, worked out from today's figures.</param>
/// <param name="Counts">Of all KPIs and like for like; null where the last report carried no KPI.</param>
/// <param name="New">Indicators that the last report did not carry.</param>
/// <param name="Gone">Indicators that the last report carried and this one does not.</param>
/// <param name="Revised">Figures of the last report that have changed or come since; none that is suppressed now.</param>
/// <param name="Levels">Levels that differ from those of the last report's period, and from those of the same period a year before: a season's own levels are no change.</param>
/// <param name="Redefined">Indicators of both that are counted by another definition since.</param>
/// <param name="Later">What a committee was told of since, of changes within a year that was adopted.</param>
public sealed record ReportChanges(
    Dashboard Before,
    CountsChange? Counts,
    IReadOnlyList<DashboardIndicator> New,
    IReadOnlyList<DashboardIndicator> Gone,
    IReadOnlyList<RevisedFigure> Revised,
    IReadOnlyList<ChangedLevels> Levels,
    IReadOnlyList<DashboardIndicator> Redefined,
    IReadOnlyList<LaterChange> Later)
{
    /// <summary>Whether the indicators, their levels and what they count are all as they were.</summary>
    public bool SetIsSame => New.Count + Gone.Count + Levels.Count + Redefined.Count + Later.Count == 0;

    /// <param name="known">The register as it was known when the last report came out; null where that is not kept.</param>
    /// <returns>Null where there was no report before.</returns>
    public static ReportChanges? Of(Dashboard now, Register? known = null)
    {
        if (now.Before is not { } before)
        {
            return null;
        }

        var earlier = before.Indicators.ToDictionary(indicator => indicator.Indicator.Ref);
        var carried = now.Indicators.Select(indicator => indicator.Indicator.Ref).ToHashSet();
        var shared = now.Indicators.Where(indicator => earlier.ContainsKey(indicator.Indicator.Ref)).ToList();
        return new ReportChanges(
            before,
            CountsChange.Of(now),
            [.. now.Indicators.Where(indicator => !earlier.ContainsKey(indicator.Indicator.Ref))],
            [.. before.Indicators.Where(indicator => !carried.Contains(indicator.Indicator.Ref))],
            RevisedSince(before, AsReported(now, known)),
            [.. shared.Select(indicator => LevelsOf(indicator, earlier[indicator.Indicator.Ref])).OfType<ChangedLevels>()],
            [.. shared.Where(indicator => IsRedefined(indicator.Indicator, before.DataTo, now.DataTo))],
            [.. now.LaterChanges.Where(change => change.Day > (before.Meeting?.Date ?? before.DataTo))]);
    }

    /// <summary>The report before as it was worked out then: from what was known, by the set as it was.</summary>
    private static Dashboard? AsReported(Dashboard dashboard, Register? known)
    {
        if (known is null || dashboard.Before is not { } before)
        {
            return null;
        }

        return dashboard.Report is { } report
            ? known.Reports.FirstOrDefault(other => other.Name == report.Name) is { } same ? Suppression.Of(Dashboard.OfReport(known, same, before.DataTo, before.AsAt), known) : null
            : dashboard.Committee is { } committee && known.Committees.FirstOrDefault(other => other.Name == committee.Name) is { } own ? Suppression.Of(Dashboard.Of(known, own, before.DataTo, before.AsAt), known) : null;
    }

    private static RevisedFigure[] RevisedSince(Dashboard before, Dashboard? asReported)
    {
        if (asReported is null)
        {
            return [.. before.Indicators.Where(indicator => indicator.Rated.Point.Observation.Marker == Marker.Revised).Select(indicator => new RevisedFigure(indicator, null, before.FigureOf(indicator)))];
        }

        var known = asReported.Indicators.ToDictionary(indicator => indicator.Indicator.Ref);
        return
        [
            .. from indicator in before.Indicators
               let then = known.GetValueOrDefault(indicator.Indicator.Ref)
               where then is not null && then.Period == indicator.Period
               let revised = new RevisedFigure(indicator, before.FigureOf(then), before.FigureOf(indicator))
               where !revised.Now.IsSuppressed
               where revised.Then!.Value != revised.Now.Value
                   || (revised.Now.Value is not null && (revised.Then.Rating?.Colour != revised.Now.Rating?.Colour || revised.Then.Verdict != revised.Now.Verdict))
               select revised,
        ];
    }

    private static ChangedLevels? LevelsOf(DashboardIndicator now, DashboardIndicator before)
    {
        var targets = now.History.Targets;
        var (was, held) = (targets.InForce(before.Period), targets.InForce(now.Period));
        return Same(was, held) || (now.Period != before.Period && Same(targets.InForce(now.Period.AYearBefore), held)) ? null : new ChangedLevels(now, was, held);

        static bool Same(Levels? left, Levels? right) => left?.Target == right?.Target && left?.Range == right?.Range && left?.UnratedTarget == right?.UnratedTarget;
    }

    private static bool IsRedefined(Indicator indicator, DateOnly after, DateOnly by) =>
        (indicator.DefinitionFrom > after && indicator.DefinitionFrom <= by) || indicator.Breaks.Any(day => day > after && day <= by);
}
