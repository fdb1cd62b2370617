using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Outturn.Public.Parts;
using Outturn.Public.Site;

namespace Outturn.Public.Pages;

/// <summary>All indicators, found by words and narrowed by what they are.</summary>
internal sealed class IndicatorsModel : PublicPage
{
    private const int PerPage = 40;

    /// <summary>What one may sort by, and the columns that one may not.</summary>
    public static readonly (string Name, string Text)[] Columns = [("title", "Indicator"), ("rating", "Rating"), ("service", "Service"), ("period", "Period"), ("", "Figure")];

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Service { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Report { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Rating { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>A column, with a minus before it for the other way round; by ref where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "page")]
    public int Number { get; set; } = 1;

    public override string Title => "Indicators";

    public override string Section => "/indicators";

    public override IReadOnlyList<(string Text, string Address)> Way => [("Home", "/")];

    public ListPage<PublicIndicator> List { get; private set; } = null!;

    public int Count { get; private set; }

    /// <summary>What was asked for and is not among them is shown too: nothing is chosen that one does not see.</summary>
    public IEnumerable<(string Name, string Label, IEnumerable<(string Value, string Text)> Options, string? Chosen)> Choices =>
        Known.Select(choice => string.IsNullOrWhiteSpace(choice.Chosen) || choice.Options.Any(option => option.Value.Equals(choice.Chosen, StringComparison.OrdinalIgnoreCase))
            ? choice : choice with { Options = choice.Options.Append((choice.Chosen, $"{choice.Chosen} (unknown)")) });

    private (string Name, string Label, IEnumerable<(string Value, string Text)> Options, string? Chosen)[] Known =>
    [
        ("service", "Service", Now.Indicators.Select(indicator => indicator.Shown.Service).Distinct().Order(StringComparer.Ordinal).Select(name => (name, name)), Service),
        ("report", "Committee or report", Now.Groups.Where(group => group.Latest?.Dashboard is not null).Select(group => (group.Name, group.Short)), Report),
        ("rating", "Rating", PublicIndicator.Ratings.Select(name => (name, name)), Rating),
        ("kind", "Kind", [("kpi", "KPI"), ("activity", "Activity")], Kind),
    ];

    public void OnGet()
    {
        var found = IndicatorFilter.Apply(Now, Q, Service, Report, Rating, Kind).OrderByDescending(indicator => indicator.IsCurrent);
        var down = Sort?.StartsWith('-') == true;
        IOrderedEnumerable<PublicIndicator> By<T>(Func<PublicIndicator, T> key) => down ? found.ThenByDescending(key) : found.ThenBy(key);
        PublicIndicator[] sorted =
        [
            .. (Sort?.TrimStart('-')) switch
            {
                "title" => By(indicator => indicator.Shown.Title),
                "rating" => By(indicator => indicator.Place),
                "service" => By(indicator => indicator.Shown.Service),
                "period" => By(indicator => indicator.Shown.LastDay),
                _ => found,
            },
        ];
        (Count, List) = (sorted.Length, ListPage<PublicIndicator>.Of(sorted, Number, PerPage, Request));
    }

    /// <summary>The same list by a column; the other way round where it is by that already.</summary>
    public string SortLink(string column) =>
        Request.Path + QueryString.Create(Request.Query.Where(part => part.Key is not ("page" or "sort") && !string.IsNullOrEmpty(part.Value)).Append(new("sort", Sort == column ? "-" + column : column))).Value;

    public string? AriaSort(string column) => column.Length == 0 || Sort?.TrimStart('-') != column ? null : Sort.StartsWith('-') ? "descending" : "ascending";
}
