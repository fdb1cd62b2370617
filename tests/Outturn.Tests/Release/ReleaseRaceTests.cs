using System.Diagnostics;
using System.Globalization;
using System.Text;
using Outturn.App.Audit;
using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Core.Release;
using Outturn.Tests.Import;
using Outturn.Tests.Stores;
using Outturn.Web.Release;

namespace Outturn.Tests.Release;

/// <summary>Two processes and one release: it happens once, and never early, though the clocks of both are put forward and back.</summary>
public sealed class ReleaseRaceTests
{
    private static readonly int Count = Environment.GetEnvironmentVariable("OUTTURN_SOAK") == "1" ? 500 : 20;

    /// <summary>Reports are released so far apart.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(40);

    /// <summary>Around the two hours of 2026 at which the clocks change: five hundred races at each, and five hundred on a database server.</summary>
    [Theory]
    [InlineData("2026-03-29T00:59:50Z", TestStore.Sqlite)]
    [InlineData("2026-10-25T00:59:50Z", TestStore.Sqlite)]
    [InlineData("2026-10-25T00:59:50Z", TestStore.Postgres)]
    public async Task A_report_is_released_once_and_never_early(string begins, string engine)
    {
        using var test = await TestStore.CreateAsync(engine);
        using var folder = new TemporaryFolder();
        var releases = await ScheduleAsync(test, Instant(begins));
        var told = await RaceAsync(test, folder.Path("public.db"), begins);
        Assert.Equal(releases.Keys.Order(StringComparer.Ordinal), told.Select(one => one.Report).Order(StringComparer.Ordinal));
        Assert.All(told, one => Assert.True(one.Truth >= releases[one.Report], $"{one.Report} went out {releases[one.Report] - one.Truth} early."));
        Assert.Equal([Count.ToString(CultureInfo.InvariantCulture)], await test.ReadAsync($"SELECT count(*) FROM edition_step WHERE state = {(int)EditionState.Issued}"));
        var store = TestStore.Opened(await Store.OpenAsync(test.Address, test.Clock, default));
        Assert.Empty((await AuditTrail.VerifyAsync(store, null, null, default)).Breaks);
        Assert.Equal(0, (await Publisher.RunAsync(store, folder.Path("public.db"), default)).Copied);
    }

    [Fact]
    public async Task A_process_that_believes_any_clock_is_caught()
    {
        const string begins = "2026-03-29T00:59:50Z";
        using var test = await TestStore.CreateAsync(TestStore.Sqlite);
        using var folder = new TemporaryFolder();
        var releases = await ScheduleAsync(test, Instant(begins).AddMinutes(10));
        var told = await RaceAsync(test, folder.Path("public.db"), begins, "trusting");
        Assert.Contains(told, one => one.Truth < releases[one.Report]);
    }

    [Theory]
    [InlineData("2026-03-29", "00:30", "2026-03-29T00:30:00Z")]
    [InlineData("2026-03-29", "01:30", "2026-03-29T01:00:00Z")]
    [InlineData("2026-03-29", "09:30", "2026-03-29T08:30:00Z")]
    [InlineData("2026-10-25", "01:30", "2026-10-25T01:30:00Z")]
    [InlineData("2026-10-25", "09:30", "2026-10-25T09:30:00Z")]
    public void An_hour_that_the_clocks_leave_out_or_repeat_is_never_early(string day, string time, string instant) =>
        Assert.Equal(Instant(instant), UkTime.InstantOf(DateOnly.Parse(day, CultureInfo.InvariantCulture), TimeOnly.Parse(time, CultureInfo.InvariantCulture)));

    private static DateTime Instant(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);

    /// <summary>Reports without figures, signed off and scheduled one after the other; when each is to be released.</summary>
    private static async Task<Dictionary<string, DateTime>> ScheduleAsync(TestStore test, DateTime begins)
    {
        test.Clock.Now = begins.AddHours(-1);
        var releases = new Dictionary<string, DateTime>();
        for (var i = 0; i < Count; i++)
        {
            var (name, at) = ($"report-{i}", begins.AddSeconds(2) + i * Apart);
            var draft = new DraftAsItIs(long.MaxValue, "content", [], new Dictionary<string, string>(), []);
            ReleasedCounty.Taken(await ReportSteps.BeginAsync(test.Store, new ReportLife(name, PaperSubject.Dashboard, null, null, new DateOnly(2026, 3, 31), null, []), "analyst", default));
            ReleasedCounty.Taken(await ReportSteps.SendForReviewAsync(test.Store, name, draft, "analyst", null, default));
            ReleasedCounty.Taken(await ReportSteps.SignAllAsync(test.Store, name, draft, "analyst", default));
            var json = Encoding.UTF8.GetBytes($"{{\"paper\":\"{name}\"}}");
            ReleasedCounty.Taken(await ReportSteps.ScheduleAsync(
                test.Store, name, draft, name, [(new EditionFile("json", $"{name}.json", "application/json", EditionMaking.Digest(json), json.Length), json)], at, "releaser", default));
            releases.Add(name, at);
        }

        return releases;
    }

    /// <summary>What both processes say that they issued, and when that was in truth.</summary>
    private static async Task<IReadOnlyList<(string Report, DateTime Truth)>> RaceAsync(TestStore test, string path, string begins, params string[] fault)
    {
        Process[] both = [Start(1), Start(2)];
        foreach (var process in both)
        {
            Assert.Equal("ready", await process.StandardOutput.ReadLineAsync());
        }

        var zero = TimeProvider.System.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        foreach (var process in both)
        {
            await process.StandardInput.WriteLineAsync(zero);
        }

        var said = await Task.WhenAll(both.Select(process => process.StandardOutput.ReadToEndAsync()));
        Array.ForEach(both, process => process.Dispose());
        var lines = said.SelectMany(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.All(lines, line => Assert.StartsWith("ok ", line, StringComparison.Ordinal));
        return [.. lines.Select(line => line.Split(' ')).Select(parts => (parts[1], new DateTime(long.Parse(parts[2], CultureInfo.InvariantCulture), DateTimeKind.Utc)))];

        Process Start(int seed) => Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(Outturn.Writer.Marker).Assembly.Location, "race", test.Text, path, begins, $"{seed}", $"{Count}", .. fault]) { RedirectStandardOutput = true, RedirectStandardInput = true })!;
    }
}
