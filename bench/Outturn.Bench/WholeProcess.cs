using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Outturn.Bench;

/// <summary>Runs a program from its start to its end, as a user or a scheduler does, and takes its time, CPU and peak memory.</summary>
/// <remarks>Linux only: it says exactly what ended programs used, and what running ones hold.</remarks>
internal static class WholeProcess
{
    /// <summary>Peak memory is looked at this often, so what happens in the last moment may be missed.</summary>
    private const int LookEveryMilliseconds = 2;

    private const int MostSaid = 1000;
    private const int OfEndedPrograms = -1;

    /// <summary>Several runs after one that fills the file cache and is not counted.</summary>
    public static Measurement Measure(int runs, string what, string program, params string[] arguments)
    {
        Run(program, arguments);
        return new Measurement(what, [.. Enumerable.Range(0, runs).Select(_ => Run(program, arguments))]);
    }

    public static Run Run(string program, params string[] arguments) => Run(program, expected: 0, arguments);

    /// <summary>Runs a step that is not measured; false, with a line that says why, where this machine has no such program.</summary>
    public static bool TryRun(string program, params string[] arguments)
    {
        try
        {
            Run(program, arguments);
            return true;
        }
        catch (Win32Exception e)
        {
            Console.Error.WriteLine($"Left out: what {program} would do. {e.Message}");
            return false;
        }
    }

    /// <param name="expected">The exit code that it is to end with.</param>
    public static Run Run(string program, int expected, params string[] arguments)
    {
        var (watch, cpu) = (Stopwatch.StartNew(), CpuOfEndedPrograms());
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var said = process.StandardError.ReadToEndAsync();
        var written = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var memory = new MemoryWatch(process.Id);
        while (!process.WaitForExit(LookEveryMilliseconds))
        {
            memory.Look();
        }

        var run = new Run(watch.Elapsed, CpuOfEndedPrograms() - cpu, memory.PeakMegabytes);
        written.Wait();
        return process.ExitCode == expected
            ? run
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {said.Result[..Math.Min(said.Result.Length, MostSaid)]}");
    }

    /// <summary>Of those that this process started, and of all that they started.</summary>
    private static TimeSpan CpuOfEndedPrograms()
    {
        // Begins with seconds and microseconds of user time, and the same of system time.
        var usage = new long[18];
        return GetResourceUsage(OfEndedPrograms, usage) == 0
            ? TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3])
            : throw new InvalidOperationException("The system does not say what ended programs used.");
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetResourceUsage(int who, [Out] long[] usage);
}
