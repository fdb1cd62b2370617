using Outturn.Core.Dashboards;
using Outturn.Core.National;
using Outturn.Core.Papers;
using Outturn.Core.People;
using Outturn.Core.Periods;

namespace Outturn.Core.Release;

/// <summary>How far an edition has come on its way to the public.</summary>
public enum EditionState
{
    /// <summary>Rebuilt from the figures of the day whenever somebody looks.</summary>
    Draft,

    /// <summary>Directors and cabinet members read their sections.</summary>
    InReview,

    /// <summary>Prepared by one person: its content is fixed, and it waits for another to release it.</summary>
    SignedOff,

    /// <summary>Its files are made; they become public at the release time.</summary>
    Scheduled,

    /// <summary>Public, and frozen.</summary>
    Issued,
}

public static class EditionStates
{
    public static string Text(this EditionState state) => state switch
    {
        EditionState.Draft => "Draft",
        EditionState.InReview => "In review",
        EditionState.SignedOff => "Signed off",
        EditionState.Scheduled => "Scheduled",
        _ => "Issued",
    };
}

/// <summary>A step on the way.</summary>
/// <param name="At">UTC.</param>
public sealed record EditionStep(EditionState State, string Who, DateTime At, string? Why);

/// <summary>A director's or cabinet member's word that their section may go out.</summary>
/// <param name="SectionDigest">Of the section as it was then: when that is another now, the word no longer counts.</param>
/// <param name="OnBehalf">Who said it and where, when an analyst recorded it for them; null when they did so themselves.</param>
public sealed record SectionSignOff(string Service, Role Role, string Who, DateTime At, string SectionDigest, string? OnBehalf);

/// <summary>An error of the checklist that somebody answers for.</summary>
/// <param name="Check">What it is kept under: the item's key and a digest of what was said.</param>
public sealed record CheckOverride(string Check, string Reason, string Who, DateTime At);

/// <summary>Somebody who may read an edition before it is public, why, and from when until when (UTC).</summary>
public sealed record PreReader(string Account, string Why, DateTime From, DateTime Until, string Who)
{
    public bool MayReadAt(DateTime now) => From <= now && now < Until;
}

/// <summary>That somebody read an edition before it was public.</summary>
public sealed record ReadBefore(string Account, string Format, DateTime At);

/// <summary>One edition of a report, from its draft to its issue.</summary>
/// <param name="Reason">Why there is another edition, in words for the public; null for an issue.</param>
/// <param name="ContentDigest">Of the paper as it was signed off; null before.</param>
/// <param name="ReleaseAt">UTC; null before it is scheduled.</param>
/// <param name="Digest">SHA-256 of its canonical JSON; null before its files are made.</param>
/// <param name="IssuedAt">UTC; null before.</param>
public sealed record EditionLife(int Number, EditionKind Kind, string? Reason, IReadOnlyList<EditionStep> Steps, string? ContentDigest, DateTime? ReleaseAt, string? Digest, DateTime? IssuedAt)
{
    public IReadOnlyList<SectionSignOff> SignOffs { get; init; } = [];

    public IReadOnlyList<CheckOverride> Overrides { get; init; } = [];

    public IReadOnlyList<PreReader> PreReaders { get; init; } = [];

    public IReadOnlyList<ReadBefore> PreReadings { get; init; } = [];

    public EditionState State => Steps[^1].State;

    public bool IsIssued => State == EditionState.Issued;

    /// <summary>Who began it, and so cannot confirm it where it is a withdrawal.</summary>
    public string BegunBy => Steps[0].Who;

    /// <summary>Who signed the whole off, and so cannot release it; null before.</summary>
    public string? PreparedBy => WhoLast(EditionState.SignedOff);

    /// <summary>Who scheduled its release; null before.</summary>
    public string? ReleasedBy => WhoLast(EditionState.Scheduled);

    /// <summary>Who took the last step to a state, unless it was taken back since.</summary>
    private string? WhoLast(EditionState state) =>
        State < state ? null : Steps.LastOrDefault(step => step.State == state)?.Who;
}

/// <summary>What a report is on.</summary>
public enum PaperSubject
{
    /// <summary>A committee's dashboard, or a named report.</summary>
    Dashboard,

    /// <summary>A year's review of the indicators.</summary>
    Review,

    /// <summary>The mapping to an outcomes framework.</summary>
    Outcomes,
}

/// <summary>A report as a thing with a life: for whom, on what, and its editions.</summary>
/// <param name="Name">As its files and its public address bear it: policy-and-resources-2025-26.</param>
/// <param name="Committee">Null where it goes to no single one.</param>
/// <param name="Report">The named set that it shows, or the edition of the framework that it maps; else null.</param>
/// <param name="DataTo">The last day that its figures cover; of a review, the last day of the year that is proposed; of a mapping, the day of the framework's edition.</param>
/// <param name="Meeting">The day of the meeting that it goes to, or null.</param>
/// <param name="Editions">In their order; there is always one.</param>
public sealed record ReportLife(string Name, PaperSubject Subject, string? Committee, string? Report, DateOnly DataTo, DateOnly? Meeting, IReadOnlyList<EditionLife> Editions)
{
    /// <summary>A report that has not been begun: a committee's dashboard, or a named set.</summary>
    public static ReportLife OfDashboard(Committee? committee, Report? report, DateOnly dataTo) => new("", PaperSubject.Dashboard, committee?.Name, report?.Name, dataTo, null, []);

    /// <summary>A review that has not been begun, as a committee reads it.</summary>
    public static ReportLife OfReview(Committee committee, Period year, DateOnly? meeting) => new("", PaperSubject.Review, committee.Name, null, year.Last, meeting, []);

    /// <summary>A mapping that has not been begun.</summary>
    /// <param name="committee">Null for the council as a whole.</param>
    /// <param name="today">Stands for the day of an edition that has none.</param>
    public static ReportLife OfMapping(FrameworkEdition framework, Committee? committee, DateOnly? meeting, DateOnly today) =>
        new("", PaperSubject.Outcomes, committee?.Name, framework.Title, framework.Date ?? today, meeting, []);

    /// <summary>As it is called on pages and in mail: "Policy and Resources Cabinet Committee, results to March 2026".</summary>
    public string Title => Subject switch
    {
        PaperSubject.Review => $"{Committee ?? "Council"}, indicators proposed for {Period.Holding(Frequency.Year, DataTo)}",
        PaperSubject.Outcomes => $"{Committee ?? "Council"}, mapping to the {Report}",
        _ => $"{Report ?? Committee ?? "Council"}, results to {Words.MonthYear(DataTo)}",
    };

    /// <summary>The last edition, issued or on its way.</summary>
    public EditionLife Last => Editions[^1];

    /// <summary>What the last edition says of itself, released at an instant (UTC).</summary>
    public EditionHead HeadAt(DateTime releaseAt) => new(Name, Last.Number, Last.Kind, releaseAt, Last.Reason);

    /// <summary>The one on its way; null where all are issued.</summary>
    public EditionLife? OnItsWay => Last.IsIssued ? null : Last;

    /// <summary>The last that is public; null before the issue.</summary>
    public EditionLife? LastIssued => Editions.LastOrDefault(edition => edition.IsIssued);

    /// <summary>The edition by which the public knows its figures, or knew them before it was withdrawn: the last whole one, or a supplement since; null before its issue.</summary>
    public EditionLife? LastSaid => Editions.LastOrDefault(edition => edition.IsIssued && edition.Kind != EditionKind.Withdrawal);

    /// <summary>The whole report that is public: its issue or its last correction; null before, and once it is withdrawn.</summary>
    public EditionLife? Current => IsWithdrawn ? null : Editions.LastOrDefault(edition => edition.IsIssued && edition.Kind.IsWhole());

    public bool IsWithdrawn => LastIssued?.Kind == EditionKind.Withdrawal;

    /// <summary>Where it stands as a whole: "Draft", "Issued", "Corrected", "Withdrawn".</summary>
    public string Text => LastIssued is not { } issued ? Last.State.Text()
        : issued.Kind == EditionKind.Withdrawal ? "Withdrawn"
        : Editions.Any(edition => edition.IsIssued && edition.Kind == EditionKind.Correction) ? "Corrected"
        : "Issued";
}
