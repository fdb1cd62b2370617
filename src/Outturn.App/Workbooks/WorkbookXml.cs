using System.Text;
using System.Xml;

namespace Outturn.App.Workbooks;

/// <summary>Elements of the spreadsheet vocabulary, as they are written one after the other.</summary>
internal static class WorkbookXml
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const int LongestFooter = 200;

    public static XmlWriter Open(StringBuilder to) => XmlWriter.Create(to, new XmlWriterSettings { OmitXmlDeclaration = true });

    /// <summary>Opens an element; an attribute without a value is left out.</summary>
    public static void Start(this XmlWriter xml, string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        xml.WriteStartElement(name, Main);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
            {
                xml.WriteAttributeString(attribute, value);
            }
        }
    }

    public static void Empty(this XmlWriter xml, string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        xml.Start(name, attributes);
        xml.WriteEndElement();
    }

    /// <summary>A cell with a text, or without anything where the text is blank.</summary>
    public static void WriteText(this XmlWriter xml, string address, Look look, string? text, WorkbookText texts)
    {
        if (string.IsNullOrEmpty(text))
        {
            xml.Empty("c", ("r", address), ("s", $"{(int)look}"));
            return;
        }

        xml.Start("c", ("r", address), ("s", $"{(int)look}"), ("t", "s"));
        xml.WriteElementString("v", Main, $"{texts.Place(text)}");
        xml.WriteEndElement();
    }

    public static void WriteWidths(this XmlWriter xml, IReadOnlyList<int> widths)
    {
        xml.Start("cols");
        for (var i = 0; i < widths.Count; i++)
        {
            xml.Empty("col", ("min", $"{i + 1}"), ("max", $"{i + 1}"), ("width", $"{widths[i]}"), ("customWidth", "1"));
        }

        xml.WriteEndElement();
    }

    /// <summary>Locked without a password: nobody is kept out, and nothing is changed by mistake. Cells may be formatted, rows and columns sized, rows filtered.</summary>
    public static void WriteProtection(this XmlWriter xml) => xml.Empty(
        "sheetProtection", ("sheet", "1"), ("objects", "1"), ("scenarios", "1"), ("formatCells", "0"), ("formatColumns", "0"), ("formatRows", "0"), ("autoFilter", "0"));

    /// <summary>How it is printed: to the width of its page, with whose it is and page x of y below.</summary>
    /// <param name="paper">The number of a paper size: 8 is A3, 9 is A4.</param>
    public static void WritePage(this XmlWriter xml, string paper, string orientation, string footer)
    {
        var clean = WorkbookText.Clean(footer).ReplaceLineEndings(" ").Replace("&", "&&", StringComparison.Ordinal);
        xml.Empty("pageMargins", ("left", "0.4"), ("right", "0.4"), ("top", "0.5"), ("bottom", "0.6"), ("header", "0.3"), ("footer", "0.3"));
        xml.Empty("pageSetup", ("paperSize", paper), ("fitToHeight", "0"), ("orientation", orientation));
        xml.Start("headerFooter");
        xml.WriteElementString("oddFooter", Main, $"&L{clean[..Math.Min(clean.Length, LongestFooter)]}&RPage &P of &N");
        xml.WriteEndElement();
    }

    /// <summary>The height in points that wrapped texts need in columns of so many characters.</summary>
    public static string Height(double least, params ReadOnlySpan<(string? Text, int Width)> cells)
    {
        const double line = 14.5;
        const double spare = 5;
        const double highest = 409;
        var lines = 1.0;
        foreach (var (text, width) in cells)
        {
            lines = Math.Max(lines, (text ?? "").Split('\n').Sum(part => Math.Max(1, Math.Ceiling(part.Length * 0.95 / (width - 1)))));
        }

        return Math.Min(highest, Math.Max(least, (lines * line) + spare)).ToString("0.#");
    }
}
