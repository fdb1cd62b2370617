using FsCheck.Fluent;
using Outturn.Core.Collection;
using Outturn.Core.People;
using static Outturn.Core.Collection.CollectionState;
using static Outturn.Core.Collection.CollectionVerb;
using Gen = FsCheck.Fluent.Gen;

namespace Outturn.Core.Tests.Collection;

/// <summary>The way of a figure from awaited to locked, and who may take it there.</summary>
public sealed class CollectionStepTests
{
    private static readonly Post Director = new("dfin", "Director of Finance");

    [Theory]
    [InlineData(Submit, new[] { Awaited, Submitted, Returned }, Submitted)]
    [InlineData(Return, new[] { Submitted, Approved }, Returned)]
    [InlineData(Approve, new[] { Submitted }, Approved)]
    [InlineData(CollectionVerb.Lock, new[] { Approved }, Locked)]
    [InlineData(Unlock, new[] { Locked }, Returned)]
    public void A_verb_is_allowed_from_its_states_alone(CollectionVerb verb, CollectionState[] from, CollectionState to)
    {
        var step = new CollectionStep(verb, "bob", "Because.");
        Assert.Equal(from, Enum.GetValues<CollectionState>().Where(state => step.Refusal(state, "ann", null) is null));
        Assert.Equal(to, step.LeadsTo);
    }

    [Theory]
    [InlineData(Submit, Approved, "It is approved: ask the approver to return it before it is submitted again.")]
    [InlineData(Submit, Locked, "It is locked: unlock it with a reason, which returns it.")]
    [InlineData(Return, Awaited, "Nothing has been submitted for it yet.")]
    [InlineData(Approve, Returned, "It was returned, and is to be submitted again first.")]
    [InlineData(CollectionVerb.Lock, Submitted, "It is submitted and not approved yet: only what is approved is locked.")]
    [InlineData(Unlock, Approved, "It is not locked.")]
    public void A_refusal_says_what_to_do(CollectionVerb verb, CollectionState from, string refusal) =>
        Assert.Equal(refusal, new CollectionStep(verb, "bob", "Because.").Refusal(from, "ann", null));

    [Theory]
    [InlineData(Return, Approved, "It is returned with a reason only: say what is to be put right.")]
    [InlineData(Unlock, Locked, "It is unlocked with a reason only: say why it has to be changed.")]
    public void Returning_and_unlocking_need_a_reason(CollectionVerb verb, CollectionState from, string refusal) =>
        Assert.All([null, "", "  "], why => Assert.Equal(refusal, new CollectionStep(verb, "bob", why).Refusal(from, "ann", null)));

    [Fact]
    public void The_enterer_does_not_approve_however_the_name_is_written()
    {
        Assert.Equal("ANN entered it, and whoever enters a figure does not approve it: ask Director of Finance.",
            new CollectionStep(Approve, " ANN ", "Nobody else is here.").Refusal(Submitted, "ann", Director));
        Assert.Equal("dfin entered it, and whoever enters a figure does not approve it: ask somebody else.",
            new CollectionStep(Approve, "dfin").Refusal(Submitted, "DFIN", Director));
    }

    [Fact]
    public void Whoever_stands_in_for_the_approver_says_why()
    {
        Assert.Null(new CollectionStep(Approve, "DFin").Refusal(Submitted, "ann", Director));
        Assert.Equal("Director of Finance approves it: say why bob does so instead.", new CollectionStep(Approve, "bob").Refusal(Submitted, "ann", Director));
        Assert.Null(new CollectionStep(Approve, "bob", "The director is away.").Refusal(Submitted, "ann", Director));
        Assert.Null(new CollectionStep(Approve, "bob").Refusal(Submitted, "ann", null));
    }

    [Fact]
    public void A_figure_that_nobody_entered_is_not_approved_and_nobody_does_nothing()
    {
        Assert.StartsWith("Nobody is known to have entered it", new CollectionStep(Approve, "bob").Refusal(Submitted, null, null), StringComparison.Ordinal);
        Assert.Equal("Nobody is named who does it: say who acts.", new CollectionStep(Submit, " ").Refusal(Awaited, null, null));
    }

    [Fact]
    public void No_sequence_of_steps_has_a_figure_approved_by_whoever_entered_it() => Given.ForAll(Ways, way =>
    {
        var (state, enteredBy) = (Awaited, (string?)null);
        foreach (var step in way.Steps)
        {
            if (step.Refusal(state, enteredBy, way.Approver) is not null)
            {
                continue;
            }

            state = step.LeadsTo;
            enteredBy = step.Verb == Submit ? step.Who : enteredBy;
            if (step.Verb == Approve && step.Who.Trim().Equals(enteredBy?.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void What_is_locked_changes_by_an_unlocking_with_a_reason_alone() => Given.ForAll(Ways, way =>
    {
        var (state, enteredBy) = (Awaited, (string?)null);
        foreach (var step in way.Steps)
        {
            if (step.Refusal(state, enteredBy, way.Approver) is not null)
            {
                continue;
            }

            if (state == Locked && !(step.Verb == Unlock && !string.IsNullOrWhiteSpace(step.Why) && step.LeadsTo == Returned))
            {
                return false;
            }

            state = step.LeadsTo;
            enteredBy = step.Verb == Submit ? step.Who : enteredBy;
        }

        return true;
    });

    [Fact]
    public void Two_people_can_take_a_figure_all_the_way() => Given.ForAll(Gen.Elements("bob", "BOB ", "cyd"), other =>
        new CollectionStep(Submit, "ann").Refusal(Awaited, null, null) is null
        && new CollectionStep(Approve, other).Refusal(Submitted, "ann", null) is null
        && new CollectionStep(CollectionVerb.Lock, "ann").Refusal(Approved, "ann", null) is null);

    private sealed record Way(Post? Approver, CollectionStep[] Steps);

    /// <summary>Up to 30 steps of a few people whose names are written in many ways; allowed ones are likely.</summary>
    private static FsCheck.Gen<Way> Ways { get; } =
        from approver in Gen.Elements(null, Director, new Post("Ann", "Analyst"))
        from count in Gen.Choose(1, 30)
        from steps in Gen.ArrayOf(
            from verb in Gen.Elements(Submit, Submit, Return, Approve, Approve, CollectionVerb.Lock, Unlock)
            from who in Gen.Elements("ann", "ANN", " Ann ", "bob", "Bob", "dfin", "DFIN")
            from why in Gen.Elements(null, "", " ", "A reason.", "Another.")
            select new CollectionStep(verb, who, why), count)
        select new Way(approver, steps);
}
