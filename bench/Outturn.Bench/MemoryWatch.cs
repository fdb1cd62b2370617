using System.Diagnostics;
using System.Globalization;

namespace Outturn.Bench;

/// <summary>Watches a program and all that it starts, for the one process that grows largest.</summary>
internal sealed class MemoryWatch(int program)
{
    /// <summary>Looking for new processes means reading all of them.</summary>
    private static readonly TimeSpan LookForNewEvery = TimeSpan.FromMilliseconds(50);

    private readonly HashSet<int> watched = [program];
    private readonly Stopwatch sinceNew = Stopwatch.StartNew();
    private long peak;

    public double PeakMegabytes => peak / 1024.0;

    public void Look()
    {
        if (sinceNew.Elapsed > LookForNewEvery)
        {
            WatchNew();
            sinceNew.Restart();
        }

        foreach (var process in watched)
        {
            peak = Math.Max(peak, PeakKilobytes(process));
        }
    }

    /// <summary>Parents stand before their children here, unless the numbers have come round: then the next look finds them.</summary>
    private void WatchNew()
    {
        foreach (var process in Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Select(Number).OfType<int>().Order())
        {
            if (Parent(process) is { } parent && watched.Contains(parent))
            {
                watched.Add(process);
            }
        }
    }

    /// <summary>The field behind the state; the name before it is in brackets and may hold anything.</summary>
    private static int? Parent(int process) =>
        Read($"/proc/{process}/stat") is { } stat ? Number(stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) : null;

    private static long PeakKilobytes(int process) =>
        Read($"/proc/{process}/status")?.Split('\n').FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line
            ? long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)
            : 0;

    /// <summary>Null for a process that has ended.</summary>
    private static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static int? Number(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
}
