namespace Outturn.Bench;

internal static class MeasurementTable
{
    private static readonly string[] Headings = ["what", "runs", "fastest", "median", "CPU", "peak", "goal", "remark"];

    public static void Print(IReadOnlyList<Measurement> measurements, TextWriter output)
    {
        List<string[]> rows = [Headings, .. measurements.Select(Cells)];
        var widths = Headings.Select((_, column) => rows.Max(row => row[column].Length)).ToList();
        foreach (var row in rows)
        {
            output.WriteLine(string.Join("  ", row.Select((cell, column) => IsFigure(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    private static string[] Cells(Measurement measured) =>
    [
        measured.What, $"{measured.Runs.Count}", Seconds(measured.Fastest), Seconds(measured.MedianTime), Seconds(measured.MedianCpu),
        measured.Peak is { } peak ? $"{peak:F0} MB" : "", measured.Goal, measured.Remark,
    ];

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds:F2} s";

    private static bool IsFigure(int column) => column is > 0 and < 6;
}
