using Outturn.Core.National;
using Outturn.Core.Targets;

namespace Outturn.Core.Neighbours;

/// <summary>One council's place among all of England's that share a tier with it.</summary>
/// <param name="Council">Its place in the list of councils.</param>
/// <param name="SharedBy">How many have its value, itself included.</param>
/// <param name="WithValue">Among how many.</param>
public readonly record struct PlaceInEngland(int Council, decimal Value, int Rank, int SharedBy, int WithValue, decimal? Median, int? Quartile);

/// <summary>Every council's place at once, for one series and period, by the rule by which <see cref="Standing"/> tells one.</summary>
/// <remarks>A district is placed among councils with a district's duties, a county among those with a county's, and a council that has both among all.</remarks>
public static class EnglandWide
{
    /// <param name="tiers">Of all councils.</param>
    /// <param name="councils">Those that have a value, by their places in that list.</param>
    /// <param name="values">Theirs.</param>
    /// <param name="places">Room for as many.</param>
    public static void Place(ReadOnlySpan<Tiers> tiers, ReadOnlySpan<int> councils, ReadOnlySpan<decimal> values, Polarity? polarity, Span<PlaceInEngland> places)
    {
        Ranking? all = null, lower = null, upper = null;
        for (var i = 0; i < councils.Length; i++)
        {
            var ranking = tiers[councils[i]] switch
            {
                Tiers.Lower => lower ??= Of(Tiers.Lower, tiers, councils, values, polarity),
                Tiers.Upper => upper ??= Of(Tiers.Upper, tiers, councils, values, polarity),
                _ => all ??= new Ranking(values, polarity),
            };
            var value = values[i];
            var rank = ranking.RankOf(value);
            places[i] = new PlaceInEngland(councils[i], value, rank, ranking.Sharing(value), ranking.Count, ranking.Median, ranking.QuartileAt(rank));
        }
    }

    private static Ranking Of(Tiers tier, ReadOnlySpan<Tiers> tiers, ReadOnlySpan<int> councils, ReadOnlySpan<decimal> values, Polarity? polarity)
    {
        var (sharing, count) = (new decimal[values.Length], 0);
        for (var i = 0; i < councils.Length; i++)
        {
            if ((tiers[councils[i]] & tier) != Tiers.None)
            {
                sharing[count++] = values[i];
            }
        }

        return new Ranking(sharing.AsSpan(0, count), polarity);
    }
}
