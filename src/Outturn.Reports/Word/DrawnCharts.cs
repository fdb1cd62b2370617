using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Outturn.Reports.Charts;

namespace Outturn.Reports.Word;

/// <summary>Charts as the pictures that the web shows, for the way to PDF, on which native charts lose their descriptions and shape.</summary>
internal sealed class DrawnCharts(MainDocumentPart main, string colour) : IChartForm
{
    /// <summary>English metric units to the pixel of the screen.</summary>
    private const double UnitsPerPixel = 9525;

    private const double FontSize = 11;
    private const double TitleSize = 12;
    private const double TitleRow = TitleSize * 1.25;

    public void Write(XmlWriter xml, Chart chart, int number, int width, int height)
    {
        var id = $"rDrawing{number}";
        using (var part = main.AddNewPart<ImagePart>("image/svg+xml", id).GetStream(FileMode.Create, FileAccess.Write))
        {
            part.Write(Encoding.UTF8.GetBytes(Draw(chart, width, height)));
        }

        var (name, w, h) = (Markup.Escape(WordXml.CleanLine(chart.Name)), WordXml.Number(width), WordXml.Number(height));
        xml.WriteRaw(
            $"""
            <a:graphicData uri="{WordXml.Picture}"><pic:pic xmlns:pic="{WordXml.Picture}"><pic:nvPicPr><pic:cNvPr id="{WordXml.Number(number)}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{WordXml.Relationships}" r:embed="{id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>
            """);
    }

    /// <summary>The chart under its title, which on the web is text beside the drawing.</summary>
    internal string Draw(Chart chart, int width, int height)
    {
        var (w, h) = ((int)(width / UnitsPerPixel), (int)(height / UnitsPerPixel));
        var title = TitleRows(WordXml.CleanLine(chart.Title), w);
        var top = (int)(title.Count * TitleRow + TitleSize / 2);
        var drawn = SvgChart.Draw(chart, new SvgChartStyle(w, h - top, FontSize, colour));
        var svg = new StringBuilder(drawn.Length + 400);
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" font-family=\"{SvgCanvas.Font}\" font-size=\"{FontSize}\">");
        for (var i = 0; i < title.Count; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"0\" y=\"{(i + 0.85) * TitleRow:0.#}\" font-size=\"{TitleSize}\" font-weight=\"bold\" fill=\"{Palette.Ink}\">{Markup.Escape(title[i])}</text>");
        }

        return svg
            .Append(CultureInfo.InvariantCulture, $"<g transform=\"translate(0,{top})\">")
            .Append(drawn, drawn.IndexOf('>', StringComparison.Ordinal) + 1, drawn.LastIndexOf("</svg>", StringComparison.Ordinal) - drawn.IndexOf('>', StringComparison.Ordinal) - 1)
            .Append("</g></svg>")
            .ToString();
    }

    /// <summary>The title on as many rows as it needs, two at most.</summary>
    private static List<string> TitleRows(string title, double width)
    {
        var rows = new List<string>();
        var row = "";
        foreach (var word in title.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = row.Length == 0 ? word : $"{row} {word}";
            if (row.Length == 0 || rows.Count == 1 || TextWidth.Of(longer, TitleSize, bold: true) <= width)
            {
                row = longer;
                continue;
            }

            rows.Add(row);
            row = word;
        }

        if (row.Length > 0)
        {
            rows.Add(row);
        }

        return [.. rows.Select(text => TextWidth.Fit(text, TitleSize, width, bold: true))];
    }
}
