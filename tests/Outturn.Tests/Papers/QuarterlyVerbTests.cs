using Outturn.App.Registers;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Reports.Papers;
using Outturn.Tests.Registers;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Papers;

/// <summary>What `outturn report` makes of a quarterly report: which quarter, which refusals, and what a store remembers of the report before.</summary>
public sealed class QuarterlyVerbTests : IDisposable
{
    private static readonly Period December = Period.Month(2019, 12);

    private readonly ReportVerb verb = new ReportVerb().CopyOf(Examples.County);

    public void Dispose() => verb.Dispose();

    [Fact]
    public async Task Without_a_period_it_is_on_the_last_quarter_that_has_ended()
    {
        var run = await RunAsync();

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(["quarterly-performance-report-q4-2025-26.csv"], verb.Written);
    }

    [Theory]
    [InlineData("Dec 2025")]
    [InlineData("Q3 2025/26")]
    public async Task A_period_that_ends_with_a_quarter_means_that_quarter(string period)
    {
        Assert.Equal(0, (await RunAsync("--period", period)).Code);
        Assert.Equal(["quarterly-performance-report-q3-2025-26.csv"], verb.Written);
    }

    [Fact]
    public async Task A_period_that_ends_within_a_quarter_is_refused_with_what_to_write()
    {
        var run = await RunAsync("--period", "Nov 2025");

        Assert.Equal(1, run.Code);
        Assert.Contains("Quarterly Performance Report is on a whole quarter, and Nov 2025 does not end with one: write \"Q3 2025/26\" for the quarter to December 2025.", run.Error, StringComparison.Ordinal);
        Assert.Empty(verb.Written);
    }

    [Fact]
    public async Task A_committee_that_reads_the_report_alone_has_no_dashboard_and_is_told_so()
    {
        var run = await ReportVerb.RunAsync("report", verb.Council, "--committee", "Cabinet", "--out", verb.Out, "--format", "csv");

        Assert.Equal(1, run.Code);
        Assert.Contains("No indicator goes to Cabinet by itself: it reads \"Quarterly Performance Report\", which --report makes.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_papers_of_every_committee_leave_out_one_that_reads_the_report_alone()
    {
        var run = await ReportVerb.RunAsync("report", verb.Council, "--out", verb.Out, "--format", "csv");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(4, verb.Written.Count);
    }

    /// <summary>The report to December came out in spring, and December was recounted since: the report to March says both, and compares with what is known now.</summary>
    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_figure_revised_since_the_last_report_is_told_with_what_was_reported_then(string engine)
    {
        using var test = await TestStore.CreateAsync(engine);
        test.Clock.Now = new DateTime(2020, 1, 20, 9, 0, 0, DateTimeKind.Utc);
        var folder = StoreFixture.WithQuarterly(StoreFixture.Folder("wealdshire"));
        Assert.IsType<RegisterImportResult.Compared>(await StoreFixture.TakeAsync(test, folder));
        var (then, now) = ((await StoreFixture.RegisterAsync(test)).Find("GL02")!.Figures.Single(figure => figure.Period == December), new Figure(December, new Observation(null, new Counts(230, 250))));
        test.Clock.Now = new DateTime(2020, 5, 20, 9, 0, 0, DateTimeKind.Utc);
        Assert.IsType<RegisterImportResult.Compared>(await StoreFixture.TakeAsync(test, With(folder, "GL02", now, then), "recounted"));

        var register = await StoreFixture.RegisterAsync(test);
        var report = register.Reports.Single();
        var today = new DateOnly(2020, 5, 20);
        var days = RequestedPapers.EarlierDays(register, report.Name, null, "Q4 2019/20", today);
        var known = await CouncilSource.KnownAsync(test.Store, days, CancellationToken.None);
        Assert.Equal(days, known.Keys);

        var paper = Assert.IsType<RequestedPapers.Made>(RequestedPapers.Of(register, report.Name, null, "Q4 2019/20", today, known)).Papers.Single();
        var revised = Assert.Single(paper.Quarterly!.Changes!.Revised);
        Assert.Equal(("GL02", then.Observation.Value(revised.Indicator.Definition.Unit), 92m), (revised.Indicator.Indicator.Ref, revised.Then!.Value, revised.Now.Value));
        var row = Assert.Single(paper.Document.Tables.Single(table => table.Name == "Revised").Rows);
        Assert.Equal(["GL02", "Dec 2019", "86%, Red", "92%, Green"], [row[0].Text, row[2].Text, row[3].Text, row[4].Text]);

        // The planted fault: a reading that knows only today cannot see the revision.
        Assert.Empty(ReportChanges.Of(paper.Dashboard, register)!.Revised);
    }

    private Task<ProgramRun> RunAsync(params string[] more) =>
        ReportVerb.RunAsync(["report", verb.Council, "--report", QuarterPaper.Report, "--out", verb.Out, "--format", "csv", .. more]);

    private static FolderResult.Read With(FolderResult.Read folder, string reference, Figure figure, Figure before) => folder with
    {
        Register = folder.Register with
        {
            Indicators =
            [
                .. folder.Register.Indicators.Select(history => history.Indicator.Ref != reference ? history
                    : history with { Figures = [.. history.Figures.Select(known => known.Period == before.Period ? figure : known)] }),
            ],
        },
    };
}
