using System.Globalization;
using Outturn.App.Audit;
using Outturn.App.Collection;
using Outturn.Core.Collection;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Tests.Collection;

namespace Outturn.Tests.Stores;

/// <summary>Many people submit at once, and a second process beside them: no figure is lost, and nobody is shown a lock.</summary>
public sealed class ManyWritersTests
{
    private static readonly bool IsSoak = Environment.GetEnvironmentVariable("OUTTURN_SOAK") == "1";
    private static readonly int Writers = IsSoak ? 50 : 12;
    private static readonly int Each = IsSoak ? 200 : 15;
    private static readonly int Beside = IsSoak ? 500 : 60;

    private static readonly string[] Refs = ["CS01", "CS04a", "CS04b", "CS06a", "CS06b", "CS08", "CS13", "GL02", "GL03", "FN01", "FN02", "FN05", "FN07"];

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task No_submission_of_many_at_once_is_lost(string engine)
    {
        using var test = await Collected.WealdshireAsync(engine);
        using var beside = await WriterProcess.StartAsync("submit", test.Text, Beside.ToString(CultureInfo.InvariantCulture), "10000");
        var listening = beside.ListenAsync();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(test, writer))));
        await listening;
        Assert.Equal(Beside, beside.Acknowledged);
        var values = await test.ReadAsync("SELECT value FROM observation WHERE entry > 2 AND ref <> 'CS12'");
        Assert.Equal(
            Enumerable.Range(0, Writers).SelectMany(writer => Enumerable.Range(0, Each).Select(i => Sent(writer, i))).Order(),
            values.Select(value => decimal.Parse(value, CultureInfo.InvariantCulture)).Order());
        Assert.Equal([Beside.ToString(CultureInfo.InvariantCulture)], await test.ReadAsync("SELECT count(*) FROM observation WHERE entry > 2 AND ref = 'CS12'"));
        var verdict = await AuditTrail.VerifyAsync(test.Store, null, null, CancellationToken.None);
        Assert.Empty(verdict.Breaks);
        Assert.Equal(2 + (Writers * Each) + Beside, verdict.Entries);
    }

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task An_update_that_is_lost_is_caught(string engine)
    {
        using var test = await Collected.WealdshireAsync(engine);
        await WriteAsync(test, 0);
        await test.UnlockAsync("observation");
        await test.SqlAsync("DELETE FROM observation WHERE entry = 5");
        Assert.NotEmpty((await AuditTrail.VerifyAsync(test.Store, null, null, CancellationToken.None)).Breaks);
    }

    /// <summary>Several writers revise the same figures.</summary>
    private static async Task WriteAsync(TestStore test, int writer)
    {
        for (var i = 0; i < Each; i++)
        {
            var period = Period.Month(2020, 6) with { Ordinal = Period.Month(2020, 6).Ordinal - (i % 30) };
            var sent = new SentFigure(Refs[writer % Refs.Length], new Submission(period, new Observation(Sent(writer, i))));
            Assert.IsType<SubmitResult.Accepted>(await Submissions.SubmitAsync(test.Store, [sent], $"writer {writer}", null, new SubmitOptions((_, _) => "A test."), CancellationToken.None));
        }
    }

    private static decimal Sent(int writer, int i) => 10_000 + (writer * 1000) + i;
}
