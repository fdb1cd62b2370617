namespace Outturn.Core.National;

/// <summary>What a published figure is for: a day, a month, a year of some kind, or several years together.</summary>
public enum PublishedPeriodKind
{
    /// <summary>A census or a count on one day; first and last are that day.</summary>
    Day,
    Month,
    Quarter,
    HalfYear,
    FinancialYear,

    /// <summary>September to August, or August to July where the publisher counts it so.</summary>
    AcademicYear,
    CalendarYear,

    /// <summary>Twelve months that are none of those years.</summary>
    TwelveMonths,

    /// <summary>Years taken together, as averages over three years are.</summary>
    SeveralYears,
}

/// <summary>How final a figure is, as its publisher says; most say nothing.</summary>
public enum FigureStatus
{
    NotSaid,
    Provisional,
    Revised,
    Final,
}

/// <summary>A period as its publisher writes it, and what it means.</summary>
/// <param name="Label">To the letter.</param>
/// <param name="Status">Where the label itself says it: "2025 (prov)".</param>
/// <param name="Qualifier">Anything else in brackets, which is kept and not understood: "OT" in "2024-25 (OT)".</param>
public sealed record PublishedPeriod(
    string Label, PublishedPeriodKind Kind, DateOnly First, DateOnly Last, FigureStatus Status = FigureStatus.NotSaid, string? Qualifier = null)
{
    /// <summary>For people: the label, and where that is a date with a duration (2022-01-01/P3Y), the years or days that it means.</summary>
    public string Words => !Label.Contains("/P", StringComparison.Ordinal) && !Label.StartsWith($"{First:yyyy-MM-dd}", StringComparison.Ordinal) ? Label : Kind switch
    {
        PublishedPeriodKind.Day => Papers.Words.Date(First),
        PublishedPeriodKind.Month => Papers.Words.MonthYear(First),
        PublishedPeriodKind.FinancialYear or PublishedPeriodKind.AcademicYear => $"{First.Year}/{Last.Year % 100:00}",
        PublishedPeriodKind.CalendarYear => $"{First.Year}",
        PublishedPeriodKind.SeveralYears when (First.Month, First.Day) == (1, 1) => $"{First.Year} to {Last.Year}",
        _ => $"{Papers.Words.MonthYear(First)} to {Papers.Words.MonthYear(Last)}",
    };

    /// <summary>"in 2025", "on 1 April 2026".</summary>
    public string When => $"{(Kind == PublishedPeriodKind.Day ? "on" : "in")} {Words}";

    /// <summary>Whether it is for the same time, whatever it is called.</summary>
    public bool IsSameTimeAs(PublishedPeriod other) => (First, Last) == (other.First, other.Last);
}
