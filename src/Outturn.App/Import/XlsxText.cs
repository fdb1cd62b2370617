using System.Globalization;
using System.Text;
using System.Xml;

namespace Outturn.App.Import;

/// <summary>Text as cells of a workbook store it: in one piece or in runs, with some characters escaped.</summary>
internal static class XlsxText
{
    private const int Longest = 32_767;

    /// <summary>Reads the texts within the current element and leaves the reader at its end; how words are pronounced (rPh) is not part of it.</summary>
    public static string Read(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var (depth, aside, inText, text, pieces) = (xml.Depth, 0, false, "", (StringBuilder?)null);
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.LocalName == "rPh")
            {
                aside += xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement ? 1 : xml.NodeType == XmlNodeType.EndElement ? -1 : 0;
            }
            else if (xml.LocalName == "t")
            {
                inText = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
            }
            else if (inText && aside == 0 && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                if (text.Length > 0)
                {
                    pieces ??= new StringBuilder(text);
                    pieces.Append(xml.Value);
                }
                else
                {
                    text = xml.Value;
                }

                Check(pieces?.Length ?? text.Length);
            }
        }

        return Decode(pieces?.ToString() ?? text);
    }

    /// <summary>A cell of Excel holds no more text; other programs are given some room.</summary>
    public static void Check(int length)
    {
        if (length > Longest * 8)
        {
            throw new OfficeDamageException("a cell holds more text than Excel allows");
        }
    }

    /// <summary>Turns _x000D_ into the character it stands for.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 6 < text.Length && text[i] == '_' && text[i + 1] == 'x' && text[i + 6] == '_'
                && int.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                decoded.Append((char)code);
                i += 6;
            }
            else
            {
                decoded.Append(text[i]);
            }
        }

        return decoded.ToString();
    }
}
