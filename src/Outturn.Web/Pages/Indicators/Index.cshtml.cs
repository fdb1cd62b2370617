using Microsoft.AspNetCore.Mvc;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Ratings;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>The register: every indicator that one may see, to search, filter, sort and page through.</summary>
public sealed class IndicatorsModel : StaffPage
{
    private const int PageLength = 50;
    private const string Ended = "ended";
    private const string Kpis = "kpi";
    private const string Unrated = "none";

    public static readonly (string Value, string Text)[] Kinds = [("", "KPI or activity"), (Kpis, "KPI"), ("activity", "Activity")];
    public static readonly (string Value, string Text)[] Ratings =
        [("", "Any"), .. Enum.GetValues<RagRating>().Select(rating => (rating.ToString().ToLowerInvariant(), rating.ToString())), (Unrated, "Not rated")];
    public static readonly (string Value, string Text)[] CountedOptions = [("", "Today"), (Ended, "No longer"), ("all", "Ever")];
    public static readonly (string Column, string Text)[] Columns = [("ref", "Indicator"), ("service", "Service"), ("kind", "Kind"), ("latest", "Latest"), ("rating", "Rating")];

    public override string Title => "Indicators";

    public override string Section => "indicators";

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Service { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Rating { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Counted { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Sort { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int PageNumber { get; set; } = 1;

    public int Count { get; private set; }

    public IReadOnlyList<DashboardIndicator> Rows { get; private set; } = [];

    public PageLinks Pages { get; private set; } = null!;

    public IEnumerable<(string Value, string Text)> Services =>
        [("", "Every service"), .. Register.Services.Where(service => !Me.IsOfOwnServices || Me.Has(service.Name)).Select(service => (service.Name, service.Name))];

    public void OnGet()
    {
        if (Now.Register is null)
        {
            return;
        }

        var asked = SearchWords.Of(Q);
        var found = Register.Indicators.Where(history => Me.Sees(history.Indicator) && IsFound(history.Indicator, asked)).Select(Now.LatestOf).Where(HasRating).ToList();
        Count = found.Count;
        Pages = new PageLinks(PageNumber, PageLength, Count, number => Link(Sort, number));
        Rows = [.. Sorted(found).Skip((Pages.Number - 1) * PageLength).Take(PageLength)];
    }

    public string? AriaSort(string column) => Sort == column ? "ascending" : Sort == "-" + column ? "descending" : null;

    public string SortLink(string column) => Link(Sort == column ? "-" + column : column, 1);

    private string Link(string sort, int number) =>
        "/indicators" + QueryText.Of(("q", Q), ("service", Service), ("kind", Kind), ("rating", Rating), ("counted", Counted), ("sort", sort), ("page-number", number == 1 ? null : number.ToString()));

    private bool IsFound(Indicator indicator, SearchWords asked) =>
        (string.IsNullOrWhiteSpace(Q) || asked.AreIn(indicator.Ref, indicator.Title, indicator.Meaning, indicator.Service.Name, indicator.Owner?.Title, indicator.Source))
        && (string.IsNullOrEmpty(Service) || indicator.Service.Name == Service)
        && (string.IsNullOrEmpty(Kind) || (Kind == Kpis) == (indicator.Definition.Kind == IndicatorKind.Kpi))
        && (Counted == "all" || (indicator.Until < Now.Day) == (Counted == Ended));

    private bool HasRating(DashboardIndicator row) => Rating switch
    {
        null or "" => true,
        Unrated => row.IsKpi && row.Latest.Colour is null,
        _ => row.IsKpi && Enum.TryParse<RagRating>(Rating, ignoreCase: true, out var asked) && row.Latest.Colour == asked,
    };

    private IEnumerable<DashboardIndicator> Sorted(IEnumerable<DashboardIndicator> rows) => Sort.TrimStart('-') switch
    {
        "ref" => By(rows, row => row.Indicator.Ref),
        "service" => By(rows, row => row.Indicator.Service.Order),
        "kind" => By(rows, row => (row.Definition.Kind, row.Definition.Frequency)),
        "rating" => By(rows, row => row.Latest.Colour is { } colour ? (int)colour : row.IsKpi ? 3 : 4),
        _ => rows,
    };

    private IEnumerable<DashboardIndicator> By<T>(IEnumerable<DashboardIndicator> rows, Func<DashboardIndicator, T> key) =>
        Sort.StartsWith('-') ? rows.OrderByDescending(key) : rows.OrderBy(key);
}
