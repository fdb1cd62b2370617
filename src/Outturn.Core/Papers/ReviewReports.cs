using Outturn.Core.Dashboards;
using Outturn.Core.Review;

namespace Outturn.Core.Papers;

/// <summary>Writes the cover report of a review: what was asked, what came of it service by service, and what the committee is asked.</summary>
public static class ReviewReports
{
    private const string Outcome = "Outcome";

    /// <param name="review">The part of it that goes to the committee.</param>
    /// <param name="committee">Null where it goes to the council as a whole.</param>
    /// <param name="meeting">The day of the meeting, or null where it is not known.</param>
    /// <param name="carried">Comments on the last review that were to be taken up in this one.</param>
    public static CoverReport Of(AnnualReview review, Committee? committee, DateOnly? meeting, IReadOnlyList<CommitteeComment> carried)
    {
        var (register, year) = (review.Register, review.Year);
        var to = committee?.Name ?? register.Council.Name;
        var services = review.Services.Select(service => service.Service).ToList();
        var area = CoverParts.Area(services, committee?.ShortName ?? register.Council.Name);
        var sections = Sections(review, committee, carried).ToList();
        var outcome = sections.FindIndex(section => section.Heading == Outcome) + 1;
        return new CoverReport(
            $"Review of Key Performance Indicators and targets, {year}",
            CoverParts.From(services, register),
            meeting is { } day ? $"{to} – {Words.Date(day)}" : to,
            $"Key Performance Indicators and targets proposed for {year}",
            register.Council.Classification,
            [new($"Every Key Performance Indicator (KPI) and activity indicator that is reported {(committee is null ? "" : "to the committee ")}is reviewed once a year. This paper brings those proposed for {area} for {year}: {ReviewSentences.Set(review.Items)}. {ReviewSentences.Against([.. review.Items], year)}")],
            $"{(committee is null ? "The council" : $"The {to}")} is asked to COMMENT on the KPIs and targets proposed for {area} for {year}, and to NOTE {Note(review, outcome)}.",
            sections,
            CoverParts.Contacts(register)).InHouseForm(committee is null ? register : register.For(committee), committee, null, meeting);
    }

    private static IEnumerable<ReportSection> Sections(AnnualReview review, Committee? committee, IReadOnlyList<CommitteeComment> carried)
    {
        yield return new ReportSection("Introduction",
        [
            new((committee is null ? "These indicators are reported through the year." : "Part of the committee's role is to review how the functions of the council within its remit perform, and dashboards come to it through the year for that purpose.")
                + $" So that they keep to what matters, the indicators, their targets and floor standards are reviewed before each financial year; this is the review for {review.Year}."),
        ]);
        yield return new ReportSection("Process", [.. Process(review)]);
        yield return new ReportSection(Outcome, [.. OutcomeOf(review)]);
        if (Text(review, TextPlace.Outcomes).ToList() is { Count: > 0 } framework)
        {
            yield return new ReportSection("Local Outcomes Framework", framework);
        }

        if (carried.Count > 0)
        {
            yield return new ReportSection("Comments on the last review",
                [new("These comments on the last review were to be taken up in this one:", [.. carried.Select(comment => $"{(comment.Ref is null ? "" : $"{comment.Ref}: ")}{comment.Text} Reply: {comment.Reply}")])]);
        }
    }

    private static IEnumerable<ReportParagraph> Process(AnnualReview review)
    {
        var items = review.Items.ToList();
        yield return new($"As in other years, {(review.Services.Count == 1 ? $"{review.Services[0].Service.Name} was" : $"the {Words.Number(review.Services.Count)} services named in Appendix 1 were")} asked two questions of every indicator: is it the right one to report, and are its target and floor standard at the right level? Each decision owed a reason, that to keep an indicator as it is included.");
        foreach (var paragraph in Text(review, TextPlace.Emphasis))
        {
            yield return paragraph;
        }

        yield return new("Beside each decision stood the results of up to five years with the levels of the time, and how the last two years would have been rated under the levels proposed.");
        if (review.Record is not null)
        {
            var challenged = items.Count(item => item.Steps.Any(step => step.State == ReviewState.Challenged));
            var agreed = items.Count(item => item.State == ReviewState.Agreed);
            yield return new($"Of {Words.Count(items.Count(item => item.Proposal is not null), "proposal")}, {(challenged == 0 ? "none was challenged" : $"{Words.Number(challenged)} {(challenged == 1 ? "was" : "were")} challenged and answered")}, and {(agreed == items.Count ? "all are agreed" : $"{Words.Number(agreed)} {(agreed == 1 ? "is" : "are")} agreed so far")} with the services.");
        }
    }

    private static IEnumerable<ReportParagraph> OutcomeOf(AnnualReview review)
    {
        yield return new($"The KPIs and activity indicators proposed for {review.Year} are attached as Appendix 1: for each service why they were chosen, the levels in force beside those proposed, the last result, and the reason for every proposal.");
        foreach (var service in review.Services)
        {
            yield return ReviewSentences.OfService(service, review.Year);
        }

        var staying = review.Items.Select(item => item.Proposed).OfType<ProposedIndicator>().ToList();
        var together = ProposalSentences.Listed(staying, review.Year.Before);
        yield return together with { Text = $"Taken together, {ReviewSentences.Lower(together.Text)}" };
        if (ReviewSentences.BackTested(review.Items) is { } tested)
        {
            yield return new(tested);
        }
    }

    private static string Note(AnnualReview review, int outcome) =>
        review.Register.Texts.TryGetValue(TextPlace.OfReview(review.Year, TextPlace.ToNote), out var note)
            ? note.ReplaceLineEndings(" ").Trim().TrimEnd('.')
            : $"what changes from {review.Year.Before}, as section {outcome} sets out";

    private static IEnumerable<ReportParagraph> Text(AnnualReview review, string place) => CoverReports.Own(review.Register, TextPlace.OfReview(review.Year, place));
}
