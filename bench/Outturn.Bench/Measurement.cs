namespace Outturn.Bench;

/// <summary>What one run took.</summary>
/// <param name="What">What was run, and on what.</param>
/// <param name="PeakMegabytes">Highest resident memory of the process; null where the run shares this process.</param>
/// <param name="Remark">A rate, a goal, or what a peer leaves out.</param>
internal sealed record Measurement(string What, TimeSpan Time, TimeSpan Cpu, double? PeakMegabytes, string Remark = "");

internal static class MeasurementTable
{
    public static void Print(IReadOnlyList<Measurement> rows, TextWriter output)
    {
        var width = rows.Max(row => row.What.Length);
        output.WriteLine($"{"what".PadRight(width)}  {"time",8}  {"CPU",8}  {"peak",8}  remark");
        foreach (var row in rows)
        {
            var peak = row.PeakMegabytes is { } megabytes ? $"{megabytes:F0} MB" : "";
            output.WriteLine($"{row.What.PadRight(width)}  {row.Time.TotalSeconds,6:F2} s  {row.Cpu.TotalSeconds,6:F2} s  {peak,8}  {row.Remark}".TrimEnd());
        }
    }
}
