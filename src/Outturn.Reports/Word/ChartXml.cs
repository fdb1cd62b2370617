using System.Xml;
using Outturn.Core.Indicators;
using Outturn.Reports.Charts;
using Outturn.Reports.Data;

namespace Outturn.Reports.Word;

/// <summary>One line chart as DrawingML, with its values stored beside it: Word draws it without asking for a workbook.</summary>
internal sealed class ChartXml
{
    private const string CategoryAxis = "1001";
    private const string ValueAxis = "1002";
    private const double TitleSize = 9;
    private const double UnitSize = 8;

    /// <summary>Beyond so many periods, markers would drown the line.</summary>
    private const int ManyPeriods = 24;

    private readonly XmlWriter xml;
    private readonly Chart chart;
    private readonly string colour;
    private readonly AxisScale scale;

    private ChartXml(XmlWriter xml, Chart chart, string colour)
    {
        (this.xml, this.chart, this.colour) = (xml, chart, WordXml.Hex(colour));
        scale = AxisScale.For(chart);
    }

    /// <param name="width">In points, as is the height: long titles and units are cut to fit.</param>
    public static void Write(Chart chart, string colour, double width, double height, Stream to)
    {
        using var xml = WordXml.To(to);
        new ChartXml(xml, chart, colour).Write(width, height);
    }

    private void Write(double width, double height)
    {
        xml.WriteStartElement("c", "chartSpace", WordXml.Chart);
        xml.WriteAttributeString("xmlns", "a", null, WordXml.Drawing);
        Value("date1904", "0");
        Value("lang", "en-GB");
        Value("roundedCorners", "0");
        Open("chart");
        Title(width);
        Value("autoTitleDeleted", chart.Title.Length > 0 ? "0" : "1");
        Open("plotArea");
        xml.WriteRaw("<c:layout/>");
        Lines();
        PeriodAxis();
        FigureAxis(height);
        Close();
        xml.WriteRaw("""<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>""");
        Close();
        xml.WriteRaw("""<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>""");
        Type(800, Palette.Ink);
        Close();
    }

    private void Title(double width)
    {
        if (chart.Title.Length == 0)
        {
            return;
        }

        xml.WriteRaw("""<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900" b="1"/></a:pPr><a:r><a:rPr lang="en-GB" sz="900" b="1"/><a:t>""");
        xml.WriteString(TextWidth.Fit(WordXml.CleanLine(chart.Title), TitleSize, width * 1.9, bold: true));
        xml.WriteRaw("""</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>""");
    }

    private void Lines()
    {
        Open("lineChart");
        Value("grouping", "standard");
        Value("varyColors", "0");
        for (var i = 0; i < chart.Lines.Count; i++)
        {
            Line(chart.Lines[i], i);
        }

        Value("marker", "1");
        Value("axId", CategoryAxis);
        Value("axId", ValueAxis);
        Close();
    }

    private void Line(Line line, int index)
    {
        var column = (char)('B' + index);
        var rows = chart.Periods.Count + 1;
        Open("ser");
        Value("idx", WordXml.Number(index));
        Value("order", WordXml.Number(index));
        Open("tx");
        Texts($"Data!${column}$1", [line.Name]);
        Close();
        Stroke(line.Kind);
        Marker(line.Kind);
        if (chart.BreakBefore is { } before && line.Kind is (LineKind.Actual or LineKind.PreviousYear))
        {
            Break(before, line.Kind);
        }

        Open("cat");
        Texts($"Data!$A$2:$A${rows}", chart.Periods);
        Close();
        Open("val");
        Figures($"Data!${column}$2:${column}${rows}", line);
        Close();
        Value("smooth", "0");
        Close();
    }

    /// <summary>The line does not run across a change of definition: the piece that leads to its first period is left out.</summary>
    private void Break(int period, LineKind kind)
    {
        Open("dPt");
        Value("idx", WordXml.Number(period));
        Marker(kind);
        Value("bubble3D", "0");
        xml.WriteRaw("<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>");
        Close();
    }

    private void Stroke(LineKind kind)
    {
        var (width, stroke, dash) = kind switch
        {
            LineKind.Actual => (28575, colour, "solid"),
            LineKind.PreviousYear => (12700, WordXml.Hex(Palette.Grey), "solid"),
            LineKind.Target => (19050, WordXml.Hex(Palette.Ink), "dash"),
            LineKind.Floor => (19050, WordXml.Hex(Palette.Ink), "sysDot"),
            _ => (12700, WordXml.Hex(Palette.Grey), "lgDashDot"),
        };
        xml.WriteRaw($"""<c:spPr><a:ln w="{WordXml.Number(width)}" cap="flat"><a:solidFill><a:srgbClr val="{stroke}"/></a:solidFill><a:prstDash val="{dash}"/><a:round/></a:ln></c:spPr>""");
    }

    private void Marker(LineKind kind) => xml.WriteRaw(kind == LineKind.Actual
        ? $"""<c:marker><c:symbol val="circle"/><c:size val="{(chart.Periods.Count > ManyPeriods ? "2" : "5")}"/><c:spPr><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr></c:marker>"""
        : """<c:marker><c:symbol val="none"/></c:marker>""");

    private void Texts(string place, IReadOnlyList<string> texts)
    {
        Open("strRef");
        Element("f", place);
        Open("strCache");
        Value("ptCount", WordXml.Number(texts.Count));
        for (var i = 0; i < texts.Count; i++)
        {
            Point(i, WordXml.CleanLine(texts[i]));
        }

        Close();
        Close();
    }

    private void Figures(string place, Line line)
    {
        Open("numRef");
        Element("f", place);
        Open("numCache");
        Element("formatCode", FormatCode(chart.Decimals));
        Value("ptCount", WordXml.Number(chart.Periods.Count));
        for (var i = 0; i < chart.Periods.Count; i++)
        {
            if (line.At(i) is { } value)
            {
                Point(i, FigureRow.Text(value));
            }
        }

        Close();
        Close();
    }

    private void PeriodAxis()
    {
        Open("catAx");
        Value("axId", CategoryAxis);
        xml.WriteRaw("""<c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>""");
        AxisLine(Palette.Grey);
        Type(800, Palette.Grey);
        Value("crossAx", ValueAxis);
        xml.WriteRaw("""<c:crosses val="min"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="50"/>""");
        var every = WordXml.Number(ChartLabels.Every(chart.Periods));
        Value("tickLblSkip", every);
        Value("tickMarkSkip", every);
        Value("noMultiLvlLbl", "1");
        Close();
    }

    private void FigureAxis(double height)
    {
        Open("valAx");
        Value("axId", ValueAxis);
        Open("scaling");
        Value("orientation", "minMax");
        Value("max", FigureRow.Text(scale.Max));
        Value("min", FigureRow.Text(scale.Min));
        Close();
        xml.WriteRaw("""<c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D5D8DA"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>""");
        if (chart.Unit.Label is { Length: > 0 } unit)
        {
            xml.WriteRaw("""<c:title><c:tx><c:rich><a:bodyPr rot="-5400000" vert="horz"/><a:p><a:pPr><a:defRPr sz="800" b="0"/></a:pPr><a:r><a:rPr lang="en-GB" sz="800" b="0"/><a:t>""");
            xml.WriteString(TextWidth.Fit(WordXml.CleanLine(unit), UnitSize, height / 2));
            xml.WriteRaw("""</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>""");
        }

        xml.WriteStartElement("c", "numFmt", WordXml.Chart);
        xml.WriteAttributeString("formatCode", FormatCode(scale.Decimals));
        xml.WriteAttributeString("sourceLinked", "0");
        Close();
        xml.WriteRaw("""<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>""");
        Type(800, Palette.Grey);
        Value("crossAx", CategoryAxis);
        Value("crosses", "min");
        Value("crossBetween", "between");
        Value("majorUnit", FigureRow.Text(scale.Step));
        Close();
    }

    /// <summary>The figures of the axis as <see cref="Unit.Print"/> prints them; a percentage is held as 94.2, not 0.942.</summary>
    private string FormatCode(int decimals)
    {
        var digits = decimals > 0 ? "#,##0." + new string('0', decimals) : "#,##0";
        return WordXml.CleanLine(chart.Unit.Name) switch
        {
            "%" => digits + "\"%\"",
            ['£', .. var scale] => scale.Length > 0 ? $"\"£\"{digits}\"{scale.Replace("\"", "", StringComparison.Ordinal)}\"" : $"\"£\"{digits}",
            _ => digits,
        };
    }

    private void AxisLine(string stroke) =>
        xml.WriteRaw($"""<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="{WordXml.Hex(stroke)}"/></a:solidFill></a:ln></c:spPr>""");

    private void Type(int size, string ink) => xml.WriteRaw(
        $"""<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="{WordXml.Number(size)}"><a:solidFill><a:srgbClr val="{WordXml.Hex(ink)}"/></a:solidFill><a:latin typeface="Arial"/><a:cs typeface="Arial"/></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>""");

    private void Point(int index, string value)
    {
        Open("pt");
        xml.WriteAttributeString("idx", WordXml.Number(index));
        Element("v", value);
        Close();
    }

    private void Open(string element) => xml.WriteStartElement("c", element, WordXml.Chart);

    private void Close() => xml.WriteEndElement();

    private void Element(string name, string text) => xml.WriteElementString("c", name, WordXml.Chart, text);

    private void Value(string element, string value)
    {
        Open(element);
        xml.WriteAttributeString("val", value);
        Close();
    }
}
