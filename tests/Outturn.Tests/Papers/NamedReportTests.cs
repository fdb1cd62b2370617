namespace Outturn.Tests.Papers;

/// <summary>`outturn report --report`: the paper of one named set of indicators.</summary>
public sealed class NamedReportTests : IDisposable
{
    private readonly ReportVerb report = new ReportVerb().Copy("wealdshire");

    public NamedReportTests()
    {
        Write("reports.csv", "report,kind,committee", "Access Scorecard,dashboard,", "Policy and Resources,dashboard,Policy and Resources");
        var lines = File.ReadAllLines(Path.Combine(report.Council, "indicators.csv"));
        Write("indicators.csv",
        [
            lines[0] + ",reports",
            .. lines.Skip(1).Select(line => line + (line.StartsWith("CS0", StringComparison.Ordinal) ? ",Access Scorecard;Policy and Resources" : ",")),
        ]);
    }

    public void Dispose() => report.Dispose();

    [Fact]
    public async Task Report_OfNoCommittee_IsTitledAfterItselfAndHoldsItsSetAlone()
    {
        var run = await RunAsync("Access Scorecard", "2019/20");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(["access-scorecard-2019-20.csv"], report.Written);
        Assert.StartsWith("Access Scorecard, 2019/20", run.Output, StringComparison.Ordinal);
        var rows = File.ReadLines(Path.Combine(report.Out, report.Written[0])).Skip(1).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Contains("CS0", row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Report_OfACommittee_GoesToItsMeetingAndLeavesTheCommitteesOwnPaperAlone()
    {
        var own = await report.YearEndAsync("--format", "csv");
        var run = await RunAsync("policy and resources", "2019/20");

        Assert.Equal((0, 0), (own.Code, run.Code));
        Assert.Contains("Policy and Resources Cabinet Committee, meeting on 29 July 2020", run.Output, StringComparison.Ordinal);
        Assert.Equal(["policy-and-resources-2019-20-2.csv", "policy-and-resources-2019-20.csv"], report.Written);
        Assert.Contains("Green        21", own.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_ThatIsNotThere_NamesThoseThatAre()
    {
        var run = await RunAsync("Scorecard", "2019/20");

        Assert.Equal(1, run.Code);
        Assert.Contains("There is no report \"Scorecard\". There are: \"Access Scorecard\", \"Policy and Resources\".", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_AndCommittee_IsWrongUse()
    {
        var run = await report.YearEndAsync("--report", "Access Scorecard");

        Assert.Equal(2, run.Code);
        Assert.Contains("give --report or --committee, not both", run.Error, StringComparison.Ordinal);
    }

    private Task<ProgramRun> RunAsync(string name, string period) =>
        ReportVerb.RunAsync("report", report.Council, "--report", name, "--period", period, "--out", report.Out, "--format", "csv");

    private void Write(string file, params string[] lines) => File.WriteAllLines(Path.Combine(report.Council, file), lines);
}
