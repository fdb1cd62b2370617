using Outturn.Core.Indicators;
using Outturn.Core.Papers;
using Outturn.Reports.Issued;
using Outturn.Tests.Papers;

namespace Outturn.Tests.Release;

/// <summary>What the tables and charts of a dashboard's paper are to hold, worked out from the edition's JSON alone.</summary>
internal sealed class EditionCells
{
    public const string Kpis = "KPIs";
    public const string Activity = "Activity";
    public const string Summary = "KPI summary";
    public const string Counts = "Counts";
    public const string ByService = "Counts by service";
    public const string Actions = "Actions";
    public const string Commentary = "Commentary";
    public const string ProposedKpis = "Proposed KPIs";
    public const string ProposedActivity = "Proposed activity";
    public const string Charts = "Charts";

    private const string NotRated = "Not rated";

    private static readonly string[] Colours = ["Green", "Amber", "Red", NotRated];

    private readonly IssuedDashboard dashboard;
    private readonly Dictionary<CellPlace, ExpectedCell> tables = [];
    private readonly Dictionary<CellPlace, ExpectedCell> charts = [];

    private EditionCells(IssuedDashboard dashboard) => this.dashboard = dashboard;

    /// <summary>The cells of the tables.</summary>
    public IReadOnlyDictionary<CellPlace, ExpectedCell> Tables => tables;

    /// <summary>The points of the charts.</summary>
    public IReadOnlyDictionary<CellPlace, ExpectedCell> Points => charts;

    public static EditionCells Of(IssuedDashboard dashboard)
    {
        var made = new EditionCells(dashboard);
        made.AddCounts();
        foreach (var indicator in dashboard.Indicators)
        {
            if (indicator.Kind == "kpi")
            {
                made.AddKpi(indicator);
            }
            else
            {
                made.AddActivity(indicator);
            }

            made.AddWords(indicator);
            made.AddPoints(indicator);
        }

        foreach (var proposal in dashboard.Proposals)
        {
            made.AddProposal(proposal);
        }

        return made;
    }

    private string? Counted(IssuedIndicator kpi) => dashboard.RatingCounted == "latest" ? kpi.Rating : kpi.YearToDateRating;

    private void AddCounts()
    {
        var (counts, before) = (dashboard.Counts, "Report before");
        foreach (var (name, count) in new[] { ("Green", counts.Green), ("Amber", counts.Amber), ("Red", counts.Red), (NotRated, counts.NotRated), ("All KPIs", counts.Kpis) })
        {
            Text(Counts, name, "Rating", name);
            Text(Counts, name, "This report", $"{count}");
            Text(Counts, name, before, null);
        }

        foreach (var service in dashboard.Indicators.Where(indicator => indicator.Kind == "kpi").GroupBy(kpi => kpi.Service))
        {
            Text(ByService, service.Key, "Service", service.Key);
            Text(ByService, service.Key, "KPIs", $"{service.Count()}");
            foreach (var colour in Colours)
            {
                Text(ByService, service.Key, colour, $"{service.Count(kpi => Counted(kpi) == colour)}");
            }
        }
    }

    private void AddKpi(IssuedIndicator kpi)
    {
        AddFigure(Kpis, kpi);
        Text(Kpis, kpi.Ref, "Rating", Rating(kpi));
        Text(Kpis, kpi.Ref, "Rating to date", kpi.YearToDateRating == NotRated ? null : kpi.YearToDateRating);
        Text(Kpis, kpi.Ref, "Target", Level(kpi, kpi.Target));
        Text(Kpis, kpi.Ref, "Floor", Level(kpi, kpi.Floor));
        Text(Kpis, kpi.Ref, "Direction of travel", kpi.Direction!);
        Text(Summary, kpi.Ref, "Service", kpi.Service);
        Text(Summary, kpi.Ref, "Ref", kpi.Ref);
        Text(Summary, kpi.Ref, "Indicator", kpi.Title);
        Text(Summary, kpi.Ref, "Latest rating", Rating(kpi));
        Text(Summary, kpi.Ref, "Year-to-date rating", kpi.YearToDateRating == NotRated ? null : kpi.YearToDateRating);
    }

    private void AddActivity(IssuedIndicator activity)
    {
        AddFigure(Activity, activity);
        Text(Activity, activity.Ref, "Against range", activity.Range ?? activity.Reason ?? "");
        Text(Activity, activity.Ref, "To date against range", activity.YearToDateRange);
        Text(Activity, activity.Ref, "Lower", Level(activity, activity.Lower));
        Text(Activity, activity.Ref, "Upper", Level(activity, activity.Upper));
    }

    private void AddFigure(string table, IssuedIndicator indicator)
    {
        var label = new Unit(indicator.Unit).Label;
        Text(table, indicator.Ref, "Service", indicator.Service);
        Text(table, indicator.Ref, "Ref", indicator.Ref);
        Text(table, indicator.Ref, "Indicator", label.Length == 0 || indicator.Title.Contains(label, StringComparison.OrdinalIgnoreCase) ? indicator.Title : $"{indicator.Title} ({label})");
        Text(table, indicator.Ref, "Period", indicator.Period);
        Text(table, indicator.Ref, "Latest", indicator.Latest);
        Text(table, indicator.Ref, "Year to date", indicator.YearToDate);
        Text(table, indicator.Ref, "Previous year", indicator.PreviousYear);
    }

    private void AddWords(IssuedIndicator indicator)
    {
        var (said, isRed) = (indicator.Commentary, indicator.Kind == "kpi" && Counted(indicator) == "Red");
        if (isRed || (indicator.Kind == "kpi" && said is { Cause: not null } or { Action: not null }))
        {
            string Or(string? text) => string.IsNullOrWhiteSpace(text) ? (isRed ? "Not given" : "") : text;
            Text(Actions, indicator.Ref, "Service", indicator.Service);
            Text(Actions, indicator.Ref, "Ref", indicator.Ref);
            Text(Actions, indicator.Ref, "Indicator", indicator.Title);
            Text(Actions, indicator.Ref, "Rating", dashboard.RatingCounted == "latest" ? Rating(indicator) : indicator.YearToDateRating);
            Text(Actions, indicator.Ref, "Commentary", said?.Context ?? "");
            Text(Actions, indicator.Ref, "Cause", Or(said?.Cause));
            Text(Actions, indicator.Ref, "Action", Or(said?.Action));
            Text(Actions, indicator.Ref, "Owner", Or(said?.Owner));
            Text(Actions, indicator.Ref, "By", Or(said?.Due is { } due ? Words.Date(due) : null));

            // What was promised last time stands behind it, and is another edition's.
            Text(Actions, indicator.Ref, "Expected recovery", said?.Recovery is null ? Or(null) : null);
        }
        else if (!string.IsNullOrWhiteSpace(said?.Context))
        {
            Text(Commentary, indicator.Ref, "Service", indicator.Service);
            Text(Commentary, indicator.Ref, "Ref", indicator.Ref);
            Text(Commentary, indicator.Ref, "Indicator", indicator.Title);
            Text(Commentary, indicator.Ref, "Period", indicator.Period);
            Text(Commentary, indicator.Ref, "Commentary", said.Context);
        }
    }

    /// <summary>Levels in force at the end of the year beside those proposed; the unit of what is new is not in the edition, so that figures are compared.</summary>
    private void AddProposal(IssuedProposal proposal)
    {
        var known = dashboard.Indicators.FirstOrDefault(indicator => indicator.Ref == proposal.Ref);
        var isKpi = known is not null ? known.Kind == "kpi" : proposal.Target is not null;
        var table = isKpi ? ProposedKpis : ProposedActivity;
        var current = known?.Levels.LastOrDefault(levels => levels.From <= dashboard.DataTo && levels.To >= dashboard.DataTo);
        var (first, second) = isKpi ? ("target", "floor standard") : ("lower limit", "upper limit");
        Text(table, proposal.Ref, "Service", known?.Service);
        Text(table, proposal.Ref, "Ref", proposal.Ref);
        Text(table, proposal.Ref, "Indicator", known is null ? null : Tables[new(isKpi ? Kpis : Activity, proposal.Ref, "Indicator")].Text);
        Figure($"Proposed {first}", isKpi ? proposal.Target : proposal.Lower);
        Figure($"Proposed {second}", isKpi ? proposal.Floor : proposal.Upper);
        Text(table, proposal.Ref, $"Current {first}", known is null ? "" : (isKpi ? current?.TargetShown : current?.LowerShown) ?? "");
        Text(table, proposal.Ref, $"Current {second}", known is null ? "" : (isKpi ? current?.FloorShown : current?.UpperShown) ?? "");
        Text(table, proposal.Ref, "What changes", proposal.Change);
        Text(table, proposal.Ref, "Rationale", proposal.Rationale ?? "");

        void Figure(string column, decimal? level) =>
            tables.Add(new CellPlace(table, proposal.Ref, column), level is null ? new ExpectedCell("") : new ExpectedCell(null, level, known?.Decimals ?? 0));
    }

    private void AddPoints(IssuedIndicator indicator)
    {
        (string Name, Func<IssuedPeriod, decimal?> Of)[] lines =
        [
            ("Year before", period => period.YearBefore), ("Target", period => period.Target), ("Floor standard", period => period.Floor),
            ("Lower limit", period => period.Lower), ("Upper limit", period => period.Upper), ("Actual", period => period.Value),
        ];
        foreach (var (name, of) in lines.Where(line => line.Name == "Actual" || indicator.Periods.Any(period => line.Of(period) is not null)))
        {
            foreach (var period in indicator.Periods)
            {
                charts.Add(new CellPlace(Charts, indicator.Ref, $"{name}, {period.Period}"), of(period) is { } figure ? new ExpectedCell(null, figure, indicator.Decimals) : new ExpectedCell(""));
            }
        }
    }

    private static string Rating(IssuedIndicator kpi) => kpi.Rating == NotRated ? $"{NotRated}: {kpi.Reason}" : kpi.Rating!;

    private static string Level(IssuedIndicator indicator, decimal? level) => level is { } set ? new Unit(indicator.Unit).PrintLevel(set, indicator.Decimals) : "";

    private void Text(string table, string row, string column, string? text) => tables.Add(new CellPlace(table, row, column), new ExpectedCell(text is null ? null : PaperTables.Plain(text)));
}
