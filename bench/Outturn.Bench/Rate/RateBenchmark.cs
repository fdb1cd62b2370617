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
        WholeProcess.Run(folder.Outturn, "--version");

        yield return WholeProcess.Measure(Runs, "outturn rate, 1,000,000 rows, CSV to CSV", folder.Outturn, "rate", million, "--out", output)
            with { Goal = "6 s, 400 MB" };
        yield return WholeProcess.Measure(Runs, "outturn rate, 1,000 rows, CSV to CSV", folder.Outturn, "rate", small, "--out", output);

        var engine = new EngineInMemory(Rows);
        var alone = InProcess.Measure(Runs, "the engine alone, 1,000,000 rows in memory", engine.Rate);
        yield return alone with { Goal = "500,000 rows a second", Remark = $"{engine.Rows / alone.MedianTime.TotalSeconds:N0} rows a second" };
        yield return InProcess.Measure(Runs, "floor: CsvHelper reads and writes the same file", () => CsvFloor.Copy(million, output))
            with { Remark = "rates nothing" };
        foreach (var peer in Peer(1, "a Python script, colour of each row only", "no year to date, no direction, no checks, floats", "python3", folder.Script("Rate/rag_only.py"), million, output))
        {
            yield return peer;
        }
    }
}
