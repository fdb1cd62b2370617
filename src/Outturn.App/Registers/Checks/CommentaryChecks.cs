using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Ratings;

namespace Outturn.App.Registers.Checks;

/// <summary>What is said of figures, and what a Red still owes: cause, action, owner, date and expected recovery.</summary>
internal static class CommentaryChecks
{
    public static IEnumerable<Finding> Of(IReadOnlyList<Readings> all, RatingCounted counted)
    {
        var silent = new Alike(Severity.Warning, CommentaryFile.Shape, "cause");
        var findings = new List<Finding>();
        foreach (var readings in all)
        {
            findings.AddRange(readings.History.Commentaries.SelectMany(commentary => OfText(readings, commentary)));
            if (!readings.IsKpi || readings.Indicator.Until is not null || readings.Last is not { } last || !IsRed(readings, last, counted))
            {
                continue;
            }

            if (readings.History.Commentaries.FirstOrDefault(commentary => commentary.Period == last.Period) is not { } said)
            {
                silent.Add(last.Figure, readings.Ref);
            }
            else if (said.Lacks() is { Count: > 0 } lacks)
            {
                findings.Add(Finding.Warning(said, lacks[0], $"{readings.Ref} is Red in {last.Period}, and its commentary lacks {string.Join(", ", lacks)}: a Red owes each."));
            }
        }

        return
        [
            .. silent.Tell("is Red in its last period and has no commentary for it: give cause, action, owner, due and recovery in commentary.csv.",
                "KPIs are Red in their last period and have no commentary for it: give cause, action, owner, due and recovery of each."),
            .. findings,
        ];
    }

    private static IEnumerable<Finding> OfText(Readings readings, Commentary commentary)
    {
        if (commentary.WordCount is > Commentary.MostWords and var words)
        {
            yield return Finding.Warning(commentary, "context", $"The commentary on {readings.Ref} for {commentary.Period} has {words} words, and a committee reads {Commentary.MostWords}: shorten it.");
        }

        if (readings.History.Figures.All(figure => figure.Period != commentary.Period))
        {
            yield return Finding.Warning(commentary, "period", $"{readings.Ref} has a commentary and no row of figures for {commentary.Period}: is the period right?");
        }
    }

    private static bool IsRed(Readings readings, Reading last, RatingCounted counted)
    {
        var rated = readings.History.SeriesTo(last.Period).Rate(last.Period)!;
        return (counted == RatingCounted.Latest ? rated.Latest : rated.ToDate.Figure).Rating?.Colour == RagRating.Red;
    }
}
