using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Papers;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;

namespace Outturn.Core.Release;

/// <summary>What is to be put right before a report is signed off, and what its signatories should know.</summary>
public static class Checklist
{
    /// <summary>Under ten cases, one of them moves a percentage by more than ten points (RULES 11: one of two missed = 50%, Red).</summary>
    public const decimal FewCases = 10;

    /// <param name="dashboard">As it is known, nothing suppressed.</param>
    /// <param name="register">As its committee reads it (see <see cref="Register.For"/>).</param>
    /// <returns>Errors first, each kind together, in the order of the paper.</returns>
    public static IReadOnlyList<ChecklistItem> Of(Dashboard dashboard, Register register, ChecklistFacts facts)
    {
        IEnumerable<ChecklistItem> found =
        [
            .. OfMeeting(dashboard, facts),
            .. OfSections(dashboard, register),
            .. facts.Blocks.Where(block => string.IsNullOrWhiteSpace(block.Text)).Select(block =>
                new ChecklistItem(Check.MissingText, block.Place, $"The report has no {block.Name}, which every report must have: write it.", new Cure.OfBlock(block.Place))),
            .. facts.StateOf is { } stateOf ? NotApproved(dashboard, stateOf) : [],
            .. dashboard.Indicators.SelectMany(indicator => OfIndicator(indicator, dashboard)),
            .. facts.Levels.Where(level => dashboard.Indicators.Any(indicator => indicator.Indicator.Ref == level.Ref)).GroupBy(level => level.Ref).Select(levels =>
                new ChecklistItem(Check.Level, levels.Key, string.Join(" ", levels.Select(level => level.Reason)), new Cure.OfTargets(levels.Key))),
            .. facts.Moved.Select(moved => new ChecklistItem(Check.TextMoved, moved.Place,
                $"The text {PaperPlaces.Where(dashboard, moved.Place)} was written before these figures moved: {string.Join("; ", moved.Figures)}. Read it again, then change it or say that it still holds.", new Cure.OfText(moved.Place))),
            .. TextChecks.Of(dashboard, register),
        ];
        return [.. found.DistinctBy(item => item.Key).OrderBy(item => item.Severity).ThenBy(item => item.Check)];
    }

    private static IEnumerable<ChecklistItem> OfMeeting(Dashboard dashboard, ChecklistFacts facts)
    {
        if (dashboard.Meeting is not { } meeting)
        {
            yield return new(Check.NoMeeting, ChecklistItem.Paper,
                $"There is no meeting with figures to {Words.Date(dashboard.DataTo)}{(dashboard.Committee is { } committee ? $" of the {committee.Name}" : "")}: give its date, and the last day that its figures cover.", new Cure.OfMeetings(dashboard.Committee));
        }
        else if (Late(meeting.Date, dashboard.Committee, facts.IssuedOn) is { } late)
        {
            yield return late;
        }
    }

    /// <summary>Whether a paper that goes out on a day is late for its meeting.</summary>
    internal static ChecklistItem? Late(DateOnly meeting, Committee? committee, DateOnly issuedOn) =>
        ClearDays.Refusal(meeting) is { } unknown ? new(Check.Late, ChecklistItem.Paper, $"{unknown} Count them by hand.", new Cure.OfMeetings(committee))
        : issuedOn > meeting ? new(Check.Late, ChecklistItem.Paper, $"The meeting on {Words.Date(meeting)} is over: on {Words.Date(issuedOn)} it goes out without having been before it.", new Cure.OfMeetings(committee))
        : ClearDays.IssueBy(meeting) is var by && issuedOn > by
            ? new(Check.Late, ChecklistItem.Paper,
                $"For the meeting on {Words.Date(meeting)} the paper was due on {Words.Date(by)}, {ClearDays.Usual} clear days before it; on {Words.Date(issuedOn)} it is late: ask the chair to take it as urgent, and say why.", new Cure.OfMeetings(committee))
        : null;

    /// <summary>A service that answers to the committee and is not in its paper, or is in it with nothing.</summary>
    private static IEnumerable<ChecklistItem> OfSections(Dashboard dashboard, Register register)
    {
        var inPaper = dashboard.Services.Select(service => service.Service.Name).ToHashSet(StringComparer.Ordinal);
        var owed = register.Indicators.Select(history => history.Indicator).Where(indicator =>
            (dashboard.Report is { } report ? indicator.Reports.Contains(report) : dashboard.Committee is not { } committee || indicator.Committees.Contains(committee))
            && (indicator.Until is not { } until || until > dashboard.DataTo) && (indicator.Since is not { } since || since <= dashboard.DataTo));
        foreach (var missing in owed.Where(indicator => !inPaper.Contains(indicator.Service.Name)).GroupBy(indicator => indicator.Service.Name))
        {
            yield return new(Check.MissingSection, missing.Key,
                $"{missing.Key} has indicators that go to this report ({Words.List(missing.Select(indicator => indicator.Ref))}) and no section in it: see since when they are counted.", new Cure.OfDefinition(missing.First().Ref));
        }

        foreach (var empty in dashboard.Services.Where(service => service.Indicators.All(HasNothing) && service.Indicators.Any(indicator => indicator.Rated.Latest.WhyNot == Reason.Awaited)))
        {
            var first = empty.Indicators[0];
            yield return new(Check.MissingSection, empty.Service.Name, $"The section of {empty.Service.Name} has no figure at all: enter them, or mark each [x] with the reason.", new Cure.OfFigure(first.Indicator.Ref, first.Period));
        }
    }

    private static bool HasNothing(DashboardIndicator indicator) => indicator.Rated.Point is { Observation: { IsPresent: false, Marker: Marker.None }, YtdGiven: null };

    private static IEnumerable<ChecklistItem> NotApproved(Dashboard dashboard, Func<string, Period, CollectionState> stateOf) =>
        from indicator in dashboard.Indicators
        where indicator.Indicator.Formula is null && !HasNothing(indicator) && stateOf(indicator.Indicator.Ref, indicator.Period) is not (CollectionState.Approved or CollectionState.Locked)
        group indicator.Indicator.Ref by indicator.Period into refs
        orderby refs.Key.Last
        select new ChecklistItem(Check.NotApproved, refs.Key.ToString(),
            $"{Words.Capital(Words.Count(refs.Count(), "figure"))} for {refs.Key} {(refs.Count() == 1 ? "is" : "are")} not approved ({Words.List(refs)}): have {(refs.Count() == 1 ? "it" : "them")} approved, and lock the period.", new Cure.OfRound(refs.Key));

    private static IEnumerable<ChecklistItem> OfIndicator(DashboardIndicator shown, Dashboard dashboard)
    {
        var (reference, period, latest) = (shown.Indicator.Ref, shown.Period, shown.Rated.Latest);
        ChecklistItem Item(Check check, string said, Cure cure) => new(check, reference, said, cure);
        if (shown.IsKpi && dashboard.RatingOf(shown).Colour == RagRating.Red)
        {
            string[] lacks = [.. (shown.Commentary?.Lacks() ?? ["cause", "action", "owner", "due", "recovery"]).Where(part => part != "recovery").Select(part => part == "due" ? "due date" : part)];
            if (lacks.Length > 0)
            {
                yield return Item(Check.RedWithoutAction, $"{reference} {shown.Indicator.Title} is Red for {period}, and {(shown.Commentary is null ? "nothing is said of it" : $"its commentary for {period} lacks {Words.List(lacks)}")}: a Red owes cause, action, owner and due date.", new Cure.OfCommentary(reference, period));
            }
        }

        if (latest.WhyNot == Reason.Awaited && shown.LastKnown is { } old)
        {
            yield return Item(Check.Stale, $"{reference} shows its figure of {old.Period}, and that of {period} was due on {Words.Date(shown.Indicator.DueOn(period))}: enter it, or mark it [x] with the reason.", new Cure.OfFigure(reference, period));
        }

        if (shown.IsKpi && dashboard.RatingOf(shown).WhyNot is { } why)
        {
            yield return Item(Check.NotRated, $"{reference} {shown.Indicator.Title} is not rated for {period}: {why.Text().ToLowerInvariant()}.", why is Reason.NoTarget ? new Cure.OfTargets(reference) : why is Reason.NoPolarity or Reason.NoRollUp ? new Cure.OfDefinition(reference) : new Cure.OfFigure(reference, period));
        }

        if (latest.Value is not null && shown.Rated.Point.Observation.Marker is Marker.Provisional or Marker.Unreliable)
        {
            yield return Item(Check.Provisional, $"The figure of {reference} for {period} is {shown.Rated.Point.Observation.Marker.Remark()}: ask whether the final one can be had in time.", new Cure.OfFigure(reference, period));
        }

        if (shown.IsKpi && shown.Rated.Point.Observation.Counts is { Denominator: > 0 and < FewCases and var cases })
        {
            yield return Item(Check.FewCases, $"{reference} counts {Unit.Tell(cases)} {(cases == 1 ? "case" : "cases")} in {period}, fewer than {FewCases}, so that one of them moves the figure by {shown.Definition.Unit.Print(shown.Definition.Unit.Multiplier / cases, shown.Definition.Decimals)}: say so in the commentary.", new Cure.OfCommentary(reference, period));
        }

        if (shown.Previous is { DefinitionChanged: true } || (shown.Window is [var first, ..] && shown.Indicator.IsBrokenBetween(first.Period, period)))
        {
            yield return Item(Check.Break, $"The definition of {reference} changed within the time that its chart shows: say in the commentary that figures before and after {Words.Date(shown.Indicator.Breaks.Last(day => day <= period.Last))} cannot be compared.", new Cure.OfDefinition(reference));
        }

        if (shown.Commentary is { WordCount: > Commentary.MostWords and var words })
        {
            yield return Item(Check.LongCommentary, $"The commentary on {reference} for {period} has {words} words, and a committee reads {Commentary.MostWords}: shorten it.", new Cure.OfCommentary(reference, period));
        }
    }
}
