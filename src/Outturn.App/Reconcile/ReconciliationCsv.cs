using System.Text;
using CsvHelper;

namespace Outturn.App.Reconcile;

/// <summary>Writes every compared cell as a row of CSV, UTF-8, comma-separated.</summary>
public static class ReconciliationCsv
{
    public static void Write(Reconciliation reconciliation, Stream stream)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        using var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" });
        csv.WriteRecord(["outcome", "ref", "indicator", "period", "what", "published", "ours", "why", "source", "row"]);
        foreach (var cell in reconciliation.Cells)
        {
            csv.WriteRecord(
            [
                Word(cell.Outcome), cell.Ref, cell.Title, cell.Period?.ToString() ?? "", cell.What, cell.Published, cell.Ours, cell.Why ?? "", cell.Source,
                cell.Row?.ToString() ?? "",
            ]);
        }
    }

    /// <summary>The word that files and scripts use.</summary>
    public static string Word(Comparison outcome) => outcome switch
    {
        Comparison.Same => "same",
        Comparison.Different => "different",
        Comparison.MissingInOurs => "missing in ours",
        _ => "missing in published",
    };
}
