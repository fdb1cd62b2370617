using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Review;

namespace Outturn.Core.Dashboards;

/// <summary>The KPIs and activity indicators of one service in a dashboard.</summary>
public sealed record ServiceDashboard(Service Service, IReadOnlyList<DashboardIndicator> Indicators)
{
    public IEnumerable<DashboardIndicator> Kpis => Indicators.Where(indicator => indicator.IsKpi);

    public IEnumerable<DashboardIndicator> Activities => Indicators.Where(indicator => !indicator.IsKpi);
}

/// <summary>What one committee, or the readers of one named report, read of one period: every indicator rated, by service.</summary>
/// <param name="Committee">Null where the figures go to no single committee, or are an analyst's own sheet and go to nobody yet.</param>
/// <param name="Meeting">The meeting it goes to, or null.</param>
/// <param name="Year">The financial year it reports on.</param>
/// <param name="DataTo">The last day that its figures cover.</param>
/// <param name="Services">In their order; only those with an indicator in it.</param>
/// <param name="Proposals">What is proposed for the next year; only the last report of a year carries them.</param>
/// <param name="Ended">Indicators that ended within the year by <paramref name="DataTo"/>, those too that have no period in it any more.</param>
/// <param name="Before">The report before, worked out from today's figures, or null where there was none.</param>
public sealed record Dashboard(
    Council Council,
    Committee? Committee,
    Meeting? Meeting,
    Period Year,
    DateOnly DataTo,
    IReadOnlyList<ServiceDashboard> Services,
    IReadOnlyList<ProposedIndicator> Proposals,
    IReadOnlyList<Indicator> Ended,
    Dashboard? Before = null)
{
    /// <summary>The named set that it shows; null for the whole of a committee's or a sheet's indicators.</summary>
    public Report? Report { get; init; }

    /// <summary>The day by which a missing figure is awaited or not due.</summary>
    public DateOnly AsAt { get; private init; }

    /// <summary>What was changed within the year since it was adopted.</summary>
    public IReadOnlyList<LaterChange> LaterChanges { get; init; } = [];

    public IEnumerable<DashboardIndicator> Indicators => Services.SelectMany(service => service.Indicators);

    public IEnumerable<DashboardIndicator> Kpis => Indicators.Where(indicator => indicator.IsKpi);

    public IEnumerable<DashboardIndicator> Activities => Indicators.Where(indicator => !indicator.IsKpi);

    public bool IsYearEnd => DataTo == Year.Last;

    /// <summary>Whether any indicator has a year to date; an analyst's own sheet may say of none how its year's figures come together.</summary>
    public bool HasYearToDate => Indicators.Any(indicator => indicator.Rated.ToDate.Figure.WhyNot != Reason.NoRollUp);

    public RagCounts Counts => CountBy(Council.Counted);

    public RagCounts CountBy(RatingCounted counted) => RagCounts.Of(Kpis.Select(kpi => kpi.RatingBy(counted)));

    /// <summary>Whether it is a report across committees on a quarter.</summary>
    public bool IsQuarterly => Report?.Kind == ReportKind.Quarterly;

    /// <summary>The KPIs of one colour by the rating that the council counts, in the order of the dashboard.</summary>
    public IReadOnlyList<DashboardIndicator> Rated(RagRating colour) => [.. Kpis.Where(kpi => RatingOf(kpi).Colour == colour)];

    public IReadOnlyList<DashboardIndicator> NotRated => [.. Kpis.Where(kpi => RatingOf(kpi).Colour is null)];

    /// <summary>KPIs with two ratings that are different colours: a dashboard names them.</summary>
    public IReadOnlyList<DashboardIndicator> RatedDifferently =>
        [.. Kpis.Where(kpi => kpi.Latest.Colour is { } latest && kpi.YearToDate.Colour is { } toDate && latest != toDate)];

    public Rating RatingOf(DashboardIndicator kpi) => kpi.RatingBy(Council.Counted);

    /// <summary>The figure that the council counts: of the latest period, or the year to date; of an activity indicator always the period's own.</summary>
    public JudgedFigure FigureOf(DashboardIndicator indicator) =>
        indicator.IsKpi && Council.Counted == RatingCounted.YearToDate ? indicator.Rated.ToDate.Figure : indicator.Rated.Latest;

    /// <summary>The dashboard of a committee with figures to a day.</summary>
    /// <param name="committee">Null for every indicator there is.</param>
    /// <param name="asAt">The day by which a missing figure is awaited or not due: when the paper is issued.</param>
    public static Dashboard Of(Register register, Committee? committee, DateOnly dataTo, DateOnly asAt) =>
        Of(register, new Carried(committee, null), dataTo, asAt);

    /// <summary>The dashboard of a named set with figures to a day; the meetings are those of its committee.</summary>
    /// <remarks>A quarterly one states direction of travel by trend, and the report before it is that of the quarter before, whether a meeting had it or not.</remarks>
    /// <param name="asAt">The day by which a missing figure is awaited or not due: when the paper is issued.</param>
    public static Dashboard OfReport(Register register, Report report, DateOnly dataTo, DateOnly asAt)
    {
        var carried = new Carried(report.Committee, report);
        if (report.Kind != ReportKind.Quarterly)
        {
            return Of(register, carried, dataTo, asAt);
        }

        var dashboard = AtQuarter(register, report, dataTo, asAt);
        var before = AtQuarter(register, report, Period.EndedBy(Frequency.Quarter, dataTo.AddDays(-1)).Last, null);
        return before.Indicators.Any(indicator => indicator.Rated.Point.Observation.IsPresent) ? dashboard with { Before = before } : dashboard;
    }

    /// <summary>A quarterly set as it stood at the end of a quarter, from today's figures, and compared with none before.</summary>
    /// <param name="asAt">Null for the day of the meeting that had it; where there was none, so long after that nothing of the quarter is outstanding.</param>
    internal static Dashboard AtQuarter(Register register, Report report, DateOnly dataTo, DateOnly? asAt)
    {
        var meeting = MeetingOf(register, report.Committee, dataTo);
        var own = register with { Council = register.Council with { Direction = DirectionMethod.Trend } };
        return Of(own, new Carried(report.Committee, report), meeting, dataTo, asAt ?? meeting?.Date ?? Period.Holding(Frequency.Quarter, dataTo).Next.Last);
    }

    private static Meeting? MeetingOf(Register register, Committee? committee, DateOnly dataTo) =>
        register.Meetings.FirstOrDefault(meeting => meeting.Committee == committee && meeting.DataTo == dataTo);

    private static Dashboard Of(Register register, Carried carried, DateOnly dataTo, DateOnly asAt)
    {
        var committee = carried.Committee;
        var meeting = MeetingOf(register, committee, dataTo);
        var dashboard = Of(register, carried, meeting, dataTo, asAt);
        var earlier = register.Meetings
            .Where(other => other.Committee == committee && other.DataTo < dataTo && (meeting is null || other.Date < meeting.Date))
            .MaxBy(other => other.DataTo);
        return earlier is not { DataTo: { } earlierDataTo } ? dashboard
            : dashboard with { Before = Of(register, carried, earlier, earlierDataTo, earlier.Date) };
    }

    private static Dashboard Of(Register register, Carried carried, Meeting? meeting, DateOnly dataTo, DateOnly asAt)
    {
        var year = meeting?.Year ?? Period.Holding(Frequency.Year, dataTo);
        var ours = register.Indicators.Where(history => carried.Has(history.Indicator)).Select(history => history.CountedOn(dataTo)).ToList();
        var services = ours
            .Select(history => (History: history, Period: ReportedPeriod.Of(history.Indicator.Definition.Frequency, year, dataTo)))
            .Where(reported => reported.History.Indicator.CountedIn(reported.Period))
            .GroupBy(reported => reported.History.Indicator.Service)
            .OrderBy(group => group.Key.Order)
            .Select(group => new ServiceDashboard(group.Key, [.. group.Select(reported => DashboardIndicator.Of(reported.History, reported.Period, dataTo, asAt))]));
        return new Dashboard(
            register.Council, carried.Committee, meeting, year, dataTo, [.. services],
            dataTo == year.Last ? ProposedIndicator.For([.. ours, .. register.Proposed.Where(history => carried.Has(history.Indicator))], year.Next) : [],
            [.. ours.Select(history => history.Indicator).Where(indicator => indicator.Until >= year.First && indicator.Until <= dataTo)])
        {
            Report = carried.Report,
            AsAt = asAt,
            LaterChanges = [.. register.LaterChanges.Where(change => change.Year == year && change.Day <= asAt && ours.Exists(history => history.Indicator.Ref == change.Ref))],
        };
    }

    /// <summary>Whose dashboard it is, and which indicators that carries: those of the report, else of the committee, else all.</summary>
    private readonly record struct Carried(Committee? Committee, Report? Report)
    {
        public bool Has(Indicator indicator) =>
            Report is { } report ? indicator.Reports.Contains(report)
            : Committee is not { } committee || indicator.Committees.Contains(committee);
    }
}
