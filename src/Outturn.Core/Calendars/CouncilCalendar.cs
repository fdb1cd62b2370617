using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;
using Outturn.Core.Periods;

namespace Outturn.Core.Calendars;

/// <summary>When figures are due, when committees meet, and when their papers go out.</summary>
public static class CouncilCalendar
{
    /// <summary>So far back and so far ahead.</summary>
    private const int MonthsBack = 3;
    private const int MonthsAhead = 15;

    /// <summary>More are counted and not listed.</summary>
    private const int MostListed = 30;

    /// <summary>By day, then by what they are.</summary>
    /// <param name="rounds">The rounds that were opened: their deadlines go before those by the lag alone.</param>
    /// <param name="includes">Whose figures are in it.</param>
    /// <param name="withPapers">Whether the last days on which papers can go out are in it.</param>
    /// <param name="releases">What else there is, such as releases with their times.</param>
    public static IReadOnlyList<CalendarEvent> Of(
        Register register, IEnumerable<(Period Period, Meeting? Meeting)> rounds, Func<Indicator, bool> includes, bool withPapers, DateOnly today, IEnumerable<CalendarEvent>? releases = null)
    {
        var (from, to) = (today.AddMonths(-MonthsBack), today.AddMonths(MonthsAhead));
        bool IsNear(DateOnly day) => day >= from && day <= to;
        var due = Figures(register, rounds, from, to)
            .Where(figure => includes(figure.Indicator) && IsNear(figure.Deadline))
            .GroupBy(figure => (figure.Deadline, figure.Indicator.Service))
            .Select(figures => Due(figures.Key.Service, figures.Key.Deadline, [.. figures]));
        var meetings = register.Meetings.Where(meeting => IsNear(meeting.Date)).SelectMany(meeting => Of(meeting, withPapers));
        return [.. due.Concat(meetings).Concat((releases ?? []).Where(release => IsNear(release.Day))).OrderBy(known => known.Day).ThenBy(known => known.At).ThenBy(known => known.Id, StringComparer.Ordinal)];
    }

    /// <summary>Each figure once, by the round that asks for it or else by its lag.</summary>
    private static IEnumerable<DueFigure> Figures(Register register, IEnumerable<(Period Period, Meeting? Meeting)> rounds, DateOnly from, DateOnly to)
    {
        var asked = rounds.Where(round => round.Period.Last >= from.AddMonths(-MonthsBack)).SelectMany(round => DueList.Of(register, round.Period, round.Meeting).Figures);
        var years = Enumerable.Range(0, (to.Year - from.Year) + 3).Select(i => Period.Holding(Frequency.Year, from.AddYears(i - 1))).SelectMany(year => DueList.Of(register, year).Figures);
        return asked.Concat(years).DistinctBy(figure => (figure.Indicator.Ref, figure.Period));
    }

    private static CalendarEvent Due(Service service, DateOnly day, DueFigure[] figures) =>
        new($"due-{TextPlace.Slug(service.Name)}-{day:yyyy-MM-dd}", day, $"{service.Name}: {Words.Count(figures.Length, "figure")} due")
        {
            Description = string.Join('\n', figures.OrderBy(figure => figure.Indicator.Ref, StringComparer.Ordinal).Take(MostListed).Select(figure => $"{figure.Indicator.Ref} {figure.Indicator.Title}, {figure.Period}")
                .Concat(figures.Length > MostListed ? [$"and {figures.Length - MostListed} more"] : Array.Empty<string>())),
        };

    private static IEnumerable<CalendarEvent> Of(Meeting meeting, bool withPapers)
    {
        var id = $"{TextPlace.Slug(meeting.Committee.ShortName)}-{meeting.Date:yyyy-MM-dd}";
        yield return new CalendarEvent($"meeting-{id}", meeting.Date, $"{meeting.Committee.ShortName} meets") { Description = meeting.DataTo is { } data ? $"Figures to {Words.Date(data)}" : "" };
        if (withPapers && ClearDays.Deadline(meeting.Date) is { } issueBy)
        {
            yield return new CalendarEvent($"papers-{id}", issueBy, $"{meeting.Committee.ShortName}: last day for its papers")
            {
                Description = $"Five clear days before the meeting on {Words.Date(meeting.Date)}",
            };
        }
    }
}
