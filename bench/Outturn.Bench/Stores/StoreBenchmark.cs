using Outturn.Tests.Stores;

namespace Outturn.Bench.Stores;

/// <summary>A million figures into a store with every check, the same file again, and a verified backup, beside the engine's own bulk load of the same rows.</summary>
internal sealed class StoreBenchmark : Benchmark
{
    private const int Runs = 3;
    private const string Goal = "100,000 rows a second, 400 MB";

    public override string Name => "stores";

    public override IEnumerable<Measurement> Run(BenchFolder folder)
    {
        var figures = folder.Make("figures-1000000.csv", FiguresGenerator.WriteFigures);
        FiguresGenerator.WriteCouncil(folder.Path("many-indicators"));
        WholeProcess.Run(folder.Outturn, "--version");
        return OnSqlite(folder, figures).Concat(OnPostgres(folder, figures));
    }

    private static IEnumerable<Measurement> OnSqlite(BenchFolder folder, string figures)
    {
        var stores = Enumerable.Range(0, Runs).Select(i => folder.NewStore($"council-{i}.db")).ToList();
        foreach (var measured in Ours(folder, "SQLite", figures, stores))
        {
            yield return measured;
        }

        var (rows, loaded) = (folder.Path("rows-sqlite.csv"), folder.Path("loaded.db"));
        var dumped = WholeProcess.TryRun("sqlite3", stores[0], ".mode csv", $".once {rows}", "SELECT * FROM observation");
        File.Delete(loaded);
        if (dumped && WholeProcess.TryRun("sqlite3", loaded, "PRAGMA journal_mode=WAL", TableOf(folder, "sqlite")))
        {
            yield return new Measurement("peer: sqlite3 .import of the same rows", [WholeProcess.Run("sqlite3", loaded, "PRAGMA synchronous=FULL", ".mode csv", $".import {rows} observation")])
                with { Remark = "checks nothing, keeps no trail" };
        }
    }

    private static IEnumerable<Measurement> OnPostgres(BenchFolder folder, string figures)
    {
        using var cluster = new PostgresCluster(durable: true);
        var schemas = Enumerable.Range(0, Runs).Select(i => new PostgresSchema(cluster.To("postgres"), $"bench_{i}")).ToList();
        foreach (var measured in Ours(folder, "PostgreSQL", figures, [.. schemas.Select(schema => schema.ConnectionString)]))
        {
            yield return measured;
        }

        var rows = folder.Path("rows-postgres.csv");
        string[] Psql(string sql) => ["-q", "-h", cluster.Folder, "-U", "postgres", "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-c", sql];
        if (WholeProcess.TryRun("psql", Psql($"\\copy bench_0.observation TO '{rows}'")) && WholeProcess.TryRun("psql", Psql(TableOf(folder, "postgres"))))
        {
            yield return new Measurement("peer: psql \\copy of the same rows", [WholeProcess.Run("psql", Psql($"\\copy observation FROM '{rows}'"))])
                with { Remark = "checks nothing, keeps no trail; CPU and memory of the client alone" };
        }
    }

    private static IEnumerable<Measurement> Ours(BenchFolder folder, string engine, string figures, List<string> stores)
    {
        foreach (var store in stores)
        {
            WholeProcess.Run(folder.Outturn, "init", "--store", store);
            WholeProcess.Run(folder.Outturn, "import", folder.Path("many-indicators"), "--store", store, "--as", "analyst");
        }

        string[] Import(string store) => ["import", figures, "--store", store, "--as", "analyst", "--override", "all=Made-up figures."];
        var imports = new Measurement($"outturn import, 1,000,000 figures into {engine}", [.. stores.Select(store => WholeProcess.Run(folder.Outturn, Import(store)))]);
        yield return imports with { Goal = Goal, Remark = $"{FiguresGenerator.Rows / imports.MedianTime.TotalSeconds:N0} rows a second" };
        yield return new Measurement("the same file again: nothing changes", [WholeProcess.Run(folder.Outturn, Import(stores[0]))]) with { Goal = "400 MB" };
        var backup = folder.Path("backup.zip");
        File.Delete(backup);
        yield return new Measurement($"outturn backup of it from {engine}, verified in a scratch copy", [WholeProcess.Run(folder.Outturn, "backup", backup, "--store", stores[0])]);
    }

    /// <summary>The table of figures as the store has it, without what watches over it.</summary>
    private static string TableOf(BenchFolder folder, string engine)
    {
        var script = File.ReadAllText(Path.Combine(folder.Root, "src", "Outturn.App", "Stores", "Scripts", engine, "002-collection.sql"));
        var start = script.IndexOf("CREATE TABLE observation", StringComparison.Ordinal);
        return script[start..(script.IndexOf(';', start) + 1)];
    }
}
