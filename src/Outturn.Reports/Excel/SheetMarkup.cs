using System.Xml;

namespace Outturn.Reports.Excel;

/// <summary>Elements of the spreadsheet vocabulary, written straight to their part.</summary>
internal static class SheetMarkup
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const int LongestFooter = 200;

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

    /// <summary>The address of a cell: A1 for the first.</summary>
    public static string Address(int column, int row) => $"{ColumnLetters(column)}{row}";

    /// <summary>A cell whose text stands among the shared texts.</summary>
    public static void WriteText(this XmlWriter xml, string address, int look, int place)
    {
        xml.Start("c", ("r", address), ("s", $"{look}"), ("t", "s"));
        xml.WriteElementString("v", Main, $"{place}");
        xml.WriteEndElement();
    }

    /// <summary>The council, and page x of y, on every printed page.</summary>
    public static void WriteFooter(this XmlWriter xml, DocumentInfo info)
    {
        var council = SheetText.OneLine(info.Council).Replace("&", "&&", StringComparison.Ordinal);
        xml.Start("headerFooter");
        xml.WriteElementString("oddFooter", Main, $"&L{council[..Math.Min(council.Length, LongestFooter)]}&RPage &P of &N");
        xml.WriteEndElement();
    }

    private static string ColumnLetters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + (rest - 1) % 26) + letters;
        }

        return letters;
    }
}
