using System.Text;

namespace Outturn.App.Workbooks;

/// <summary>How a cell looks and whether it may be typed in; the number of a cell's style is its place here.</summary>
internal enum Look
{
    Plain,
    Title,
    Line,
    Header,
    EntryHeader,
    InternalHeader,
    Said,
    Strong,
    Beside,
    Number,
    Words,
    Day,
    Internal,

    /// <summary>A count that the indicator does not have: grey, and locked.</summary>
    NotAsked,
    Code,
    Heading,
    Body,
}

/// <summary>The styles of a template: what is locked is white or grey, what is entered is yellow and outlined, what stays among colleagues is blue and outlined.</summary>
internal static class Looks
{
    private const string Ink = "FF0B0C0C";
    private const string Quiet = "FF505A5F";

    /// <summary>Font, fill, border, format, across, whether it wraps, whether it is locked.</summary>
    private static (int Font, int Fill, int Border, int Format, string Across, bool Wraps, bool Locked) Of(Look look) => look switch
    {
        Look.Title => (1, 0, 0, 0, "left", false, true),
        Look.Line => (2, 0, 0, 0, "left", false, true),
        Look.Header => (3, 2, 1, 0, "left", true, true),
        Look.EntryHeader => (4, 3, 1, 0, "left", true, true),
        Look.InternalHeader => (4, 5, 1, 0, "left", true, true),
        Look.Said => (0, 0, 1, 0, "left", true, true),
        Look.Strong => (4, 0, 1, 0, "left", true, true),
        Look.Beside => (0, 7, 1, 0, "right", true, true),
        Look.Number => (0, 4, 2, 0, "right", false, false),
        Look.Words => (0, 4, 2, 49, "left", true, false),
        Look.Day => (0, 4, 2, 164, "left", false, false),
        Look.Internal => (0, 6, 2, 49, "left", true, false),
        Look.NotAsked => (2, 8, 1, 0, "left", false, true),
        Look.Code => (2, 0, 1, 0, "left", false, true),
        Look.Heading => (5, 0, 0, 0, "left", false, true),
        Look.Body => (0, 0, 0, 0, "left", true, true),
        _ => (0, 0, 0, 0, "left", false, true),
    };

    /// <param name="colour">The council's main colour as #rrggbb.</param>
    public static string Xml(string colour)
    {
        var council = $"FF{colour.TrimStart('#').ToUpperInvariant()}";
        (bool Bold, string Size, string Colour)[] fonts =
            [(false, "11", Ink), (true, "15", council), (false, "11", Quiet), (true, "11", "FFFFFFFF"), (true, "11", Ink), (true, "13", council)];
        string?[] fills = [null, null, council, "FFFFD75E", "FFFFF7D6", "FFB9D3EA", "FFEAF2FA", "FFF3F2F1", "FFDEE0E2"];
        string?[] borders = [null, "FFB1B4B6", "FF7A6A1F"];
        var looks = Enum.GetValues<Look>();
        var written = new StringBuilder();
        using (var xml = WorkbookXml.Open(written))
        {
            xml.Start("styleSheet");
            xml.Start("numFmts", ("count", "1"));
            xml.Empty("numFmt", ("numFmtId", "164"), ("formatCode", "dd/mm/yyyy"));
            xml.WriteEndElement();
            xml.Start("fonts", ("count", $"{fonts.Length}"));
            foreach (var font in fonts)
            {
                xml.Start("font");
                if (font.Bold)
                {
                    xml.Empty("b");
                }

                xml.Empty("sz", ("val", font.Size));
                xml.Empty("color", ("rgb", font.Colour));
                xml.Empty("name", ("val", "Arial"));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            WriteFills(xml, fills);
            WriteBorders(xml, borders);
            xml.Start("cellStyleXfs", ("count", "1"));
            xml.Empty("xf", ("numFmtId", "0"), ("fontId", "0"), ("fillId", "0"), ("borderId", "0"));
            xml.WriteEndElement();
            xml.Start("cellXfs", ("count", $"{looks.Length}"));
            foreach (var look in looks)
            {
                WriteLook(xml, look);
            }

            xml.WriteEndElement();
            xml.Start("cellStyles", ("count", "1"));
            xml.Empty("cellStyle", ("name", "Normal"), ("xfId", "0"), ("builtinId", "0"));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return written.ToString();
    }

    /// <summary>The first two are Excel's own and may not be used for anything else.</summary>
    private static void WriteFills(System.Xml.XmlWriter xml, string?[] fills)
    {
        xml.Start("fills", ("count", $"{fills.Length}"));
        for (var i = 0; i < fills.Length; i++)
        {
            xml.Start("fill");
            xml.Start("patternFill", ("patternType", fills[i] is not null ? "solid" : i == 1 ? "gray125" : "none"));
            if (fills[i] is { } fill)
            {
                xml.Empty("fgColor", ("rgb", fill));
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteBorders(System.Xml.XmlWriter xml, string?[] borders)
    {
        xml.Start("borders", ("count", $"{borders.Length}"));
        foreach (var line in borders)
        {
            xml.Start("border");
            foreach (var side in new[] { "left", "right", "top", "bottom", "diagonal" })
            {
                if (line is null || side == "diagonal")
                {
                    xml.Empty(side);
                    continue;
                }

                xml.Start(side, ("style", "thin"));
                xml.Empty("color", ("rgb", line));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteLook(System.Xml.XmlWriter xml, Look look)
    {
        var (font, fill, border, format, across, wraps, locked) = Of(look);
        xml.Start("xf",
            ("numFmtId", $"{format}"), ("fontId", $"{font}"), ("fillId", $"{fill}"), ("borderId", $"{border}"), ("xfId", "0"),
            ("applyNumberFormat", "1"), ("applyFont", "1"), ("applyFill", "1"), ("applyBorder", "1"), ("applyAlignment", "1"), ("applyProtection", "1"));
        xml.Empty("alignment", ("horizontal", across), ("vertical", look is Look.Header or Look.EntryHeader or Look.InternalHeader ? "center" : look == Look.Heading ? "bottom" : "top"),
            ("indent", border > 0 ? "1" : null), ("wrapText", wraps ? "1" : null));
        xml.Empty("protection", ("locked", locked ? "1" : "0"));
        xml.WriteEndElement();
    }
}
