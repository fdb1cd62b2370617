using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Outturn.Reports.Word;

/// <summary>Charts as Word's own: a reader can restyle them, copy them into slides, and read their values.</summary>
internal sealed class NativeCharts(MainDocumentPart main, string colour) : IChartForm
{
    private const double UnitsPerPoint = 12_700;

    public void Write(XmlWriter xml, Chart chart, int number, int width, int height)
    {
        var id = $"rChart{number}";
        using (var part = main.AddNewPart<ChartPart>(id).GetStream(FileMode.Create, FileAccess.Write))
        {
            ChartXml.Write(chart, colour, width / UnitsPerPoint, height / UnitsPerPoint, part);
        }

        xml.WriteStartElement("a", "graphicData", WordXml.Drawing);
        xml.WriteAttributeString("uri", WordXml.Chart);
        xml.WriteStartElement("c", "chart", WordXml.Chart);
        xml.WriteAttributeString("r", "id", WordXml.Relationships, id);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
