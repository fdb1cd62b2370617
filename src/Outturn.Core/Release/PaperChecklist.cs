using Outturn.Core.Dashboards;
using Outturn.Core.Outcomes;
using Outturn.Core.Review;

namespace Outturn.Core.Release;

/// <summary>What is to be put right, or known, before a paper that is no dashboard is signed off: the annual review, and the mapping to an outcomes framework.</summary>
public static class PaperChecklist
{
    /// <param name="review">The part of it that goes to the committee.</param>
    /// <param name="meeting">The day of the meeting that it goes to; null where none is known.</param>
    /// <param name="issuedOn">The day on which it would be issued.</param>
    /// <returns>Errors first.</returns>
    public static IReadOnlyList<ChecklistItem> Of(AnnualReview review, Committee committee, DateOnly? meeting, DateOnly issuedOn) => Ordered(
    [
        OfMeeting(committee, meeting, issuedOn),
        .. review.Items.Where(item => item.State != ReviewState.Agreed).Select(item => new ChecklistItem(
            Check.NotAgreed, item.Ref, $"What is proposed for {item.Ref} {item.Indicator.Title} in {review.Year} is {(item.State == ReviewState.NotStarted ? "not written yet" : $"not agreed ({item.State.Text().ToLowerInvariant()})")}: have it agreed.",
            new Cure.OfProposal(item.Ref, review.Year))),
    ]);

    /// <param name="committee">Null where it goes to the council as a whole, at no meeting.</param>
    /// <inheritdoc cref="Of(AnnualReview, Committee, DateOnly?, DateOnly)"/>
    public static IReadOnlyList<ChecklistItem> Of(Coverage coverage, Committee? committee, DateOnly? meeting, DateOnly issuedOn) => Ordered(
    [
        committee is null ? null : OfMeeting(committee, meeting, issuedOn),
        .. coverage.Metrics.Where(metric => metric.IsUnmapped).Select(metric => new ChecklistItem(
            Check.Unmapped, metric.Metric.Id, $"Nobody has said how the council's indicators stand to {metric.Metric.Title} ({metric.Metric.Id}): name one, or say why there is none.", new Cure.OfMetric(metric.Metric.Id))),
    ]);

    private static ChecklistItem? OfMeeting(Committee committee, DateOnly? meeting, DateOnly issuedOn) => meeting is { } day
        ? Checklist.Late(day, committee, issuedOn)
        : new(Check.NoMeeting, ChecklistItem.Paper, $"It goes to no meeting of the {committee.Name} yet: give the date of the meeting, and begin the report for it.", new Cure.OfMeetings(committee));

    private static IReadOnlyList<ChecklistItem> Ordered(IEnumerable<ChecklistItem?> items) => [.. items.OfType<ChecklistItem>().OrderBy(item => item.Severity)];
}
