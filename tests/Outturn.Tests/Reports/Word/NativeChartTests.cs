using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using Outturn.Reports;
using static Outturn.Tests.Reports.Word.WordFile;

namespace Outturn.Tests.Reports.Word;

public sealed class NativeChartTests
{
    private static readonly Document Paper = Sample.Document();

    [Fact]
    public void EveryChart_IsDescribedInWords_AndStandsInTheLine()
    {
        using var file = Of(Paper);

        Assert.Equal(
            Paper.Charts.Select(chart => (chart.Title, chart.Description)),
            file.Body.Descendants(Wp + "docPr").Select(frame => (frame.Attribute("title")!.Value, frame.Attribute("descr")!.Value)));
        Assert.Empty(file.Body.Descendants(Wp + "anchor"));
        Assert.Equal(Paper.Charts.Count(), file.Body.Descendants(Wp + "docPr").Select(frame => frame.Attribute("id")!.Value).Distinct().Count());
    }

    [Fact]
    public void EveryChart_HoldsTheDocumentsFigures_AndAGapWhereThereIsNone()
    {
        using var file = Of(Paper);

        var parts = Parts(file).ToList();
        Assert.Equal(Paper.Charts.Count(), parts.Count);
        foreach (var (chart, part) in Paper.Charts.Zip(parts))
        {
            foreach (var (line, series) in chart.Lines.Zip(part.Descendants(C + "ser"), (line, series) => (line, series)))
            {
                Assert.Equal(line.Name, series.Element(C + "tx")!.Descendants(C + "v").Single().Value);
                Assert.Equal(chart.Periods, series.Element(C + "cat")!.Descendants(C + "v").Select(period => period.Value));
                Assert.Equal(line.Values, Values(series.Element(C + "val")!, chart.Periods.Count));
            }

            Assert.Equal(chart.Lines.Count, part.Descendants(C + "ser").Count());
        }
    }

    [Fact]
    public void Lines_AreToldApartWithoutColour()
    {
        using var file = Of(Paper);

        var series = Parts(file).First().Descendants(C + "ser").ToList();
        Assert.Equal(["solid", "solid", "dash", "sysDot"], series.Select(line => line.Element(C + "spPr")!.Descendants().Single(part => part.Name.LocalName == "prstDash").Attribute("val")!.Value));
        Assert.Equal(["circle", "none", "none", "none"], series.Select(line => line.Element(C + "marker")!.Element(C + "symbol")!.Attribute("val")!.Value));
        Assert.All(series, line => Assert.Equal("0", line.Element(C + "smooth")!.Attribute("val")!.Value));
    }

    [Fact]
    public void Axis_HasFixedLimits_ThatHoldEveryFigure()
    {
        using var file = Of(Paper);

        foreach (var (chart, part) in Paper.Charts.Zip(Parts(file)))
        {
            var scaling = part.Descendants(C + "valAx").Single().Element(C + "scaling")!;
            var (min, max) = (Number(scaling.Element(C + "min")!), Number(scaling.Element(C + "max")!));
            Assert.All(chart.Lines.SelectMany(line => line.Values).OfType<decimal>(), value => Assert.InRange(value, min, max));
        }
    }

    [Fact]
    public void LineDoesNotRun_AcrossAChangeOfDefinition()
    {
        using var file = Of(Paper with { Sections = [new Section(Orientation.Portrait, [SampleCharts.LateAndBroken])] });

        var points = Parts(file).Single().Descendants(C + "dPt").ToList();
        Assert.Equal("8", Assert.Single(points).Element(C + "idx")!.Attribute("val")!.Value);
        Assert.Contains(points[0].Element(C + "spPr")!.Descendants(), part => part.Name.LocalName == "noFill");
    }

    [Theory]
    [InlineData(Orientation.Portrait, 1, new[] { 1 })]
    [InlineData(Orientation.Portrait, 5, new[] { 2, 2, 1 })]
    [InlineData(Orientation.Landscape, 2, new[] { 2 })]
    [InlineData(Orientation.Landscape, 7, new[] { 3, 3, 1 })]
    public void Charts_StandSideBySide_AsManyAsThePageHolds(Orientation orientation, int charts, int[] rows)
    {
        using var file = Of(Paper with { Info = Paper.Info with { Notice = null }, Sections = [new Section(orientation, [.. Enumerable.Repeat(SampleCharts.Usual, charts)])] });

        Assert.Equal(rows, file.Body.Elements(W + "p").Select(row => row.Descendants(Wp + "inline").Count()));
        Assert.All(file.Body.Descendants(Wp + "extent"), extent => Assert.True(long.Parse(extent.Attribute("cx")!.Value) > long.Parse(extent.Attribute("cy")!.Value)));
    }

    private static IEnumerable<XElement> Parts(WordFile file) => file.Body.Descendants(C + "chart")
        .Select(chart => Root((ChartPart)file.Main.GetPartById(chart.Attribute(R + "id")!.Value)));

    private static List<decimal?> Values(XElement cache, int periods)
    {
        var points = cache.Descendants(C + "pt").ToDictionary(
            point => int.Parse(point.Attribute("idx")!.Value),
            point => decimal.Parse(point.Element(C + "v")!.Value, CultureInfo.InvariantCulture));
        return [.. Enumerable.Range(0, periods).Select(period => points.TryGetValue(period, out var value) ? value : (decimal?)null)];
    }

    private static decimal Number(XElement element) => decimal.Parse(element.Attribute("val")!.Value, CultureInfo.InvariantCulture);
}
