using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Outturn.App.Release;
using Outturn.Core.Release;
using Outturn.Tests.Import;
using Outturn.Tests.Papers;
using Outturn.Web;
using Outturn.Web.Release;

namespace Outturn.Tests.Release;

/// <summary>What the served program makes public by itself, and when.</summary>
public sealed class ServedReleaseTests
{
    /// <summary>Far less than the program waits between two comparisons of the stores.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task What_is_due_goes_out_when_the_program_starts_and_a_withdrawal_at_once()
    {
        using var county = await ReleasedCounty.ScheduledAsync();
        using var folder = new TemporaryFolder();
        var published = folder.Path("public.db");
        await using var served = StaffHost.Build(county.Store, new ServeOptions([new Uri("http://127.0.0.1:0")], folder.Path("keys")) { Public = published });
        county.Test.Clock.Now = ReleasedCounty.ReleaseAt;
        await served.StartAsync();
        var files = await WhenPublicAsync(published, files => files > 1);

        ReleasedCounty.Taken(await ReportSteps.BeginEditionAsync(county.Store, ReleasedCounty.Report, EditionKind.Withdrawal, "analyst", "It names a person.", default));
        var (file, bytes, title) = (await EditionMaking.TombstoneAsync(county.Store, await county.LifeAsync(), county.Test.Clock.Now, default))!.Value;
        ReleasedCounty.Taken(await Issuing.WithdrawAsync(county.Store, ReleasedCounty.Report, file, bytes, title, county.Test.Clock.Now, "releaser", default));
        Assert.Equal(1, await WhenPublicAsync(published, now => now < files));
        await served.StopAsync();
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task A_supplement_in_which_nothing_arrived_goes_no_further_than_its_draft()
    {
        using var county = await ReleasedCounty.IssuedAsync();
        ReleasedCounty.Taken(await ReportSteps.BeginEditionAsync(county.Store, ReleasedCounty.Report, EditionKind.Supplement, "analyst", "Figures came late.", default));
        var sent = await ReportVerb.RunAsync("publish", "review", county.Test.Text, ReleasedCounty.Report, "--as", "analyst");
        Assert.Equal(1, sent.Code);
        Assert.Contains("there is nothing to put in a supplement", sent.Error, StringComparison.Ordinal);
        Assert.Equal(EditionState.Draft, (await county.LifeAsync()).Last.State);

        await county.ReviseAsync((await county.DraftAsync()).Rated!.Dashboard.Indicators.First(indicator => indicator.Indicator.Formula is null && indicator.Rated.Point.Observation.IsPresent));
        Assert.Equal(0, (await ReportVerb.RunAsync("publish", "review", county.Test.Text, ReleasedCounty.Report, "--as", "analyst")).Code);
    }

    /// <returns>How many files are public, once it is as many as was waited for.</returns>
    private static async Task<long> WhenPublicAsync(string path, Func<long, bool> expected)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Soon;)
        {
            if (File.Exists(path) && await CountAsync(path) is var files && expected(files))
            {
                return files;
            }
        }

        throw new Xunit.Sdk.XunitException($"It is not public after {Soon.TotalSeconds} seconds.");
    }

    private static async Task<long> CountAsync(string path)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT iif(EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'edition_file'), 1, 0)";
        if ((long)(await command.ExecuteScalarAsync())! == 0)
        {
            return 0;
        }

        command.CommandText = "SELECT COUNT(*) FROM edition_file JOIN file USING (digest)";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
