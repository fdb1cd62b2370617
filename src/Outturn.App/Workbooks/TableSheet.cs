using System.Text;
using System.Xml;
using Outturn.App.Import;

namespace Outturn.App.Workbooks;

/// <param name="Width">In characters.</param>
/// <param name="Look">Of the heading.</param>
internal sealed record SheetColumn(string Heading, int Width, Look Look)
{
    public bool IsEntry => Look is Look.EntryHeader or Look.InternalHeader;
}

/// <param name="Number">As digits, where the spreadsheet can keep it exactly.</param>
internal readonly record struct SheetCell(Look Look, string? Number, string? Text)
{
    /// <summary>The digits that a spreadsheet keeps of a number; one with more is written as text.</summary>
    private const int MostDigits = 15;

    public static SheetCell Of(Look look, string? text) => new(look, null, text);

    /// <returns>A number where the spreadsheet can keep it exactly, else text; neither where there is nothing to write.</returns>
    public static (string? Number, string? Text) Written(decimal? value)
    {
        if (value is not { } number)
        {
            return default;
        }

        var text = number.ToString("0.############################");
        return text.Where(char.IsAsciiDigit).SkipWhile(digit => digit == '0').Count() <= MostDigits ? (text, null) : (null, text);
    }
}

/// <summary>The sheet that is filled in: a title, the stamp, and one table.</summary>
/// <param name="Line">The stamp, below the title.</param>
/// <param name="Frozen">How many of the first columns stay in sight.</param>
internal sealed record TableSheet(string Name, string Title, string Line, string TableName, int Frozen, string Footer, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<SheetCell[]> Rows, IReadOnlyList<CellRule> Rules)
{
    public const int HeaderRow = 3;

    private string Area => $"A{HeaderRow}:{SourceColumn.LetterOf(Columns.Count - 1)}{HeaderRow + Math.Max(1, Rows.Count)}";

    /// <summary>The letter of the last column that stays in sight.</summary>
    public string LastFrozen => SourceColumn.LetterOf(Frozen - 1);

    public string Xml(WorkbookText texts)
    {
        var written = new StringBuilder();
        using (var xml = WorkbookXml.Open(written))
        {
            xml.Start("worksheet");
            xml.WriteAttributeString("xmlns", "r", null, WorkbookXml.Relations);
            xml.Start("sheetPr");
            xml.Empty("pageSetUpPr", ("fitToPage", "1"));
            xml.WriteEndElement();
            xml.Empty("dimension", ("ref", $"A1:{Area.Split(':')[1]}"));
            WriteView(xml);
            xml.Empty("sheetFormatPr", ("defaultRowHeight", "15"));
            xml.WriteWidths([.. Columns.Select(column => column.Width)]);
            xml.Start("sheetData");
            WriteLine(1, "24", Look.Title, Title);
            WriteLine(2, "20", Look.Line, Line);
            xml.Start("row", ("r", $"{HeaderRow}"), ("ht", "36"));
            for (var i = 0; i < Columns.Count; i++)
            {
                xml.WriteText($"{SourceColumn.LetterOf(i)}{HeaderRow}", Columns[i].Look, Columns[i].Heading, texts);
            }

            xml.WriteEndElement();
            for (var i = 0; i < Rows.Count; i++)
            {
                WriteRow(xml, Rows[i], HeaderRow + 1 + i, texts);
            }

            xml.WriteEndElement();
            xml.WriteProtection();
            CellRule.Write(xml, Rows.Count == 0 ? [] : Rules);
            xml.WritePage("8", "landscape", Footer);
            xml.Start("ignoredErrors");
            xml.Empty("ignoredError", ("sqref", Area), ("numberStoredAsText", "1"), ("unlockedFormula", "1"));
            xml.WriteEndElement();
            xml.Start("tableParts", ("count", "1"));
            xml.Start("tablePart");
            xml.WriteAttributeString("r", "id", WorkbookXml.Relations, "rId1");
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();

            void WriteLine(int row, string height, Look look, string text)
            {
                xml.Start("row", ("r", $"{row}"), ("ht", height));
                xml.WriteText($"A{row}", look, text, texts);
                xml.WriteEndElement();
            }
        }

        return written.ToString();
    }

    public string TableXml()
    {
        var written = new StringBuilder();
        using (var xml = WorkbookXml.Open(written))
        {
            xml.Start("table", ("id", "1"), ("name", TableName), ("displayName", TableName), ("ref", Area), ("totalsRowShown", "0"));
            xml.Empty("autoFilter", ("ref", Area));
            xml.Start("tableColumns", ("count", $"{Columns.Count}"));
            for (var i = 0; i < Columns.Count; i++)
            {
                xml.Empty("tableColumn", ("id", $"{i + 1}"), ("name", Columns[i].Heading));
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return written.ToString();
    }

    private void WriteView(XmlWriter xml)
    {
        var first = $"{SourceColumn.LetterOf(Frozen)}{HeaderRow + 1}";
        xml.Start("sheetViews");
        xml.Start("sheetView", ("showGridLines", "0"), ("tabSelected", "1"), ("workbookViewId", "0"));
        xml.Empty("pane", ("xSplit", $"{Frozen}"), ("ySplit", $"{HeaderRow}"), ("topLeftCell", first), ("activePane", "bottomRight"), ("state", "frozen"));
        var entry = $"{SourceColumn.LetterOf(Columns.TakeWhile(column => !column.IsEntry).Count())}{HeaderRow + 1}";
        xml.Empty("selection", ("pane", "topRight"));
        xml.Empty("selection", ("pane", "bottomLeft"));
        xml.Empty("selection", ("pane", "bottomRight"), ("activeCell", entry), ("sqref", entry));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteRow(XmlWriter xml, SheetCell[] cells, int number, WorkbookText texts)
    {
        xml.Start("row", ("r", $"{number}"), ("ht", WorkbookXml.Height(34, [.. cells.Select((cell, i) => (cell.Text, Columns[i].Width))])));
        for (var i = 0; i < cells.Length; i++)
        {
            var address = $"{SourceColumn.LetterOf(i)}{number}";
            if (cells[i].Number is { } figure)
            {
                xml.Start("c", ("r", address), ("s", $"{(int)cells[i].Look}"));
                xml.WriteElementString("v", WorkbookXml.Main, figure);
                xml.WriteEndElement();
            }
            else
            {
                xml.WriteText(address, cells[i].Look, cells[i].Text, texts);
            }
        }

        xml.WriteEndElement();
    }
}
