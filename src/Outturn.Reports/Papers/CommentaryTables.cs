using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;
using Outturn.Core.Ratings;

namespace Outturn.Reports.Papers;

/// <summary>What is said of a service's figures: what is being done about those off target, and what helps to read the others.</summary>
/// <remarks>
/// To a committee a Red owes cause, action, owner, date and expected recovery; what is missing is said to be missing. An analyst's own
/// sheet has no place for them, so it owes none.
/// </remarks>
internal static class CommentaryTables
{
    private static readonly Column[] ActionColumns =
    [
        new("Ref", 9), new("Indicator", 19), new("Rating", 13), new("Commentary", 26), new("Cause", 26), new("Action", 30), new("Owner", 14), new("By", 13), new("Expected recovery", 14),
    ];

    private static readonly Column[] CommentColumns = [new("Ref", 9), new("Indicator", 34), new("Period", 15), new("Commentary", 80)];

    /// <param name="redsApart">Whether what is said of the Reds stands elsewhere in the paper.</param>
    public static IEnumerable<Table> Of(Dashboard dashboard, ServiceDashboard service, bool redsApart = false)
    {
        var slug = Identifier.Of(service.Service.Name);
        IReadOnlyList<KeyValuePair<string, string>> keys = [new("Service", service.Service.Name)];
        bool IsApart(DashboardIndicator indicator) => redsApart && indicator.IsKpi && dashboard.RatingOf(indicator).Colour == RagRating.Red;
        var explained = service.Indicators.Where(indicator => IsExplained(indicator, dashboard) && !IsApart(indicator)).ToList();
        if (explained.Count > 0)
        {
            yield return new Table(
                $"Actions_{slug}", $"{service.Service.Name}: what is being done", ActionColumns,
                [.. explained.OrderBy(indicator => dashboard.RatingOf(indicator).Colour ?? RagRating.Green).Select(indicator => Action(indicator, dashboard))],
                RowHeader: 1, "Actions", keys);
        }

        var commented = service.Indicators
            .Where(indicator => !IsExplained(indicator, dashboard) && !IsApart(indicator) && !string.IsNullOrWhiteSpace(indicator.Commentary?.Context))
            .ToList();
        if (commented.Count > 0)
        {
            yield return new Table(
                $"Commentary_{slug}", $"{service.Service.Name}: commentary", CommentColumns,
                [.. commented.Select(indicator => (IReadOnlyList<Cell>)[indicator.Indicator.Ref, indicator.Indicator.Title, indicator.Period.ToString(), indicator.Commentary!.Context!])],
                RowHeader: 1, "Commentary", keys);
        }
    }

    private static bool IsExplained(DashboardIndicator indicator, Dashboard dashboard) =>
        indicator.IsKpi
        && (((dashboard.Committee is not null || dashboard.Report is not null) && dashboard.RatingOf(indicator).Colour == RagRating.Red) || indicator.Commentary is { Cause: not null } or { Action: not null });

    private static Cell[] Action(DashboardIndicator indicator, Dashboard dashboard)
    {
        var (said, isRed) = (indicator.Commentary, dashboard.RatingOf(indicator).Colour == RagRating.Red);
        Cell Or(string? text) => string.IsNullOrWhiteSpace(text) ? (isRed ? "Not given" : "") : text;
        return
        [
            indicator.Indicator.Ref, indicator.Indicator.Title, new RatingCell(dashboard.RatingOf(indicator)),
            said?.Context ?? "", Or(said?.Cause), Or(said?.Action), Or(said?.Owner), Or(said?.Due is { } due ? Words.Date(due) : null), Or(Recovery(indicator, said)),
        ];
    }

    /// <summary>The recovery expected now and, beside it, the one promised last time.</summary>
    private static string? Recovery(DashboardIndicator indicator, Commentary? said) =>
        said?.Recovery is { } now && indicator.LastPromise is { } before ? $"{now} (said in {before.Period}: {before.Recovery})" : said?.Recovery;
}
