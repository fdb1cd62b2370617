using System.Text;
using System.Xml;

namespace Outturn.Reports.Word;

/// <summary>Writing WordprocessingML as a stream: no tree is built, so a paper of a thousand cells costs a few milliseconds.</summary>
internal static class WordXml
{
    public const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    public const string WordDrawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    public const string Chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    public const string Picture = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        CloseOutput = true,
    };

    public static XmlWriter To(Stream part) => XmlWriter.Create(part, Settings);

    public static void Open(this XmlWriter xml, string element) => xml.WriteStartElement("w", element, Main);

    public static void End(this XmlWriter xml) => xml.WriteEndElement();

    public static void Attribute(this XmlWriter xml, string name, string value) => xml.WriteAttributeString("w", name, Main, value);

    public static void Attribute(this XmlWriter xml, string name, int value) => xml.Attribute(name, Number(value));

    /// <summary>An element that says all it has to say in its value: <c>&lt;w:jc w:val="right"/&gt;</c>.</summary>
    public static void Value(this XmlWriter xml, string element, string value)
    {
        xml.Open(element);
        xml.Attribute("val", value);
        xml.End();
    }

    public static void Value(this XmlWriter xml, string element, int value) => xml.Value(element, Number(value));

    /// <summary>An element that only has to be there: <c>&lt;w:keepNext/&gt;</c>.</summary>
    public static void Flag(this XmlWriter xml, string element)
    {
        xml.Open(element);
        xml.End();
    }

    /// <summary>The text of a run; its line ends and tabs become Word's own.</summary>
    public static void Text(this XmlWriter xml, string text)
    {
        var clean = Clean(text);
        if (clean.AsSpan().IndexOfAny('\n', '\t') < 0)
        {
            xml.Piece(clean);
            return;
        }

        var start = 0;
        for (var i = 0; i <= clean.Length; i++)
        {
            if (i < clean.Length && clean[i] is not ('\n' or '\t'))
            {
                continue;
            }

            if (i > start)
            {
                xml.Piece(clean[start..i]);
            }

            if (i < clean.Length)
            {
                xml.Flag(clean[i] == '\n' ? "br" : "tab");
            }

            start = i + 1;
        }
    }

    /// <summary>The text as XML may hold it: one kind of line end; control characters and halves of pairs become U+FFFD.</summary>
    public static string Clean(string text)
    {
        if (IsClean(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            clean.Append(rune.Value switch
            {
                '\r' => "\n",
                '\n' or '\t' => rune.ToString(),
                _ when Rune.IsControl(rune) || (rune.Value & 0xFFFE) == 0xFFFE => "\uFFFD",
                _ => rune.ToString(),
            });
        }

        return clean.ToString();
    }

    /// <summary>The text on one line, for attributes and chart titles.</summary>
    public static string CleanLine(string text) => Clean(text).ReplaceLineEndings(" ").Replace('\t', ' ');

    /// <summary>A colour as Word writes it: six digits without a hash.</summary>
    public static string Hex(string colour) => colour.TrimStart('#').ToUpperInvariant();

    public static string Number(int value) => value.ToString();

    private static bool IsClean(string text)
    {
        foreach (var c in text)
        {
            if (char.IsControl(c) && c is not ('\n' or '\t') || char.IsSurrogate(c) || c >= '\uFFFE')
            {
                return false;
            }
        }

        return true;
    }

    private static void Piece(this XmlWriter xml, string text)
    {
        xml.Open("t");
        if (text.Length > 0 && (text[0] == ' ' || text[^1] == ' '))
        {
            xml.WriteAttributeString("xml", "space", null, "preserve");
        }

        xml.WriteString(text);
        xml.End();
    }
}
