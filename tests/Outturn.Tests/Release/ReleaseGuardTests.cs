using Microsoft.Data.Sqlite;
using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Core.Release;
using Outturn.Public;
using Outturn.Tests.Import;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Release;

/// <summary>What is refused before it can do harm: one person in two spellings, a file that is no public store, a copy of the store that publishes, an hour that does not exist.</summary>
public sealed class ReleaseGuardTests
{
    [Fact]
    public async Task Another_spelling_makes_nobody_another_person()
    {
        using var county = await ReleasedCounty.SignedOffAsync();
        var draft = await county.DraftAsync();
        Assert.Contains("somebody else", ReleasedCounty.Refused(await ReportSteps.ScheduleAsync(county.Store, ReleasedCounty.Report, draft.AsItIs, "", [], ReleasedCounty.ReleaseAt, " ANALYST", default)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_whose_clock_is_ahead_of_the_database_server_s_lets_nothing_out_early()
    {
        using var county = await ReleasedCounty.SignedOffAsync(TestStore.Postgres);
        var (truth, at) = (TimeProvider.System.GetUtcNow().UtcDateTime, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(30));
        await county.ScheduleAsync(at);
        Assert.Empty(await Issuing.IssueDueAsync(county.Store, at.AddMinutes(30), default));
        Assert.InRange((await Issuing.AheadAsync(county.Store, truth.AddHours(1), default)).TotalMinutes, 55, 60);
        Assert.Equal(TimeSpan.Zero, await Issuing.AheadAsync(county.Store, truth.AddHours(-1), default));
        Assert.False((await county.LifeAsync()).Last.IsIssued);
    }

    [Fact]
    public async Task A_public_store_with_what_this_store_has_not_issued_takes_nothing_from_it()
    {
        using var county = await ReleasedCounty.IssuedAsync();
        using var folder = new TemporaryFolder();
        var path = folder.Path("public.db");
        Assert.Equal((1, (string?)null), await Publisher.RunAsync(county.Store, path, default));
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO edition (number, paper, edition, kind, issued_at, title, reason, digest) VALUES (999999, 'elsewhere-2025-26', 1, 'issue', '2026-07-08T08:30:00Z', 'Elsewhere', NULL, 'abc')";
            command.ExecuteNonQuery();
        }

        Assert.Contains("holds edition 1 of elsewhere-2025-26, which this store has not issued", (await Publisher.RunAsync(county.Store, path, default)).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_councils_own_store_is_not_served_to_the_public()
    {
        using var county = await ReleasedCounty.IssuedAsync();
        using var folder = new TemporaryFolder();
        var path = folder.Path("public.db");
        Assert.Null((await Publisher.RunAsync(county.Store, path, default)).Refusal);
        Assert.DoesNotContain("is no public store", new PublicOptions(path, _ => { }).Refusal() ?? "", StringComparison.Ordinal);
        Assert.Contains("is no public store", new PublicOptions(Assert.IsType<StoreAddress.SqliteFile>(county.Store.Address).Path, _ => { }).Refusal(), StringComparison.Ordinal);
        Assert.Contains("is no public store", new PublicOptions(folder.Write("text.db", "not a database at all, and long enough to be taken for one"u8.ToArray()), _ => { }).Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-03-28", "01:30", true)]
    [InlineData("2027-03-28", "02:00", false)]
    [InlineData("2026-10-25", "01:30", false)]
    public void An_hour_that_the_clocks_leave_out_is_refused(string day, string time, bool isRefused) => Assert.Equal(isRefused, UkTime.Refusal(DateOnly.Parse(day), TimeOnly.Parse(time)) is not null);

    [Fact]
    public async Task A_supplement_asks_only_those_whose_section_has_changed()
    {
        using var county = await ReleasedCounty.IssuedAsync();
        var changed = (await county.DraftAsync()).Rated!.Dashboard.Indicators.First();
        await county.ReviseAsync(changed);
        ReleasedCounty.Taken(await ReportSteps.BeginEditionAsync(county.Store, ReleasedCounty.Report, EditionKind.Supplement, "analyst", "A figure arrived.", default));
        var (draft, life) = (await county.DraftAsync(), await county.LifeAsync());
        var owed = EditionRules.StillToSign(life.Last, draft.AsItIs.Sections, draft.AsItIs.SectionDigests);
        Assert.NotEmpty(owed);
        Assert.All(owed, section => Assert.Equal(changed.Indicator.Service.Name, section.Service));
    }
}
