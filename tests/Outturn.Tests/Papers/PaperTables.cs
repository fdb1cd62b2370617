using System.Diagnostics;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Outturn.Tests.Reports.Word;

namespace Outturn.Tests.Papers;

/// <summary>A table as somebody reads it out of a finished file: caption, and rows with the header first.</summary>
internal sealed record PaperTable(string Caption, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>Reads the tables of a paper back from its files, each by a program that did not write them.</summary>
internal static class PaperTables
{
    public static IReadOnlyList<PaperTable> OfHtml(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return
        [
            .. new HtmlParser().ParseDocument(stream).QuerySelectorAll("table")
                .Where(table => table.Closest("details") is null)
                .Select(table => new PaperTable(
                    Plain(table.QuerySelector("caption")!.TextContent),
                    [.. table.QuerySelectorAll("tr").Select(row => row.QuerySelectorAll("th, td").Select(cell => Plain(cell.TextContent)).ToList())])),
        ];
    }

    public static IReadOnlyList<PaperTable> OfWord(byte[] bytes)
    {
        using var file = new WordFile(bytes);
        return
        [
            .. file.Body.Elements(WordFile.W + "tbl").Select(table => new PaperTable(
                Plain(WordFile.Text((XElement)table.ElementsBeforeSelf().Last(before => before.Name == WordFile.W + "p"))),
                [.. table.Elements(WordFile.W + "tr").Select(row => row.Elements(WordFile.W + "tc").Select(cell => Plain(WordFile.Text(cell))).ToList())])),
        ];
    }

    /// <summary>From the tags of the PDF, as a screen reader finds them.</summary>
    public static IReadOnlyList<PaperTable> OfPdf(string path) => OfTags(Tags(path));

    /// <summary>The tags of a PDF with their text, as poppler lists them: seconds of work for a long paper.</summary>
    public static string Tags(string path)
    {
        using var poppler = Process.Start(new ProcessStartInfo("pdfinfo", ["-struct-text", path]) { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
        var tags = poppler.StandardOutput.ReadToEnd();
        poppler.WaitForExit();
        return tags;
    }

    public static IReadOnlyList<PaperTable> OfTags(string tags)
    {
        var lines = tags.Split('\n');
        var (tables, said, inside) = (new List<(string Caption, List<List<string>> Rows)>(), "", -1);
        foreach (var line in lines)
        {
            var (text, depth) = (line.Trim(), line.Length - line.TrimStart().Length);
            if (text.Length > 0 && depth <= inside)
            {
                (inside, said) = (-1, "");
            }

            switch (text)
            {
                case ['T', 'a', 'b', 'l', 'e', ..]:
                    tables.Add((said, []));
                    inside = depth;
                    break;
                case "TR:" when inside >= 0:
                    tables[^1].Rows.Add([]);
                    break;
                case "TH:" or "TD:" when inside >= 0:
                    tables[^1].Rows[^1].Add("");
                    break;
                case ['"', .. var quoted, '"'] when inside >= 0:
                    tables[^1].Rows[^1][^1] += quoted;
                    break;
                case ['"', .. var quoted, '"']:
                    said = quoted;
                    break;
            }
        }

        return [.. tables.Select(table => new PaperTable(Plain(table.Caption), [.. table.Rows.Select(row => row.Select(Plain).ToList())]))];
    }

    /// <summary>Words and figures without the shapes that stand before them, and with single spaces.</summary>
    public static string Plain(string text) => string.Join(' ', new string([.. text.Where(c => !"●▲■○↑↓→".Contains(c))])
        .Split([' ', '\n', '\r', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Every table, row and cell of two files is the same.</summary>
    public static void AssertSame(IReadOnlyList<PaperTable> expected, IReadOnlyList<PaperTable> found)
    {
        Assert.Equal(expected.Select(table => table.Caption), found.Select(table => table.Caption));
        Assert.All(expected.Zip(found), pair =>
        {
            Assert.Equal(pair.First.Rows.Count, pair.Second.Rows.Count);
            Assert.All(pair.First.Rows.Zip(pair.Second.Rows), rows => Assert.Equal(rows.First, rows.Second));
        });
    }

    /// <summary>A figure of a workbook with the remark that stands in a column of its own.</summary>
    public static string WithRemark(IReadOnlyDictionary<string, string> row, string header) =>
        Plain(row.TryGetValue($"{header} remark", out var remark) && remark.Length > 0 ? $"{row[header]} ({remark})" : row[header]);
}
