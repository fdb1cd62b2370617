using System.Xml;
using Outturn.Core.Ratings;

namespace Outturn.Reports.Excel;

/// <summary>The looks of a workbook's cells, numbered as they are asked for.</summary>
internal sealed class Styles
{
    /// <summary>The first number that Excel leaves free for formats of one's own.</summary>
    private const int FirstFormat = 164;

    private const string Font = "Arial";

    /// <summary>Keeps a header at the right of its cell clear of the filter button there.</summary>
    private const string ButtonIndent = "2";

    private readonly string colour;
    private readonly List<Look> looks = [new Look(Role.Normal, Wrap: false)];
    private readonly Dictionary<Look, int> places = [];
    private readonly List<string> formats = [];

    /// <param name="colour">The council's main colour as #rrggbb.</param>
    public Styles(string colour)
    {
        this.colour = colour;
        places.Add(looks[0], 0);
    }

    /// <summary>The number by which a cell names its look.</summary>
    public int Place(Look look)
    {
        if (!places.TryGetValue(look, out var place))
        {
            place = looks.Count;
            places.Add(look, place);
            looks.Add(look);
            if (look.Format is { } format && !formats.Contains(format))
            {
                formats.Add(format);
            }
        }

        return place;
    }

    public void Write(XmlWriter xml)
    {
        xml.Start("styleSheet");
        if (formats.Count > 0)
        {
            xml.Start("numFmts", ("count", $"{formats.Count}"));
            for (var i = 0; i < formats.Count; i++)
            {
                xml.Empty("numFmt", ("numFmtId", $"{FirstFormat + i}"), ("formatCode", formats[i]));
            }

            xml.WriteEndElement();
        }

        var roles = Enum.GetValues<Role>();
        xml.Start("fonts", ("count", $"{roles.Length}"));
        foreach (var role in roles)
        {
            WriteFont(xml, role);
        }

        xml.WriteEndElement();
        WriteFills(xml, roles);
        WriteBorders(xml);
        xml.Start("cellStyleXfs", ("count", $"{roles.Length}"));
        foreach (var role in roles)
        {
            WriteLook(xml, new Look(role, Wrap: false), ofCell: false);
        }

        xml.WriteEndElement();
        xml.Start("cellXfs", ("count", $"{looks.Count}"));
        foreach (var look in looks)
        {
            WriteLook(xml, look, ofCell: true);
        }

        xml.WriteEndElement();
        xml.Start("cellStyles", ("count", $"{roles.Length}"));
        foreach (var role in roles)
        {
            xml.Empty("cellStyle", ("name", Name(role)), ("xfId", $"{(int)role}"), ("builtinId", BuiltIn(role)));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteFont(XmlWriter xml, Role role)
    {
        xml.Start("font");
        if (role is Role.Title or Role.Heading or Role.Header or Role.Green or Role.Amber or Role.Red)
        {
            xml.Empty("b");
        }

        if (role is Role.Link)
        {
            xml.Empty("u");
        }

        xml.Empty("sz", ("val", role switch { Role.Title => "16", Role.Heading => "13", _ => "11" }));
        xml.Empty("color", ("rgb", Argb(role switch
        {
            Role.Title or Role.Heading or Role.Link => colour,
            Role.Header => "#ffffff",
            _ => RatingOf(role)?.Colours().Text ?? Palette.Ink,
        })));
        xml.Empty("name", ("val", Font));
        xml.WriteEndElement();
    }

    /// <summary>The first two are Excel's own and may not be used for anything else.</summary>
    private void WriteFills(XmlWriter xml, Role[] roles)
    {
        xml.Start("fills", ("count", $"{roles.Length + 2}"));
        foreach (var pattern in new[] { "none", "gray125" })
        {
            xml.Start("fill");
            xml.Empty("patternFill", ("patternType", pattern));
            xml.WriteEndElement();
        }

        foreach (var role in roles)
        {
            xml.Start("fill");
            if ((role is Role.Header ? colour : RatingOf(role)?.Colours().Fill) is { } fill)
            {
                xml.Start("patternFill", ("patternType", "solid"));
                xml.Empty("fgColor", ("rgb", Argb(fill)));
                xml.WriteEndElement();
            }
            else
            {
                xml.Empty("patternFill", ("patternType", "none"));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteBorders(XmlWriter xml)
    {
        xml.Start("borders", ("count", "2"));
        foreach (var line in new[] { null, Palette.Rule })
        {
            xml.Start("border");
            foreach (var side in new[] { "left", "right", "top" })
            {
                xml.Empty(side);
            }

            xml.Start("bottom", ("style", line is null ? null : "thin"));
            if (line is not null)
            {
                xml.Empty("color", ("rgb", Argb(line)));
            }

            xml.WriteEndElement();
            xml.Empty("diagonal");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteLook(XmlWriter xml, Look look, bool ofCell)
    {
        var role = look.Role;
        var filled = role is Role.Header || RatingOf(role) is not null;
        xml.Start("xf",
            ("numFmtId", $"{(look.Format is { } format ? FirstFormat + formats.IndexOf(format) : 0)}"),
            ("fontId", $"{(int)role}"),
            ("fillId", $"{(filled ? (int)role + 2 : 0)}"),
            ("borderId", IsInTable(role) ? "1" : "0"),
            ("xfId", ofCell ? $"{(int)role}" : null),
            ("quotePrefix", look.Typed ? "1" : null),
            ("applyNumberFormat", look.Format is null ? null : "1"),
            ("applyFont", "1"),
            ("applyFill", "1"),
            ("applyBorder", "1"),
            ("applyAlignment", "1"));
        xml.Empty("alignment",
            ("horizontal", look.Align switch { Align.Right => "right", Align.Centre => "center", _ => "left" }),
            ("vertical", role switch { Role.Header => "center", Role.Heading => "bottom", _ => "top" }),
            ("indent", !IsInTable(role) || look.Align == Align.Centre ? null : role == Role.Header && look.Align == Align.Right ? ButtonIndent : "1"),
            ("wrapText", look.Wrap ? "1" : null));
        xml.WriteEndElement();
    }

    private static bool IsInTable(Role role) => role is not (Role.Normal or Role.Title or Role.Heading or Role.Link);

    private static Rating? RatingOf(Role role) => role switch
    {
        Role.Green => Rating.Of(RagRating.Green),
        Role.Amber => Rating.Of(RagRating.Amber),
        Role.Red => Rating.Of(RagRating.Red),
        Role.NotRated => Rating.Not(Reason.NoTarget),
        _ => null,
    };

    private static string Name(Role role) => role switch
    {
        Role.Heading => "Heading 1",
        Role.Link => "Hyperlink",
        Role.Header => "Table header",
        Role.Cell => "Table cell",
        Role.NotRated => "Not rated",
        _ => role.ToString(),
    };

    private static string? BuiltIn(Role role) => role switch
    {
        Role.Normal => "0",
        Role.Title => "15",
        Role.Heading => "16",
        Role.Link => "8",
        _ => null,
    };

    private static string Argb(string colour) => "FF" + colour.TrimStart('#').ToUpperInvariant();
}
