using Outturn.App.Collection;
using Outturn.Core.Collection;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Tests.Collection;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Papers;

/// <summary>The analyst's own paragraphs in a store: one that figures have moved away from is named.</summary>
public sealed class StoredTextTests
{
    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_text_is_named_once_figures_have_moved_since_it_was_written_until_it_is_read_again(string engine)
    {
        using var test = await TestStore.CreateAsync(engine);
        await StoreFixture.TakeAsync(test, "wealdshire");
        using var report = new ReportVerb();
        Task<ProgramRun> ReportAsync(params string[] more) => ReportVerb.RunAsync(["report", test.Text, "--period", "2019/20", "--out", report.Out, "--format", "csv", .. more]);

        Assert.DoesNotContain("was written before", (await ReportAsync()).Output);
        var sent = new SentFigure("GL02", new Submission(Period.Month(2020, 3), new Observation(null, new Counts(184, 200), Marker.Revised)));
        Assert.IsType<SubmitResult.Accepted>(await test.SubmitAsync(sent, "governance", ("outside-history", "A test."), ("ten-times", "A test.")));

        var moved = (await ReportAsync()).Output;
        Assert.Contains("texts/performance.md was written before these figures moved", moved);
        Assert.Contains("GL02: 82%", moved);
        Assert.DoesNotContain("was written before", (await ReportAsync("--accept-texts")).Output);
        Assert.DoesNotContain("was written before", (await ReportAsync()).Output);
        Assert.Equal(["accept texts"], await test.ReadAsync("SELECT action FROM audit_entry ORDER BY number DESC LIMIT 1"));
    }
}
