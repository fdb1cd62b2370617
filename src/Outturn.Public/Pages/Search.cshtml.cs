using Microsoft.AspNetCore.Mvc;
using Outturn.Core.Indicators;
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

    /// <summary>What was typed holds nothing that could be looked for.</summary>
    public bool IsPunctuation => !string.IsNullOrWhiteSpace(Q) && SearchWords.Of(Q).IsNone;

    public bool IsEmpty => Indicators.Count + Papers.Count + Metrics.Count == 0;

    /// <summary>Published words that are near to what was typed, and are found; null where there are none.</summary>
    public string? Meant { get; private set; }

    public void OnGet()
    {
        var asked = SearchWords.Of(Q);
        if (!asked.IsNone)
        {
            Indicators = [.. IndicatorFilter.Apply(Now, Q, null, null, null, null).OrderByDescending(found => found.Ref.Equals(Q!.Trim(), StringComparison.OrdinalIgnoreCase)).ThenByDescending(found => asked.AreIn(found.Ref, found.Shown.Title)).ThenByDescending(found => found.IsCurrent)];
            Papers = [.. PapersOf(asked).OrderByDescending(paper => paper.Last.Number).Take(PerPage)];
            Metrics = [.. MetricsOf(asked).Take(PerPage)];
            Meant = IsEmpty && PublishedWords.Of(Now).Nearest(asked) is { } near && Finds(near) ? near : null;
        }

        List = ListPage<PublicIndicator>.Of(Indicators, Number, PerPage, Request);
    }

    private bool Finds(string words) => SearchWords.Of(words) is var asked && (IndicatorFilter.Apply(Now, words, null, null, null, null).Any() || PapersOf(asked).Any() || MetricsOf(asked).Any());

    private IEnumerable<PublicPaper> PapersOf(SearchWords asked) => Now.Papers.Where(paper => asked.AreIn(paper.Title, paper.Group, paper.Name, paper.Dashboard?.Year));

    private IEnumerable<(PublicFramework Framework, IssuedMetric Metric)> MetricsOf(SearchWords asked) =>
        Now.Frameworks.SelectMany(framework => framework.Content.Metrics.Where(metric => asked.AreIn(metric.Id, metric.Title, framework.Name)).Select(metric => (framework, metric)));
}
