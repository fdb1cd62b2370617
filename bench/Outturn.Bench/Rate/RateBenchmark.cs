using System.ComponentModel;

namespace Outturn.Bench.Rate;

/// <summary>`outturn rate` on a million rows from CSV to CSV, the engine alone, and what peers need for less.</summary>
internal sealed class RateBenchmark : Benchmark
{
    private const int Rows = 1_000_000;
    private const int Runs = 3;

    public override string Name => "rate";

    public override IEnumerable<Measurement> Run(BenchFolder folder)
    {
        var million = folder.Make("rate-1000000.csv", path => FigureGenerator.Write(path, Rows));
        var small = folder.Make("rate-1000.csv", path => FigureGenerator.Write(path, 1_000));
        var output = folder.Path("rated.csv");
        WholeProcess.Run("built", "", folder.Outturn, "--version");

        yield return WholeProcess.Best(Runs, "outturn rate, 1,000,000 rows, CSV to CSV", "goal 6 s, 400 MB", folder.Outturn, "rate", million, "--out", output);
        yield return WholeProcess.Best(Runs, "outturn rate, 1,000 rows, CSV to CSV", "start included", folder.Outturn, "rate", small, "--out", output);

        var engine = new EngineInMemory(Rows);
        yield return InProcess.Best(Runs, "the engine alone, 1,000,000 rows in memory", time => $"{engine.Rows / time.TotalSeconds:N0} rows a second; goal 500,000", engine.Rate);
        yield return InProcess.Best(Runs, "floor: CsvHelper reads and writes the same file", _ => "rates nothing", () => CsvFloor.Copy(million, output));
        if (Peer(million, output) is { } peer)
        {
            yield return peer;
        }
    }

    private static Measurement? Peer(string million, string output)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Rate", "rag_only.py");
        try
        {
            return WholeProcess.Run("peer: a Python script, colour of each row only", "no year to date, no direction, no checks, floats", "python3", script, million, output);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
