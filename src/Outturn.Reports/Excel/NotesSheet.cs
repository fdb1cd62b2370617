using System.Globalization;
using System.Xml;

namespace Outturn.Reports.Excel;

/// <summary>A line of the notes sheet.</summary>
/// <param name="Link">The sheet that it leads to, or null.</param>
internal sealed record NoteLine(string Text, Role Role = Role.Normal, Sheet? Link = null);

/// <summary>The first sheet: what the workbook is, what its sheets hold, and what its words mean; one column, read from top to bottom.</summary>
internal static class NotesSheet
{
    public const string Name = "Notes";

    private const int Width = 84;

    public static IReadOnlyList<NoteLine> Lines(Document document, IReadOnlyList<Sheet> sheets)
    {
        var info = document.Info;
        List<NoteLine> lines = [new(info.Title, Role.Title)];
        lines.AddRange(new[] { info.Mark, info.Notice }.OfType<string>().Select(line => new NoteLine(line)));

        lines.Add(new(info.Council));
        lines.Add(new(info.Date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)));
        Add("Sheets of this workbook", sheets.SelectMany(sheet => new NoteLine[] { new(sheet.Name, Role.Link, sheet), new(sheet.Holds) }));
        Add("Notes", document.Blocks.OfType<Note>().Select(note => note.Text).Distinct()
            .Append("A blank cell has nothing to show; nothing was left out of the tables.").Select(note => new NoteLine(note)));
        Add("What the words in the tables mean", Meanings.Of(sheets).Select(meaning => new NoteLine(meaning)));
        if (info.Seal is { } seal)
        {
            Add("Edition", [new(seal)]);
        }

        return [.. lines.Select(line => line with { Text = SheetText.Clean(line.Text) }).Where(line => line.Text.Length > 0)];

        void Add(string heading, IEnumerable<NoteLine> below)
        {
            NoteLine[] found = [.. below];
            lines.AddRange(found.Length == 0 ? [] : [new(heading, Role.Heading), .. found]);
        }
    }

    public static void Write(XmlWriter xml, IReadOnlyList<NoteLine> lines, DocumentInfo info, SharedTexts texts, Styles styles)
    {
        xml.Start("worksheet");
        xml.Start("sheetPr");
        xml.Empty("pageSetUpPr", ("fitToPage", "1"));
        xml.WriteEndElement();
        xml.Empty("dimension", ("ref", $"A1:A{lines.Count}"));
        xml.Start("sheetViews");
        xml.Empty("sheetView", ("showGridLines", "0"), ("tabSelected", "1"), ("workbookViewId", "0"));
        xml.WriteEndElement();
        xml.Empty("sheetFormatPr", ("defaultRowHeight", "15"));
        xml.Start("cols");
        xml.Empty("col", ("min", "1"), ("max", "1"), ("width", $"{Width}"), ("customWidth", "1"));
        xml.WriteEndElement();
        xml.Start("sheetData");
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, row) = (lines[i], i + 1);
            xml.Start("row", ("r", $"{row}"), ("ht", $"{Height(line)}"));
            xml.WriteText($"A{row}", styles.Place(new Look(line.Role, Typed: SheetText.LooksLikeFormula(line.Text))), texts.Place(line.Text));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        if (lines.Any(line => line.Link is not null))
        {
            xml.Start("hyperlinks");
            for (var i = 0; i < lines.Count; i++)
            {
                if (lines[i].Link is { } sheet)
                {
                    xml.Empty("hyperlink", ("ref", $"A{i + 1}"), ("location", $"{sheet.Reference}!A1"), ("display", sheet.Name));
                }
            }

            xml.WriteEndElement();
        }

        xml.Empty("pageMargins", ("left", "0.7"), ("right", "0.7"), ("top", "0.75"), ("bottom", "0.75"), ("header", "0.3"), ("footer", "0.3"));
        xml.Empty("pageSetup", ("paperSize", "9"), ("fitToHeight", "0"), ("orientation", "portrait"));
        xml.WriteFooter(info);
        xml.WriteEndElement();
    }

    /// <summary>A heading has room above it.</summary>
    private static double Height(NoteLine line) => line.Role switch
    {
        Role.Title => Fit.Height(line.Text, Width, scale: 1.5),
        Role.Heading => 34,
        _ => Fit.Height(line.Text, Width, scale: 1),
    };
}
