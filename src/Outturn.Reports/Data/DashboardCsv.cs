using CsvHelper;
using Outturn.Core.Dashboards;

namespace Outturn.Reports.Data;

/// <summary>The dashboard as a CSV file: one row an indicator, UTF-8 with a mark so that spreadsheets read the £.</summary>
public static class DashboardCsv
{
    /// <remarks>A minus may begin a printed figure; the other beginnings that a spreadsheet would run as a formula are made text.</remarks>
    private static readonly CsvWriterOptions Options = new()
    {
        NewLine = "\r\n",
        WriteByteOrderMark = true,
        Injection = CsvInjection.Escape,
        InjectionCharacters = "=@+\t\r",
    };

    /// <param name="quarterly">Where it is a quarterly report: adds a column with the rating of each quarter.</param>
    public static void Write(Dashboard dashboard, Stream to, QuarterlyReport? quarterly = null)
    {
        using var csv = CsvWriter.Create(to, Options, leaveOpen: true);
        var header = true;
        foreach (var indicator in dashboard.Indicators)
        {
            (string Name, object? Value)[] row = [.. FigureRow.Of(indicator, dashboard), .. FigureRow.Quarters(indicator, quarterly)];
            if (header)
            {
                csv.WriteRecord(row.Select(field => field.Name).ToArray());
                header = false;
            }

            csv.WriteRecord(row.Select(field => FigureRow.Text(field.Value)).ToArray());
        }
    }
}
