using Outturn.Core.Dashboards;
using Outturn.Core.Ratings;

namespace Outturn.Core.Papers;

/// <summary>Where activity stands against its expected range, in a sentence that makes no judgement (RULES 6).</summary>
public static class ActivitySentences
{
    public static string Summary(Dashboard dashboard)
    {
        var activities = dashboard.Activities.ToList();
        if (activities is [var only])
        {
            return $"The one activity indicator ({only.Indicator.Ref}) {(IsUnseen(only) ? "has a figure that is suppressed" : Alone(only.Rated.Latest.Verdict))}.";
        }

        if (activities.Select(activity => activity.Rated.Latest.Verdict).Distinct().ToList() is [var same] && !activities.Exists(IsUnseen))
        {
            return $"{All(same, activities.Count)}.";
        }

        var parts = new List<string>();
        foreach (var (verdict, words) in new[] { (RangeVerdict.InRange, "within"), (RangeVerdict.Above, "above"), (RangeVerdict.Below, "below") })
        {
            var there = activities.Where(activity => activity.Rated.Latest.Verdict == verdict).ToList();
            if (there.Count > 0)
            {
                var range = parts.Count == 0 ? $" {(there.Count == 1 ? "its" : "their")} expected range" : " it";
                var named = verdict == RangeVerdict.InRange ? "" : $" ({Words.List(there.Select(activity => activity.Indicator.Ref))})";
                parts.Add($"{there.Count} {(there.Count == 1 ? "is" : "are")} {words}{range}{named}");
            }
        }

        var noRange = activities.Where(activity => activity.Rated.Latest.Verdict == RangeVerdict.NoRange).ToList();
        if (noRange.Count > 0)
        {
            parts.Add($"{noRange.Count} {(noRange.Count == 1 ? "has" : "have")} no range ({Words.List(noRange.Select(activity => activity.Indicator.Ref))})");
        }

        var unseen = activities.Where(IsUnseen).ToList();
        if (unseen.Count > 0)
        {
            parts.Add($"{unseen.Count} {(unseen.Count == 1 ? "has a figure that is" : "have figures that are")} suppressed ({Words.List(unseen.Select(activity => activity.Indicator.Ref))})");
        }

        var without = activities.Where(activity => activity.Rated.Latest.Verdict is null && !IsUnseen(activity)).ToList();
        if (without.Count > 0)
        {
            parts.Add($"{without.Count} {(without.Count == 1 ? "has" : "have")} no figure for the period ({Words.List(without.Select(activity => activity.Indicator.Ref))})");
        }

        return $"Of the {activities.Count} activity indicators, {Words.List(parts)}.";
    }

    /// <summary>Whether its place in the range would tell what is suppressed.</summary>
    private static bool IsUnseen(DashboardIndicator activity) => activity.Rated.Latest is { IsSuppressed: true, Verdict: null };

    private static string All(RangeVerdict? verdict, int count) => verdict switch
    {
        RangeVerdict.InRange => $"{Both(count)} activity indicators are within their expected range",
        RangeVerdict.Above => $"{Both(count)} activity indicators are above their expected range",
        RangeVerdict.Below => $"{Both(count)} activity indicators are below their expected range",
        RangeVerdict.NoRange => $"{Neither(count)} activity indicators has an expected range",
        _ => $"{Neither(count)} activity indicators has a figure for the period",
    };

    private static string Both(int count) => count == 2 ? "Both" : $"All {count}";

    private static string Neither(int count) => count == 2 ? "Neither of the two" : $"None of the {count}";

    private static string Alone(RangeVerdict? verdict) => verdict switch
    {
        RangeVerdict.InRange => "is within its expected range",
        RangeVerdict.Above => "is above its expected range",
        RangeVerdict.Below => "is below its expected range",
        RangeVerdict.NoRange => "has no expected range",
        _ => "has no figure for the period",
    };
}
