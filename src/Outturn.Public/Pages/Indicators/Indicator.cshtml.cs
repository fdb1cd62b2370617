using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Outturn.Core.Papers;
using Outturn.Public.Parts;
using Outturn.Public.Site;
using Outturn.Reports.Issued;

namespace Outturn.Public.Pages;

/// <summary>An indicator at the address that it keeps.</summary>
internal sealed class IndicatorModel : PublicPage
{
    public const int FewReports = 12;

    public PublicIndicator Found { get; private set; } = null!;

    public override string Title => $"{Found.Ref} {Found.Shown.Title}";

    public override string Section => "/indicators";

    public override IReadOnlyList<(string Text, string Address)> Way =>
        [("Home", "/"), ("Indicators", "/indicators")];

    public override string? Description => Found.Shown.Meaning;

    /// <summary>The metrics of outcomes frameworks that it stands to.</summary>
    public IReadOnlyList<(PublicFramework Framework, IssuedMetric Metric, IssuedLink Link)> Metrics => [.. Now.MetricsOf(Found.Ref)];

    /// <summary>What is counted and how, as far as it is said.</summary>
    public IEnumerable<(string Name, string Text)> Facts
    {
        get
        {
            var shown = Found.Shown;
            (string, string?)[] facts =
            [
                ("What is counted", Counted(shown.NumeratorIs, shown.Numerator)),
                ("Out of", Counted(shown.DenominatorIs, shown.Denominator)),
                ("Source", shown.Source),
                ("Unit", shown.Unit),
                ("Measured", $"every {shown.Frequency}"),
                ("Better is", shown.Polarity),
                ("Why it was chosen", shown.Rationale),
                ("Definition changed", shown.Breaks.Count > 0 ? Words.List(shown.Breaks.Select(Words.Date)) : null),
                ("Reported to", Found.Groups.Count > 0 ? Words.List(Found.Groups) : null),
            ];
            return facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Item2)).Select(fact => (fact.Item1, fact.Item2!));
        }
    }

    public IActionResult OnGet(string reference)
    {
        var asked = Uri.UnescapeDataString(reference);
        if (Now.Indicator(asked) is not { } found)
        {
            return Now.Gone.Indicator(asked) is null ? NotFound() : StatusCode(StatusCodes.Status410Gone);
        }

        Found = found;
        return found.Ref == asked ? Page() : RedirectPermanent(found.Address);
    }

    /// <summary>What it is and how many there were: the number is asked for as often as the percentage.</summary>
    private static string? Counted(string? what, decimal? count) =>
        count is { } known ? $"{(string.IsNullOrWhiteSpace(what) ? "" : what + ": ")}{new Core.Indicators.Unit(Core.Indicators.Unit.Number).PrintLevel(known, 0)}" : what;
}
