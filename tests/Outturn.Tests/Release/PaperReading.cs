using System.Text;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.VisualBasic.FileIO;
using Outturn.Tests.Papers;
using Outturn.Tests.Reports.Excel;
using Outturn.Tests.Reports.Word;

namespace Outturn.Tests.Release;

/// <summary>Brings what was read out of a paper's files to the places of its cells.</summary>
internal static class PaperReading
{
    /// <summary>The one table that is words alone: what a rating means.</summary>
    private const string Meanings = "Ratings";

    /// <summary>The sheet of the points of all charts.</summary>
    private const string Figures = "Figures";

    /// <summary>The cells of all tables but the one of words. Tables of one heading are one: a row is known by its ref.</summary>
    public static PaperCells Tables(IReadOnlyList<PaperTable> tables)
    {
        var cells = new PaperCells();
        foreach (var (caption, rows) in tables)
        {
            var (kind, header) = (Kind(rows[0]), rows[0]);
            if (kind == Meanings)
            {
                continue;
            }

            var key = header.ToList().IndexOf("Ref") is >= 0 and var at ? at : 0;
            foreach (var row in rows.Skip(1))
            {
                if (header[key] == "Ref" && !header.Contains("Service"))
                {
                    cells.Add(kind, row[key], "Service", caption.Split(": ")[0]);
                }

                AddRow(cells, kind, row[key], header.Zip(row));
            }
        }

        return cells;
    }

    /// <summary>The cells of a workbook's sheets; a remark that stands in a column of its own is put back behind its figure.</summary>
    public static PaperCells Workbook(byte[] bytes)
    {
        using var workbook = WrittenWorkbook.Read(bytes);
        var cells = new PaperCells();
        foreach (var sheet in workbook.Sheets.Select(sheet => sheet.Name!.Value!).Where(name => name is not ("Notes" or Meanings or Figures)))
        {
            foreach (var row in workbook.Rows(sheet))
            {
                var columns = row.Keys.Where(column => !column.EndsWith(" remark", StringComparison.Ordinal) && column != "Frequency");
                AddRow(cells, sheet, row.TryGetValue("Ref", out var reference) ? reference : row.Values.First(), columns.Select(column => (column, PaperTables.WithRemark(row, column))));
            }
        }

        return cells;
    }

    /// <summary>The points of the charts, from the tables that a web page has of them.</summary>
    public static PaperCells HtmlPoints(byte[] html)
    {
        using var stream = new MemoryStream(html);
        var cells = new PaperCells();
        foreach (var table in new HtmlParser().ParseDocument(stream).QuerySelectorAll("details table, [aria-label='Figures of the chart'] table"))
        {
            var reference = PaperTables.Plain(table.QuerySelector("caption")!.TextContent).Split(' ')[0];
            var header = table.QuerySelectorAll("thead th").Select(cell => cell.TextContent.Trim()).ToList();
            foreach (var row in table.QuerySelectorAll("tbody tr"))
            {
                foreach (var (line, cell) in header.Zip(row.Children).Skip(1))
                {
                    cells.Add(EditionCells.Charts, reference, $"{line}, {Period(row.Children[0].TextContent)}", cell.TextContent.Trim());
                }
            }
        }

        return cells;
    }

    /// <summary>The points of the charts that Word draws.</summary>
    public static PaperCells WordPoints(byte[] bytes)
    {
        using var file = new WordFile(bytes);
        var cells = new PaperCells();
        foreach (var frame in file.Body.Descendants(WordFile.Wp + "docPr"))
        {
            var part = (ChartPart)file.Main.GetPartById(frame.Parent!.Descendants(WordFile.C + "chart").Single().Attribute(WordFile.R + "id")!.Value);
            foreach (var series in WordFile.Root(part).Descendants(WordFile.C + "ser"))
            {
                var line = series.Element(WordFile.C + "tx")!.Descendants(WordFile.C + "v").Single().Value;
                var values = Points(series.Element(WordFile.C + "val")!);
                foreach (var (at, period) in Points(series.Element(WordFile.C + "cat")!))
                {
                    cells.Add(EditionCells.Charts, frame.Attribute("title")!.Value.Split(' ')[0], $"{line}, {Period(period)}", values.GetValueOrDefault(at, ""));
                }
            }
        }

        return cells;
    }

    /// <summary>The points of the charts on their own sheet.</summary>
    public static PaperCells WorkbookPoints(byte[] bytes)
    {
        using var workbook = WrittenWorkbook.Read(bytes);
        var cells = new PaperCells();
        foreach (var row in workbook.Rows(Figures))
        {
            cells.Add(EditionCells.Charts, row["Chart"].Split(' ')[0], $"{row["Line"]}, {row["Period"]}", row["Figure"]);
        }

        return cells;
    }

    /// <summary>A CSV file.</summary>
    /// <param name="column">Which columns are of interest.</param>
    /// <param name="row">By what a row is known: its first field where nothing is said.</param>
    public static PaperCells Csv(byte[] bytes, string table, Func<string, bool> column, Func<string[], string>? row = null)
    {
        using var parser = new TextFieldParser(new MemoryStream(bytes), Encoding.UTF8) { Delimiters = [","] };
        var (cells, header) = (new PaperCells(), parser.ReadFields()!);
        while (parser.ReadFields() is { } fields)
        {
            AddRow(cells, table, row?.Invoke(fields) ?? fields[0], header.Zip(fields).Where(field => column(field.First)));
        }

        return cells;
    }

    private static void AddRow(PaperCells cells, string table, string row, IEnumerable<(string Column, string Text)> texts)
    {
        foreach (var (column, text) in texts)
        {
            cells.Add(table, row, Column(column), PaperTables.Plain(text));
        }
    }

    /// <summary>How far the report before reached is not in the edition.</summary>
    private static string Column(string header) => header.StartsWith("Report before", StringComparison.Ordinal) ? "Report before" : header;

    private static string Period(string text) => PaperTables.Plain(text).Replace(" (definition changed)", "", StringComparison.Ordinal);

    private static Dictionary<int, string> Points(XElement cache) =>
        cache.Descendants(WordFile.C + "pt").ToDictionary(point => int.Parse(point.Attribute("idx")!.Value, System.Globalization.CultureInfo.InvariantCulture), point => point.Element(WordFile.C + "v")!.Value);

    private static string Kind(IReadOnlyList<string> header) =>
        header.Contains("Rating to date") ? EditionCells.Kpis
        : header.Contains("Against range") ? EditionCells.Activity
        : header.Contains("Year-to-date rating") ? EditionCells.Summary
        : header.Contains("This report") ? EditionCells.Counts
        : header.Contains("Expected recovery") ? EditionCells.Actions
        : header.Contains("Proposed target") ? EditionCells.ProposedKpis
        : header.Contains("Proposed lower limit") ? EditionCells.ProposedActivity
        : header.Contains("Commentary") ? EditionCells.Commentary
        : header.Contains("What it means") ? Meanings
        : header.Contains("KPIs") ? EditionCells.ByService
        : throw new InvalidOperationException($"A kind of table that is not known: {string.Join(", ", header)}");
}
