namespace Outturn.Core.Periods;

/// <summary>How often an indicator is measured, which is also the kind of its periods.</summary>
public enum Frequency
{
    Month,
    Quarter,
    HalfYear,

    /// <summary>Financial year, April to March.</summary>
    Year,

    /// <summary>Academic year, September to August.</summary>
    Academic,

    /// <summary>Calendar year.</summary>
    Calendar,

    /// <summary>Twelve months ending with any month, stated anew each month ("12 months to Jun 2022").</summary>
    TwelveMonths,
}

public static class Frequencies
{
    private static readonly string[] Names =
        ["month", "quarter", "half-year", "year", "academic", "calendar", "12 months"];

    private static readonly string[] Adjectives =
        ["Monthly", "Quarterly", "Half-yearly", "Annual", "Annual (academic year)", "Annual (calendar year)", "Rolling 12 months"];

    /// <summary>The word that files use: month, quarter, half-year, year, academic, calendar.</summary>
    public static string Name(this Frequency frequency) => Names[(int)frequency];

    /// <summary>"Monthly", "Quarterly": how a table of such indicators is headed.</summary>
    public static string Adjective(this Frequency frequency) => Adjectives[(int)frequency];

    /// <summary>Reads the word that files use, and the ones people use for it (monthly, half year, annual).</summary>
    public static Frequency? Read(string text) => text.Trim().ToLowerInvariant() switch
    {
        "month" or "monthly" or "months" => Frequency.Month,
        "quarter" or "quarterly" => Frequency.Quarter,
        "half-year" or "half year" or "half-yearly" => Frequency.HalfYear,
        "year" or "annual" or "yearly" or "financial year" => Frequency.Year,
        "academic" or "academic year" => Frequency.Academic,
        "calendar" or "calendar year" => Frequency.Calendar,
        "12 months" or "rolling 12 months" => Frequency.TwelveMonths,
        _ => null,
    };

    /// <summary>Months that one period lasts.</summary>
    public static int Length(this Frequency frequency) => frequency switch
    {
        Frequency.Month => 1,
        Frequency.Quarter => 3,
        Frequency.HalfYear => 6,
        _ => 12,
    };

    /// <summary>Months from one period to the next.</summary>
    public static int Step(this Frequency frequency) =>
        frequency == Frequency.TwelveMonths ? 1 : frequency.Length();

    /// <summary>Periods from one year to the next.</summary>
    public static int PerYear(this Frequency frequency) => 12 / frequency.Step();

    /// <summary>Periods that make up twelve months: 12 months, 4 quarters, 2 half-years, 1 year.</summary>
    public static int InTwelveMonths(this Frequency frequency) => 12 / frequency.Length();

    /// <summary>Periods over which a trend is drawn: 13 months, 9 quarters, 6 half-years, 6 years (RULES 5).</summary>
    public static int TrendWindow(this Frequency frequency) => frequency switch
    {
        Frequency.Month or Frequency.TwelveMonths => 13,
        Frequency.Quarter => 9,
        _ => 6,
    };

    /// <summary>"months", "quarters": what "5 of 6 months" counts.</summary>
    public static string Plural(this Frequency frequency) => frequency switch
    {
        Frequency.Month => "months",
        Frequency.Quarter => "quarters",
        Frequency.HalfYear => "half-years",
        _ => "years",
    };

    /// <summary>"month" for one, "months" for several.</summary>
    public static string PluralFor(this Frequency frequency, int count) =>
        count == 1 ? frequency.Plural()[..^1] : frequency.Plural();

    /// <summary>The first month (0 = January of year 1) of the period with ordinal 0.</summary>
    internal static int Anchor(this Frequency frequency) => frequency switch
    {
        Frequency.Quarter or Frequency.HalfYear or Frequency.Year => 3,
        Frequency.Academic => 8,
        _ => 0,
    };
}
