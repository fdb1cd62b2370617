using Microsoft.AspNetCore.Mvc;
using Outturn.Core.Indicators;
using Outturn.Reports;
using Outturn.Reports.Charts;
using Outturn.Reports.Issued;
using Outturn.Reports.Papers;

namespace Outturn.Public.Pages;

/// <summary>One metric: what is published of it, here and in similar councils, and what the council counts itself.</summary>
internal sealed class MetricModel : OutcomePage
{
    public IssuedMetric Found { get; private set; } = null!;

    public override string Title => Found.Title;

    public override IReadOnlyList<(string Text, string Address)> Way =>
        [.. base.Way, .. Framework.OutcomesOf(Found).Take(1).Select(outcome => (outcome.Name, Framework.AddressOf(outcome)))];

    public override string? Description => Found.Published?.Sentence;

    /// <summary>Our figures beside the median of similar councils over time; null where there are fewer than two periods.</summary>
    public Chart? Trend => Found.Published is { } published
        ? MetricChart.Of(Found.Title, published.Sentence, [.. published.OverTime.Select(time => (time.Period, time.Ours, time.Median))], new Unit(published.Unit), published.Decimals)
        : null;

    public string Strip(IssuedPublished published, int width) =>
        DotStrip.Of("strip", $"{Framework.Content.Area} among similar councils", published.Sentence, [.. published.Places.Select(place => place.Value)], published.Median, new Unit(published.Unit), published.Decimals, width);

    public IActionResult OnGet(string framework, string id)
    {
        if (!Find(framework) || Framework.Metric(id) is not { } found)
        {
            return Missing(framework);
        }

        Found = found;
        return found.Id == id ? Page() : RedirectPermanent(Framework.AddressOf(found));
    }
}
