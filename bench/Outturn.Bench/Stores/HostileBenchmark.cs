using Outturn.Tests.Import;

namespace Outturn.Bench.Stores;

/// <summary>Files that would do harm, each refused by the program as a user runs it.</summary>
internal sealed class HostileBenchmark : Benchmark
{
    private const int Refused = 1;

    public override string Name => "hostile";

    public override IEnumerable<Measurement> Run(BenchFolder folder)
    {
        var store = folder.NewStore("hostile.db");
        WholeProcess.Run(folder.Outturn, "init", "--store", store);
        WholeProcess.Run(folder.Outturn, "import", folder.County, "--store", store, "--as", "analyst");
        return HostileFiles.All
            .Select(file =>
            {
                File.WriteAllBytes(folder.Path(file.Name), file.Make());
                return new Measurement(file.Name, [WholeProcess.Run(folder.Outturn, Refused, "import", folder.Path(file.Name), "--store", store, "--as", "analyst")], "2 s, 300 MB");
            })
            .OrderByDescending(measured => measured.MedianTime);
    }
}
