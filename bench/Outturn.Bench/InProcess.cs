using System.Diagnostics;

namespace Outturn.Bench;

/// <summary>Runs something in this process, warmed up, and takes its time and CPU.</summary>
internal static class InProcess
{
    public static Measurement Measure(int runs, string what, Action run)
    {
        run();
        return new Measurement(what, [.. Enumerable.Range(0, runs).Select(_ => Once(run))]);
    }

    public static Run Once(Action run)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (watch, cpu) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        run();
        var time = watch.Elapsed;
        process.Refresh();
        return new Run(time, process.TotalProcessorTime - cpu);
    }
}
