using System.Text.Json;
using Outturn.App.Collection;
using Outturn.Core.Periods;
using Outturn.Tests.Papers;
using Outturn.Tests.Registers;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Release;

/// <summary>`outturn report --check`: the list before sign-off, from the program's first line.</summary>
public sealed class ReportChecklistTests
{
    [Fact]
    public async Task A_text_that_contradicts_the_figures_is_named_no_file_is_made_and_the_code_says_so()
    {
        using var verb = new ReportVerb().Copy("wealdshire");
        File.WriteAllText(Path.Combine(verb.Council, "texts", "performance.md"), "CS01 was 12.3%, and in all nine KPIs are Red.\n");
        var run = await CheckAsync(verb.Council, verb.Out);
        Assert.Equal(1, run.Code);
        Assert.Contains("number-contradicts: ", run.Output);
        Assert.Contains("says 12.3%, and CS01 is ", run.Output);
        Assert.Contains("says 9 Red, and the paper has 1", run.Output);
        Assert.Empty(verb.Written);
    }

    [Fact]
    public async Task The_list_as_json_gives_each_finding_its_key_and_its_cure()
    {
        using var verb = new ReportVerb().Copy("wealdshire");
        File.WriteAllText(Path.Combine(verb.Council, "texts", "performance.md"), "In all nine KPIs are Red.\n");
        var paper = JsonDocument.Parse((await CheckAsync(verb.Council, verb.Out, "--json")).Output).RootElement.GetProperty("papers")[0];
        var item = paper.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("check").GetString() == "number-contradicts");
        Assert.Equal(("number-contradicts:performance", "error", "text", "performance"),
            (item.GetProperty("key").GetString(), item.GetProperty("severity").GetString(), item.GetProperty("cure").GetProperty("page").GetString(), item.GetProperty("cure").GetProperty("place").GetString()));
        Assert.Equal(paper.GetProperty("errors").GetInt32(), paper.GetProperty("items").EnumerateArray().Count(item => item.GetProperty("severity").GetString() == "error"));
    }

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Figures_that_a_round_has_asked_for_and_nobody_approved_stop_the_paper_and_the_record_that_was_taken_in_does_not(string engine)
    {
        using var test = await StoreFixture.TakenAsync(engine);
        Assert.DoesNotContain("not-approved", (await CheckAsync(test.Text, "unused")).Output);
        Assert.IsType<OpenRoundResult.Opened>(await Rounds.OpenAsync(test.Store, Period.Year(2019), null, "analyst", null, default));
        var run = await CheckAsync(test.Text, "unused");
        Assert.Equal(1, run.Code);
        Assert.Contains("not-approved: ", run.Output);
        Assert.Contains("for Mar 2020 are not approved", run.Output);
    }

    [Fact]
    public async Task The_examples_own_paper_is_checked_without_a_false_contradiction()
    {
        foreach (var example in new[] { "wealdshire", "hart" })
        {
            var run = await ReportVerb.RunAsync("report", Examples.Folder(example), "--check");
            Assert.DoesNotContain("number-contradicts", run.Output);
            Assert.DoesNotContain("suppressed-told", run.Output);
        }
    }

    [Fact]
    public async Task A_sheet_is_not_signed_off_and_json_is_of_the_checklist_alone()
    {
        using var verb = new ReportVerb();
        File.WriteAllText(verb.Path("sheet.csv"), "Ref,Apr 2020\nA,1\n");
        Assert.Equal(2, (await ReportVerb.RunAsync("report", verb.Path("sheet.csv"), "--check")).Code);
        Assert.Equal(2, (await ReportVerb.RunAsync("report", Examples.Folder("hart"), "--json")).Code);
    }

    private static Task<ProgramRun> CheckAsync(string source, string folder, params string[] more) =>
        ReportVerb.RunAsync(["report", source, "--committee", ReportVerb.Committee, "--period", "2019/20", "--out", folder, "--check", .. more]);
}
