using System.Diagnostics;

namespace Outturn.Bench;

/// <summary>Runs a program from its start to its end, as a user or a scheduler does, and takes its time, CPU and peak memory.</summary>
internal static class WholeProcess
{
    /// <summary>Peak memory and CPU are looked at this often, so what happens in the last moment may be missed.</summary>
    private const int LookEveryMilliseconds = 2;

    private const int MostSaid = 1000;

    /// <summary>The best of several runs: what the program needs when nothing else disturbs it.</summary>
    public static Measurement Best(int runs, string what, string remark, string program, params string[] arguments) =>
        Enumerable.Range(0, runs).Select(_ => Run(what, remark, program, arguments)).MinBy(run => run.Time)!;

    public static Measurement Run(string what, string remark, string program, params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var said = process.StandardError.ReadToEndAsync();
        var written = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var (peak, cpu) = (0L, TimeSpan.Zero);
        while (!process.WaitForExit(LookEveryMilliseconds))
        {
            try
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
                cpu = process.TotalProcessorTime;
            }
            catch (InvalidOperationException)
            {
                // It has just ended: the last look stands.
            }
        }

        var time = watch.Elapsed;
        written.Wait();
        return process.ExitCode == 0
            ? new Measurement(what, time, cpu, peak / 1024.0 / 1024.0, remark)
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {said.Result[..Math.Min(said.Result.Length, MostSaid)]}");
    }
}
