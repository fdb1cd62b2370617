namespace Outturn.Core.Periods;

/// <summary>The time zone of the United Kingdom.</summary>
public static class UkZone
{
    /// <summary>By its name in the world's list of zones, or by the one that a Windows without that list has for it.</summary>
    public static TimeZoneInfo London { get; } =
        TimeZoneInfo.TryFindSystemTimeZoneById("Europe/London", out var zone) ? zone : TimeZoneInfo.FindSystemTimeZoneById("GMT Standard Time");
}
