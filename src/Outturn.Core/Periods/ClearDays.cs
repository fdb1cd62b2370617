namespace Outturn.Core.Periods;

/// <summary>Clear days before a meeting: neither the day of issue nor the day of the meeting counts, nor Saturdays, Sundays and bank holidays in England (RULES 9).</summary>
/// <remarks>Five clear days are what the Local Government Act 1972, section 100B, asks of a committee's papers.</remarks>
public static class ClearDays
{
    public const int Usual = 5;

    /// <summary>The last working day on which a paper can be issued: five clear days before Wed 29 Jul 2020 is Tue 21 Jul 2020.</summary>
    /// <exception cref="ArgumentOutOfRangeException">What <see cref="Refusal"/> says.</exception>
    public static DateOnly IssueBy(DateOnly meeting, int clearDays = Usual) =>
        Refusal(meeting, clearDays) is { } refusal
            ? throw new ArgumentOutOfRangeException(nameof(meeting), refusal)
            : CountBack(meeting, clearDays)!.Value;

    /// <summary>The last working day on which a meeting's papers can be issued; null without a meeting, and where <see cref="Refusal"/> has something to say.</summary>
    public static DateOnly? Deadline(DateOnly? meeting) => meeting is { } day && Refusal(day) is null ? IssueBy(day) : null;

    /// <summary>Why no day of issue can be told for a meeting, or null when one can: bank holidays are known for 2012 to 2030 only.</summary>
    public static string? Refusal(DateOnly meeting, int clearDays = Usual) =>
        clearDays < 0 ? $"{clearDays} clear days cannot be: write 0 or more."
        : BankHolidays.Know(meeting) && CountBack(meeting, clearDays) is not null ? null
        : $"{clearDays} clear days before {meeting:yyyy-MM-dd} cannot be counted: bank holidays are known from {BankHolidays.FirstYear} to {BankHolidays.LastYear} only.";

    /// <summary>How many clear days lie between the day of issue and the meeting; 0 when the paper comes on the day before it or later.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A day between them lies in a year whose bank holidays are not known.</exception>
    public static int Between(DateOnly issued, DateOnly meeting)
    {
        var count = 0;
        for (var day = issued.DayNumber + 1; day < meeting.DayNumber; day++)
        {
            count += IsWorkingDay(DateOnly.FromDayNumber(day)) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Monday to Friday, bank holidays apart.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A day of a year whose bank holidays are not known.</exception>
    public static bool IsWorkingDay(DateOnly day) =>
        !BankHolidays.Include(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>Null where the count would leave the years whose bank holidays are known.</summary>
    private static DateOnly? CountBack(DateOnly meeting, int clearDays)
    {
        var day = meeting.AddDays(-1);
        for (var counted = 0; BankHolidays.Know(day); day = day.AddDays(-1))
        {
            if (IsWorkingDay(day) && counted++ == clearDays)
            {
                return day;
            }
        }

        return null;
    }
}
