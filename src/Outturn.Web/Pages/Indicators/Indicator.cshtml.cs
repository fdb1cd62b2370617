using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Outcomes;
using Outturn.Core.Periods;
using Outturn.Core.Questions;
using Outturn.Core.Ratings;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>Everything that is known of one indicator.</summary>
public sealed class IndicatorModel(Store store, LiveReference reference) : StaffPage
{
    public const string TrendName = "Trend";

    private const int PageLength = 24;

    public override string Title => $"{History.Indicator.Ref} {History.Indicator.Title}";

    public override string Section => "indicators";

    public override (string Text, string Address)? Back => ("All indicators", "/indicators");

    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int PageNumber { get; set; } = 1;

    /// <summary>The similar councils beside which its metrics are shown, by the set's name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Set { get; set; }

    public IndicatorHistory History { get; private set; } = null!;

    public DashboardIndicator Latest { get; private set; } = null!;

    public DrawnChart Chart { get; private set; } = null!;

    /// <summary>The first period that has ended without a figure; null where none has or nobody enters its figures.</summary>
    public Period? NextDue { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public PageLinks Pages { get; private set; } = null!;

    public IReadOnlyList<Commentary> Actions { get; private set; } = [];

    public IReadOnlyList<Question> Questions { get; private set; } = [];

    public IReadOnlyList<KeptVersion> Changes { get; private set; } = [];

    /// <summary>The metrics that it stands to, each with where our area stands; none for whoever may not see the outcomes.</summary>
    public IReadOnlyList<(BesideMetric Beside, Position? Position)> Beside { get; private set; } = [];

    /// <summary>The national data behind them, with the similar councils; null where nothing of them is held.</summary>
    public ReferenceNow? National { get; private set; }

    public IEnumerable<(string Name, Direction Direction)> Directions =>
        [("Against the period before", Latest.Rated.Previous), ("Against last year", Latest.Rated.LastYear), (TrendName, Latest.Rated.Trend?.Direction ?? Direction.NoComparison)];

    public string TrendText => Latest.Rated.Trend is { P: { } p } trend && trend.Slope is { } slope
        ? $"Slope {Math.Abs(slope):0.###} a {History.Indicator.Definition.Frequency.PluralFor(1)} {(slope >= 0 ? "for the better" : "for the worse")}, p = {p:0.000}."
        : "";

    public IEnumerable<(string Name, string Text)> Sheet
    {
        get
        {
            var (indicator, definition) = (History.Indicator, History.Indicator.Definition);
            (string Name, string? Text)[] all =
            [
                ("What is counted", indicator.Meaning), ("Numerator", indicator.Numerator), ("Denominator", indicator.Denominator), ("Worked out as", indicator.Formula?.ToString()),
                ("Source", indicator.Source), ("Unit", definition.Unit.Name), ("Measured", definition.Frequency.Adjective()), ("Better", definition.Polarity is { } polarity ? Core.Targets.Polarities.Name(polarity) : null),
                ("Year to date by", $"{definition.RollUp.Name()}{(definition.Basis == Basis.Cumulative ? ", figures are for the year so far" : "")}"), ("Due", indicator.LagDays == 0 ? "at the end of its period" : $"{indicator.LagDays} days after the end of its period"),
                ("Counted from", indicator.Since?.ToString("dd/MM/yyyy")), ("Definition changed", indicator.Breaks.Count == 0 ? null : string.Join(", ", indicator.Breaks.Select(day => day.ToString("dd/MM/yyyy")))), ("Why it changed", indicator.DefinitionReason),
                ("Why it was chosen", indicator.Rationale), ("Statutory duty", indicator.Duty), ("Priority", indicator.Priority), ("Contract", indicator.Contract),
                ("Owner", indicator.Owner?.Title), ("Approver", indicator.Approver?.Title), ("Part of", indicator.PartOf),
                ("Reported to", string.Join(", ", indicator.Committees.Select(committee => committee.Name).Concat(indicator.Reports.Select(report => report.Name)))),
            ];
            return all.Where(row => !string.IsNullOrWhiteSpace(row.Text)).Select(row => (row.Name, row.Text!));
        }
    }

    public async Task OnGetAsync(string reference, CancellationToken cancel)
    {
        History = Now.Find(reference)!;
        var definition = History.Indicator.Definition;
        Latest = Now.LatestOf(History);
        Chart = DrawnChart.Of(Latest, Register.Council.Colour);
        var ended = Period.EndedBy(definition.Frequency, Now.Day);
        var next = History.Figures.LastOrDefault(figure => figure.Observation.IsPresent || figure.Observation.Marker != Marker.None)?.Period.Next ?? ended;
        NextDue = History.Indicator.Formula is null && next <= ended && History.Indicator.CountedIn(next) ? next : null;
        Pages = new PageLinks(PageNumber, PageLength, History.Figures.Count, number => Addresses.Indicator(History.Indicator.Ref) + QueryText.Of(("page-number", number.ToString(CultureInfo.InvariantCulture)), ("set", Set)));
        Rows = [.. History.SeriesTo(Latest.Period).Figures().Where(pair => pair.Figure.Value is not null || History.Figures.Any(figure => figure.Period == pair.Period)).Reverse()
            .Skip((Pages.Number - 1) * PageLength).Take(PageLength).Select(Of)];
        Actions = [.. History.Commentaries.Where(said => said.Action is not null || said.Cause is not null || said.Context is not null).OrderByDescending(said => said.Period).Take(3)];
        Questions = [.. Now.Questions.Where(question => question.Ref == History.Indicator.Ref)];
        var (definitions, levels) = await IndicatorRecord.ReadAsync(store, History.Indicator.Ref, cancel);
        Beside = await BesideAsync(cancel);
        Changes = [.. definitions.Concat(levels).OrderByDescending(version => version.Entry).Take(50)];
    }

    private async Task<IReadOnlyList<(BesideMetric, Position?)>> BesideAsync(CancellationToken cancel)
    {
        List<(BesideMetric, Position?)> all = [];
        foreach (var link in Register.Links.Where(link => link.Ref == History.Indicator.Ref && May("/Outcomes/Metric")))
        {
            var national = await reference.ReadAsync(Register.Council.Code, string.IsNullOrEmpty(Set) ? null : Set, Register.Groups, Now.Day, latest => latest.FirstOrDefault(edition => edition.Find(link.MetricId) is not null), cancel);
            if (national?.Framework.Find(link.MetricId) is { } metric)
            {
                var position = national.Positions.GetValueOrDefault(metric.Id);
                all.Add((BesideMetric.Of(link, metric, History, position is { Serves: { } serves } ? new PublishedMetric(serves, position.Series, position.Figure) : null), position));
                National = national;
            }
        }

        return all;
    }

    private Row Of((Period Period, JudgedFigure Figure) pair) => new(
        pair.Period, pair.Figure.Value is { } value ? History.Indicator.Definition.Unit.Print(value, pair.Figure.Decimals) : "No figure", pair.Figure,
        Now.States.TryGetValue((History.Indicator.Ref, pair.Period), out var state) && state.State != CollectionState.Awaited ? state.State : null);

    public sealed record Row(Period Period, string Value, JudgedFigure Figure, CollectionState? State);
}
