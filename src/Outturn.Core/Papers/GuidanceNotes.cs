using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;

namespace Outturn.Core.Papers;

/// <summary>One subject of the guidance notes: what it is called, and what the rules in force say of it.</summary>
public sealed record GuidanceNote(string Subject, string Text);

/// <summary>The guidance notes of a dashboard, generated from the rules in force: what is not in use is not explained.</summary>
public static class GuidanceNotes
{
    /// <summary>What each colour means, in the order of the key.</summary>
    public static IReadOnlyList<(Rating Rating, string Meaning)> Key(Council council) =>
    [
        (Rating.Of(RagRating.Green), "The target was achieved or passed."),
        (Rating.Of(RagRating.Amber), Words.Capital(RatingSentences.AmberMeans(council)) + "."),
        (Rating.Of(RagRating.Red), Words.Capital(RatingSentences.RedMeans(council)) + "."),
    ];

    public static IReadOnlyList<GuidanceNote> Of(Dashboard dashboard)
    {
        var (council, kpis, activities) = (dashboard.Council, dashboard.Kpis.ToList(), dashboard.Activities.ToList());
        List<GuidanceNote> notes =
        [
            new("Ratings", "A level that is reached exactly is achieved. Where lower is better, the comparison turns round: a floor standard then stands above its target."
                + (kpis.Exists(kpi => kpi.Definition.Polarity == Polarity.ClosestIsBetter)
                    ? " Where closest is better, a figure within the tolerance of the target is Green, and one no further away than the floor standard is Amber, on either side."
                    : "")
                + (kpis.Exists(kpi => kpi.Rated.Latest.Target is { FloorStandard: null })
                    ? " A KPI with a target and no floor standard is Red when it misses its target."
                    : "")),
        ];
        if (council.Tolerance is { } rule)
        {
            notes.Add(new("Floor standards", $"Where no floor standard is set, it is worked out: {rule.Percent}% of the target below it, or above it where lower is better. A floor standard that is set comes first."));
        }

        if (dashboard.HasYearToDate)
        {
            notes.Add(new("What is counted", (council.Counted == RatingCounted.Latest
                ? "Every KPI has two ratings, for its latest period and for the year to date. The counts in this paper are of the latest ratings"
                : "Every KPI has two ratings, for its latest period and for the year to date. The counts in this paper are of the year-to-date ratings")
                + "; a KPI whose two ratings differ is named."));
        }

        if (dashboard.IsQuarterly && kpis.Count > 0)
        {
            notes.Add(new("Quarters", (council.Counted == RatingCounted.Latest
                    ? "A KPI is rated at the end of a quarter by its latest period then: a monthly one by the quarter's last month, a quarterly one by the quarter. One that is counted once a year is rated in the quarter in which its year ends, and not due before. "
                    : "A KPI is rated at the end of a quarter by its year to date then. ")
                + "Earlier quarters are worked out from the figures known today, by the levels and definitions in force at their ends; where a figure is known to have been revised since the last report, it is named."));
        }

        notes.Add(new("Not rated", "Not rated is not a colour. It means that there is no figure for the period, or no target for it; the reason is given. A rating belongs to its period and is never carried forward: the last figure known is shown with its date."));
        notes.Add(new("Figures", "Figures are exact and rounded only to be shown, half away from zero. Where a rounded figure would contradict its rating, it is shown with as many more decimals as it needs: 94.96% against a target of 95% is not shown as 95%."));
        if (dashboard.HasYearToDate)
        {
            notes.Add(new("Year to date", YearToDate(dashboard)));
        }

        notes.Add(new("Previous year", "The figure of the same period a year before. One marked \"as supplied\" is the service's own and is not worked out from its earlier figures."));
        if (kpis.Count > 0)
        {
            notes.Add(new("Direction of travel", Direction(council.Direction)));
        }

        if (activities.Count > 0)
        {
            notes.Add(new("Activity indicators", "Activity indicators give context and have no target, no rating and no direction of travel. Each is set beside the range that was expected for it, limits included: above is not bad and below is not good."));
        }

        if (kpis.Concat(activities).Any(indicator => !indicator.Rated.Latest.IsSuppressed && indicator.Rated.Point.Observation.Marker != Observations.Marker.None))
        {
            notes.Add(new("Markers", "A provisional figure may still change; a revised one has changed since it was first reported; an unreliable one is to be read with care."));
        }

        if (kpis.Concat(activities).Any(indicator => indicator.IsPreviousSuppressed || indicator.Rated.Latest.IsSuppressed || indicator.Rated.ToDate.Figure.IsSuppressed || indicator.Window.Any(point => point.IsSuppressed)))
        {
            notes.Add(new("Suppressed", "So that nobody can be known by them, small counts are not published, nor figures from which one could be worked out: they are marked as suppressed, or left out of a chart. A count of 0 is published. A rating is given where it does not tell the count."));
        }

        return notes;
    }

    private static string YearToDate(Dashboard dashboard)
    {
        var used = dashboard.Indicators.Where(indicator => !indicator.Definition.IsRollUpUnsaid).Select(indicator => indicator.Definition.RollUp).ToHashSet();
        List<string> said = ["The year runs from April to March."];
        if (used.Contains(RollUp.Ratio))
        {
            said.Add("Percentages and rates to date are worked out from the sums of their counts, never as an average of percentages.");
        }

        if (used.Contains(RollUp.Sum))
        {
            said.Add("Counts and amounts are added up, and so are their targets, floor standards and expected ranges.");
        }

        if (used.Contains(RollUp.Mean))
        {
            said.Add("Averages are the mean of the periods, or pooled where the counts are known.");
        }

        if (used.Contains(RollUp.Latest))
        {
            said.Add("A snapshot, such as staff in post at the end of a quarter, has the period's own figure as its year to date.");
        }

        if (used.Contains(RollUp.Rolling12))
        {
            said.Add("For a rolling indicator the column holds the last 12 months.");
        }

        if (dashboard.Indicators.Any(indicator => indicator.Rated.ToDate.Supplied))
        {
            said.Add("One marked \"as supplied\" is the service's own.");
        }

        if (dashboard.Indicators.Any(indicator => indicator.Rated.ToDate.Figure.WhyNot == Ratings.Reason.NoRollUp))
        {
            said.Add("Where nobody has said how a year's figures come together, there is none.");
        }

        said.Add("With a period missing, the year to date is shown over those there are (\"5 of 6 months\") and not rated.");
        return string.Join(' ', said);
    }

    private static string Direction(DirectionMethod method) => method switch
    {
        DirectionMethod.Previous => "Against the period before: improved, worsened or same, as the figures are shown. An upward arrow means better, also where lower is better. No comparison: one of the two figures is missing, or the definition changed between them.",
        DirectionMethod.LastYear => "Against the same period a year before: improved, worsened or same, as the figures are shown. An upward arrow means better, also where lower is better. No comparison: one of the two figures is missing, or the definition changed between them.",
        _ => "By linear regression (least squares) over the last 13 months, 9 quarters, 6 half-years or 6 years, with at least five figures: improving or worsening where chance alone would give such a slope less than once in 20 times (p < 0.05), else stable. No comparison: there is no figure for the period to end a trend. The method knows nothing of seasons.",
    };
}
