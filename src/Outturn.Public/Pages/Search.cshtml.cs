using Microsoft.AspNetCore.Mvc;
using Outturn.Public.Parts;
using Outturn.Public.Site;
using Outturn.Reports.Issued;

namespace Outturn.Public.Pages;

/// <summary>Indicators, metrics and reports that have all of some words.</summary>
internal sealed class SearchModel : PublicPage
{
    private const int PerPage = 25;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "page")]
    public int Number { get; set; } = 1;

    public override string Title => "Search";

    public override IReadOnlyList<(string Text, string Address)> Way => [("Home", "/")];

    /// <summary>Those first whose ref or title has the words.</summary>
    public IReadOnlyList<PublicIndicator> Indicators { get; private set; } = [];

    public IReadOnlyList<PublicPaper> Papers { get; private set; } = [];

    /// <summary>Metrics of outcomes frameworks.</summary>
    public IReadOnlyList<(PublicFramework Framework, IssuedMetric Metric)> Metrics { get; private set; } = [];

    public ListPage<PublicIndicator> List { get; private set; } = null!;

    public void OnGet()
    {
        if (!string.IsNullOrWhiteSpace(Q))
        {
            Indicators = [.. IndicatorFilter.Apply(Now, Q, null, null, null, null).OrderByDescending(found => found.Ref.Equals(Q.Trim(), StringComparison.OrdinalIgnoreCase)).ThenByDescending(found => IndicatorFilter.Has(Q, found.Ref, found.Shown.Title)).ThenByDescending(found => found.IsCurrent)];
            Papers = [.. Now.Papers.Where(paper => IndicatorFilter.Has(Q, paper.Title, paper.Group, paper.Name, paper.Dashboard?.Year)).OrderByDescending(paper => paper.Last.Number).Take(PerPage)];
            Metrics = [.. Now.Frameworks.SelectMany(framework => framework.Content.Metrics.Where(metric => IndicatorFilter.Has(Q, metric.Id, metric.Title, framework.Name)).Select(metric => (framework, metric))).Take(PerPage)];
        }

        List = ListPage<PublicIndicator>.Of(Indicators, Number, PerPage, Request);
    }
}
