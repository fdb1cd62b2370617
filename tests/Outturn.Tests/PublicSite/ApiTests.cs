using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Outturn.Tests.Reports.Excel;

namespace Outturn.Tests.PublicSite;

/// <summary>What programs read: the API as it describes itself, its pages of a list, feeds, and downloads.</summary>
public sealed class ApiTests(ServedSite site) : IClassFixture<ServedSite>
{
    [Fact]
    public async Task The_description_has_every_route_of_the_api_and_so_has_the_page_that_explains_it()
    {
        using var described = JsonDocument.Parse(await site.Http.GetStringAsync("/api/v1/openapi.json"));
        var paths = described.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal).ToList();
        var routes = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!).Where(route => route.StartsWith("/api/v1/", StringComparison.Ordinal)).Select(route => route.Replace(":long", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(8, routes.Count);
        Assert.Equal(routes, paths);
        var explained = new HtmlParser().ParseDocument(await site.Http.GetStringAsync("/data")).QuerySelectorAll("tbody th").Select(cell => cell.TextContent).Order(StringComparer.Ordinal);
        Assert.Equal(paths, explained);
        foreach (var path in described.RootElement.GetProperty("paths").EnumerateObject())
        {
            var get = path.Value.GetProperty("get");
            Assert.True(get.TryGetProperty("summary", out _), path.Name);
            Assert.True(get.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").TryGetProperty("schema", out _), path.Name);
        }
    }

    [Theory]
    [InlineData("indicators", "ref")]
    [InlineData("dashboards", "paper")]
    [InlineData("editions", "number")]
    public async Task Following_the_links_gives_everything_once(string list, string name)
    {
        List<string> found = [];
        int? total = null;
        for (var next = $"/api/v1/{list}?per_page=7"; next is not null;)
        {
            using var page = JsonDocument.Parse(await site.Http.GetStringAsync(next));
            var root = page.RootElement;
            total = root.GetProperty("total").GetInt32();
            found.AddRange(root.GetProperty("items").EnumerateArray().Select(item => item.GetProperty(name).ToString()));
            foreach (var item in root.GetProperty("items").EnumerateArray().Where(item => !item.ToString().Contains(PublicExample.Withdrawn, StringComparison.Ordinal)))
            {
                Assert.True((await site.Http.GetAsync(item.GetProperty("address").GetString())).IsSuccessStatusCode);
            }

            next = root.GetProperty("links").GetProperty("next").GetString();
        }

        Assert.True(total > 7);
        Assert.Equal(total, found.Distinct().Count());
        Assert.Equal(total, found.Count);
    }

    [Fact]
    public async Task Names_in_other_letters_lead_on_to_the_next_page_too()
    {
        using var second = JsonDocument.Parse(await site.Http.GetStringAsync("/api/v1/indicators?Page=2&PER_PAGE=3"));
        using var third = JsonDocument.Parse(await site.Http.GetStringAsync(second.RootElement.GetProperty("links").GetProperty("next").GetString()));
        Assert.Equal((3, 3), (third.RootElement.GetProperty("page").GetInt32(), third.RootElement.GetProperty("per_page").GetInt32()));
    }

    [Theory]
    [InlineData("revisions?since=12/11/2026", "since is a day as year, month and day, such as 2026-11-12, not \"12/11/2026\".")]
    [InlineData("revisions?since=2026-13-01", "since is a day")]
    [InlineData("editions?kind=draft", "kind is one of issue, correction, supplement, withdrawal, not \"draft\".")]
    [InlineData("editions?kind=1", "kind is one of")]
    [InlineData("indicators?kind=other", "kind is one of kpi, activity, not \"other\".")]
    [InlineData("indicators?current=perhaps", "current is true or false, not \"perhaps\".")]
    [InlineData("indicators?per_page=501", "per_page is a whole number from 1 to 500, not \"501\".")]
    public async Task What_cannot_be_read_in_an_address_is_named_with_what_may_be_written(string asked, string said)
    {
        using var answer = await site.Http.GetAsync($"/api/v1/{asked}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.StartsWith(said, problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revisions_since_a_day_are_those_of_that_day_and_later_and_a_kind_is_read_in_any_letters()
    {
        using var all = JsonDocument.Parse(await site.Http.GetStringAsync("/api/v1/revisions"));
        var days = all.RootElement.GetProperty("items").EnumerateArray().Select(item => DateOnly.FromDateTime(item.GetProperty("published_at").GetDateTime())).ToList();
        using var since = JsonDocument.Parse(await site.Http.GetStringAsync($"/api/v1/revisions?since={days.Max():yyyy-MM-dd}"));
        Assert.NotEqual(days.Max(), days.Min());
        Assert.Equal(days.Count(day => day == days.Max()), since.RootElement.GetProperty("total").GetInt32());
        using var corrections = JsonDocument.Parse(await site.Http.GetStringAsync("/api/v1/editions?kind=Correction"));
        Assert.Equal(1, corrections.RootElement.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Every_answer_is_as_the_description_has_it()
    {
        var described = await Described.OfAsync(site.Http, "/api/v1/openapi.json");
        foreach (var (path, status) in new[]
        {
            ("indicators?per_page=500", 200), ("indicators?rating=purple", 400), ("indicators/CS04a", 200), ("indicators/ZZ99", 404), ("indicators/CS04a/series", 200), ("dashboards?per_page=100", 200),
            ($"dashboards/{PublicExample.Corrected}", 200), ($"dashboards/{PublicExample.Withdrawn}", 410), ("editions", 200), ("editions/116", 200), ("editions/1", 404), ("revisions", 200), ("revisions?since=soon", 400),
        })
        {
            using var answer = await site.Http.GetAsync($"/api/v1/{path}");
            Assert.Equal((path, status), (path, (int)answer.StatusCode));
            Assert.Equal((path, ""), (path, string.Join('\n', await described.DifferencesAsync(answer))));
            if (answer.Headers.ETag is { } tag)
            {
                using var again = await site.Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/api/v1/{path}") { Headers = { IfNoneMatch = { tag } } });
                Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
                Assert.Empty(await described.DifferencesAsync(again));
            }
        }

        // Planted: one member is described under another name.
        using var other = JsonDocument.Parse((await site.Http.GetStringAsync("/api/v1/openapi.json")).Replace("\"latest_value\"", "\"value\"", StringComparison.Ordinal));
        using var one = await site.Http.GetAsync("/api/v1/indicators?per_page=1");
        Assert.Equal(["/items/0 has no value.", "/items/0/latest_value is not described."], await new Described(other.RootElement).DifferencesAsync(one));
    }

    [Fact]
    public async Task Whoever_reads_the_description_alone_knows_what_each_parameter_takes_and_what_each_answer_means()
    {
        var described = await Described.OfAsync(site.Http, "/api/v1/openapi.json");
        var operations = described.Document.GetProperty("paths").EnumerateObject().Select(path => path.Value.GetProperty("get")).ToList();
        Assert.All(operations, operation => Assert.True(new[] { "200", "304", "429", "503" }.All(status => operation.GetProperty("responses").TryGetProperty(status, out _)), operation.GetProperty("operationId").GetString()));
        var parameters = operations.SelectMany(operation => operation.TryGetProperty("parameters", out var list) ? list.EnumerateArray().Select(one => (Of: operation.GetProperty("operationId").GetString(), One: one)) : []).ToList();
        Assert.All(parameters, parameter => Assert.True(parameter.One.GetProperty("description").GetString()!.Length > 10));
        JsonElement Schema(string operation, string name) => parameters.Single(parameter => parameter.Of == operation && parameter.One.GetProperty("name").GetString() == name).One.GetProperty("schema");
        foreach (var list in (string[])["indicators", "dashboards", "editions", "revisions"])
        {
            Assert.Equal("""{"minimum":1,"type":"integer","format":"int32","default":1}""", JsonSerializer.Serialize(Schema(list, "page")));
            Assert.Equal("""{"maximum":500,"minimum":1,"type":"integer","format":"int32","default":50}""", JsonSerializer.Serialize(Schema(list, "per_page")));
            Assert.True(operations.Single(operation => operation.GetProperty("operationId").GetString() == list).GetProperty("responses").TryGetProperty("400", out _), list);
        }

        Assert.Equal(["Red", "Amber", "Green", "Not rated"], Schema("indicators", "rating").GetProperty("enum").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal(["kpi", "activity"], Schema("indicators", "kind").GetProperty("enum").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal(["issue", "correction", "supplement", "withdrawal"], Schema("editions", "kind").GetProperty("enum").EnumerateArray().Select(one => one.GetString()));
        var shown = described.Document.GetProperty("components").GetProperty("schemas").GetProperty("ApiIndicatorSummary").GetProperty("properties");
        Assert.Equal(["Red", "Amber", "Green", "Not rated", null], shown.GetProperty("rating").GetProperty("enum").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal(["kpi", "activity"], shown.GetProperty("kind").GetProperty("enum").EnumerateArray().Select(one => one.GetString()));
    }

    [Fact]
    public async Task A_series_is_exact_and_brings_its_definition()
    {
        using var series = JsonDocument.Parse(await site.Http.GetStringAsync("/api/v1/indicators/cs04a/series"));
        var root = series.RootElement;
        Assert.Equal("CS04a", root.GetProperty("ref").GetString());
        Assert.True(root.GetProperty("meaning").GetString()!.Length > 20);
        var days = root.GetProperty("periods").EnumerateArray().Select(period => period.GetProperty("last_day").GetString()!).ToList();
        Assert.Equal(days.Order(StringComparer.Ordinal), days);
        Assert.Equal((20, "2024-08-31", "2026-03-31"), (days.Count, days[0], days[^1]));
        Assert.Equal(3, root.GetProperty("periods").EnumerateArray().Count(period => period.GetProperty("numerator").ValueKind == JsonValueKind.Number));
        Assert.All(root.GetProperty("periods").EnumerateArray(), period => Assert.Equal(JsonValueKind.Number, period.GetProperty("value").ValueKind));
    }

    [Fact]
    public async Task Narrowing_gives_those_that_are_so()
    {
        using var reds = JsonDocument.Parse(await site.Http.GetStringAsync("/api/v1/indicators?rating=red&current=true"));
        var home = new HtmlParser().ParseDocument(await site.Http.GetStringAsync("/"));
        var counted = home.QuerySelectorAll(".p-counts .is-red strong").Sum(count => int.Parse(count.TextContent));
        Assert.All(reds.RootElement.GetProperty("items").EnumerateArray(), item => Assert.Equal("Red", item.GetProperty("rating").GetString()));
        Assert.Equal(counted, reds.RootElement.GetProperty("total").GetInt32());
        using var revisions = JsonDocument.Parse(await site.Http.GetStringAsync($"/api/v1/revisions?paper={PublicExample.Corrected}"));
        Assert.Equal(PublicExample.CorrectionReason, revisions.RootElement.GetProperty("items")[0].GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Feeds_have_an_entry_for_every_edition_under_a_name_that_stays()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var releases = XDocument.Parse(await site.Http.GetStringAsync("/releases.atom"));
        var ids = releases.Root!.Elements(atom + "entry").Select(entry => entry.Element(atom + "id")!.Value).ToList();
        Assert.Equal(16, ids.Distinct().Count());
        var corrections = XDocument.Parse(await site.Http.GetStringAsync("/corrections.atom"));
        Assert.Equal([PublicExample.WithdrawalReason, PublicExample.SupplementReason, PublicExample.CorrectionReason], corrections.Root!.Elements(atom + "entry").Select(entry => entry.Element(atom + "summary")!.Value.Split(" CS")[0].Split(" HT")[0].Split(" GE")[0]).ToArray());

        // One host's feed is not handed to those who ask another.
        using var other = new HttpRequestMessage(HttpMethod.Get, "/releases.atom") { Headers = { Host = "figures.example.org" } };
        using var answer = await site.Http.SendAsync(other);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("http://figures.example.org/dashboards/", text, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", text, StringComparison.Ordinal);
        Assert.Equal(ids, XDocument.Parse(text).Root!.Elements(atom + "entry").Select(entry => entry.Element(atom + "id")!.Value));
    }

    [Fact]
    public async Task A_sha_256_says_whether_a_paper_is_genuine_and_what_became_of_it()
    {
        using var editions = JsonDocument.Parse(await site.Http.GetStringAsync("/api/v1/editions"));
        foreach (var edition in editions.RootElement.GetProperty("items").EnumerateArray())
        {
            var said = await site.Http.GetStringAsync($"/verify?sha256={edition.GetProperty("sha256").GetString()!.ToUpperInvariant()}");
            Assert.Contains(edition.GetProperty("state").GetString() switch { "current" => "Genuine, and the newest.", "superseded" => "Genuine, and superseded.", _ => "Genuine, and withdrawn." }, said, StringComparison.Ordinal);
        }

        Assert.Contains("Not known.", await site.Http.GetStringAsync($"/verify?sha256={new string('0', 64)}"), StringComparison.Ordinal);
        Assert.Contains("this has 3", await site.Http.GetStringAsync("/verify?sha256=abc"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Downloads_hold_every_current_indicator_with_its_definition()
    {
        using var all = JsonDocument.Parse(await site.Http.GetStringAsync("/data/indicators.json"));
        var refs = all.RootElement.EnumerateArray().Select(item => item.GetProperty("indicator").GetProperty("ref").GetString()).ToList();
        var csv = (await site.Http.GetStringAsync("/data/indicators.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(refs.Count, csv.Length - 1);
        Assert.Contains("numerator_is", csv[0], StringComparison.Ordinal);
        using var book = await site.Http.GetAsync("/data/indicators.xlsx");
        using var workbook = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(await book.Content.ReadAsByteArrayAsync()), false);
        Assert.Equal(["Notes", "Indicators", "Figures", "Levels", "Revisions"], workbook.WorkbookPart!.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => sheet.Name!.Value!));
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(workbook));
    }

    /// <summary>Excel adds up and sorts what is a number and a date, and not what looks like one.</summary>
    [Fact]
    public async Task Numbers_and_days_of_the_workbook_are_numbers_and_dates()
    {
        using var workbook = WrittenWorkbook.Read(await site.Http.GetByteArrayAsync("/data/indicators.xlsx"));
        foreach (var (sheet, columns) in new[] { ("Indicators", new[] { "Numerator", "Denominator", "Edition", "First day", "Last day", "Published", "Latest value" }), ("Figures", ["Last day", "Value"]), ("Levels", ["From", "To"]), ("Revisions", ["Published", "Edition"]) })
        {
            var headers = workbook.Table(sheet).TableColumns!.Elements<DocumentFormat.OpenXml.Spreadsheet.TableColumn>().Select(column => column.Name!.Value!).ToList();
            var rows = workbook.Part(sheet).Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().Where(row => row.RowIndex! > 3u).Select(row => row.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().ToList()).ToList();
            Assert.All(columns, column => Assert.All(rows, row => Assert.True(row[headers.IndexOf(column)].DataType is null, $"{column} of {sheet} is text")));
            Assert.All(columns, column => Assert.Contains(rows, row => row[headers.IndexOf(column)].CellValue is not null));
        }

        using var csv = new StringReader(await site.Http.GetStringAsync("/data/indicators.csv"));
        var first = (await csv.ReadLineAsync())!.TrimStart('\ufeff').Split(',').ToList();
        var (day, row) = (DateOnly.Parse((await csv.ReadLineAsync())!.Split(',')[first.IndexOf("last_day")], System.Globalization.CultureInfo.InvariantCulture), workbook.Part("Indicators").Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().First(row => row.RowIndex! == 4u));
        var cell = row.Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().ElementAt(first.IndexOf("last_day"));
        Assert.Equal(day, DateOnly.FromDateTime(DateTime.FromOADate(double.Parse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture))));
        var format = workbook.Main.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<DocumentFormat.OpenXml.Spreadsheet.CellFormat>().ElementAt((int)cell.StyleIndex!.Value).NumberFormatId!.Value;
        Assert.Equal("dd/mm/yyyy", workbook.Main.WorkbookStylesPart.Stylesheet.NumberingFormats!.Elements<DocumentFormat.OpenXml.Spreadsheet.NumberingFormat>().Single(own => own.NumberFormatId!.Value == format).FormatCode!.Value);
        Assert.Contains("year_before", (await site.Http.GetStringAsync("/data")).Split("id=\"exact\"")[1].Split("</p>")[0], StringComparison.Ordinal);
    }
}
