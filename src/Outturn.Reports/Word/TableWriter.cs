using System.Xml;

namespace Outturn.Reports.Word;

/// <summary>Tables: a caption above, a header row that repeats on every page, rows that stay whole, columns of fixed width.</summary>
internal sealed class TableWriter(XmlWriter xml, Paragraphs paragraphs, StyleSheet styles)
{
    /// <summary>A table of so few rows and lines stays on one page; a taller one may not fit on any, and would leave its heading alone.</summary>
    private const int ShortTable = 8;

    private const int ShortTableLines = 20;

    /// <summary>Lines around every cell that is to be written into.</summary>
    private static readonly string Ruled = $"<w:tblBorders>{string.Concat(new[] { "top", "left", "bottom", "right", "insideH", "insideV" }.Select(side => $"""<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{WordXml.Hex(Palette.Grey)}"/>"""))}</w:tblBorders>";

    private static readonly string White = WordXml.Hex("#ffffff");

    public void Write(Table table, int textWidth)
    {
        if (table.Caption.Length > 0)
        {
            paragraphs.Open(new Shape(styles[OurStyles.Caption], KeepNext: true));
            paragraphs.Run(table.Caption);
            paragraphs.Close();
        }

        var widths = ColumnWidths.For(table, textWidth, styles.TableTextSize);
        xml.Open("tbl");
        Properties(table, textWidth);
        Grid(widths);
        Header(table, widths);
        var isShort = table.Rows.Count <= ShortTable && table.Rows.Sum(row => ColumnWidths.Lines(row, widths, styles.TableTextSize)) <= ShortTableLines;
        for (var i = 0; i < table.Rows.Count; i++)
        {
            Row(table, table.Rows[i], widths, keepNext: isShort && i < table.Rows.Count - 1);
        }

        xml.End();
    }

    private void Properties(Table table, int textWidth)
    {
        xml.Open("tblPr");
        xml.Value("tblStyle", styles[OurStyles.Table]);
        xml.Open("tblW");
        xml.Attribute("w", textWidth);
        xml.Attribute("type", "dxa");
        xml.End();
        if (table.IsForm)
        {
            xml.WriteRaw(Ruled);
        }

        xml.WriteRaw("""<w:tblLayout w:type="fixed"/>""");
        var first = table.RowHeader == 0;
        xml.Open("tblLook");
        xml.Attribute("val", first ? "06A0" : "0620");
        xml.Attribute("firstRow", 1);
        xml.Attribute("lastRow", 0);
        xml.Attribute("firstColumn", first ? 1 : 0);
        xml.Attribute("lastColumn", 0);
        xml.Attribute("noHBand", 1);
        xml.Attribute("noVBand", 1);
        xml.End();
        xml.Value("tblCaption", WordXml.CleanLine(table.Caption));
        xml.End();
    }

    private void Grid(int[] widths)
    {
        xml.Open("tblGrid");
        foreach (var width in widths)
        {
            xml.Open("gridCol");
            xml.Attribute("w", width);
            xml.End();
        }

        xml.End();
    }

    private void Header(Table table, int[] widths)
    {
        xml.Open("tr");
        xml.WriteRaw("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (var i = 0; i < widths.Length; i++)
        {
            OpenCell(widths[i]);
            paragraphs.Open(new Shape(styles.TableHeading, KeepNext: true, Align: table.Columns[i].Align));
            paragraphs.Run(table.Columns[i].Header);
            CloseCell();
        }

        xml.End();
    }

    private void Row(Table table, IReadOnlyList<Cell> cells, int[] widths, bool keepNext)
    {
        xml.Open("tr");
        xml.WriteRaw(table.IsForm ? """<w:trPr><w:cantSplit/><w:trHeight w:val="794" w:hRule="atLeast"/></w:trPr>""" : "<w:trPr><w:cantSplit/></w:trPr>");
        for (var i = 0; i < widths.Length; i++)
        {
            var cell = i < cells.Count ? cells[i] : Cell.Empty;
            OpenCell(widths[i], (cell as RatingCell)?.Rating);
            paragraphs.Open(new Shape(styles.TableText, keepNext, Align: table.Columns[i].Align));
            Content(cell, bold: i == 0 && table.RowHeader == 0);
            CloseCell();
        }

        xml.End();
    }

    private void Content(Cell cell, bool bold)
    {
        switch (cell)
        {
            case RatingCell { Rating: var rating }:
                paragraphs.Run($"{rating.Shape()} {cell.Text}", bold: rating.Colour is not null, colour: WordXml.Hex(rating.Colours().Text));
                break;
            case DirectionCell { Direction: var direction }:
                paragraphs.Run(direction.Arrow() is { Length: > 0 } arrow ? $"{arrow} {cell.Text}" : cell.Text);
                break;
            case { Text: { Length: > 0 } text }:
                paragraphs.Run(text, bold);
                break;
        }
    }

    private void OpenCell(int width, Core.Ratings.Rating? rating = null)
    {
        xml.Open("tc");
        xml.Open("tcPr");
        xml.Open("tcW");
        xml.Attribute("w", width);
        xml.Attribute("type", "dxa");
        xml.End();
        if (rating is not null && WordXml.Hex(rating.Colours().Fill) is var fill && fill != White)
        {
            xml.Open("shd");
            xml.Attribute("val", "clear");
            xml.Attribute("color", "auto");
            xml.Attribute("fill", fill);
            xml.End();
        }

        xml.End();
    }

    private void CloseCell()
    {
        paragraphs.Close();
        xml.End();
    }
}
