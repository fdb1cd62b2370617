using Outturn.Core.Indicators;

namespace Outturn.Reports.Papers;

/// <summary>The chart of a published metric: an area's figures beside the median of its neighbours.</summary>
public static class MetricChart
{
    private const int Fewest = 2;

    /// <param name="standing">Where the area stands, in words: the alt text's end.</param>
    /// <returns>Null where there are fewer than two periods.</returns>
    public static Chart? Of(string title, string standing, IReadOnlyList<(string Period, decimal? Ours, decimal? Median)> periods, Unit unit, int decimals) => periods.Count < Fewest ? null : new Chart(
        "Trend", $"{title}, over time, beside the median of its neighbours", $"{title}, {periods[0].Period} to {periods[^1].Period}: {standing}", [.. periods.Select(period => period.Period)],
        [new Line("Median", LineKind.PreviousYear, [.. periods.Select(period => period.Median)]), new Line("Our area", LineKind.Actual, [.. periods.Select(period => period.Ours)])],
        unit, decimals);
}
