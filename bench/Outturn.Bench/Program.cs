using Outturn.Bench;
using Outturn.Bench.National;
using Outturn.Bench.Pages;
using Outturn.Bench.Papers;
using Outturn.Bench.Rate;
using Outturn.Bench.Release;
using Outturn.Bench.Stores;

// dotnet run -c Release --project bench/Outturn.Bench [-- NAME ...]: all benchmarks, or the named ones.
Benchmark[] all =
[
    new RateBenchmark(),
    new PaperBenchmark(),
    new IssueBenchmark(),
    new StoreBenchmark(),
    new SubmissionBenchmark(),
    new HostileBenchmark(),
    new PagesBenchmark(),
    new PublicBenchmark(),
    new NationalBenchmark(),
];

var unknown = args.Except(all.Select(benchmark => benchmark.Name)).ToList();
if (unknown.Count > 0)
{
    Console.Error.WriteLine($"There is no benchmark {string.Join(", ", unknown)}. There are: {string.Join(", ", all.Select(benchmark => benchmark.Name))}.");
    return 2;
}

var folder = BenchFolder.Find();
foreach (var benchmark in all.Where(benchmark => args.Length == 0 || args.Contains(benchmark.Name)))
{
    Console.WriteLine($"{benchmark.Name} ({Environment.ProcessorCount} cores)");
    MeasurementTable.Print([.. benchmark.Run(folder)], Console.Out);
    Console.WriteLine();
}

return 0;
