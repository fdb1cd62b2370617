using Outturn.Tests.Papers;
using Outturn.Tests.Registers;

namespace Outturn.Tests.Stores;

/// <summary>The verbs on a store, from the program's first line: init, import, report, check, reconcile, export.</summary>
public sealed class StorePaperTests
{
    private static readonly string[] Formats = ["html", "docx", "xlsx", "csv", "json"];

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task The_paper_from_a_store_is_the_paper_from_the_folder_byte_for_byte(string engine)
    {
        using var test = TestStore.Empty(engine);
        using var verb = new ReportVerb().Copy("wealdshire");
        Done(await ReportVerb.RunAsync("init", "--store", test.Text));
        Done(await ReportVerb.RunAsync("import", verb.Council, "--store", test.Text, "--as", "analyst"));
        var (fromStore, fromFolder) = (verb.Path("store"), verb.Path("folder"));
        Done(await ReportVerb.RunAsync("report", test.Text, "--committee", ReportVerb.Committee, "--period", "2019/20", "--format", string.Join(',', Formats), "--out", fromStore));
        Done(await ReportVerb.RunAsync("report", verb.Council, "--committee", ReportVerb.Committee, "--period", "2019/20", "--format", string.Join(',', Formats), "--out", fromFolder));
        var files = Directory.EnumerateFiles(fromFolder).Select(Path.GetFileName).ToList();
        Assert.Equal(Formats.Length, files.Count);
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(Path.Combine(fromFolder, file!)), File.ReadAllBytes(Path.Combine(fromStore, file!))));
    }

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Every_verb_that_takes_a_folder_takes_a_store(string engine)
    {
        using var test = TestStore.Empty(engine);
        using var verb = new ReportVerb();
        Done(await ReportVerb.RunAsync("init", "--store", test.Text));
        Done(await ReportVerb.RunAsync("import", Examples.Folder("hart"), "--store", test.Text));
        var (ofStore, ofFolder) = (await ReportVerb.RunAsync("check", test.Text), await ReportVerb.RunAsync("check", Examples.Folder("hart")));
        Assert.Equal(ofFolder.Code, ofStore.Code);
        Assert.All(ofStore.Output.Split('\n').Where(line => line.Contains(": ETS", StringComparison.Ordinal)).Select(line => line[line.IndexOf(": ", StringComparison.Ordinal)..]), finding => Assert.Contains(finding, ofFolder.Output));
        Assert.Contains("in 45 indicators", ofStore.Output);
        var published = Path.Combine(Examples.Folder("hart"), "published.csv");
        Assert.Equal(
            (await ReportVerb.RunAsync("reconcile", Examples.Folder("hart"), "--with", published)).Output,
            (await ReportVerb.RunAsync("reconcile", test.Text, "--with", published)).Output);
        Done(await ReportVerb.RunAsync("export", verb.Path("exported"), "--store", test.Text));
        Assert.Equal(ofFolder.Code, (await ReportVerb.RunAsync("check", verb.Path("exported"))).Code);
        Assert.Contains("as they were written", Done(await ReportVerb.RunAsync("audit", "verify", "--store", test.Text)).Output);
    }

    private static ProgramRun Done(ProgramRun run)
    {
        Assert.True(run.Code == 0, run.Error + run.Output);
        return run;
    }
}
