using System.Text;
using Outturn.App.Import;

namespace Outturn.App.Workbooks;

/// <summary>The texts of a workbook, each once and numbered as cells ask for it, fit for a cell whatever somebody typed.</summary>
internal sealed class WorkbookText
{
    /// <summary>A cell with more text is called damaged by Excel.</summary>
    private const int Longest = 32_767;

    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private int asked;

    public int Place(string text)
    {
        asked++;
        var clean = Clean(text);
        if (!places.TryGetValue(clean, out var place))
        {
            place = texts.Count;
            places.Add(clean, place);
            texts.Add(clean);
        }

        return place;
    }

    /// <summary>Without control characters and broken surrogates; line breaks stay, of one kind.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\t')
            {
                clean.Append(' ');
            }
            else if (rune.Value is '\n' || (!Rune.IsControl(rune) && rune.Value is not (0xFFFD or 0xFFFE or 0xFFFF)))
            {
                clean.Append(rune);
            }
        }

        if (clean.Length > Longest)
        {
            clean.Length = char.IsHighSurrogate(clean[Longest - 2]) ? Longest - 2 : Longest - 1;
            clean.Append('…');
        }

        return clean.ToString();
    }

    public string Xml()
    {
        var written = new StringBuilder();
        using (var xml = WorkbookXml.Open(written))
        {
            xml.Start("sst", ("count", $"{asked}"), ("uniqueCount", $"{texts.Count}"));
            foreach (var text in texts)
            {
                xml.Start("si");
                xml.Start("t");
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(Stored(text));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return written.ToString();
    }

    /// <summary>As the file stores it: what would be read as the escape of a character (_x0041_) is itself escaped.</summary>
    public static string Stored(string clean)
    {
        for (var at = 0; (at = clean.IndexOf("_x", at, StringComparison.Ordinal)) >= 0; at += 2)
        {
            if (at + 6 < clean.Length && XlsxText.Decode(clean[at..(at + 7)]).Length == 1)
            {
                clean = clean.Insert(at, "_x005F");
                at += 6;
            }
        }

        return clean;
    }
}
