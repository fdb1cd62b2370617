using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Outturn.Core.Ratings;
using Outturn.Reports;
using Outturn.Reports.Html;
using Document = Outturn.Reports.Document;

namespace Outturn.Tests.Reports.Html;

public sealed class HtmlWriterTests
{
    private static readonly Document Paper = Sample.Document();

    [Fact]
    public void Write_Tables_HoldEveryCellOfTheDocument()
    {
        var html = Parsed(Paper);
        var tables = Paper.Tables.Where(table => table.Rows.Count > 0).ToList();

        Assert.Equal(4, tables.Count);
        Assert.Equal(tables.Count, html.QuerySelectorAll("table.stacks").Length);
        foreach (var table in tables)
        {
            var written = html.GetElementById(table.Name)!.QuerySelector("table")!;
            Assert.Equal(table.Caption, Text(written.QuerySelector("caption")!));
            Assert.Equal(table.Columns.Select(column => column.Header), written.QuerySelectorAll("thead th[scope=col]").Select(Text));
            Assert.Equal(
                table.Rows.Select(row => row.Select(cell => cell.Text).ToArray()),
                written.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(Text).ToArray()));
            Assert.All(written.QuerySelectorAll("tbody tr"), row => Assert.Equal("row", row.Children[table.RowHeader].GetAttribute("scope")));
        }
    }

    [Fact]
    public void Write_TableWithoutRows_SaysNone() =>
        Assert.Equal("Indicators without an owner None.", string.Join(' ', Parsed(Paper).GetElementById("nothing")!.Children.Select(Text)));

    [Fact]
    public void Write_NarrowScreens_HaveEachCellNamedByItsColumn() =>
        Assert.All(Parsed(Paper).QuerySelectorAll("table.stacks"), table =>
        {
            var headers = table.QuerySelectorAll("thead th").Select(Text).ToList();
            Assert.All(table.QuerySelectorAll("td"), cell => Assert.Equal(headers[cell.Index()], cell.GetAttribute("data-label")));
        });

    [Fact]
    public void Write_EveryRating_IsAWordAndAShapeThatIsNotReadOut()
    {
        foreach (var rating in Enum.GetValues<RagRating>().Select(Rating.Of).Concat(Enum.GetValues<Reason>().Select(Rating.Not)))
        {
            var tag = Parsed(With(new Table("t", "Ratings", [new("Ref", 1), new("Rating", 1)], [["A", new RatingCell(rating)]], 0, "S", []))).QuerySelector(".tag")!;
            Assert.Equal(rating.Shape(), tag.QuerySelector("[aria-hidden=true]")!.TextContent);
            Assert.Equal(rating.ToString(), Text(tag));
        }
    }

    [Fact]
    public void Write_Headings_AreThoseOfTheDocumentAndNeverJump()
    {
        var headings = Parsed(Paper).QuerySelectorAll("h1,h2,h3,h4,h5,h6");

        Assert.Equal(
            Paper.Blocks.OfType<Heading>().Select(heading => (heading.Level, $"{heading.Number} {heading.Text}".Trim())),
            headings.Select(heading => (Level(heading), Text(heading))));
        Assert.Equal(1, Level(headings[0]));
        Assert.All(headings.Zip(headings.Skip(1)), pair => Assert.True(Level(pair.Second) <= Level(pair.First) + 1));
    }

    [Fact]
    public void Write_Contents_LeadToEveryPartAndService()
    {
        var html = Parsed(Paper);

        Assert.Equal(
            Paper.Blocks.OfType<Heading>().Where(heading => heading.Level is 2 or 3).Select(heading => $"{heading.Number} {heading.Text}".Trim()),
            html.QuerySelectorAll("nav a").Select(Text));
        Assert.All(html.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(html.GetElementById(link.GetAttribute("href")![1..])));
    }

    [Fact]
    public void Write_TwoServicesOfOneName_HaveTheirOwnAnchors()
    {
        var html = Parsed(With(new Heading(2, "ICT"), new Heading(2, "ICT"), new Heading(2, "ict 2"), new Heading(2, "?")));

        Assert.Equal(["#ict", "#ict-2", "#ict-2-2", "#part"], html.QuerySelectorAll("nav a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Write_Identifiers_AreUniqueAndEveryNameRefersToOne()
    {
        var html = Parsed(Paper);
        var ids = html.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();

        Assert.Equal(ids.Distinct(), ids);
        Assert.All(
            html.QuerySelectorAll("[aria-labelledby]").SelectMany(element => element.GetAttribute("aria-labelledby")!.Split(' ')),
            id => Assert.Contains(id, ids));
    }

    [Fact]
    public void Write_EveryChart_HasATitleADescriptionAndItsFiguresInATable()
    {
        var html = Parsed(Paper);

        Assert.Equal(13, Paper.Charts.Count());
        foreach (var chart in Paper.Charts)
        {
            var figure = html.GetElementById(chart.Name)!;
            Assert.Equal(chart.Title, figure.QuerySelector("figcaption")!.TextContent);
            Assert.Equal(chart.Title, figure.QuerySelector("svg > title")!.TextContent);
            Assert.Equal(chart.Description, figure.QuerySelector("svg > desc")!.TextContent);
            Assert.Equal(chart.Lines.Select(line => line.Name).Prepend("Period"), figure.QuerySelectorAll("thead th").Select(Text));
            var rows = figure.QuerySelectorAll("tbody tr");
            Assert.Equal(chart.Periods, rows.Select(row => Text(row.Children[0]).Replace(" (definition changed)", "")));
            Assert.Equal(
                chart.Lines.Sum(line => line.Values.Count(value => value is not null)),
                rows.Sum(row => row.QuerySelectorAll("td").Count(cell => cell.TextContent.Length > 0)));
        }

        Assert.Equal("94.96%", html.QuerySelector("#chart_gl01 tbody tr:last-child td")!.TextContent);
    }

    [Fact]
    public void Write_HostileText_StaysText()
    {
        var html = Parsed(Paper);
        string[] allowed = ["html", "head", "meta", "title", "style", "body", "a", "header", "p", "time", "main", "nav", "ol", "ul", "li", "div", "section", "h1", "h2", "h3", "h4", "dl", "dt", "dd", "strong", "em", "span", "table", "caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "details", "summary", "svg", "desc", "line", "rect", "polygon", "polyline", "circle", "text"];

        Assert.All(html.All, element => Assert.Contains(element.LocalName, allowed));
        Assert.All(html.All.SelectMany(element => element.Attributes), attribute => Assert.False(attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name is "src" or "style"));
        Assert.Contains(html.QuerySelectorAll("strong"), strong => strong.TextContent == Sample.Hostile);
        Assert.Contains(html.QuerySelectorAll("td"), cell => cell.TextContent == Sample.Hostile);
        Assert.Contains(html.QuerySelectorAll("p.note"), note => note.TextContent == Sample.Hostile);
    }

    [Fact]
    public void Write_Links_LeadOnlyToTheWebAMailboxOrWithinThePaper()
    {
        Assert.All(Parsed(Paper).QuerySelectorAll("[href]"), link => Assert.Matches("^(#|https?://|mailto:)", link.GetAttribute("href")));
        string[] refused = ["javascript:alert(1)", " javascript:alert(1)", "java\nscript:x", "data:text/html,x", "file:///etc/passwd", "//example.org", "vbscript:x", "page.html", ""];
        foreach (var address in refused)
        {
            Assert.Empty(Parsed(With(new Paragraph([new Run("text", Link: address)]))).QuerySelectorAll("main a"));
        }
    }

    [Theory]
    [InlineData("red}</style><script>alert(1)</script>")]
    [InlineData("#12345")]
    [InlineData("#123456;--x:url(//example.org)")]
    [InlineData("#123456\n")]
    public void Write_ColourThatIsNone_IsInk(string colour)
    {
        var html = Parsed(Paper with { Info = Paper.Info with { Colour = colour } });

        Assert.StartsWith($"\n:root{{--council:{Palette.Ink};", html.QuerySelector("style")!.TextContent);
        Assert.Null(html.QuerySelector("script"));
    }

    [Fact]
    public void Write_Page_AllowsItsOwnStyleAndNothingElse()
    {
        var html = Parsed(Paper);
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(html.QuerySelector("style")!.TextContent)));

        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'",
            html.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content"));
    }

    [Fact]
    public void Write_Page_SaysWhoseItIsAndWhatIsToBeReadFirst()
    {
        var html = Parsed(Paper);

        Assert.Equal("en-GB", html.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Strategic and Corporate Services Performance Dashboard – Wealdshire County Council", html.Title);
        Assert.Equal("Wealdshire County Council", Text(html.QuerySelector("header p")!));
        Assert.Equal("29 July 2020", Text(html.QuerySelector("header time")!));
        Assert.Equal(Paper.Info.Notice, Text(html.QuerySelector("header .notice")!));
        Assert.Equal("#main", html.QuerySelector("body")!.FirstElementChild!.GetAttribute("href"));
    }

    [Fact]
    public void Write_Text_IsCompleteAndInOrder()
    {
        var html = Parsed(Paper);

        Assert.Equal(
            Paper.Blocks.OfType<Paragraph>().Select(paragraph => $"{paragraph.Number} {paragraph.Text}".Trim()),
            html.QuerySelectorAll("main p:not(.note):not(.caption):not(.nav-title):not(.table p)").Select(Text));
        Assert.Equal(Paper.Blocks.OfType<BulletList>().SelectMany(list => list.Items).Select(item => item.Text), html.QuerySelectorAll("main ul > li").Select(Text));
        Assert.Equal(Paper.Blocks.OfType<Facts>().SelectMany(facts => facts.Items).SelectMany(fact => fact.Lines.Prepend(fact.Label)), html.QuerySelectorAll("dt,dd").Select(Text));
    }

    [Fact]
    public void Write_LandscapeParts_PrintOnLandscapePages()
    {
        var html = Parsed(Paper);

        Assert.Equal(
            Paper.Sections.Select(section => section.Orientation == Orientation.Landscape ? "section landscape" : "section portrait"),
            html.QuerySelectorAll("main > div").Select(part => part.ClassName));
        Assert.Contains("@page landscape{size:A4 landscape}", html.QuerySelector("style")!.TextContent);
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes()
    {
        var bytes = Bytes(Paper);

        Assert.Equal(bytes, Bytes(Sample.Document()));
        Assert.Equal((byte)'<', bytes[0]);
        Assert.DoesNotContain((byte)'\r', bytes);
    }

    private static Document With(params Block[] blocks) => Paper with { Sections = [new Section(Orientation.Portrait, blocks)] };

    private static byte[] Bytes(Document document)
    {
        using var stream = new MemoryStream();
        HtmlWriter.Write(document, stream);
        return stream.ToArray();
    }

    private static IDocument Parsed(Document document) => new HtmlParser().ParseDocument(new MemoryStream(Bytes(document)));

    private static int Level(IElement heading) => heading.LocalName[1] - '0';

    /// <summary>What is read out: without the signs that only stand beside words.</summary>
    private static string Text(IElement element)
    {
        var copy = (IElement)element.Clone();
        foreach (var sign in copy.QuerySelectorAll("[aria-hidden=true]"))
        {
            sign.Remove();
        }

        return copy.TextContent.Trim();
    }
}
