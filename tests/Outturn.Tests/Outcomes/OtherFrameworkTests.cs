using System.Text.Json;
using Outturn.App.Outcomes;
using Outturn.App.Reference;
using Outturn.Core.National;
using Outturn.Core.Outcomes;
using Outturn.Tests.Architecture;
using Outturn.Tests.Import;
using Outturn.Tests.Papers;
using Outturn.Tests.Reference;
using Outturn.Tests.Registers;
using Outturn.Tests.Reports.Excel;

namespace Outturn.Tests.Outcomes;

/// <summary>A corporate plan comes in as the Local Outcomes Framework does, stands beside it, and has editions that are told apart.</summary>
public sealed class OtherFrameworkTests : IAsyncLifetime, IDisposable
{
    private const string Plan = "Wealdshire corporate plan";

    private readonly TemporaryFolder folder = new();

    private static string PlanFolder => Path.Combine(SourceTree.Root, "examples", "wealdshire-plan");

    private string Reference => folder.Path("reference.db");

    public async Task InitializeAsync()
    {
        await TakeAsync(NationalStore.Data);
        await TakeAsync(PlanFolder);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_corporate_plan_is_held_beside_the_framework_of_government_with_no_totals_stated_by_others()
    {
        var (store, _) = await ReferenceStore.OpenAsync(Reference, default);
        await using (store)
        {
            var latest = FrameworkEdition.Latest(await Frameworks.AllAsync(store!, default));
            Assert.Equal(["Local Outcomes Framework", Plan], latest.Select(edition => edition.Framework));
            var plan = latest[1];
            Assert.Equal((3, 6, "2025 to 2029", new DateOnly(2025, 5, 14)), (plan.Outcomes.Count, plan.Metrics.Count, plan.Name, plan.Date!.Value));
            Assert.Equal("Held here: 6 metrics, 1 of them placeholders.", plan.Totals);
        }
    }

    [Fact]
    public async Task Coverage_suggestions_and_paper_are_of_the_framework_that_is_named_and_else_of_the_one_that_is_linked_to()
    {
        Assert.StartsWith("Local Outcomes Framework, July 2026.", (await DoneAsync("outcomes", "coverage", Examples.County)).Output);
        var coverage = (await DoneAsync("outcomes", "coverage", Examples.County, "--framework", Plan)).Output;
        Assert.StartsWith($"{Plan}, 2025 to 2029. Held here: 6 metrics", coverage);
        Assert.Contains("Of the 6 metrics held here, 5 have no indicator and 1 cannot be measured yet.", coverage);
        Assert.Contains("FN07", (await DoneAsync("outcomes", "suggest", Examples.County, "--framework", Plan)).Output);
        var paper = await DoneAsync("outcomes", "paper", Examples.County, "--framework", Plan, "--format", "html", "--out", folder.Path("out"));
        Assert.Contains("Money well spent", File.ReadAllText(Path.Combine(folder.Path("out"), "wealdshire-corporate-plan-2025-to-2029.html")));
        Assert.Contains($"there is no framework \"Nobody's\". There are: Local Outcomes Framework, {Plan}.", (await ReportVerb.RunAsync("outcomes", "coverage", Examples.County, "--framework", "Nobody's", "--reference", Reference)).Error);
    }

    [Fact]
    public async Task A_link_finds_the_framework_of_its_metric_and_an_id_of_two_frameworks_is_refused()
    {
        var (store, _) = await ReferenceStore.OpenAsync(Reference, default);
        await using (store)
        {
            Assert.Equal(Plan, (await Frameworks.WithMetricAsync(store!, new FrameworkChoice(null, null), "wcp-2-1", default)).Edition!.Framework);
            Assert.Equal("Local Outcomes Framework", (await Frameworks.WithMetricAsync(store!, new FrameworkChoice(null, null), "LOF-07-06", default)).Edition!.Framework);
        }

        CopyPlan("other", editions => editions.Replace(Plan, "Another plan", StringComparison.Ordinal), metrics => metrics);
        var done = Assert.IsType<ReferenceImportResult.Done>(await ReferenceImport.RunAsync(Reference, folder.Path("other"), new ReferenceImportChoices([]), TimeProvider.System, null, default));
        var file = Assert.Single(done.Files, file => Path.GetFileName(file.File) == "metrics.csv");
        Assert.Equal((6, 0), (file.Read, file.Stored));
        Assert.Contains(file.Refusals, refusal => refusal.Reason == $"The id WCP-1-1 is a metric's of the {Plan}: give it another, so that a link says which is meant.");
    }

    [Fact]
    public async Task A_new_edition_is_told_from_the_last_and_says_which_of_the_councils_links_it_touches()
    {
        Assert.Contains("no edition of the Wealdshire corporate plan before 2025 to 2029 is held", (await ReportVerb.RunAsync("outcomes", "changes", Examples.County, "--framework", Plan, "--reference", Reference)).Error);
        CopyPlan("next", editions => editions.Replace("2025 to 2029", "2026 refresh", StringComparison.Ordinal).Replace("2025-05-14", "2026-05-13", StringComparison.Ordinal), metrics => metrics
            .Replace("WCP-1-2,1,Complaints answered in time", "WCP-1-2,1,Complaints answered in good time", StringComparison.Ordinal)
            .Replace("outcome,Wealdshire,true,counted from 2026/27", "outcome,Wealdshire,false,", StringComparison.Ordinal)
            .Replace("WCP-3-2,3,People satisfied with the roads", "WCP-3-3,3,Potholes mended", StringComparison.Ordinal));
        await TakeAsync(folder.Path("next"));
        var council = MappedCounty("WCP-1-2,HR01,proxy,,Performance team,30/04/2026,\nWCP-3-2,,none,Nobody is asked.,Performance team,30/04/2026,\nWCP-2-1,FN07,same,,Performance team,30/04/2026,\n");
        var told = (await DoneAsync("outcomes", "changes", council, "--framework", Plan)).Output;
        Assert.Contains("of metrics 1 added, 1 gone, 1 renamed and 1 changed otherwise.", told);
        Assert.Contains("WCP-1-2  Complaints answered in good time (was: Complaints answered in time)", told);
        Assert.Contains("WCP-2-2  Savings that were planned and made: no placeholder any more", told);
        Assert.Contains("2 of the council's links are touched.", told);
        using var json = JsonDocument.Parse((await DoneAsync("outcomes", "changes", council, "--framework", Plan, "--from", "2025 to 2029", "--to", "2026 refresh", "--json")).Output);
        Assert.Equal(["WCP-1-2", "WCP-3-2"], json.RootElement.GetProperty("touched").EnumerateArray().Select(touch => touch.GetProperty("metric").GetString()).Order());
    }

    [Fact]
    public async Task Coverage_is_a_workbook_of_its_own_with_a_table_to_a_sheet_every_metric_and_both_gaps()
    {
        var path = folder.Path("coverage.xlsx");
        Assert.Contains("is no workbook", (await ReportVerb.RunAsync("outcomes", "coverage", Examples.County, "--out", folder.Path("coverage.csv"), "--reference", Reference)).Error);
        await DoneAsync("outcomes", "coverage", Examples.County, "--out", path);
        using var book = WrittenWorkbook.Read(File.ReadAllBytes(path));
        Assert.Equal(["Notes", "By outcome", "By dashboard", "Dashboards by outcome", "Metrics", "Links", "No indicator", "No outcome"], book.Sheets.Select(sheet => sheet.Name!.Value!));
        var register = Review.ReviewedCounty.Folder.Register;
        var (store, _) = await ReferenceStore.OpenAsync(Reference, default);
        await using (store)
        {
            var framework = (await store!.EditionAsync("Local Outcomes Framework", "July 2026", default))!;
            var coverage = Coverage.Of(framework, register.Links, Coverage.Counted(register, null, DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime)));
            Assert.Equal(framework.Metrics.Select(metric => metric.Title), Column("Metrics", "Metric"));
            Assert.Equal(coverage.Metrics.SelectMany(metric => metric.Links).Count(), Column("Links", "Ref").Count());
            Assert.Equal(coverage.Metrics.Where(metric => metric.State == CoverageState.None).Select(metric => metric.Metric.Id), Column("No indicator", "Metric id"));
            Assert.Equal(coverage.Unlinked.Select(indicator => indicator.Ref), Column("No outcome", "Ref"));
        }

        IEnumerable<string> Column(string sheet, string header) => book.Rows(sheet).Select(row => row[header]);
    }

    [Fact]
    public async Task A_standing_finds_the_framework_of_its_metric_and_else_takes_the_one_that_is_named()
    {
        async Task<string> RefusedAsync(params string[] arguments) => (await ReportVerb.RunAsync(["neighbours", "standing", .. arguments, "--area", "E10000016", "--reference", Reference])).Error;
        Assert.Contains("WCP-1-2 Complaints answered in time: no figures of Kent are held.", await RefusedAsync("WCP-1-2"), StringComparison.Ordinal);
        Assert.Contains(": no figures of Kent are held.", await RefusedAsync("LOF-07-06"), StringComparison.Ordinal);
        Assert.Contains("No published figures of the area are held.", (await DoneAsync("neighbours", "standing", "--framework", Plan, "--area", "E10000016")).Output);
        Assert.Contains("there is no framework \"Nobody's\"", await RefusedAsync("--framework", "Nobody's"), StringComparison.Ordinal);
    }

    private string MappedCounty(string rows)
    {
        var to = folder.Path("county");
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(Examples.County))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        File.AppendAllText(Path.Combine(to, "mapping.csv"), rows);
        return to;
    }

    private void CopyPlan(string to, Func<string, string> editions, Func<string, string> metrics)
    {
        Directory.CreateDirectory(folder.Path(to));
        string Read(string file) => File.ReadAllText(Path.Combine(PlanFolder, file));
        File.WriteAllText(Path.Combine(folder.Path(to), "editions.csv"), editions(Read("editions.csv")));
        File.WriteAllText(Path.Combine(folder.Path(to), "outcomes.csv"), Read("outcomes.csv"));
        File.WriteAllText(Path.Combine(folder.Path(to), "metrics.csv"), metrics(Read("metrics.csv")));
    }

    private async Task TakeAsync(string path)
    {
        var done = Assert.IsType<ReferenceImportResult.Done>(await ReferenceImport.RunAsync(Reference, path, new ReferenceImportChoices([]), TimeProvider.System, null, default));
        Assert.All(done.Files, file => Assert.True(file.Outcome != FileOutcome.Refused && file.Refusals.Count == 0, file.File));
    }

    private async Task<ProgramRun> DoneAsync(params string[] arguments)
    {
        var run = await ReportVerb.RunAsync([.. arguments, "--reference", Reference]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        return run;
    }
}
