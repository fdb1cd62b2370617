using Outturn.App.Registers;
using Outturn.App.Review;
using Outturn.App.Stores;
using Outturn.Core.Indicators;
using Outturn.Core.Review;
using Outturn.Core.Targets;
using Outturn.Tests.Stores;
using static Outturn.Tests.Review.Reviewed;

namespace Outturn.Tests.Review;

/// <summary>The agreed set becomes the next year's register: by two people, all of it, and what came before stays as it was.</summary>
public sealed class AdoptionTests
{
    public static TheoryData<string> Engines => TestStore.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Two_people_adopt_and_a_set_that_changes_is_put_forward_anew(string engine)
    {
        using var test = await OpenAsync(engine);
        Assert.Contains("not agreed", Refused(await Adopting.PutForwardAsync(test.Store, Year, Analyst, CancellationToken.None)));
        await test.AgreeAllAsync();
        Assert.Contains("put the proposals for 2020/21 forward", Refused(await Adopting.AdoptAsync(test.Store, Year, Director, CancellationToken.None)));
        Taken(await Adopting.PutForwardAsync(test.Store, Year, Analyst, CancellationToken.None));
        Assert.Contains("yourself", Refused(await Adopting.AdoptAsync(test.Store, Year, Analyst, CancellationToken.None)));

        Taken(await Challenging.ChallengeAsync(test.Store, Year, "CS01", "Once more.", Analyst, CancellationToken.None));
        Assert.Contains("not agreed", Refused(await Adopting.AdoptAsync(test.Store, Year, Director, CancellationToken.None)));
        Taken(await test.ProposeAsync("CS01", await test.ProposalAsync("CS01") with { Rationale = "Thought over." }));
        await test.AgreeAllAsync();
        Assert.Contains("put it forward anew", Refused(await Adopting.AdoptAsync(test.Store, Year, Director, CancellationToken.None)));
        await test.AdoptAsync();
        Assert.Contains("its review is closed", Refused(await Adopting.AdoptAsync(test.Store, Year, Director, CancellationToken.None)));
        Assert.Contains("its review is closed", Refused(await test.ProposeAsync("CS01", await test.ProposalAsync("CS01"))));
        Assert.Equal((Analyst, Director), (await test.ReviewAsync()).Record!.Adoption is { } adoption ? (adoption.PutForwardBy, adoption.AdoptedBy) : default);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_goes_ends_with_the_old_year_what_is_new_begins_with_the_new_and_levels_are_dated(string engine)
    {
        using var test = await OpenAsync(engine);
        Taken(await test.ProposeAsync("CS20", New));
        Taken(await test.ProposeAsync("CS01", new Proposal(Year, Decision.Replace, null, null, "Chat has its own.") { Successor = "CS20" }));
        Taken(await test.ProposeAsync("FN05", new Proposal(Year, Decision.Remove, null, null, "Another body does it.")));
        var answered = await test.ProposalAsync("CS04a");
        Taken(await test.ProposeAsync("CS04a", answered with { Sheet = new SheetChange { Meaning = "Calls on every line." }, Breaks = true }));
        var before = await StoreFixture.RegisterAsync(test);
        await test.AgreeAllAsync();
        var changes = await test.AdoptAsync();
        var after = await StoreFixture.RegisterAsync(test);

        Assert.Contains(changes, change => change.StartsWith("CS01: Replaced by CS20", StringComparison.Ordinal));
        Assert.Contains(changes, change => change.StartsWith("CS20: New: Web chats answered", StringComparison.Ordinal));
        Assert.DoesNotContain(changes, change => change.StartsWith("CS06a", StringComparison.Ordinal));
        Assert.Equal((new DateOnly(2020, 3, 31), "CS20"), (after.Find("CS01")!.Indicator.Until!.Value, after.Find("CS01")!.Indicator.ReplacedBy));
        Assert.Equal((new DateOnly(2020, 3, 31), null), (after.Find("FN05")!.Indicator.Until!.Value, after.Find("FN05")!.Indicator.ReplacedBy));
        Assert.Null(after.Find("FN05")!.Targets.InForce(Year.First));
        Assert.Equal((Year.First, 90m), (after.Find("CS20")!.Indicator.Since!.Value, after.Find("CS20")!.Targets.InForce(Year.First)!.Target!.Level));
        var changed = after.Find("CS04a")!;
        Assert.Equal((Year.First, "Calls on every line.", answered.Rationale), (changed.Indicator.DefinitionFrom!.Value, changed.Indicator.Meaning, changed.Indicator.DefinitionReason));
        Assert.Contains(Year.First, changed.Indicator.Breaks);
        Assert.Equal((90m, 85m), (changed.Targets.InForce(Year.First)!.Target!.FloorStandard, changed.Targets.InForce(Year.First.AddDays(-1))!.Target!.FloorStandard));
        Assert.All(before.Indicators, was => Assert.Equal(was.Targets.All, after.Find(was.Indicator.Ref)!.Targets.All.Where(levels => levels.From < Year.First)));
        Assert.All(before.Indicators, was => Assert.Equal(was.Figures, after.Find(was.Indicator.Ref)!.Figures));

        var summary = YearChanges.Of(after, Year.Before, Year);
        Assert.Equal("2 removed, 1 added, net 1 fewer; 2 changed", summary.Summary);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_closed_year_changes_no_more_and_an_adopted_one_with_reason_and_committee_alone(string engine)
    {
        using var test = await OpenAsync(engine);
        await test.AgreeAllAsync();
        await test.AdoptAsync();
        Assert.Contains("CS01", string.Join(' ', Refused(await EditAsync(test, new DateOnly(2019, 4, 1), "Because.", "Policy and Resources, 3 July 2020, item 4"))));
        var folder = StoreFixture.Folder("wealdshire");
        var lowered = folder with { Register = folder.Register with { Indicators = [.. folder.Register.Indicators.Select(history => history.Indicator.Ref == "CS01" ? With(history, new DateOnly(2019, 4, 1)) : history)] } };
        Assert.IsType<RegisterImportResult.Refused>(await StoreFixture.TakeAsync(test, lowered, "Because.", new ImportOptions(Committee: "Policy and Resources, 3 July 2020, item 4")));

        Assert.Contains("give the reason, and the committee", Refused(await EditAsync(test, Year.First, "The contract changed.", null)).Single());
        Assert.Contains("give the reason, and the committee", Refused(await EditAsync(test, Year.First, null, "Policy and Resources, 3 July 2020, item 4")).Single());
        Assert.Equal(97, (await StoreFixture.RegisterAsync(test)).Find("CS01")!.Targets.InForce(Year.First)!.Target!.Level);
        Assert.IsType<RegisterEditResult.Made>(await EditAsync(test, Year.First, "The contract changed.", "Policy and Resources, 3 July 2020, item 4"));
        var after = await StoreFixture.RegisterAsync(test);
        Assert.Equal(93, after.Find("CS01")!.Targets.InForce(Year.First)!.Target!.Level);
        var later = Assert.Single(after.LaterChanges);
        Assert.Equal((Year, "CS01", "Target from 97% to 93%", "The contract changed.", "Policy and Resources, 3 July 2020, item 4"), (later.Year, later.Ref, later.What, later.Reason, later.Committee));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_adoption_that_is_refused_leaves_the_register_as_it_was(string engine)
    {
        using var test = await OpenAsync(engine);
        Taken(await test.ProposeAsync("CS01", new Proposal(Year, Decision.Replace, null, null, "Another counts it.") { Successor = "CS77" }));
        await test.AgreeAllAsync();
        var entries = await test.ReadAsync("SELECT count(*) FROM audit_entry");
        Assert.Contains("CS77, which is not among the indicators", Refused(await Adopting.PutForwardAsync(test.Store, Year, Analyst, CancellationToken.None)));
        Assert.Equal(entries, await test.ReadAsync("SELECT count(*) FROM audit_entry"));
        Assert.Null((await StoreFixture.RegisterAsync(test)).Find("CS01")!.Indicator.Until);
    }

    /// <summary>Sets the target of CS01 at 93 in the levels that begin on a day.</summary>
    private static Task<RegisterEditResult> EditAsync(TestStore test, DateOnly from, string? why, string? committee) =>
        RegisterEdit.RunAsync(test.Store, new Act(Analyst, "edit register", "CS01", why), register => new RegisterDraft(
            register with { Indicators = [.. register.Indicators.Select(history => history.Indicator.Ref == "CS01" ? With(history, from) : history)] }, []) { Committee = committee }, CancellationToken.None);

    private static IndicatorHistory With(IndicatorHistory history, DateOnly from) => history with
    {
        Targets = new TargetHistory(history.Targets.All.Select(levels => levels.From == from ? levels with { Target = new Target(93, 90, Polarity.HigherIsBetter) } : levels)),
    };

    private static IReadOnlyList<string> Refused(RegisterEditResult result) => Assert.IsType<RegisterEditResult.Refused>(result).Reasons;

    private static string Refused(ReviewResult result) => Reviewed.Refused(result);
}
