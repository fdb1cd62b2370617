namespace Outturn.Core.National;

/// <summary>The years in which a publisher counts, and so what a bare "2024" or "2023-24" means.</summary>
public enum YearKind
{
    /// <summary>2024 is January to December 2024; "2014-16" is three of them.</summary>
    Calendar,

    /// <summary>2024 is the year that ends in March 2024, as releases of the Department for Education name it.</summary>
    Financial,

    /// <summary>2024 is the school year that ends in August 2024.</summary>
    Academic,

    /// <summary>2024 is the twelve months to September 2024, as workforce counts have it.</summary>
    ToSeptember,

    /// <summary>2024 is the school census of January 2024.</summary>
    January,
}

public static class YearKinds
{
    /// <summary>Reads the words of the data dictionary: Financial Year, Academic Year, Annual (end of Sept) …; null for any other.</summary>
    public static YearKind? Read(string text) => text.Trim().ToLowerInvariant() switch
    {
        "calendar year" or "calendar" => YearKind.Calendar,
        // "Annual" is how the dictionary calls counts of children on 31 March.
        "financial year" or "financial" or "annual" => YearKind.Financial,
        "academic year" or "academic" => YearKind.Academic,
        "annual (end of sept)" => YearKind.ToSeptember,
        "annual - january" => YearKind.January,
        _ => null,
    };

    internal static PublishedPeriodKind Kind(this YearKind years) => years switch
    {
        YearKind.Calendar => PublishedPeriodKind.CalendarYear,
        YearKind.Financial => PublishedPeriodKind.FinancialYear,
        YearKind.Academic => PublishedPeriodKind.AcademicYear,
        YearKind.ToSeptember => PublishedPeriodKind.TwelveMonths,
        _ => PublishedPeriodKind.Month,
    };

    /// <summary>The first and last day of the year that ends in a calendar year.</summary>
    internal static (DateOnly First, DateOnly Last) Ending(this YearKind years, int year) => years switch
    {
        YearKind.Financial => (new(year - 1, 4, 1), new(year, 3, 31)),
        YearKind.Academic => (new(year - 1, 9, 1), new(year, 8, 31)),
        YearKind.ToSeptember => (new(year - 1, 10, 1), new(year, 9, 30)),
        YearKind.January => (new(year, 1, 1), new(year, 1, 31)),
        _ => (new(year, 1, 1), new(year, 12, 31)),
    };
}
