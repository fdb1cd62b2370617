using Outturn.Core.Outcomes;
using Outturn.Core.National;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>The outcomes of the framework, each with its coverage and where the council stands.</summary>
public sealed class OutcomesModel(LiveReference reference) : OutcomesPage(reference)
{
    public override string Title => "Outcomes";

    public override (string Text, string Address)? Back => null;

    public async Task OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel);

    /// <summary>How many of an outcome's metrics have a published figure for the area, in which half of places they lie, and how many are out of date.</summary>
    public string? Position(OutcomeCoverage outcome)
    {
        var positions = outcome.Metrics.Select(metric => National!.Positions.GetValueOrDefault(metric.Metric.Id)).OfType<App.Outcomes.Position>().ToList();
        if (positions.Count == 0)
        {
            return null;
        }

        var placed = positions.Where(position => position.Standing.Quartile is not null && position.Standing.Polarity is not null).ToList();
        var old = positions.Count(position => position.Standing.Age == FigureAge.OutOfDate);
        return $"{Core.Papers.Words.Capital(Core.Papers.Words.Count(positions.Count, "published figure"))}"
            + (placed.Count == 0 ? "" : $", {(placed.Count(position => position.Standing.Quartile <= 2) is > 0 and var better ? Core.Papers.Words.Number(better) : "none")} of {Core.Papers.Words.Number(placed.Count)} in the better half of places")
            + (old == 0 ? "" : $", {Core.Papers.Words.Number(old)} out of date") + ".";
    }
}
