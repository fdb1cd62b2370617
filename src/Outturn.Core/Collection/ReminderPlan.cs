using Outturn.Core.Periods;

namespace Outturn.Core.Collection;

/// <summary>On which days somebody is reminded of a figure that they owe.</summary>
/// <remarks>
/// Nobody is reminded on a Saturday, a Sunday or a bank holiday: what would fall there before the deadline or on it goes out on the working
/// day before, and what would after it on the one that follows.
/// </remarks>
/// <param name="DaysBefore">So many days before the deadline; null for not at all.</param>
/// <param name="OnTheDay">On the deadline itself.</param>
/// <param name="DaysAfter">So many days after it; null for not at all, and then nothing follows either.</param>
/// <param name="ThenEvery">And from then on every so many days; null for once alone.</param>
public sealed record ReminderPlan(int? DaysBefore, bool OnTheDay, int? DaysAfter, int? ThenEvery)
{
    /// <summary>After so many days nobody is reminded any more: then it is for somebody to ask.</summary>
    public const int LongestAfter = 91;

    public const int MostBefore = 60;

    /// <summary>Five days before, the day after, then weekly.</summary>
    public static ReminderPlan Usual { get; } = new(5, OnTheDay: true, 1, 7);

    /// <summary>Why it is no plan, as a sentence that says what to write; null where it is one.</summary>
    public string? Refusal() =>
        DaysBefore is < 1 or > MostBefore ? $"Days before are 1 to {MostBefore}, or blank for none."
        : DaysAfter is < 1 or > LongestAfter ? $"Days after are 1 to {LongestAfter}, or blank for none."
        : ThenEvery is < 1 or > LongestAfter ? $"From then on it is every 1 to {LongestAfter} days, or blank for once alone."
        : null;

    /// <summary>Whether a figure with that deadline is reminded of on a day.</summary>
    public bool Reminds(DateOnly deadline, DateOnly day) =>
        IsWorkingDay(day)
        && ((DaysBefore is { } before && Moved(deadline.AddDays(-before), -1) == day)
            || (OnTheDay && Moved(deadline, -1) == day)
            || After(deadline).Any(after => Moved(after, 1) == day));

    private IEnumerable<DateOnly> After(DateOnly deadline)
    {
        for (var days = DaysAfter; days <= LongestAfter; days += ThenEvery)
        {
            yield return deadline.AddDays(days.Value);
        }
    }

    private static DateOnly Moved(DateOnly day, int by)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(by);
        }

        return day;
    }

    /// <summary>Of a year whose bank holidays are not known the weekends alone are left out.</summary>
    private static bool IsWorkingDay(DateOnly day) =>
        BankHolidays.Know(day) ? ClearDays.IsWorkingDay(day) : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
