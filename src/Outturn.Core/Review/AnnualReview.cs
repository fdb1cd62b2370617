using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.Core.Review;

/// <summary>A meeting that reads the review.</summary>
public sealed record ReviewMeeting(Committee Committee, DateOnly Day);

/// <summary>How a year's review was opened, and how far it has come: what a store keeps of it beside the proposals.</summary>
/// <param name="ToChallenge">Working days for challenge and answer.</param>
/// <param name="ToWrite">Working days for writing the paper.</param>
/// <param name="Steps">Of each proposal, by its ref, oldest first.</param>
/// <param name="Comments">What committees said, in the order in which it was recorded.</param>
public sealed record ReviewRecord(
    Period Year,
    int ToChallenge,
    int ToWrite,
    IReadOnlyList<ReviewMeeting> Meetings,
    ILookup<string, ReviewStep> Steps,
    IReadOnlyList<CommitteeComment> Comments,
    Adoption? Adoption)
{
    /// <summary>By when a committee's services have to have come somewhere.</summary>
    public ReviewDates DatesOf(ReviewMeeting meeting) => ReviewDates.Before(meeting.Day, ToChallenge, ToWrite);
}

/// <summary>One indicator in a review: as it is, what is proposed for it, and how far that has come.</summary>
/// <param name="History">For a new indicator, of the sheet that is proposed.</param>
/// <param name="Current">The levels on the last day before the year; null for a new indicator.</param>
/// <param name="Steps">Oldest first.</param>
/// <param name="Before">What was proposed for the year before.</param>
public sealed record ReviewItem(IndicatorHistory History, Proposal? Proposal, Levels? Current, IReadOnlyList<ReviewStep> Steps, Proposal? Before)
{
    public Indicator Indicator => History.Indicator;

    public string Ref => History.Indicator.Ref;

    public bool IsNew => Proposal?.Decision == Decision.New;

    public ReviewState State => Proposal is null ? ReviewState.NotStarted : Steps.Count > 0 ? Steps[^1].State : ReviewState.Proposed;

    /// <summary>Set beside the levels in force; null where nothing is proposed.</summary>
    public ProposedIndicator? Proposed => Proposal is null ? null : new ProposedIndicator(History, Proposal, Current);

    /// <summary>What changes on the definition sheet; nothing for one that is new or goes.</summary>
    public IReadOnlyList<(string Name, string? From, string? To)> SheetChanges => Proposed?.SheetChanges ?? [];

    /// <summary>Whether the proposal leaves the indicator as it is.</summary>
    public bool IsUnchanged => Proposed?.IsUnchanged == true;
}

/// <summary>The part of a review that one service answers for.</summary>
public sealed record ServiceReview(Service Service, IReadOnlyList<ReviewItem> Items)
{
    public int Proposed => Items.Count(item => item.Proposal is not null);

    public int Agreed => Items.Count(item => item.State == ReviewState.Agreed);

    /// <summary>The least of its proposals says how far it has come; one that is challenged says so for all.</summary>
    public ReviewState State =>
        Items.Any(item => item.State == ReviewState.Challenged) ? ReviewState.Challenged
        : Items.Any(item => item.State == ReviewState.NotStarted) ? ReviewState.NotStarted
        : Items.Count > 0 && Items.All(item => item.State == ReviewState.Agreed) ? ReviewState.Agreed
        : ReviewState.Proposed;

    /// <summary>Whether it has not done on a day what was due before it.</summary>
    public bool IsLate(ReviewDates dates, DateOnly today) =>
        (today > dates.Propose && Proposed < Items.Count) || (today > dates.Agree && Agreed < Items.Count);
}

/// <summary>The review of all indicators for a year: the selection, and the levels.</summary>
/// <param name="Year">The financial year that is proposed for.</param>
/// <param name="Record">Null where a folder holds proposals and nobody opened a review.</param>
/// <param name="Services">In their order; only those with an indicator in it.</param>
public sealed record AnnualReview(Register Register, Period Year, ReviewRecord? Record, IReadOnlyList<ServiceReview> Services)
{
    public IEnumerable<ReviewItem> Items => Services.SelectMany(service => service.Items);

    public static AnnualReview Of(Register register, Period year, ReviewRecord? record)
    {
        var items = register.Indicators.Where(history => IsIn(history, year)).Concat(register.Proposed.Where(history => ProposalFor(history, year) is not null))
            .Select(history => Item(history, year, record));
        return new AnnualReview(register, year, record,
            [.. items.GroupBy(item => item.Indicator.Service.Name)
                .Select(group => new ServiceReview(register.Services.FirstOrDefault(service => service.Name == group.Key) ?? group.First().Indicator.Service, [.. group]))
                .OrderBy(service => service.Service.Order)]);
    }

    public ReviewItem? Find(string reference) => Items.FirstOrDefault(item => item.Ref.Equals(reference, StringComparison.OrdinalIgnoreCase));

    /// <summary>The part of it that goes to a committee; all of it where there is none.</summary>
    public AnnualReview For(Committee? committee) => committee is null ? this : this with
    {
        Register = Register.For(committee),
        Services = [.. Services.Select(service => service with { Items = [.. service.Items.Where(item => item.Indicator.Committees.Contains(committee))] }).Where(service => service.Items.Count > 0)],
    };

    /// <summary>By when a service has to have come somewhere: for the first meeting that reads of any of its indicators, or of all there are.</summary>
    public ReviewDates? DatesOf(ServiceReview service) => Record is not { Meetings: { Count: > 0 } meetings } record ? null
        : record.DatesOf(meetings.Where(meeting => service.Items.Any(item => item.Indicator.Committees.Contains(meeting.Committee))).DefaultIfEmpty(meetings.MinBy(meeting => meeting.Day)!).MinBy(meeting => meeting.Day)!);

    /// <summary>The proposal for a financial year, or for the year of the indicator's own kind that belongs to it.</summary>
    public static Proposal? ProposalFor(IndicatorHistory history, Period year)
    {
        var own = NewYear.OwnYear(history.Indicator, year);
        return history.Proposals.FirstOrDefault(proposal => proposal.Year == own);
    }

    /// <summary>Counted in the year before and not ended by then, or proposed for the year.</summary>
    private static bool IsIn(IndicatorHistory history, Period year) =>
        ProposalFor(history, year) is not null || (history.Indicator.CountedIn(year.Before) && (history.Indicator.Until is not { } until || until >= year.First));

    private static ReviewItem Item(IndicatorHistory history, Period year, ReviewRecord? record) => new(
        history, ProposalFor(history, year), history.Targets.InForce(NewYear.OwnYear(history.Indicator, year).First.AddDays(-1)),
        record is null ? [] : [.. record.Steps[history.Indicator.Ref]], ProposalFor(history, year.Before));
}
