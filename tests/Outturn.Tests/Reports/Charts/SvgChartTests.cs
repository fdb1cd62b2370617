using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Outturn.Core.Indicators;
using Outturn.Core.Tests;
using Outturn.Reports;
using Outturn.Reports.Charts;

namespace Outturn.Tests.Reports.Charts;

public sealed class SvgChartTests
{
    private const double FontSize = 12;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Names => [.. SampleCharts.All.Select(chart => chart.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_AnyChart_SaysWhatItIsAndShowsToThoseWhoCannotSee(string name)
    {
        var chart = Sample(name);
        var svg = Drawn(chart);

        Assert.Equal("img", svg.Attribute("role")?.Value);
        Assert.Equal($"{name}-title {name}-desc", svg.Attribute("aria-labelledby")?.Value);
        Assert.Equal((chart.Title, $"{name}-title"), (svg.Element(Svg + "title")?.Value, svg.Element(Svg + "title")?.Attribute("id")?.Value));
        Assert.Equal((chart.Description, $"{name}-desc"), (svg.Element(Svg + "desc")?.Value, svg.Element(Svg + "desc")?.Attribute("id")?.Value));
        Assert.Equal($"0 0 {svg.Attribute("width")?.Value} {svg.Attribute("height")?.Value}", svg.Attribute("viewBox")?.Value);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_AnyChart_NeedsNothingFromElsewhereAndRunsNothing(string name)
    {
        string[] marks = ["svg", "title", "desc", "line", "rect", "polygon", "polyline", "circle", "text"];

        foreach (var element in Drawn(Sample(name)).DescendantsAndSelf())
        {
            Assert.Contains(element.Name.LocalName, marks);
            Assert.DoesNotContain(element.Attributes(), attribute =>
                attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || attribute.Name.LocalName is "href" or "style" || attribute.Value.Contains("url(", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_AnyChart_GivesTheSameTextTwice(string name) => Assert.Equal(SvgChart.Draw(Sample(name)), SvgChart.Draw(Sample(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_AnyChart_KeepsEveryMarkWithinThePicture(string name)
    {
        var svg = Drawn(Sample(name));
        var (width, height) = (Number(svg, "width"), Number(svg, "height"));

        foreach (var text in svg.Elements(Svg + "text"))
        {
            var (left, right) = Extent(text);
            Assert.True(left >= -1 && right <= width + 1, $"{text.Value}: {left} to {right}");
            Assert.InRange(Number(text, "y"), FontSize * 0.6, height);
        }

        foreach (var point in svg.Elements(Svg + "polyline").SelectMany(Points))
        {
            Assert.InRange(point.X, 0, width);
            Assert.InRange(point.Y, 0, height);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_AnyChart_NamesPeriodsWithoutOneTouchingAnother(string name)
    {
        foreach (var row in Texts(Drawn(Sample(name)), "period").GroupBy(text => Number(text, "y")))
        {
            var extents = row.Select(Extent).Order().ToList();
            Assert.All(extents.Zip(extents.Skip(1)), pair => Assert.True(pair.First.Right < pair.Second.Left));
        }
    }

    [Fact]
    public void Draw_ThirteenMonths_NamesTheLastOne() =>
        Assert.Contains("Mar", Texts(Drawn(SampleCharts.Usual), "period").MaxBy(text => Number(text, "x"))!.Value);

    [Fact]
    public void Draw_TargetAndFloor_AreNamedWithTheirLevels()
    {
        var names = Texts(Drawn(SampleCharts.Usual), "name").Select(text => text.Value).ToList();

        Assert.Contains("Target 95%", names);
        Assert.Contains("Floor 90%", names);
        Assert.Contains("95%", names);
    }

    [Fact]
    public void Draw_FigureShownWithMoreDecimals_KeepsThem() =>
        Assert.Contains(Texts(Drawn(SampleCharts.Gaps), "name Actual"), text => text.Value == "94.96%");

    [Fact]
    public void Draw_LinesInBlackAndWhite_AreToldApartByTheirDashes()
    {
        var dashes = Drawn(SampleCharts.Usual).Elements(Svg + "polyline").Select(line => (line.Attribute("stroke-dasharray")?.Value, line.Attribute("stroke-width")?.Value)).ToList();

        Assert.Equal(4, dashes.Distinct().Count());
        Assert.Equal(2, dashes.Count(dash => dash.Item1 is null));
    }

    [Fact]
    public void Draw_PeriodsWithoutFigures_AreGapsAndALonePointIsMarked()
    {
        var svg = Drawn(SampleCharts.Gaps);

        Assert.Equal(9, svg.Elements(Svg + "circle").Count());
        Assert.Equal([2, 4, 2], svg.Elements(Svg + "polyline").Where(IsActual).Select(line => Points(line).Count()));
    }

    [Fact]
    public void Draw_ChangedDefinition_IsMarkedAndNoLineCrossesIt()
    {
        var svg = Drawn(SampleCharts.LateAndBroken);
        var label = Assert.Single(Texts(svg, "break"));
        var x = Assert.Single(svg.Elements(Svg + "line"), line => line.Attribute("stroke-dasharray") is not null).Attribute("x1")!.Value;

        Assert.Equal("definition changed", label.Value);
        Assert.All(svg.Elements(Svg + "polyline").Where(IsActual), line =>
            Assert.Single(Points(line).Select(point => point.X < double.Parse(x)).Distinct()));
    }

    [Fact]
    public void Draw_SeriesThatEndsEarly_SaysUntilWhen()
    {
        var names = string.Join('|', Texts(Drawn(SampleCharts.LateAndBroken), "name").Select(text => text.Value));

        Assert.Contains("93.8%|Jan 2020", names);
        Assert.Contains("Target|97.0%|to Dec 2019", names);
    }

    [Fact]
    public void Draw_ActivityRange_IsABandWithBothLimitsNamed()
    {
        var svg = Drawn(SampleCharts.Activity);

        Assert.Single(svg.Elements(Svg + "polygon"));
        Assert.Contains(Texts(svg, "name"), text => text.Value == "Lower 38,000");
        Assert.Contains(Texts(svg, "name"), text => text.Value == "Upper 44,000");
    }

    [Fact]
    public void Draw_NoFiguresAtAll_SaysSoAndStillShowsTheLevels()
    {
        var svg = Drawn(SampleCharts.Empty);

        Assert.Equal("No figures", Assert.Single(Texts(svg, "none")).Value);
        Assert.Contains(Texts(svg, "name"), text => text.Value == "Target 85%");
        Assert.Contains(Texts(svg, "name"), text => text.Value == "Floor 80%");
        Assert.Equal("No figures", Assert.Single(Texts(Drawn(SampleCharts.EmptyCount), "none")).Value);
        Assert.Empty(Texts(Drawn(SampleCharts.EmptyCount), "tick"));
    }

    [Fact]
    public void Draw_NoPeriods_StillIsAPicture() => Drawn(SampleCharts.Empty with { Periods = [], Lines = [] });

    [Fact]
    public void Draw_TextThatNoXmlMayHold_IsReplaced() =>
        Assert.Equal("a\uFFFDb\uFFFDc", Drawn(SampleCharts.Usual with { Title = "a\u0000b\uD800c" }).Element(Svg + "title")?.Value);

    [Fact]
    public void Draw_AnyLevelsAndFigures_NamesLinesWithoutOneNameOverAnother() =>
        Prop.ForAll(Levels.ToArbitrary(), chart =>
        {
            var svg = Drawn(chart);
            var heights = Texts(svg, "name").Select(text => Number(text, "y")).Order().ToList();
            Assert.All(heights.Zip(heights.Skip(1)), pair => Assert.True(pair.Second - pair.First >= FontSize, $"{pair} in {svg}"));
            Assert.All(heights, y => Assert.InRange(y, FontSize * 0.6, Number(svg, "height")));
        }).Always();

    private static Gen<Chart> Levels =>
        from unit in Gen.Elements("%", "£", "number", "days")
        from levels in Gen.ArrayOf(Gen.Choose(0, 100), 4)
        from near in Gen.Elements(1m, 10m, 1000m)
        from ends in Gen.ArrayOf(Gen.Choose(1, 3), 4)
        let kinds = new[] { LineKind.Actual, LineKind.PreviousYear, LineKind.Target, LineKind.Floor }
        select new Chart(
            "any",
            "Any",
            "Any.",
            ["Jan 2020", "Feb 2020", "Mar 2020"],
            [.. kinds.Select((kind, i) => new Line(kind.ToString(), kind, [.. Enumerable.Range(0, 3).Select(period => period < ends[i] ? 90 + levels[i] / near : (decimal?)null)]))],
            new Unit(unit),
            1);

    private static Chart Sample(string name) => SampleCharts.All.Single(chart => chart.Name == name);

    private static XElement Drawn(Chart chart) => XElement.Parse(SvgChart.Draw(chart));

    private static IEnumerable<XElement> Texts(XElement svg, string kind) =>
        svg.Elements(Svg + "text").Where(text => text.Attribute("class")!.Value.StartsWith(kind, StringComparison.Ordinal));

    private static bool IsActual(XElement line) => line.Attribute("stroke-width")?.Value == "2.5";

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value);

    private static IEnumerable<(double X, double Y)> Points(XElement line) =>
        line.Attribute("points")!.Value.Split(' ').Select(point => point.Split(',')).Select(point => (double.Parse(point[0]), double.Parse(point[1])));

    /// <summary>A modest guess of where a text lies: half the font size for each character.</summary>
    private static (double Left, double Right) Extent(XElement text)
    {
        var (x, width) = (Number(text, "x"), text.Value.Length * FontSize * 0.42);
        return text.Attribute("text-anchor")!.Value switch
        {
            "middle" => (x - width / 2, x + width / 2),
            "end" => (x - width, x),
            _ => (x, x + width),
        };
    }
}
