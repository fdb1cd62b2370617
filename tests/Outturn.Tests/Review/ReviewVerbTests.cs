using System.Text.Json;
using Outturn.Core.Review;
using Outturn.Tests.Collection.Templates;
using Outturn.Tests.Import;
using Outturn.Tests.Papers;
using Outturn.Tests.Registers;
using Outturn.Tests.Stores;
using static Outturn.Tests.Review.Reviewed;

namespace Outturn.Tests.Review;

/// <summary>outturn review from its opening to adoption, as somebody at a terminal or a script has it.</summary>
public sealed class ReviewVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_review_is_opened_worked_and_adopted_from_the_command_line()
    {
        using var test = await TestStore.CreateAsync(TestStore.Sqlite);
        await StoreFixture.TakeAsync(test, "wealdshire");
        Assert.Contains("No review is open", (await RefusedAsync("review", "status", test.Text)).Error, StringComparison.Ordinal);
        await DoneAsync("review", "open", test.Text, "--year", "2020/21", "--meeting", "Policy and Resources=16/09/2026", "--as", Analyst);
        await DoneAsync("review", "challenge", test.Text, "CS01", "Why keep it?", "--as", Analyst);
        Assert.Contains("CS01 is asked: Why keep it?", (await DoneAsync("review", "status", test.Text)).Output, StringComparison.Ordinal);
        await DoneAsync("review", "answer", test.Text, "CS01", "The contract says so.", "--as", Manager);
        Assert.Contains("You proposed CS01 yourself", (await RefusedAsync("review", "agree", test.Text, "CS01", "CS04a", "--as", Manager)).Error, StringComparison.Ordinal);
        await DoneAsync("review", "comment", test.Text, "Is 97% still a stretch?", "--ref", "CS01", "--committee", "Policy and Resources", "--by", "Mrs Brown", "--on", "30/06/2020", "--as", "clerk");
        await DoneAsync("review", "reply", test.Text, "1", "It is.", "--outcome", "not-agreed", "--as", Analyst);
        Assert.Equal(2, (await ReportVerb.RunAsync("review", "reply", test.Text, "1", "It is.", "--outcome", "maybe")).Code);

        Assert.Contains("not agreed", (await RefusedAsync("review", "put-forward", test.Text, "--as", Analyst)).Error, StringComparison.Ordinal);
        await test.ProposeRestAsync();
        await DoneAsync(["review", "agree", test.Text, .. (await test.ReviewAsync()).Items.Select(item => item.Ref), "--as", Director]);
        Assert.Contains("CS04a: Floor standard up from 85% to 90%", (await DoneAsync("review", "put-forward", test.Text, "--as", Analyst)).Output, StringComparison.Ordinal);
        Assert.Contains("yourself", (await RefusedAsync("review", "adopt", test.Text, "--as", Analyst)).Error, StringComparison.Ordinal);
        await DoneAsync("review", "adopt", test.Text, "--as", Director);

        using var status = JsonDocument.Parse((await DoneAsync("review", "status", test.Text, "--year", "2020/21", "--json")).Output);
        Assert.Equal(Director, status.RootElement.GetProperty("adoptedBy").GetString());
        var centre = status.RootElement.GetProperty("services").EnumerateArray().Single(service => service.GetProperty("service").GetString() == "Contact Centre");
        Assert.Equal(("Agreed", centre.GetProperty("indicators").GetInt32(), false), (centre.GetProperty("state").GetString(), centre.GetProperty("agreed").GetInt32(), centre.GetProperty("late").GetBoolean()));
        Assert.Equal("Not agreed", status.RootElement.GetProperty("comments")[0].GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_workbook_goes_out_and_comes_back_by_two_verbs()
    {
        using var test = await OpenAsync(TestStore.Sqlite);
        var path = folder.Path("centre.xlsx");
        await DoneAsync("review", "workbook", test.Text, "--service", "Contact Centre", "--out", path);
        Assert.Contains("There is no service \"Contact Center\". Did you mean \"Contact Centre\"?", (await RefusedAsync("review", "workbook", test.Text, "--service", "Contact Center", "--out", path)).Error, StringComparison.Ordinal);
        using (var editor = new TemplateEditor(File.ReadAllBytes(path), "Proposals"))
        {
            editor.Type(editor["CS01"], "Decision", "amend").Type(editor["CS01"], "Target", 98);
            File.WriteAllBytes(path, editor.Save());
        }

        var look = await DoneAsync("review", "import", test.Text, path, "--check");
        Assert.Contains("CS01     amend: Target up from 97% to 98% (asks more)", look.Output, StringComparison.Ordinal);
        Assert.Contains("target: 97 → 98", look.Output, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was written: that was a look.", look.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(97, (await test.ProposalAsync("CS01")).Target!.Level);
        Assert.Contains("1 proposed", (await DoneAsync("review", "import", test.Text, path, "--as", Manager)).Output, StringComparison.Ordinal);
        Assert.Equal((98m, Manager), ((await test.ProposalAsync("CS01")).Target!.Level, (await test.ItemAsync("CS01")).Steps[^1].Who));

        using (var editor = new TemplateEditor(File.ReadAllBytes(path), "Proposals"))
        {
            editor.Type(editor["CS01"], "Rationale", "").Type(editor["CS04a"], "Floor", "high");
            File.WriteAllBytes(path, editor.Save());
        }

        var refused = await RefusedAsync("review", "import", test.Text, path, "--as", Manager);
        Assert.Contains("column \"Rationale\"", refused.Error, StringComparison.Ordinal);
        Assert.Contains("column \"Floor\"", refused.Error, StringComparison.Ordinal);
        Assert.Contains("nothing was taken", refused.Error, StringComparison.Ordinal);
        Assert.Contains("there is no file", (await RefusedAsync("review", "import", test.Text, folder.Path("none.xlsx"))).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_if_rates_the_last_two_years_anew_as_the_evidence_does()
    {
        var county = Examples.Folder("wealdshire");
        var run = await DoneAsync("review", "what-if", county, "cs04a", "--target", "96%", "--floor", "94");
        var history = StoreFixture.Folder("wealdshire").Register.Find("CS04a")!;
        var test = BackTest.Of(history, new Outturn.Core.Targets.Target(96, 94, Outturn.Core.Targets.Polarity.HigherIsBetter), null);
        Assert.NotEmpty(test.Changed);
        Assert.Contains($"  after   {EvidenceSentences.Counted(test.After, history.Indicator.Definition.Kind)}", run.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await DoneAsync("review", "what-if", county, "CS04a", "--target", "96", "--floor", "94", "--json")).Output);
        Assert.Equal(
            (test.Before.Green, test.After.Green, test.After.Red, test.Changed.Count()),
            (json.RootElement.GetProperty("before").GetProperty("green").GetInt32(), json.RootElement.GetProperty("after").GetProperty("green").GetInt32(), json.RootElement.GetProperty("after").GetProperty("red").GetInt32(), json.RootElement.GetProperty("changed").GetArrayLength()));

        var proposed = await DoneAsync("review", "what-if", county, "CS04a", "--floor", "none");
        Assert.Contains("target 95%, no floor standard", proposed.Output, StringComparison.Ordinal);
        Assert.Contains("--target:", (await RefusedAsync("review", "what-if", county, "CS04a", "--target", "lots")).Error, StringComparison.Ordinal);
        Assert.Contains("on the wrong side", (await RefusedAsync("review", "what-if", county, "CS04a", "--target", "90", "--floor", "95")).Error, StringComparison.Ordinal);
        Assert.Contains("give --target and --floor", (await RefusedAsync("review", "what-if", county, "CS04a", "--lower", "90")).Error, StringComparison.Ordinal);
        Assert.Contains("there is no indicator \"XX\"", (await RefusedAsync("review", "what-if", county, "XX", "--target", "90")).Error, StringComparison.Ordinal);
        Assert.Contains("days.csv says so", (await RefusedAsync("review", "what-if", county, "CS04a", "--limit", "20")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_if_tries_another_limit_in_days_where_the_cases_are_known()
    {
        var county = Assert.IsType<Outturn.App.Registers.FolderResult.Read>(Outturn.App.Registers.CouncilFolder.Read(Examples.County)).Register.Find("GL02")!;
        using var json = JsonDocument.Parse((await DoneAsync("review", "what-if", Examples.County, "GL02", "--limit", "10", "--json")).Output);
        var year = Outturn.Core.Periods.PeriodText.ReadAny(json.RootElement.GetProperty("year").GetString()!)!.Value;
        var levels = AnnualReview.ProposalFor(county, year)!;
        var within = county.Cases.Where(closed => closed.Days <= 10).GroupBy(closed => closed.Period).ToDictionary(period => period.Key, period => period.Sum(closed => closed.Cases));
        var all = county.Cases.GroupBy(closed => closed.Period).ToDictionary(period => period.Key, period => period.Sum(closed => closed.Cases));
        var green = BackTest.Of(county, null, null).Periods.Count(tested => all.ContainsKey(tested.Period) && 100 * within.GetValueOrDefault(tested.Period) >= levels.Target!.Level * all[tested.Period]);
        Assert.Equal(green, json.RootElement.GetProperty("after").GetProperty("green").GetInt32());
        Assert.True(green < json.RootElement.GetProperty("before").GetProperty("green").GetInt32());
    }

    [Fact]
    public async Task Changes_between_two_years_show_a_proposed_year_as_the_proposals_make_it()
    {
        var run = await DoneAsync("review", "changes", Examples.Folder("wealdshire"), "--from", "2019/20", "--to", "2020/21");
        Assert.Contains("Changed  CS04a    Daytime calls to the Contact Centre answered: Floor standard from 85% to 90%", run.Output, StringComparison.Ordinal);
        Assert.Contains("2019/20 to 2020/21, as proposed: 0 removed, 0 added, net 0; 2 changed", run.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await DoneAsync("review", "changes", Examples.Folder("wealdshire"), "--from", "2019/20", "--to", "2020/21", "--committee", "Policy and Resources", "--json")).Output);
        Assert.Equal(["CS04a", "CS04b"], json.RootElement.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("ref").GetString()));
        Assert.Contains("does not come after", (await RefusedAsync("review", "changes", Examples.Folder("wealdshire"), "--from", "2020/21", "--to", "2019/20")).Error, StringComparison.Ordinal);
        Assert.Contains("no committee \"Nobody\"", (await RefusedAsync("review", "changes", Examples.Folder("wealdshire"), "--from", "2019/20", "--to", "2020/21", "--committee", "Nobody")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_changes_an_adopted_year_is_imported_with_reason_and_committee_alone()
    {
        using var test = await OpenAsync(TestStore.Sqlite);
        await test.AgreeAllAsync();
        await test.AdoptAsync();
        using var verb = new ReportVerb();
        verb.Copy("wealdshire");
        File.AppendAllText(System.IO.Path.Combine(verb.Council, "targets.csv"), "CS01,2020/21,,,93,90,,,,Lowered by the contract.\n");
        Assert.Contains("give the reason, and the committee", (await RefusedAsync("import", verb.Council, "--store", test.Text, "--why", "The contract changed.")).Error, StringComparison.Ordinal);
        await DoneAsync("import", verb.Council, "--store", test.Text, "--why", "The contract changed.", "--committee", "Policy and Resources, 3 July 2020, item 4");
        Assert.Equal("Policy and Resources, 3 July 2020, item 4", (await StoreFixture.RegisterAsync(test)).LaterChanges[0].Committee);
    }

    [Theory]
    [InlineData("review", "open", "council.db", "--year", "2020/21")]
    [InlineData("review", "open", "council.db", "--year", "Mar 2020", "--meeting", "A=16/09/2026")]
    [InlineData("review", "comment", "council.db", "So.", "--committee", "A", "--by", "B", "--on", "soon")]
    [InlineData("review", "changes", "council.db", "--from", "2019/20")]
    [InlineData("review", "agree", "council.db")]
    public async Task Wrong_use_is_2(params string[] arguments) => Assert.Equal(2, (await ReportVerb.RunAsync(arguments)).Code);

    private static async Task<ProgramRun> DoneAsync(params string[] arguments)
    {
        var run = await ReportVerb.RunAsync(arguments);
        Assert.True(run.Code == 0, run.Error);
        return run;
    }

    private static async Task<ProgramRun> RefusedAsync(params string[] arguments)
    {
        var run = await ReportVerb.RunAsync(arguments);
        Assert.Equal(1, run.Code);
        return run;
    }
}
