using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Targets;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Registers;

/// <summary>Changes that somebody makes to the register by hand: kept whole, refused whole, and nothing before them is lost.</summary>
public sealed class RegisterEditTests
{
    private static readonly Act Edit = new("analyst", "edit register", "a test", "to try it");

    public static TheoryData<string> Engines => TestStore.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_register_that_is_given_back_as_it_was_changes_nothing(string engine)
    {
        using var test = await TakenAsync(engine);
        Assert.Empty((await MadeAsync(test, register => register)).Changes);
        Assert.Equal(["1"], await test.ReadAsync("SELECT count(*) FROM audit_entry"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_title_a_service_and_a_meeting_are_changed_in_one_entry(string engine)
    {
        using var test = await TakenAsync(engine);
        var made = await MadeAsync(test, register => register with
        {
            Services = [.. register.Services, new Service("Libraries", 8)],
            Meetings = [.. register.Meetings, new Meeting(register.Committees[0], new DateOnly(2020, 9, 16))],
            Indicators = [.. register.Indicators.Select(history => history.Indicator.Ref == "CS01" ? history with { Indicator = history.Indicator with { Title = "Callers who were content" } } : history)],
        });
        Assert.Equal(3, made.Changes.Count);
        var after = await StoreFixture.RegisterAsync(test);
        Assert.Equal("Callers who were content", after.Find("CS01")!.Indicator.Title);
        Assert.Equal(24, after.Find("CS01")!.Figures.Count);
        Assert.Contains(after.Services, service => service.Name == "Libraries");
        Assert.Equal(["2"], await test.ReadAsync("SELECT count(*) FROM audit_entry"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_service_in_use_is_not_removed_and_one_that_is_not_is(string engine)
    {
        using var test = await TakenAsync(engine);
        var refused = Assert.IsType<RegisterEditResult.Refused>(await RegisterEdit.RunAsync(test.Store, Edit, register => RegisterDraft.Of(register with { Services = [.. register.Services.Where(service => service.Name != "ICT")] }), default));
        Assert.Contains(refused.Reasons, reason => reason.StartsWith("ICT01 belongs to ICT, which would not be there", StringComparison.Ordinal));
        await MadeAsync(test, register => register with { Services = [.. register.Services, new Service("Libraries", 8)] });
        await MadeAsync(test, register => register with { Services = [.. register.Services.Where(service => service.Name != "Libraries")] });
        Assert.DoesNotContain((await StoreFixture.RegisterAsync(test)).Services, service => service.Name == "Libraries");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_definition_that_changes_from_a_day_leaves_the_one_before_it_as_it_was(string engine)
    {
        using var test = await TakenAsync(engine);
        var day = new DateOnly(2020, 4, 1);
        await MadeAsync(test, register => register with
        {
            Indicators = [.. register.Indicators.Select(history => history.Indicator.Ref == "CS01"
                ? history with { Indicator = history.Indicator with { Meaning = "Asked of every caller.", DefinitionFrom = day, DefinitionReason = "a test", Breaks = [.. history.Indicator.Breaks, day] } }
                : history)],
        });
        var versions = await test.ReadAsync("SELECT count(*) FROM definition WHERE ref = 'CS01'");
        Assert.Equal(["2"], versions);
        Assert.Single(await test.ReadAsync("SELECT ref FROM definition WHERE ref = 'CS01' AND meaning LIKE 'Share of callers%'"));
        var after = (await StoreFixture.RegisterAsync(test)).Find("CS01")!.Indicator;
        Assert.Equal((day, "a test", "Asked of every caller."), (after.DefinitionFrom, after.DefinitionReason, after.Meaning));
        Assert.Contains(day, after.Breaks);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_target_is_set_for_a_year_and_those_of_the_years_before_stay(string engine)
    {
        using var test = await TakenAsync(engine);
        await MadeAsync(test, register => register with
        {
            Indicators = [.. register.Indicators.Select(history => history.Indicator.Ref == "CS01"
                ? history with { Targets = new TargetHistory(history.Targets.All.Append(new Levels(new DateOnly(2020, 4, 1), new DateOnly(2021, 3, 31), new Target(98, 92, Polarity.HigherIsBetter), null, Rationale: "raised"))) }
                : history)],
        });
        var targets = (await StoreFixture.RegisterAsync(test)).Find("CS01")!.Targets;
        Assert.Equal((98m, 97m), (targets.InForce(new DateOnly(2020, 6, 30))!.Target!.Level, targets.InForce(new DateOnly(2020, 3, 31))!.Target!.Level));
    }

    private static async Task<TestStore> TakenAsync(string engine)
    {
        var test = await TestStore.CreateAsync(engine);
        await StoreFixture.TakeAsync(test, "wealdshire");
        return test;
    }

    private static async Task<RegisterEditResult.Made> MadeAsync(TestStore test, Func<Register, Register> edit) =>
        Assert.IsType<RegisterEditResult.Made>(await RegisterEdit.RunAsync(test.Store, Edit, register => RegisterDraft.Of(edit(register)), default));
}
