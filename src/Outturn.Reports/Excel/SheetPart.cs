using System.Xml;
using Outturn.Core.Ratings;

namespace Outturn.Reports.Excel;

/// <summary>A sheet with one table, as the file stores it.</summary>
internal static class SheetPart
{
    public const string TableId = "table";

    private const int LongestName = 200;

    public static void Write(XmlWriter xml, Sheet sheet, DocumentInfo info, SharedTexts texts, Styles styles)
    {
        xml.Start("worksheet");
        xml.WriteAttributeString("xmlns", "r", null, SheetMarkup.Relations);
        xml.Start("sheetPr");
        xml.Empty("pageSetUpPr", ("fitToPage", "1"));
        xml.WriteEndElement();
        xml.Empty("dimension", ("ref", $"A1:{SheetMarkup.Address(sheet.Columns.Count - 1, sheet.LastRow)}"));
        xml.Start("sheetViews");
        xml.Start("sheetView", ("showGridLines", "0"), ("workbookViewId", "0"));
        xml.Empty("pane", ("ySplit", $"{Sheet.HeaderRow}"), ("topLeftCell", $"A{Sheet.HeaderRow + 1}"), ("activePane", "bottomLeft"), ("state", "frozen"));
        xml.Empty("selection", ("pane", "bottomLeft"), ("activeCell", $"A{Sheet.HeaderRow + 1}"), ("sqref", $"A{Sheet.HeaderRow + 1}"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.Empty("sheetFormatPr", ("defaultRowHeight", "15"));
        var widths = Fit.Widths(sheet);
        WriteWidths(xml, widths);
        xml.Start("sheetData");
        WriteLine(1, sheet.Title, Role.Title, "24");
        WriteLine(2, sheet.Line, Role.Normal, "20");
        xml.Start("row", ("r", $"{Sheet.HeaderRow}"), ("ht", $"{Fit.HeaderHeight(sheet, widths)}"));
        for (var i = 0; i < sheet.Columns.Count; i++)
        {
            var column = sheet.Columns[i];
            xml.WriteText(SheetMarkup.Address(i, Sheet.HeaderRow), styles.Place(new Look(Role.Header, column.Align)), texts.Place(column.Header));
        }

        xml.WriteEndElement();
        for (var i = 0; i < sheet.Rows.Count; i++)
        {
            WriteRow(xml, sheet, i, widths, texts, styles);
        }

        xml.WriteEndElement();
        xml.Empty("pageMargins", ("left", "0.5"), ("right", "0.5"), ("top", "0.6"), ("bottom", "0.6"), ("header", "0.3"), ("footer", "0.3"));
        xml.Empty("pageSetup", ("paperSize", "9"), ("fitToHeight", "0"), ("orientation", "landscape"));
        xml.WriteFooter(info);
        xml.Start("ignoredErrors");
        xml.Empty("ignoredError", ("sqref", sheet.Area), ("numberStoredAsText", "1"));
        xml.WriteEndElement();
        xml.Start("tableParts", ("count", "1"));
        xml.Start("tablePart");
        xml.WriteAttributeString("r", "id", SheetMarkup.Relations, TableId);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();

        void WriteLine(int row, string text, Role role, string height)
        {
            xml.Start("row", ("r", $"{row}"), ("ht", height));
            xml.WriteText($"A{row}", styles.Place(new Look(role, Typed: SheetText.LooksLikeFormula(text), Wrap: false)), texts.Place(text));
            xml.WriteEndElement();
        }
    }

    /// <param name="number">Of the table in the workbook, from 1.</param>
    public static void WriteTable(XmlWriter xml, Sheet sheet, int number)
    {
        xml.Start("table",
            ("id", $"{number}"), ("name", TableName(sheet, number)), ("displayName", TableName(sheet, number)),
            ("ref", sheet.Area), ("totalsRowShown", "0"));
        xml.Empty("autoFilter", ("ref", sheet.Area));
        xml.Start("tableColumns", ("count", $"{sheet.Columns.Count}"));
        for (var i = 0; i < sheet.Columns.Count; i++)
        {
            xml.Empty("tableColumn", ("id", $"{i + 1}"), ("name", SheetText.Stored(sheet.Columns[i].Header)));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>From the sheet's name; the number at its end makes it unique and keeps it from looking like a cell (KPI1).</summary>
    private static string TableName(Sheet sheet, int number)
    {
        var letters = string.Concat(sheet.Name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        return $"{(char.IsAsciiLetter(letters[0]) ? "" : "Table_")}{letters[..Math.Min(letters.Length, LongestName)]}_{number}";
    }

    private static void WriteWidths(XmlWriter xml, int[] widths)
    {
        xml.Start("cols");
        for (var i = 0; i < widths.Length; i++)
        {
            xml.Empty("col", ("min", $"{i + 1}"), ("max", $"{i + 1}"), ("width", $"{widths[i]}"), ("customWidth", "1"));
        }

        xml.WriteEndElement();
    }

    private static void WriteRow(XmlWriter xml, Sheet sheet, int index, int[] widths, SharedTexts texts, Styles styles)
    {
        var (row, number) = (sheet.Rows[index], Sheet.HeaderRow + 1 + index);
        xml.Start("row", ("r", $"{number}"), ("ht", $"{Fit.Height(row, widths)}"));
        for (var i = 0; i < sheet.Columns.Count; i++)
        {
            var address = SheetMarkup.Address(i, number);
            var align = sheet.Columns[i].Align;
            if ((row[i] switch { FigureCell figure => FigureFormat.Of(figure), DayCell day => FigureFormat.Of(day), _ => null }) is { } shown)
            {
                xml.Start("c", ("r", address), ("s", $"{styles.Place(new Look(Role.Cell, align, shown.Format, Wrap: false))}"));
                xml.WriteElementString("v", SheetMarkup.Main, shown.Value);
                xml.WriteEndElement();
                continue;
            }

            var text = SheetText.Clean(row[i] is FigureCell tooLong ? tooLong.Figure : row[i].Text);
            var look = styles.Place(LookOf(row[i], align) with { Typed = SheetText.LooksLikeFormula(text) });
            if (text.Length == 0)
            {
                xml.Empty("c", ("r", address), ("s", $"{look}"));
            }
            else
            {
                xml.WriteText(address, look, texts.Place(text));
            }
        }

        xml.WriteEndElement();
    }

    /// <summary>A shape stands before a rating's word and an arrow before a direction's; the cell itself holds the word, to filter by.</summary>
    private static Look LookOf(Cell cell, Align align) => cell switch
    {
        RatingCell { Rating: var rating } => new Look(RoleOf(rating), align, $"\"{rating.Shape()} \"@"),
        DirectionCell { Direction: var direction } when direction.Arrow() is { Length: > 0 } arrow => new Look(Role.Cell, align, $"\"{arrow} \"@"),
        _ => new Look(Role.Cell, align),
    };

    private static Role RoleOf(Rating rating) => rating.Colour switch
    {
        RagRating.Green => Role.Green,
        RagRating.Amber => Role.Amber,
        RagRating.Red => Role.Red,
        _ => Role.NotRated,
    };
}
