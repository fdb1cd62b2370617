using Outturn.Core.Targets;

namespace Outturn.Core.Neighbours;

/// <summary>Where values stand among each other: competition ranks, the median and quarters (RULES 10).</summary>
/// <remarks>The best comes first by polarity, and the highest where none is agreed. Equal values share the best place.</remarks>
public sealed class Ranking
{
    public const int FewestForMedian = 3;
    public const int FewestForQuartile = 8;

    private readonly decimal[] inOrder;
    private readonly bool lowestFirst;

    /// <param name="values">All there are, our own too.</param>
    public Ranking(ReadOnlySpan<decimal> values, Polarity? polarity)
    {
        inOrder = values.ToArray();
        lowestFirst = polarity == Polarity.LowerIsBetter;
        Array.Sort(inOrder);
        Median = Count < FewestForMedian ? null : Count % 2 == 1 ? inOrder[Count / 2] : (inOrder[Count / 2 - 1] + inOrder[Count / 2]) / 2;
    }

    public int Count => inOrder.Length;

    /// <summary>Of all values; null where there are fewer than three.</summary>
    public decimal? Median { get; }

    /// <summary>1 and the number of values that are better.</summary>
    public int RankOf(decimal value) => 1 + (lowestFirst ? Below(value, orEqual: false) : Count - Below(value, orEqual: true));

    /// <summary>How many have this value.</summary>
    public int Sharing(decimal value) => Below(value, orEqual: true) - Below(value, orEqual: false);

    /// <summary>1 for the quarter of places that comes first, to 4; null where there are fewer than eight values.</summary>
    public int? QuartileOf(decimal value) => QuartileAt(RankOf(value));

    /// <summary>The quarter in which a rank lies.</summary>
    public int? QuartileAt(int rank) => Count < FewestForQuartile ? null : 1 + 4 * (rank - 1) / Count;

    private int Below(decimal value, bool orEqual)
    {
        var (from, to) = (0, inOrder.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (inOrder[middle] < value || (orEqual && inOrder[middle] == value))
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return from;
    }
}
