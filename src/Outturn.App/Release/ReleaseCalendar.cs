using Outturn.App.Stores;
using Outturn.Core.Calendars;
using Outturn.Core.Release;

namespace Outturn.App.Release;

/// <summary>Releases as entries of a calendar: those that are scheduled, and those that are made.</summary>
public static class ReleaseCalendar
{
    public static IEnumerable<CalendarEvent> Of(IEnumerable<ReportLife> lives) =>
        from life in lives
        from edition in life.Editions
        let at = edition.IssuedAt ?? (edition.State == EditionState.Scheduled ? edition.ReleaseAt : null)
        where at is not null
        select new CalendarEvent($"release-{life.Name}-{edition.Number}", UkTime.DayOf(at.Value), $"{(edition.IsIssued ? "Released" : "Release")}: {life.Title}{(edition.Kind == EditionKind.Issue ? "" : $" ({edition.Kind.Name()})")}") { At = at };
}
