using System.Text;

namespace Outturn.App.Workbooks;

/// <summary>A sheet of words that is read from top to bottom: in one column, or terms with what is said of them beside.</summary>
/// <param name="Widths">Of one column or two, in characters.</param>
internal sealed record WordsSheet(string Name, string Footer, IReadOnlyList<int> Widths, IReadOnlyList<(string Term, string Text, Look Look)> Lines)
{
    public const int TermWidth = 32;
    public const int TextWidth = 96;

    public string Xml(WorkbookText texts)
    {
        var written = new StringBuilder();
        using (var xml = WorkbookXml.Open(written))
        {
            xml.Start("worksheet");
            xml.Start("sheetPr");
            xml.Empty("pageSetUpPr", ("fitToPage", "1"));
            xml.WriteEndElement();
            xml.Empty("dimension", ("ref", $"A1:{(Widths.Count == 1 ? "A" : "B")}{Lines.Count}"));
            xml.Start("sheetViews");
            xml.Empty("sheetView", ("showGridLines", "0"), ("workbookViewId", "0"));
            xml.WriteEndElement();
            xml.Empty("sheetFormatPr", ("defaultRowHeight", "15"));
            xml.WriteWidths(Widths);
            xml.Start("sheetData");
            for (var i = 0; i < Lines.Count; i++)
            {
                var (term, text, look) = Lines[i];
                xml.Start("row", ("r", $"{i + 1}"), ("ht", look switch
                {
                    Look.Title => "24",
                    Look.Heading => "32",
                    _ => Widths.Count == 1 ? WorkbookXml.Height(20, (term, Widths[0])) : WorkbookXml.Height(20, (text, Widths[1])),
                }));
                xml.WriteText($"A{i + 1}", look, term, texts);
                if (text.Length > 0)
                {
                    xml.WriteText($"B{i + 1}", Look.Body, text, texts);
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteProtection();
            xml.WritePage("9", "portrait", Footer);
            xml.WriteEndElement();
        }

        return written.ToString();
    }
}
