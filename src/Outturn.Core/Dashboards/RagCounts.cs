using Outturn.Core.Ratings;

namespace Outturn.Core.Dashboards;

/// <summary>How many KPIs are Green, Amber, Red and not rated. Not rated is counted, never left out (RULES 2).</summary>
public readonly record struct RagCounts(int Green, int Amber, int Red, int NotRated)
{
    public int Total => Green + Amber + Red + NotRated;

    public int Rated => Green + Amber + Red;

    public static RagCounts Of(IEnumerable<Rating> ratings)
    {
        var counts = default(RagCounts);
        foreach (var rating in ratings)
        {
            counts = rating.Colour switch
            {
                RagRating.Green => counts with { Green = counts.Green + 1 },
                RagRating.Amber => counts with { Amber = counts.Amber + 1 },
                RagRating.Red => counts with { Red = counts.Red + 1 },
                _ => counts with { NotRated = counts.NotRated + 1 },
            };
        }

        return counts;
    }
}
