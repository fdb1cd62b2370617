using Microsoft.Data.Sqlite;
using Outturn.App.Reference;
using Outturn.Core.Neighbours;

namespace Outturn.Bench.National;

/// <summary>National data: taken in, and asked about all of England at once beside the same asked of the database in SQL.</summary>
internal sealed class NationalBenchmark : Benchmark
{
    /// <summary>Rank, quarter and median of every council of every series and period, as SQL can say them in floating point; nobody's tier is looked at.</summary>
    private const string InSql = """
        WITH placed AS (
            SELECT f.series, f.period, CAST(f.value AS REAL) AS value,
                rank() OVER (PARTITION BY f.series, f.period ORDER BY CAST(f.value AS REAL) DESC) AS rank,
                row_number() OVER (PARTITION BY f.series, f.period ORDER BY CAST(f.value AS REAL) DESC) AS place,
                count(*) OVER (PARTITION BY f.series, f.period) AS n
            FROM figure f JOIN area a ON a.id = f.area AND a.tiers > 0 AND a.listed = 1 AND a.code NOT IN (SELECT area FROM superseded) WHERE f.value IS NOT NULL),
        medians AS (SELECT series, period, avg(value) AS median FROM placed WHERE n >= 3 AND place IN ((n + 1) / 2, (n + 2) / 2) GROUP BY series, period)
        SELECT count(*), total(p.rank), total(CASE WHEN n >= 8 THEN 1 + 4 * (p.rank - 1) / n END), total(m.median) FROM placed p LEFT JOIN medians m ON m.series = p.series AND m.period = p.period
        """;

    public override string Name => "national";

    public override IEnumerable<Measurement> Run(BenchFolder folder)
    {
        string[] stores = [folder.NewStore("reference-1.db"), folder.NewStore("reference-2.db"), folder.NewStore("reference-3.db")];
        foreach (var store in stores)
        {
            WholeProcess.Run(folder.Outturn, "reference", "import", Path.Combine(folder.Root, "data"), "--reference", store);
        }

        var national = Path.Combine(folder.Root, "tests", "Fixtures", "national");
        yield return new Measurement(
            "outturn reference import, 880,148 figures from 54 packed files", [.. stores.Select(store => WholeProcess.Run(folder.Outturn, "reference", "import", national, "--reference", store))], "30 s, 400 MB");
        yield return new Measurement("the same files again: nothing changes", [WholeProcess.Run(folder.Outturn, "reference", "import", national, "--reference", stores[0])]);

        using var store1 = new Opened(stores[0]);
        var figures = store1.Figures();
        yield return InProcess.Measure(5, $"all councils placed in every series and period ({figures.Count:N0} values, {figures.Slices:N0} pairs), from the store", () => store1.Figures().Place()) with { Goal = "1 s" };
        yield return InProcess.Measure(5, "the same, once the values are in memory", () => figures.Place());
        yield return InProcess.Measure(3, "peer: the same asked of SQLite in SQL", () => AskInSql(stores[0], figures.Count)) with { Remark = "floating point, all councils as one tier, results only summed" };
        yield return InProcess.Measure(5, "neighbours of 317 councils by 20 variables, k = 15", Neighbours) with { Goal = "0.2 s" };
    }

    private static void AskInSql(string path, int expected)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = InSql;
        using var row = command.ExecuteReader();
        row.Read();
        if (row.GetInt64(0) != expected)
        {
            throw new InvalidOperationException($"SQL placed {row.GetInt64(0)} values, and there are {expected}.");
        }
    }

    private static void Neighbours()
    {
        var random = new Random(20261122);
        var variables = Enumerable.Range(0, 20).Select(i => new ModelVariable($"variable {i}", 1 + i % 3, i % 4 == 0 ? Transform.Log : Transform.None)).ToList();
        var places = Enumerable.Range(0, 317).Select(i => new ModelPlace($"E{i:D8}", [.. variables.Select(_ => (decimal?)(1 + random.Next(100_000) / 7m))])).ToList();
        var model = new NeighbourModel(variables, places);
        if (model.Codes.Sum(code => model.Of(code).Count) != 317 * NeighbourModel.UsualCount)
        {
            throw new InvalidOperationException("Every council has fifteen neighbours.");
        }
    }

    private sealed class Opened(string path) : IDisposable
    {
        private readonly ReferenceStore store = ReferenceStore.OpenAsync(path, default).GetAwaiter().GetResult().Store!;

        public CouncilFigures Figures() => store.CouncilFiguresAsync(default).GetAwaiter().GetResult();

        public void Dispose() => store.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
