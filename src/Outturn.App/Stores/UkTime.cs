using static Outturn.Core.Periods.UkZone;

namespace Outturn.App.Stores;

/// <summary>Days and hours as people in the United Kingdom count them.</summary>
public static class UkTime
{
    /// <summary>The first instant (UTC) after a day.</summary>
    public static DateTime EndOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified), London);

    /// <summary>Why an hour of a day does not exist here, or null: the clocks go forward over it.</summary>
    public static string? Refusal(DateOnly day, TimeOnly time) =>
        London.IsInvalidTime(day.ToDateTime(time, DateTimeKind.Unspecified)) ? $"There is no {time:HH:mm} on {day:dd/MM/yyyy}: the clocks go forward over it. The next there is comes at {Text(InstantOf(day, time))}." : null;

    /// <summary>The instant (UTC) of an hour of the day here. An hour that the clocks leave out is the first instant after it, and of one that comes twice it is the second: never early.</summary>
    public static DateTime InstantOf(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        while (London.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        return London.IsAmbiguousTime(local) ? DateTime.SpecifyKind(local - London.GetAmbiguousTimeOffsets(local).Min(), DateTimeKind.Utc) : TimeZoneInfo.ConvertTimeToUtc(local, London);
    }

    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), London));

    /// <summary>What the clock on the wall shows here.</summary>
    public static TimeOnly TimeOf(DateTime utc) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), London));

    /// <summary>"21 Jul 2020 14:05".</summary>
    public static string Text(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), London) is var here ? $"{here.Day} {Core.Periods.Period.MonthText(DateOnly.FromDateTime(here))} {here:HH:mm}" : "";
}
