using System.Buffers.Text;
using System.Globalization;
using Outturn.Core.National;
using Outturn.Core.Neighbours;
using Outturn.Core.Targets;
using SQLitePCL;

namespace Outturn.App.Reference;

/// <summary>Every value of every council in the store as columns in memory: a question about all of England is one walk over them.</summary>
public sealed class CouncilFigures
{
    private readonly List<Slice> slices = [];
    private readonly List<int> councils = [];
    private readonly List<decimal> values = [];
    private readonly Tiers[] tiers;

    private CouncilFigures(IReadOnlyList<Area> areas) => (Areas, tiers) = (areas, [.. areas.Select(area => area.Tiers)]);

    /// <summary>Today's councils, by code.</summary>
    public IReadOnlyList<Area> Areas { get; }

    /// <summary>How many values there are.</summary>
    public int Count => values.Count;

    /// <summary>How many pairs of a series and a period.</summary>
    public int Slices => slices.Count;

    internal static CouncilFigures Read(sqlite3 handle, IReadOnlyList<Area> councils, IReadOnlyDictionary<string, int> ids, IReadOnlyDictionary<int, Polarity?> polarities, CancellationToken cancel)
    {
        var figures = new CouncilFigures(councils);
        var placeOf = new int[ids.Values.Max() + 1];
        Array.Fill(placeOf, -1);
        for (var i = 0; i < councils.Count; i++)
        {
            placeOf[ids[councils[i].Code]] = i;
        }

        // In the order of the primary key: a series and a period stand together.
        raw.sqlite3_prepare_v2(handle, "SELECT series, period, area, value FROM figure WHERE value IS NOT NULL ORDER BY series, period, area", out var rows);
        using (rows)
        {
            while (raw.sqlite3_step(rows) == raw.SQLITE_ROW)
            {
                if (placeOf[raw.sqlite3_column_int(rows, 2)] is >= 0 and var council)
                {
                    figures.Add(raw.sqlite3_column_int(rows, 0), raw.sqlite3_column_int(rows, 1), council, Number(raw.sqlite3_column_blob(rows, 3)), polarities);
                }

                if (figures.Count % 65_536 == 0)
                {
                    cancel.ThrowIfCancellationRequested();
                }
            }
        }

        return figures;
    }

    /// <summary>The place of every council in every series and period, in the order in which they were read.</summary>
    public PlaceInEngland[] Place()
    {
        var places = new PlaceInEngland[values.Count];
        var (who, what) = (councils.ToArray(), values.ToArray());
        Parallel.ForEach(slices, slice => EnglandWide.Place(tiers, who.AsSpan(slice.From, slice.Count), what.AsSpan(slice.From, slice.Count), slice.Polarity, places.AsSpan(slice.From, slice.Count)));
        return places;
    }

    private void Add(int series, int period, int council, decimal value, IReadOnlyDictionary<int, Polarity?> polarities)
    {
        if (slices is not [.., { } last] || last.Series != series || last.Period != period)
        {
            slices.Add(last = new Slice(series, period, values.Count, polarities[series]));
        }

        last.Count++;
        councils.Add(council);
        values.Add(value);
    }

    private static decimal Number(ReadOnlySpan<byte> text) => Utf8Parser.TryParse(text, out decimal value, out var read) && read == text.Length ? value : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private sealed class Slice(int series, int period, int from, Polarity? polarity)
    {
        public int Series => series;

        public int Period => period;

        public int From => from;

        public Polarity? Polarity => polarity;

        public int Count { get; set; }
    }
}
