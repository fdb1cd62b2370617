using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Outturn.Core.Papers;
using Outturn.Reports.Issued;
using Outturn.Tests.Papers;
using Outturn.Tests.PublicSite;
using Outturn.Tests.Reports.Excel;

namespace Outturn.Tests.Release;

/// <summary>Every number of an issued paper on the public pages, in their downloads and in the API is the one of the edition's JSON.</summary>
[Collection(IssuedPaper.Collection)]
public sealed class IssuedPagesTests(IssuedPaper paper)
{
    private const int Indicators = 41;

    [Fact]
    public async Task The_dashboard_shows_every_indicator_as_it_was_issued()
    {
        var html = await paper.Http.GetStringAsync(IssuedPaper.Address);
        Assert.Equal(Indicators, paper.Dashboard.Indicators.Count);
        Assert.Empty(ShownDashboard.Differences(html, paper.Dashboard));
        var changes = new HtmlParser().ParseDocument(html).QuerySelectorAll("section:has(#changes) tbody tr").Select(row => string.Join(" | ", row.Children.Skip(1).Select(ShownDashboard.Text)));
        Assert.Equal(paper.Edition.Revisions.Select(change => ShownDashboard.Squeezed($"{change.Period} | {Words.Capital(change.What)} | {change.Old ?? "none"} | {change.New ?? "none"}")), changes);
        var revisions = (await AnswerAsync("/api/v1/revisions?per_page=500")).GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("ref")} {item.GetProperty("old")} {item.GetProperty("new")}");
        Assert.Equal(paper.Edition.Revisions.Select(change => $"{change.Ref} {change.Old} {change.New}").Order(StringComparer.Ordinal), revisions.Order(StringComparer.Ordinal));

        // Planted: one figure on the page is another.
        Assert.Equal(["GL02 figure: 96% instead of 86%"], ShownDashboard.Differences(EditedFile.Once(html, "<strong>86%</strong>", "<strong>96%</strong>"), paper.Dashboard).Take(1));
    }

    [Fact]
    public async Task Every_indicators_page_shows_it_as_it_was_issued()
    {
        var rows = 0;
        foreach (var indicator in paper.Dashboard.Indicators)
        {
            var html = await paper.Http.GetStringAsync($"/indicators/{indicator.Ref}");
            Assert.Empty(ShownDashboard.Differences(html, indicator));
            var points = PaperReading.HtmlPoints(Encoding.UTF8.GetBytes(html));
            rows += points.Count;

            // Planted: one figure of the chart's table is another.
            Assert.Equal($"{indicator.Ref} figures: rows: {indicator.Periods.Count} instead of {indicator.Periods.Count + 1}", ShownDashboard.Differences(html, indicator with { Periods = [.. indicator.Periods, indicator.Periods[^1]] })[0]);
            Assert.Single(ShownDashboard.Differences(html, indicator with { Periods = [.. indicator.Periods.SkipLast(1), indicator.Periods[^1] with { Shown = "0.01" }] }));
        }

        Assert.Equal(EditionCells.Of(paper.Dashboard).Points.Count, rows);
    }

    [Fact]
    public async Task Every_answer_of_the_api_has_every_member_of_the_edition()
    {
        var compared = 0;
        foreach (var indicator in EditionJsonCells.Indicators(paper.Bytes("json")))
        {
            var reference = indicator.GetProperty("ref").GetString()!;
            var whole = await AnswerAsync($"/api/v1/indicators/{reference}");
            Assert.Empty(EditionJsonCells.Differences(reference, indicator, whole.GetProperty("indicator")));
            Assert.Equal(paper.Head.Digest, whole.GetProperty("source").GetProperty("sha256").GetString());
            Assert.Empty(EditionJsonCells.Differences(reference, indicator, (await AnswerAsync($"/indicators/{reference}/data.json")).GetProperty("indicator")));
            var series = await AnswerAsync($"/api/v1/indicators/{reference}/series");
            Assert.Empty(EditionJsonCells.Differences(reference, indicator.GetProperty("periods"), series.GetProperty("periods")));
            compared += series.GetProperty("periods").GetArrayLength();
        }

        Assert.Equal(paper.Dashboard.Indicators.Sum(indicator => indicator.Periods.Count), compared);
        Assert.True(compared > 350, $"{compared} periods are too few");
    }

    [Theory]
    [InlineData("/api/v1/indicators?per_page=500", "items")]
    [InlineData("/api/v1/dashboards/policy-and-resources-2025-26", "indicators")]
    public async Task Every_row_of_a_list_of_the_api_is_as_in_the_edition(string path, string list)
    {
        var answer = await AnswerAsync(path);
        var rows = answer.GetProperty(list).EnumerateArray().ToDictionary(row => row.GetProperty("ref").GetString()!);
        Assert.Equal(Indicators, rows.Count);
        string[] members = ["title", "service", "kind", "period", "latest", "latest_value", "rating", "range"];
        var expected = EditionJsonCells.Indicators(paper.Bytes("json"));
        Assert.Empty(expected.SelectMany(indicator => members.SelectMany(member => EditionJsonCells.Differences($"{indicator.GetProperty("ref")}, {member}", indicator.GetProperty(member), rows[indicator.GetProperty("ref").GetString()!].GetProperty(member)))));
        if (answer.TryGetProperty("dashboard", out var dashboard))
        {
            Assert.Empty(EditionJsonCells.Differences("counts", EditionJsonCells.Root(paper.Bytes("json")).GetProperty("dashboard").GetProperty("counts"), dashboard.GetProperty("counts")));
        }

        // Planted: one member of one indicator is another.
        var changed = EditionJsonCells.Indicators(EditedFile.Text(paper.Bytes("json"), "\"latest\": \"86%\"", "\"latest\": \"96%\"")).Single(indicator => indicator.GetProperty("ref").GetString() == "GL02");
        Assert.Equal(["GL02, latest: 86% instead of 96%"], EditionJsonCells.Differences("GL02, latest", changed.GetProperty("latest"), rows["GL02"].GetProperty("latest")));
    }

    [Fact]
    public async Task Every_cell_of_the_downloads_is_exactly_the_one_of_the_edition()
    {
        var all = await paper.Http.GetByteArrayAsync("/data/indicators.csv");
        var cells = PaperReading.Csv(all, EditionJsonCells.Csv, EditionJsonCells.IsInEdition);
        Assert.Equal((Indicators, 33), cells.Shape[EditionJsonCells.Csv]);
        Assert.Empty(cells.Differences("indicators.csv", EditionJsonCells.OfCsv(paper.Bytes("json"), [.. cells.Places.Select(place => place.Column).Distinct()])));
        var json = (await AnswerAsync("/data/indicators.json")).EnumerateArray().Select(item => item.GetProperty("indicator")).ToDictionary(indicator => indicator.GetProperty("ref").GetString()!);
        Assert.Equal(Indicators, json.Count);
        Assert.Empty(EditionJsonCells.Indicators(paper.Bytes("json")).SelectMany(indicator => EditionJsonCells.Differences(indicator.GetProperty("ref").GetString()!, indicator, json[indicator.GetProperty("ref").GetString()!])));
        AssertWorkbook(await paper.Http.GetByteArrayAsync("/data/indicators.xlsx"), paper.Dashboard.Indicators);
        var periods = Periods(await paper.Http.GetByteArrayAsync("/data/figures.csv"));
        Assert.Equal((paper.Dashboard.Indicators.Sum(indicator => indicator.Periods.Count), 20), periods.Shape[EditionJsonCells.Csv]);
        Assert.Empty(periods.Differences("figures.csv", Expected(paper.Dashboard.Indicators)));
    }

    [Fact]
    public async Task Every_indicators_own_downloads_are_as_in_the_edition()
    {
        foreach (var indicator in paper.Dashboard.Indicators)
        {
            AssertWorkbook(await paper.Http.GetByteArrayAsync($"/indicators/{indicator.Ref}/data.xlsx"), [indicator]);
            var periods = Periods(await paper.Http.GetByteArrayAsync($"/indicators/{indicator.Ref}/data.csv"));
            Assert.Equal((indicator.Periods.Count, 20), periods.Shape[EditionJsonCells.Csv]);
            Assert.Empty(periods.Differences($"{indicator.Ref}.csv", Expected([indicator])));
        }
    }

    /// <summary>The cells of a CSV with a row for each indicator and period.</summary>
    private static Dictionary<CellPlace, ExpectedCell> Expected(IReadOnlyList<IssuedIndicator> indicators) =>
        (from indicator in indicators
         from period in indicator.Periods
         from cell in new (string Column, string? Text)[]
         {
             ("ref", indicator.Ref), ("indicator", indicator.Title), ("unit", indicator.Unit), ("meaning", indicator.Meaning), ("numerator_is", indicator.NumeratorIs), ("denominator_is", indicator.DenominatorIs), ("source", indicator.Source),
             ("period", period.Period), ("last_day", $"{period.LastDay:yyyy-MM-dd}"), ("shown", period.Shown), ("value", Exact(period.Value)), ("target", Exact(period.Target)), ("floor", Exact(period.Floor)),
             ("lower", Exact(period.Lower)), ("upper", Exact(period.Upper)), ("year_before", Exact(period.YearBefore)), ("report", ReleasedCounty.Report), ("edition", "1"),
             ("numerator", period.Period == indicator.Period ? Exact(indicator.Numerator) : ""), ("denominator", period.Period == indicator.Period ? Exact(indicator.Denominator) : ""),
         }
         select (Place: new CellPlace(EditionJsonCells.Csv, $"{indicator.Ref} {period.Period}", cell.Column), Cell: new ExpectedCell(PaperTables.Plain(cell.Text ?? ""))))
        .ToDictionary(cell => cell.Place, cell => cell.Cell);

    private static PaperCells Periods(byte[] csv) => PaperReading.Csv(csv, EditionJsonCells.Csv, _ => true, fields => $"{fields[0]} {fields[2]}");

    private static void AssertWorkbook(byte[] bytes, IReadOnlyList<IssuedIndicator> indicators)
    {
        using var workbook = WrittenWorkbook.Read(bytes);
        var latest = workbook.Rows("Indicators").ToDictionary(row => row["Ref"]);
        var periods = workbook.Rows("Figures").ToDictionary(row => (row["Ref"], row["Period"]));
        Assert.Equal(indicators.Count, latest.Count);
        Assert.Equal(indicators.Sum(indicator => indicator.Periods.Count), periods.Count);
        List<string> wrong = [];
        void Same(string what, string expected, string found) => wrong.AddRange(expected == found ? [] : [$"{what}: {found} instead of {expected}"]);
        void Figure(string what, decimal? expected, string found, int decimals) => wrong.AddRange((expected is null ? found.Length == 0 : new ExpectedCell(null, expected, decimals).IsShownBy(found)) ? [] : [$"{what}: {found} instead of {expected}"]);
        foreach (var indicator in indicators)
        {
            var row = latest[indicator.Ref];
            Same($"{indicator.Ref}, latest", indicator.Latest, row["Latest"]);
            Same($"{indicator.Ref}, year to date", indicator.YearToDate, row["Year to date"]);
            Same($"{indicator.Ref}, previous year", indicator.PreviousYear, row["Previous year"]);
            Same($"{indicator.Ref}, rating", indicator.Rating ?? "", row["Rating"]);
            foreach (var (column, value) in new[] { ("Latest value", indicator.LatestValue), ("Year to date value", indicator.YearToDateValue), ("Target", indicator.Target), ("Floor", indicator.Floor), ("Lower", indicator.Lower), ("Upper", indicator.Upper) })
            {
                Figure($"{indicator.Ref}, {column}", value, row[column], indicator.Decimals);
            }

            foreach (var period in indicator.Periods)
            {
                var there = periods[(indicator.Ref, period.Period)];
                Same($"{indicator.Ref}, {period.Period}, shown", period.Shown ?? "", there["Shown"]);
                foreach (var (column, value) in new[] { ("Value", period.Value), ("Target", period.Target), ("Floor", period.Floor), ("Lower", period.Lower), ("Upper", period.Upper), ("Year before", period.YearBefore) })
                {
                    Figure($"{indicator.Ref}, {period.Period}, {column}", value, there[column], indicator.Decimals);
                }
            }
        }

        Assert.Empty(wrong);
    }

    private async Task<JsonElement> AnswerAsync(string path) => EditionJsonCells.Root(await paper.Http.GetByteArrayAsync(path));

    private static string Exact(decimal? value) => value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
