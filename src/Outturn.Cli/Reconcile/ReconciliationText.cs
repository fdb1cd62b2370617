using System.Text.Encodings.Web;
using System.Text.Json;
using Outturn.App.Reconcile;

namespace Outturn.Cli.Reconcile;

/// <summary>Prints a reconciliation for people, and for scripts.</summary>
internal static class ReconciliationText
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="published">What ours is compared with, by name.</param>
    public static void Print(Reconciliation reconciliation, string published, TextWriter output)
    {
        foreach (var remark in reconciliation.Remarks)
        {
            output.WriteLine(remark);
        }

        var unused = reconciliation.Readings.Where(reading => reading.Reading.StartsWith("not ", StringComparison.Ordinal)).Select(reading => $"\"{reading.Header}\"").Distinct().ToList();
        if (unused.Count > 0)
        {
            output.WriteLine($"Columns not compared: {string.Join(", ", unused)}.");
        }

        output.WriteLine(
            $"{Counted(reconciliation.Cells.Count, "cell")} compared with {published}: {reconciliation.Count(Comparison.Same):N0} the same, "
            + $"{reconciliation.Count(Comparison.Different):N0} different, {reconciliation.Count(Comparison.MissingInOurs):N0} missing in ours, "
            + $"{reconciliation.Count(Comparison.MissingInPublished):N0} missing there.");
        foreach (var outcome in (Comparison[])[Comparison.Different, Comparison.MissingInOurs, Comparison.MissingInPublished])
        {
            var cells = reconciliation.Cells.Where(cell => cell.Outcome == outcome).ToList();
            if (cells.Count > 0)
            {
                output.WriteLine();
                output.WriteLine(outcome switch { Comparison.Different => "Different", Comparison.MissingInOurs => "Missing in ours", _ => $"Missing in {published}" });
                cells.ForEach(cell => Print(cell, output));
            }
        }
    }

    public static string Json(Reconciliation reconciliation) => JsonSerializer.Serialize(
        new
        {
            reconciliation.Agrees,
            Same = reconciliation.Count(Comparison.Same),
            Different = reconciliation.Count(Comparison.Different),
            MissingInOurs = reconciliation.Count(Comparison.MissingInOurs),
            MissingInPublished = reconciliation.Count(Comparison.MissingInPublished),
            reconciliation.Remarks,
            Columns = reconciliation.Readings,
            Cells = reconciliation.Cells.Select(cell => new
            {
                Outcome = ReconciliationCsv.Word(cell.Outcome),
                cell.Ref,
                Indicator = cell.Title,
                Period = cell.Period?.ToString(),
                cell.What,
                cell.Published,
                cell.Ours,
                cell.Why,
                cell.Source,
                cell.Row,
            }),
        },
        Indented);

    private static void Print(ComparedCell cell, TextWriter output)
    {
        var period = cell.Period is { } of ? $", {of}" : "";
        output.WriteLine($"  {cell.Ref}  {cell.Title}{period}{(cell.Row is { } row ? $" ({cell.Source}, row {row})" : "")}");
        var said = cell.Outcome switch
        {
            _ when cell.What == "indicator" => "",
            Comparison.Different => $"{cell.What}: published {cell.Published}, ours {cell.Ours}. ",
            Comparison.MissingInOurs => $"{cell.What}: published {cell.Published}. ",
            _ => $"{cell.What}: ours {cell.Ours}. ",
        };
        output.WriteLine($"      {said}{cell.Why}".TrimEnd());
    }

    private static string Counted(int count, string what) => $"{count:N0} {what}{(count == 1 ? "" : "s")}";
}
