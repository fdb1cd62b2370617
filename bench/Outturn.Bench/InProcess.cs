using System.Diagnostics;

namespace Outturn.Bench;

/// <summary>Runs something in this process, warmed up, and takes its time and CPU.</summary>
internal static class InProcess
{
    public static Measurement Best(int runs, string what, Func<TimeSpan, string> remark, Action run)
    {
        run();
        return Enumerable.Range(0, runs).Select(_ => Once(what, remark, run)).MinBy(measured => measured.Time)!;
    }

    private static Measurement Once(string what, Func<TimeSpan, string> remark, Action run)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (watch, cpu) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        run();
        var time = watch.Elapsed;
        process.Refresh();
        return new Measurement(what, time, process.TotalProcessorTime - cpu, null, remark(time));
    }
}
