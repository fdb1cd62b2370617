namespace Outturn.Core.Calendars;

/// <summary>One entry of a calendar: on a day, or from an instant on.</summary>
/// <param name="Id">The same for the same thing however often the calendar is made, so that a calendar that has it already changes it.</param>
/// <param name="Day">The day it is on.</param>
/// <param name="Title">One line.</param>
public sealed record CalendarEvent(string Id, DateOnly Day, string Title)
{
    /// <summary>When on that day, in UTC; null for the whole of it.</summary>
    public DateTime? At { get; init; }

    /// <summary>Several lines; blank for none.</summary>
    public string Description { get; init; } = "";
}
