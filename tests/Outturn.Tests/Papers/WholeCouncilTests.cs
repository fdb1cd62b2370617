namespace Outturn.Tests.Papers;

/// <summary>All committees' papers are made at the same time; a reader must not be able to tell.</summary>
public sealed class WholeCouncilTests : IDisposable
{
    private static readonly string[] Formats = ["html", "docx", "xlsx", "csv", "json"];
    private static readonly string[] Others = ["Adults", "Children", "Growth", "Highways"];

    private readonly ReportVerb report = new ReportVerb().Copy("wealdshire");

    public WholeCouncilTests()
    {
        report.Edit("committees.csv", "Policy and Resources,dashboard", $"Policy and Resources,dashboard\n{string.Join('\n', Others.Select(name => $"{name} Committee,{name},dashboard"))}");
        report.Edit("indicators.csv", $",{ReportVerb.Committee},", $",{string.Join("; ", [ReportVerb.Committee, .. Others.Select(name => $"{name} Committee")])},");
    }

    public void Dispose() => report.Dispose();

    [Fact]
    public async Task Report_OfEveryCommittee_GivesEachThePaperThatItGetsAlone()
    {
        Assert.Equal(0, (await ReportAsync(report.Out)).Code);

        foreach (var name in Others)
        {
            var alone = report.Path(name);
            Assert.Equal(0, (await ReportAsync(alone, "--committee", name)).Code);
            Assert.All(Formats, format =>
            {
                var file = $"{name.ToLowerInvariant()}-2019-20.{format}";
                Assert.Equal(File.ReadAllBytes(Path.Combine(alone, file)), report.Bytes(file));
            });
        }
    }

    [Fact]
    public async Task Report_OfEveryCommittee_NamesTheFilesInTheOrderOfCommitteesAndFormats()
    {
        var run = await ReportAsync(report.Out);

        Assert.Equal(
            from name in (string[])["policy-and-resources", .. Others.Select(name => name.ToLowerInvariant())]
            from format in Formats
            select Path.Combine(report.Out, $"{name}-2019-20.{format}"),
            run.Output.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.StartsWith(report.Out, StringComparison.Ordinal)));
    }

    private Task<ProgramRun> ReportAsync(string folder, params string[] more) =>
        ReportVerb.RunAsync(["report", report.Council, "--period", "2019/20", "--out", folder, "--format", string.Join(',', Formats), .. more]);
}
