using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;

namespace Outturn.Core.Collection;

/// <summary>What one round of collection asks for: every figure whose own period ends within the round's.</summary>
/// <remarks>A quarter's round takes three months of a monthly indicator, the quarter of a quarterly one, and an annual one only where its year ends in it.</remarks>
/// <param name="Round">The span of the round: a month, a quarter, or any other kind of period.</param>
/// <param name="Meeting">The meeting whose paper the figures go into, or null.</param>
/// <param name="Figures">By deadline, then by the owner's title, the order of the services, ref and period.</param>
public sealed record DueList(Period Round, Meeting? Meeting, IReadOnlyList<DueFigure> Figures)
{
    /// <summary>Why no day can be told by which the meeting needs its figures, or null where it can or there is no meeting.</summary>
    public string? NeededByRefusal => Meeting is null ? null : ClearDays.Refusal(Meeting.Date);

    /// <summary>Those that are due too late for the meeting.</summary>
    public IEnumerable<DueFigure> NotInTime => Figures.Where(figure => !figure.InTime);

    /// <param name="meeting">It needs the figures of its own committee's indicators; those of others are due by their lag alone.</param>
    public static DueList Of(Register register, Period round, Meeting? meeting = null)
    {
        var neededBy = ClearDays.Deadline(meeting?.Date);
        var figures =
            from history in register.Indicators
            let indicator = history.Indicator
            where !IsWorkedOut(indicator)
            from period in PeriodsIn(round, indicator.Definition.Frequency)
            where indicator.CountedIn(period)
            select DueFigure.Of(indicator, period, meeting is not null && Feeds(indicator, meeting.Committee) ? neededBy : null);
        return new DueList(round, meeting,
        [
            .. figures
                .OrderBy(figure => figure.Deadline)
                .ThenBy(figure => figure.Indicator.Owner?.Title, StringComparer.Ordinal)
                .ThenBy(figure => figure.Indicator.Service.Order)
                .ThenBy(figure => figure.Indicator.Ref, StringComparer.Ordinal)
                .ThenBy(figure => figure.Period),
        ]);
    }

    /// <summary>The periods of a kind that end within a round, oldest first.</summary>
    public static IEnumerable<Period> PeriodsIn(Period round, Frequency frequency)
    {
        var (first, last) = (round.First, round.Last);
        for (var period = Period.EndedBy(frequency, first).Next; period.Last <= last; period = period.Next)
        {
            yield return period;
        }
    }

    /// <summary>Nobody enters the figures of an indicator that is worked out from others.</summary>
    private static bool IsWorkedOut(Indicator indicator) => indicator.Formula is not null;

    /// <summary>Whether a committee reads the indicator: on its dashboard, or in a report that goes to it.</summary>
    private static bool Feeds(Indicator indicator, Committee committee) =>
        indicator.Committees.Contains(committee) || indicator.Reports.Any(report => report.Committee == committee);
}
