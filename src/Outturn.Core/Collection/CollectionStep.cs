using Outturn.Core.People;

namespace Outturn.Core.Collection;

/// <summary>One step of a figure's way from awaited to locked: what is done, by whom and why.</summary>
/// <param name="Who">The post that acts. Posts are compared without regard to case or surrounding spaces.</param>
/// <param name="Why">The reason, where there is one; blank is none.</param>
public sealed record CollectionStep(CollectionVerb Verb, string Who, string? Why = null)
{
    private const string NothingYet = "Nothing has been submitted for it yet.";
    private const string IsLocked = "It is locked: unlock it with a reason, which returns it.";
    private const string IsReturned = "It was returned, and is to be submitted again first.";
    private const string NotLocked = "It is not locked.";

    /// <summary>One row for each verb, in their order. Where <see cref="Rule.Refusals"/>, by state, say nothing, the verb is allowed.</summary>
    private static readonly Rule[] Rules =
    [
        //                                       from awaited, submitted, returned, approved, locked
        new(CollectionState.Submitted, null, [null, null, null, "It is approved: ask the approver to return it before it is submitted again.", IsLocked]),
        new(CollectionState.Returned, "It is returned with a reason only: say what is to be put right.", [NothingYet, null, "It is returned already.", null, IsLocked]),
        new(CollectionState.Approved, null, [NothingYet, null, IsReturned, "It is approved already.", "It is approved and locked already."]),
        new(CollectionState.Locked, null, [NothingYet, "It is submitted and not approved yet: only what is approved is locked.", IsReturned, null, "It is locked already."]),
        new(CollectionState.Returned, "It is unlocked with a reason only: say why it has to be changed.", [NotLocked, NotLocked, NotLocked, NotLocked, null]),
    ];

    /// <summary>The posts that whoever acts holds; an account is no post itself.</summary>
    public IReadOnlyList<string> Posts { get; init; } = [];

    /// <summary>The state in which the step leaves a figure.</summary>
    public CollectionState LeadsTo => Rules[(int)Verb].LeadsTo;

    /// <summary>Why the step cannot be taken, as a sentence that says what to do instead; null where it can.</summary>
    /// <param name="enteredBy">Who submitted the figure that is there now; null where nobody has.</param>
    /// <param name="approver">The post that the indicator names for approving it; null where anybody else than the enterer may.</param>
    public string? Refusal(CollectionState state, string? enteredBy, Post? approver)
    {
        var rule = Rules[(int)Verb];
        return rule.Refusals[(int)state] is { } refusal ? refusal
            : string.IsNullOrWhiteSpace(Who) ? "Nobody is named who does it: say who acts."
            : rule.NeedsReason is { } needs && HasNoReason ? needs
            : Verb == CollectionVerb.Approve ? ApprovalRefusal(enteredBy, approver)
            : null;
    }

    private bool HasNoReason => string.IsNullOrWhiteSpace(Why);

    /// <summary>Two pairs of eyes: the enterer never approves, and who stands in for the approver says why.</summary>
    private string? ApprovalRefusal(string? enteredBy, Post? approver) =>
        string.IsNullOrWhiteSpace(enteredBy) ? "Nobody is known to have entered it: return it, so that it is submitted by somebody."
        : Person.IsSame(Who, enteredBy) ? $"{Who.Trim()} entered it, and whoever enters a figure does not approve it: ask {(approver is null || Person.IsSame(approver.Id, Who) ? "somebody else" : approver.Title)}."
        : approver is not null && !Person.IsSame(Who, approver.Id) && !Posts.Any(post => Person.IsSame(post, approver.Id)) && HasNoReason ? $"{approver.Title} approves it: say why {Who.Trim()} does so instead."
        : null;

    private sealed record Rule(CollectionState LeadsTo, string? NeedsReason, string?[] Refusals);
}
