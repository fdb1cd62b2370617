using System.Globalization;
using Outturn.App.Audit;
using Outturn.App.Collection;
using Outturn.App.Stores;
using Outturn.Tests.Collection;
using Outturn.Tests.Import;

namespace Outturn.Tests.Stores;

/// <summary>kill −9 in the middle of imports and submissions: nothing that was acknowledged is lost, nothing is half done, and the store is ready again at once.</summary>
public sealed class KillTests
{
    private const int Rows = 20_000;

    private static readonly TimeSpan ReadyAgain = TimeSpan.FromSeconds(5);

    /// <summary>40 moments in all in a soak.</summary>
    private static readonly int Kills = Environment.GetEnvironmentVariable("OUTTURN_SOAK") == "1" ? 20 : 2;

    private readonly Random random = new(20_201_125);

    [Fact]
    public async Task A_killed_submission_is_whole_or_not_there()
    {
        using var test = await Collected.WealdshireAsync(TestStore.Sqlite);
        for (var i = 0; i < Kills; i++)
        {
            using var writer = await WriterProcess.StartAsync("submit", test.Text, "10000", $"{(i + 1) * 10_000}");
            await writer.ListenAsync(random.Next(1, 25));
            await Task.Delay(random.Next(15));
            await writer.KillAsync();
            var written = await test.ReadAsync($"SELECT CAST(value AS integer) FROM observation WHERE ref = 'CS12' AND entry > 2 AND CAST(value AS integer) / 10000 = {i + 1} ORDER BY version");
            Assert.InRange(written.Count, writer.Acknowledged, writer.Acknowledged + 1);
            Assert.Equal(Enumerable.Range((i + 1) * 10_000, written.Count).Select(value => value.ToString(CultureInfo.InvariantCulture)), written);
            await ReadyAsync(test);
        }
    }

    [Fact]
    public async Task A_killed_import_is_whole_or_not_there()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < Kills; i++)
        {
            using var test = await Collected.WealdshireAsync(TestStore.Sqlite);
            using var writer = await WriterProcess.StartAsync("import", test.Text, Figures(folder, i));
            await Task.Delay(random.Next(700));
            await writer.KillAsync();
            var rows = int.Parse((await test.ReadAsync("SELECT count(*) FROM observation WHERE entry = 3"))[0], CultureInfo.InvariantCulture);
            Assert.True(rows == Rows || (rows == 0 && writer.Acknowledged == 0), $"{rows} of {Rows} rows are there, and {writer.Acknowledged} imports were acknowledged.");
            await ReadyAsync(test);
        }
    }

    [Fact]
    public async Task A_transaction_that_is_broken_in_two_is_caught()
    {
        using var folder = new TemporaryFolder();
        using var test = await Collected.WealdshireAsync(TestStore.Sqlite);
        using var writer = await WriterProcess.StartAsync("import", test.Text, Figures(folder, 0), "broken");
        await writer.UntilHalfwayAsync();
        await writer.KillAsync();
        var rows = int.Parse((await test.ReadAsync("SELECT count(*) FROM observation WHERE entry = 3"))[0], CultureInfo.InvariantCulture);
        Assert.False(rows == 0 && writer.Acknowledged == 0);
        Assert.False((await AuditTrail.VerifyAsync(test.Store, null, null, CancellationToken.None)).IsWhole);
    }

    /// <summary>Opens the store as after a restart, verifies it and writes to it, all within five seconds.</summary>
    private static async Task ReadyAsync(TestStore test)
    {
        using var limit = new CancellationTokenSource(ReadyAgain);
        var store = TestStore.Opened(await Store.OpenAsync(test.Address, test.Clock, limit.Token));
        var verdict = await AuditTrail.VerifyAsync(store, null, null, limit.Token);
        Assert.Empty(verdict.Breaks);
        var sent = Collected.Value("CS12", Collected.June, 900_000 + verdict.Entries);
        Assert.IsType<SubmitResult.Accepted>(await Submissions.SubmitAsync(store, [sent], "contact-manager", null, new SubmitOptions((_, _) => "A test."), limit.Token));
    }

    /// <summary>20,000 figures of 25 indicators, none of which the store knows.</summary>
    private static string Figures(TemporaryFolder folder, int number)
    {
        string[] refs = ["CS01", "CS04a", "CS04b", "CS06a", "CS06b", "CS08", "CS12", "CS13", "GL02", "GL03", "FN01", "FN02", "FN05", "FN07", "FN11", "FN20", "PI04", "PI10", "ICT01", "ICT02"];
        var path = folder.Path($"figures-{number}.csv");
        File.WriteAllLines(path, refs.SelectMany(reference => Enumerable.Range(0, Rows / refs.Length).Select(i => $"{reference},{1910 + (i / 12):0000}-{(i % 12) + 1:00},{50 + (i % 7)}")).Prepend("ref,period,value"));
        return path;
    }
}
