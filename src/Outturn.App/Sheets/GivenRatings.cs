using Outturn.App.Reconcile;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;

namespace Outturn.App.Sheets;

/// <summary>The ratings that a sheet gives are compared with ours, and never believed.</summary>
internal static class GivenRatings
{
    private const int MostExplained = 10;

    public static IEnumerable<string> Compare(IEnumerable<(IndicatorHistory Indicator, IReadOnlyList<(Period Period, SheetCell Cell)> Given)> indicators)
    {
        var (same, unrated, different) = (0, 0, new List<string>());
        foreach (var (indicator, given) in indicators)
        {
            foreach (var (period, cell) in given)
            {
                if (RatingText.Read(cell.Text) is not { } theirs || indicator.SeriesTo(period).Rate(period) is not { } ours)
                {
                    continue;
                }

                if (ours.Latest.Rating?.Colour is not { } colour)
                {
                    unrated++;
                }
                else if (colour == theirs)
                {
                    same++;
                }
                else
                {
                    different.Add($"{indicator.Indicator.Ref} for {period} is {theirs} in the sheet ({cell.Address}): {WhyRated.Of(indicator.Indicator.Definition, ours.Latest)}");
                }
            }
        }

        if (same + unrated + different.Count == 0)
        {
            return [];
        }

        var left = different.Count - MostExplained;
        return
        [
            $"Ratings given are compared with ours and not taken over: {same} the same, {different.Count} different, {unrated} where ours is not rated.",
            .. different.Take(MostExplained),
            .. left > 0 ? [$"{left} more given {(left == 1 ? "rating differs" : "ratings differ")} from ours."] : Array.Empty<string>(),
        ];
    }
}
