using System.Xml;

namespace Outturn.Reports.Word;

/// <summary>The form in which a chart stands in the file.</summary>
internal interface IChartForm
{
    /// <summary>Writes the graphic that stands in the chart's frame, and adds to the file what it needs.</summary>
    /// <param name="number">Unique in the document, from 1.</param>
    /// <param name="width">Width in English metric units, 360,000 to the centimetre; so is the height.</param>
    public void Write(XmlWriter xml, Chart chart, int number, int width, int height);
}

/// <summary>Charts that follow each other stand side by side, two upright and three across a page on its side.</summary>
/// <remarks>They stand in the line of text like letters: a floating frame loses its place and, in a PDF, its description.</remarks>
internal sealed class ChartRows(XmlWriter xml, IChartForm form)
{
    private const int UnitsPerTwip = 635;
    private const int Centimetre = 360_000;
    private const int Height = 55 * Centimetre / 10;
    private const int Widest = 17 * Centimetre;

    /// <summary>Room for the space between two frames, and for rounding.</summary>
    private const int Gap = Centimetre / 5;

    private int number;

    public static List<Chart[]> Arrange(IReadOnlyList<Chart> charts, Orientation orientation) =>
        [.. charts.Chunk(Math.Min(charts.Count, orientation == Orientation.Landscape ? 3 : 2))];

    /// <param name="perRow">Charts in a full row: in the last, too, a chart has the width of the others.</param>
    /// <param name="textWidth">In twentieths of a point.</param>
    public void Write(Chart[] row, int perRow, int textWidth)
    {
        var width = Math.Min(textWidth * UnitsPerTwip / perRow - Gap, Widest);
        for (var i = 0; i < row.Length; i++)
        {
            xml.Open("r");
            if (i > 0)
            {
                xml.Text(" ");
            }

            xml.Open("drawing");
            Frame(row[i], width);
            xml.End();
            xml.End();
        }
    }

    private void Frame(Chart chart, int width)
    {
        number++;
        xml.WriteStartElement("wp", "inline", WordXml.WordDrawing);
        foreach (var side in (ReadOnlySpan<string>)["distT", "distB", "distL", "distR"])
        {
            xml.WriteAttributeString(side, "0");
        }

        xml.WriteStartElement("wp", "extent", WordXml.WordDrawing);
        xml.WriteAttributeString("cx", WordXml.Number(width));
        xml.WriteAttributeString("cy", WordXml.Number(Height));
        xml.WriteEndElement();
        xml.WriteStartElement("wp", "docPr", WordXml.WordDrawing);
        xml.WriteAttributeString("id", WordXml.Number(number));
        xml.WriteAttributeString("name", WordXml.CleanLine(chart.Name));
        xml.WriteAttributeString("descr", WordXml.CleanLine(chart.Description));
        xml.WriteAttributeString("title", WordXml.CleanLine(chart.Title));
        xml.WriteEndElement();
        xml.WriteStartElement("a", "graphic", WordXml.Drawing);
        form.Write(xml, chart, number, width, Height);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
