using Outturn.App.Registers;
using Outturn.Core.Periods;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Registers;

/// <summary>A new year opened in a store from the one before.</summary>
public sealed class YearOpeningTests
{
    private static readonly Period Year = Period.Year(2020);

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Levels_are_carried_over_once_and_what_was_known_before_stays_known(string engine)
    {
        using var test = await TestStore.CreateAsync(engine);
        await StoreFixture.TakeAsync(test, "wealdshire");
        var before = await test.ReadAsync("SELECT count(*) FROM levels");
        var look = await OpenAsync(test, looksOnly: true);
        Assert.Equal(before, await test.ReadAsync("SELECT count(*) FROM levels"));

        test.Clock.Now = test.Clock.Now.AddDays(1);
        var opened = await OpenAsync(test);
        Assert.Equal(look.Year.Carried.Select(carried => carried.Indicator.Ref), opened.Year.Carried.Select(carried => carried.Indicator.Ref));
        Assert.NotEmpty(opened.Year.Carried);
        var register = (await CouncilSource.IndicatorsAsync(test.Store, CancellationToken.None))!;
        foreach (var carried in opened.Year.Carried)
        {
            var history = register.Indicators.Single(history => history.Indicator.Ref == carried.Indicator.Ref);
            Assert.Equal(history.Targets.InForce(carried.Levels[^1].From.AddDays(-1))?.Target, history.Targets.InForce(carried.Levels[0].From)?.Target);
            Assert.StartsWith("Carried over from ", history.Targets.InForce(carried.Levels[0].From)!.Rationale);
        }

        Assert.StartsWith("There is nothing to carry over to 2020/21: ", Assert.IsType<YearOpeningResult.Refused>(
            await YearOpening.RunAsync(test.Store, Year, looksOnly: false, "analyst", null, CancellationToken.None)).Reason);
        var yesterday = Assert.IsType<FolderResult.Read>(await CouncilSource.ReadAsync(test.Store, DateOnly.FromDateTime(test.Clock.Now.AddDays(-1)), CancellationToken.None));
        Assert.All(yesterday.Register.Indicators, history => Assert.DoesNotContain(history.Targets.All, levels => levels.From >= Year.First));
    }

    [Fact]
    public async Task Opening_says_what_the_checks_say_of_each_target_that_is_carried_over()
    {
        using var test = await TestStore.CreateAsync(TestStore.Sqlite);
        await StoreFixture.TakeAsync(test, "wealdshire");
        var register = await StoreFixture.RegisterAsync(test);
        var history = register.Indicators.First(history => history.Targets.InForce(Year.Before)?.Target is not null);
        var odd = history.Targets.InForce(Year.Before)! with { Target = new Outturn.Core.Targets.Target(1_000_000, null, Outturn.Core.Targets.Polarity.HigherIsBetter), Rationale = null };
        Assert.Equal(2, RegisterChecks.OfLevels(history, [odd]).Count);
        Assert.DoesNotContain((await OpenAsync(test)).Findings, finding => finding.Severity != Outturn.App.Severity.Note);
    }

    private static async Task<YearOpeningResult.Opened> OpenAsync(TestStore test, bool looksOnly = false) =>
        Assert.IsType<YearOpeningResult.Opened>(await YearOpening.RunAsync(test.Store, Year, looksOnly, "analyst", null, CancellationToken.None));
}
