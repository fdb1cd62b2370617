using System.Text;
using System.Xml;
using Outturn.App.Import;

namespace Outturn.App.Collection.Templates;

/// <summary>The sheet that is filled in: a title, the stamp, and one table with a row for each indicator and period that is due.</summary>
internal static class FiguresSheet
{
    public const string Name = "Figures";
    public const int HeaderRow = 3;

    /// <summary>Ref, indicator and period stay in sight.</summary>
    private const int Frozen = 3;

    private static readonly IReadOnlyList<TemplateColumn> Columns = TemplateColumns.All;

    public static string Area(TemplateContent content) => $"A{HeaderRow}:{SourceColumn.LetterOf(Columns.Count - 1)}{LastRow(content)}";

    public static int LastRow(TemplateContent content) => HeaderRow + Math.Max(1, content.Rows.Count);

    public static string Xml(TemplateContent content, WorkbookText texts)
    {
        var written = new StringBuilder();
        using (var xml = WorkbookXml.Open(written))
        {
            xml.Start("worksheet");
            xml.WriteAttributeString("xmlns", "r", null, WorkbookXml.Relations);
            xml.Start("sheetPr");
            xml.Empty("pageSetUpPr", ("fitToPage", "1"));
            xml.WriteEndElement();
            xml.Empty("dimension", ("ref", $"A1:{SourceColumn.LetterOf(Columns.Count - 1)}{LastRow(content)}"));
            WriteView(xml);
            xml.Empty("sheetFormatPr", ("defaultRowHeight", "15"));
            xml.WriteWidths([.. Columns.Select(column => column.Width)]);
            xml.Start("sheetData");
            WriteLine(1, "24", Look.Title, $"{content.Stamp.Service}: figures for {content.Stamp.Round}. Fill in the yellow cells, save, and send this workbook back.");
            WriteLine(2, "20", Look.Line, content.Stamp.ToString());
            xml.Start("row", ("r", $"{HeaderRow}"), ("ht", "36"));
            for (var i = 0; i < Columns.Count; i++)
            {
                xml.WriteText($"{SourceColumn.LetterOf(i)}{HeaderRow}", HeaderLook(Columns[i]), Columns[i].Heading, texts);
            }

            xml.WriteEndElement();
            for (var i = 0; i < content.Rows.Count; i++)
            {
                WriteRow(xml, content, i, texts);
            }

            xml.WriteEndElement();
            xml.WriteProtection();
            EntryRules.Write(xml, content);
            xml.WritePage("8", "landscape", $"{content.Council.Name}: {content.Stamp}");
            xml.Start("ignoredErrors");
            xml.Empty("ignoredError", ("sqref", Area(content)), ("numberStoredAsText", "1"), ("unlockedFormula", "1"));
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

    public static string TableXml(TemplateContent content)
    {
        var written = new StringBuilder();
        using (var xml = WorkbookXml.Open(written))
        {
            xml.Start("table", ("id", "1"), ("name", "Figures_due"), ("displayName", "Figures_due"), ("ref", Area(content)), ("totalsRowShown", "0"));
            xml.Empty("autoFilter", ("ref", Area(content)));
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

    private static void WriteView(XmlWriter xml)
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

    private static void WriteRow(XmlWriter xml, TemplateContent content, int index, WorkbookText texts)
    {
        var (row, number) = (content.Rows[index], HeaderRow + 1 + index);
        (string? Number, string? Text)[] cells =
            [.. Columns.Select(column => column.IsEntry ? EntryCells.Of(row.Known, column.Heading) : (null, Said(content, row, column.Heading)))];
        xml.Start("row", ("r", $"{number}"), ("ht", WorkbookXml.Height(34, [.. cells.Select((cell, i) => (cell.Text, Columns[i].Width))])));
        for (var i = 0; i < Columns.Count; i++)
        {
            var (address, look) = ($"{SourceColumn.LetterOf(i)}{number}", LookOf(Columns[i], row));
            if (cells[i].Number is { } figure)
            {
                xml.Start("c", ("r", address), ("s", $"{(int)look}"));
                xml.WriteElementString("v", WorkbookXml.Main, figure);
                xml.WriteEndElement();
            }
            else
            {
                xml.WriteText(address, look, cells[i].Text, texts);
            }
        }

        xml.WriteEndElement();
    }

    private static string Said(TemplateContent content, TemplateRow row, string heading) => heading switch
    {
        TemplateColumns.Ref => row.Indicator.Ref,
        TemplateColumns.Indicator => row.Indicator.Title,
        TemplateColumns.Period => row.Period.ToString(),
        TemplateColumns.WhatIsCounted => BesideEntry.WhatIsCounted(row),
        TemplateColumns.Unit => row.Indicator.Definition.Unit.Name,
        TemplateColumns.LastYear => BesideEntry.LastYear(row),
        TemplateColumns.LastFigure => BesideEntry.LastFigure(row),
        TemplateColumns.Target => BesideEntry.Target(row),
        TemplateColumns.Floor => BesideEntry.Floor(row),
        TemplateColumns.Code => content.Stamp.CodeOf(row.Indicator.Ref, row.Period),
        _ => throw new ArgumentOutOfRangeException(nameof(heading), heading, "No column of a template."),
    };

    private static Look HeaderLook(TemplateColumn column) => column.Use switch
    {
        ColumnUse.Internal => Look.InternalHeader,
        _ when column.IsEntry => Look.EntryHeader,
        _ => Look.Header,
    };

    private static Look LookOf(TemplateColumn column, TemplateRow row) => column.Use switch
    {
        ColumnUse.Number when column.Heading is TemplateColumns.Numerator or TemplateColumns.Denominator && !row.TakesCounts => Look.NotAsked,
        ColumnUse.Number => Look.Number,
        ColumnUse.Words => Look.Words,
        ColumnUse.Day => Look.Day,
        ColumnUse.Internal => Look.Internal,
        ColumnUse.Beside => Look.Beside,
        ColumnUse.Code => Look.Code,
        _ => column.Heading is TemplateColumns.Ref or TemplateColumns.Period ? Look.Strong : Look.Said,
    };
}
