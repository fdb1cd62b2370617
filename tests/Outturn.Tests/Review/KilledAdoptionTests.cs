using System.Collections.Concurrent;
using System.Globalization;
using Outturn.App.Audit;
using Outturn.App.Review;
using Outturn.App.Stores;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Review;

/// <summary>kill −9 in the middle of an adoption: the year is adopted whole, or not at all and can be adopted again.</summary>
public sealed class KilledAdoptionTests
{
    private const int LongestWait = 900;

    private static readonly int Kills = Environment.GetEnvironmentVariable("OUTTURN_SOAK") == "1" ? 20 : 2;

    private static readonly State Nothing = new(0, 0, 0, 0, 0);

    private static readonly ConcurrentDictionary<string, Task<State>> Whole = new();

    private readonly Random random = new(20_260_610);

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_killed_adoption_is_whole_or_not_there(string engine)
    {
        for (var i = 0; i < Kills; i++)
        {
            using var test = await ReviewedCounty.PutForwardAsync(engine);
            using var writer = await WriterProcess.StartAsync("adopt", test.Text, "2026");
            await Task.Delay(random.Next(LongestWait));
            await writer.KillAsync();
            var store = TestStore.Opened(await Store.OpenAsync(test.Address, test.Clock, default));
            Assert.Empty((await AuditTrail.VerifyAsync(store, null, null, default)).Breaks);
            var state = await StateAsync(test);
            Assert.True(state == Nothing || state == await WholeAsync(engine), $"After a kill: {state}.");
            Assert.True(state != Nothing || writer.Acknowledged == 0);
            if (state == Nothing)
            {
                Reviewed.Taken(await Adopting.AdoptAsync(store, ReviewedCounty.Year, "second-process", default));
                Assert.Equal(await WholeAsync(engine), await StateAsync(test));
            }
        }
    }

    [Fact]
    public async Task An_adoption_that_is_broken_in_two_is_caught()
    {
        using var test = await ReviewedCounty.PutForwardAsync(TestStore.Sqlite);
        using var writer = await WriterProcess.StartAsync("adopt", test.Text, "2026", "broken");
        await writer.UntilHalfwayAsync();
        await writer.KillAsync();
        var state = await StateAsync(test);
        Assert.False(state == Nothing || state == await WholeAsync(TestStore.Sqlite), $"{state} passes for whole.");
        Assert.False((await AuditTrail.VerifyAsync(test.Store, null, null, default)).IsWhole);
    }

    private static async Task<State> StateAsync(TestStore test)
    {
        async Task<int> CountAsync(string rows) => int.Parse((await test.ReadAsync($"SELECT count(*) FROM {rows}"))[0], CultureInfo.InvariantCulture);
        return new State(
            await CountAsync("audit_entry WHERE action = 'adopt review'"), await CountAsync("adoption WHERE adopted_by IS NOT NULL"), await CountAsync("levels WHERE starts = '2026-04-01'"),
            await CountAsync("description WHERE version > 1"), await CountAsync("definition WHERE starts = '2026-04-01'"));
    }

    /// <summary>What an adoption brings that nobody interrupts; made once for each engine.</summary>
    private static Task<State> WholeAsync(string engine) => Whole.GetOrAdd(engine, MakeWholeAsync);

    private static async Task<State> MakeWholeAsync(string engine)
    {
        using var test = await ReviewedCounty.PutForwardAsync(engine);
        Reviewed.Taken(await Adopting.AdoptAsync(test.Store, ReviewedCounty.Year, "second-process", default));
        var whole = await StateAsync(test);
        Assert.True(whole is { Entries: 1, Adoptions: 1, Levels: > 30, Descriptions: > 3, Definitions: > 0 });
        return whole;
    }

    private sealed record State(int Entries, int Adoptions, int Levels, int Descriptions, int Definitions);
}
