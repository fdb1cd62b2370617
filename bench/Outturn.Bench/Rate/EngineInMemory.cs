using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;

namespace Outturn.Bench.Rate;

/// <summary>The engine alone: series that are in memory already, rated on all cores, every result made.</summary>
internal sealed class EngineInMemory
{
    private readonly List<(Definition Definition, SeriesPoint[] Points)> series = [];

    public EngineInMemory(int rows)
    {
        var random = new Random(20200729);
        for (var made = 0; made < rows; made += series[^1].Points.Length)
        {
            var rollUp = (RollUp)(series.Count % 5);
            var definition = new Definition(
                IndicatorKind.Kpi, new Unit(rollUp == RollUp.Sum ? "number" : "%"), 1, Polarity.HigherIsBetter, Frequency.Month, rollUp);
            series.Add((definition, Points(rollUp, random)));
        }
    }

    public int Rows => series.Sum(one => one.Points.Length);

    public void Rate()
    {
        var rated = 0;
        Parallel.ForEach(series, one => Interlocked.Add(ref rated, new Series(one.Definition, one.Points).Rate().Count));
        if (rated != Rows)
        {
            throw new InvalidOperationException($"{rated} of {Rows} rows were rated.");
        }
    }

    private static SeriesPoint[] Points(RollUp rollUp, Random random)
    {
        var target = new Target(90, 85, Polarity.HigherIsBetter);
        var first = Period.Month(2015, 4);
        return [.. Enumerable.Range(0, 60).Select(month =>
        {
            var whole = random.Next(50, 900);
            var counts = new Counts(whole * random.Next(80, 99) / 100, whole);
            var observation = rollUp is RollUp.Sum or RollUp.Latest
                ? new Observation(random.Next(800, 990) / 10m)
                : new Observation(null, counts);
            return new SeriesPoint(first with { Ordinal = first.Ordinal + month }, observation, target);
        })];
    }
}
