using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.Core.Review;

/// <summary>An indicator that is not the same in two years.</summary>
/// <param name="What">"Added", "Removed", "Replaced by CS14", or which level or definition is another.</param>
public sealed record YearChange(Indicator Indicator, YearChangeKind Kind, string What);

public enum YearChangeKind
{
    Removed,
    Added,
    Changed,
}

/// <summary>What changed in the set of indicators and their levels between any two years.</summary>
/// <param name="Before">How many indicators the earlier year had.</param>
/// <param name="After">How many the later year has.</param>
public sealed record YearChanges(Period From, Period To, int Before, int After, IReadOnlyList<YearChange> All)
{
    public int Count(YearChangeKind kind) => All.Count(change => change.Kind == kind);

    /// <summary>"7 removed, 11 added, net 4 more; 5 changed".</summary>
    public string Summary
    {
        get
        {
            var (removed, added, changed) = (Count(YearChangeKind.Removed), Count(YearChangeKind.Added), Count(YearChangeKind.Changed));
            var net = added - removed;
            return $"{removed} removed, {added} added, net {Math.Abs(net)}{(net == 0 ? "" : net > 0 ? " more" : " fewer")}; {changed} changed";
        }
    }

    /// <param name="register">For a year that is only proposed: as <see cref="NextRegister"/> makes it.</param>
    public static YearChanges Of(Register register, Period from, Period to, Committee? committee = null)
    {
        List<YearChange> changes = [];
        var (before, after) = (0, 0);
        foreach (var history in register.Indicators.Where(history => committee is null || history.Indicator.Committees.Contains(committee)))
        {
            var (was, isNow) = (IsOf(history, from), IsOf(history, to));
            (before, after) = (before + (was ? 1 : 0), after + (isNow ? 1 : 0));
            if (was && !isNow)
            {
                changes.Add(new(history.Indicator, YearChangeKind.Removed, history.Indicator.ReplacedBy is { } successor ? $"Replaced by {successor}" : "Removed"));
            }
            else if (!was && isNow)
            {
                changes.Add(new(history.Indicator, YearChangeKind.Added, "Added"));
            }
            else if (was && isNow && Differences(history, from, to) is { Count: > 0 } differences)
            {
                changes.Add(new(history.Indicator, YearChangeKind.Changed, Words.Capital(string.Join("; ", differences))));
            }
        }

        return new YearChanges(from, to, before, after, [.. changes.OrderBy(change => change.Kind).ThenBy(change => change.Indicator.Service.Order)]);
    }

    /// <summary>Counted at the end of the year, or to its end.</summary>
    private static bool IsOf(IndicatorHistory history, Period year)
    {
        var own = NewYear.OwnYear(history.Indicator, year);
        return (history.Indicator.Since is not { } since || since <= own.Last) && (history.Indicator.Until is not { } until || until >= own.Last)
            && (history.Indicator.Since is not null || history.Targets.All.Count == 0 || history.Figures.Count == 0 || history.Figures[0].Period.First <= own.Last);
    }

    private static List<string> Differences(IndicatorHistory history, Period from, Period to)
    {
        var (was, now) = (LevelsOf(history, from), LevelsOf(history, to));
        List<string> differences = [.. LevelWords.Differences(history.Indicator.Definition, was, now)];
        if (history.Indicator.Breaks.Any(day => day > from.Last && day <= to.Last))
        {
            differences.Add("definition changed");
        }

        return differences;
    }

    private static Levels? LevelsOf(IndicatorHistory history, Period year) => history.Targets.InForce(NewYear.OwnYear(history.Indicator, year).Last);
}
