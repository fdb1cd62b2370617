using System.Xml;

namespace Outturn.Reports.Excel;

/// <summary>Every text of the workbook once, in the order in which the cells ask for it.</summary>
internal sealed class SharedTexts
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private int asked;

    /// <param name="clean">Already as <see cref="SheetText.Clean"/> leaves it.</param>
    public int Place(string clean)
    {
        asked++;
        if (!places.TryGetValue(clean, out var place))
        {
            place = texts.Count;
            places.Add(clean, place);
            texts.Add(clean);
        }

        return place;
    }

    public void Write(XmlWriter xml)
    {
        xml.Start("sst", ("count", $"{asked}"), ("uniqueCount", $"{texts.Count}"));
        foreach (var text in texts)
        {
            xml.Start("si");
            xml.Start("t");
            if (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.Contains('\n')))
            {
                xml.WriteAttributeString("xml", "space", null, "preserve");
            }

            xml.WriteString(SheetText.Stored(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
