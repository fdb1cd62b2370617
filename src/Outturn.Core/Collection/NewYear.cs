using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.Core.Collection;

/// <summary>The levels of one indicator for the new year, in the order of time.</summary>
public sealed record CarriedLevels(Indicator Indicator, IReadOnlyList<Levels> Levels);

/// <summary>An indicator that gets no levels for the new year, and why: a sentence.</summary>
public sealed record NotCarried(Indicator Indicator, string Reason);

/// <summary>A year opened from the one before: every level as it was, phased levels at the same time of the year.</summary>
/// <remarks>An academic or calendar year belongs to the financial year in which it ends.</remarks>
/// <param name="Year">The financial year that is opened.</param>
/// <param name="Carried">In the order of the register.</param>
/// <param name="Left">Indicators that ended before it, that have levels for it already, or that had none.</param>
public sealed record NewYear(Period Year, IReadOnlyList<CarriedLevels> Carried, IReadOnlyList<NotCarried> Left)
{
    /// <param name="year">The financial year to open.</param>
    public static NewYear Of(Register register, Period year)
    {
        var (carried, left) = (new List<CarriedLevels>(), new List<NotCarried>());
        foreach (var history in register.Indicators)
        {
            var own = OwnYear(history.Indicator, year.FinancialYear);
            if (WhyNot(history, own) is { } reason)
            {
                left.Add(new NotCarried(history.Indicator, reason));
            }
            else
            {
                carried.Add(new CarriedLevels(history.Indicator, [.. Within(history, own.Before).Select(levels => Shifted(levels, own)).Where(levels => levels.From <= levels.To)]));
            }
        }

        return new NewYear(year.FinancialYear, carried, left);
    }

    /// <summary>The year of an indicator's own kind that its levels of a financial year hold for.</summary>
    public static Period OwnYear(Indicator indicator, Period year) =>
        indicator.Definition.Frequency is Frequency.Academic or Frequency.Calendar ? Period.EndedBy(indicator.Definition.Frequency, year.Last) : year;

    private static string? WhyNot(IndicatorHistory history, Period own) =>
        history.Indicator.Until is { } until && until < own.First ? $"{history.Indicator.Ref} was counted until {until:dd/MM/yyyy}."
        : Within(history, own).Any() ? $"{history.Indicator.Ref} has levels for {own} already."
        : Within(history, own.Before).Any() ? null
        : $"{history.Indicator.Ref} has no levels in {own.Before} to carry over.";

    internal static IEnumerable<Levels> Within(IndicatorHistory history, Period year) =>
        history.Targets.All.Where(levels => levels.From <= year.Last && levels.To >= year.First);

    /// <summary>A year later, within that year; what a benchmark stood beside was last year's decision.</summary>
    internal static Levels Shifted(Levels levels, Period own)
    {
        var before = own.Before;
        return levels with
        {
            From = levels.From <= before.First ? own.First : EndAYearLater(levels.From.AddDays(-1)).AddDays(1),
            To = levels.To >= before.Last ? own.Last : EndAYearLater(levels.To),
            Benchmark = null,
            Rationale = $"Carried over from {before}.",
        };
    }

    /// <summary>The same day of the next year; the end of February stays the end of February, and what held on 29 February alone is gone.</summary>
    private static DateOnly EndAYearLater(DateOnly day) =>
        day.AddDays(1).Day == 1 ? day.AddDays(1).AddYears(1).AddDays(-1) : day.AddYears(1);
}
