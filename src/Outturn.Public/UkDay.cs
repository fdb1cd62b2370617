using Outturn.Core.Papers;
using static Outturn.Core.Periods.UkZone;

namespace Outturn.Public;

/// <summary>Instants as people in the United Kingdom read them.</summary>
internal static class UkDay
{
    public static DateOnly Of(DateTime utc) => DateOnly.FromDateTime(Here(utc));

    /// <summary>"29 July 2020".</summary>
    public static string Text(DateTime utc) => Words.Date(Of(utc));

    /// <summary>"29 July 2020 at 9:30am".</summary>
    public static string TextWithTime(DateTime utc) => Here(utc) is var here ? $"{Words.Date(DateOnly.FromDateTime(here))} at {(here.Hour + 11) % 12 + 1}:{here:mm}{(here.Hour < 12 ? "am" : "pm")}" : "";

    /// <summary>For a time element: "2020-07-29T08:30:00Z".</summary>
    public static string Machine(DateTime utc) => $"{utc:yyyy-MM-ddTHH:mm:ssZ}";

    private static DateTime Here(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), London);
}
