namespace Outturn.Core.National;

/// <summary>How old a figure is against the rhythm in which its series comes out.</summary>
public enum FigureAge
{
    UpToDate,
    Ageing,
    OutOfDate,
}

/// <summary>The rhythm of a series: how long from one figure to the next, and how long after its period a figure is published.</summary>
/// <remarks>
/// A figure is up to date until the next one is due: the end of the next period by the cadence, and the usual lag. It is ageing for one
/// cadence more, and out of date after that. So an annual figure for 2023/24 with a lag of 200 days is up to date to 17 October 2025.
/// </remarks>
/// <param name="Months">From the end of one period to the end of the next: 12 for what comes every year, whatever time it covers.</param>
/// <param name="LagDays">From the end of a period to its publication; never negative.</param>
public sealed record Cadence(int Months, int LagDays)
{
    /// <summary>The lag where nobody says when a figure was published: half a year.</summary>
    public const int UsualLag = 183;

    /// <summary>The last day on which a figure is up to date.</summary>
    public DateOnly NextDue(DateOnly last) => EndAfter(last, Months).AddDays(LagDays);

    public FigureAge AgeOf(DateOnly last, DateOnly on) =>
        on <= NextDue(last) ? FigureAge.UpToDate
        : on <= EndAfter(last, 2 * Months).AddDays(LagDays) ? FigureAge.Ageing
        : FigureAge.OutOfDate;

    /// <summary>What the ends of periods that were published say of the rhythm: the commonest distance, the shorter one of two; a year where there is one period only.</summary>
    public static int MonthsBetween(IEnumerable<DateOnly> ends)
    {
        DateOnly[] inOrder = [.. ends.Distinct().Order()];
        return inOrder.Zip(inOrder.Skip(1), (earlier, later) => Math.Max(1, (later.Year - earlier.Year) * 12 + later.Month - earlier.Month))
            .GroupBy(months => months)
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key)
            .Select(same => (int?)same.Key)
            .FirstOrDefault() ?? 12;
    }

    /// <summary>Reads annual, quarterly, monthly, every two years; null for any other word.</summary>
    public static int? ReadMonths(string text) => text.Trim().ToLowerInvariant() switch
    {
        "annual" or "annually" or "yearly" => 12,
        "quarterly" => 3,
        "monthly" => 1,
        "half-yearly" or "six-monthly" or "biannual" => 6,
        "biennial" or "every two years" => 24,
        _ => null,
    };

    /// <summary>The end of a month stays one: a quarter after 31 March is 30 June, and after 30 June is 30 September.</summary>
    private static DateOnly EndAfter(DateOnly last, int months) =>
        last.AddDays(1).Day == 1 ? last.AddDays(1).AddMonths(months).AddDays(-1) : last.AddMonths(months);
}

public static class FigureAges
{
    public static string Words(this FigureAge age) => age switch
    {
        FigureAge.UpToDate => "up to date",
        FigureAge.Ageing => "ageing",
        _ => "out of date",
    };
}
