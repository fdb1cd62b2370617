using FsCheck;
using FsCheck.Fluent;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests;

/// <summary>Figures, levels and series for property tests, crowded where rules break: on a level, a hair beside it, below zero.</summary>
internal static class Given
{
    /// <summary>A target and a figure beside it.</summary>
    public sealed record Rateable(Target Target, decimal Value);

    public static Gen<Polarity> Polarity { get; } = Gen.Elements(Enum.GetValues<Polarity>());

    /// <summary>-2000 to 2000 with up to four decimals.</summary>
    public static Gen<decimal> Number { get; } =
        from decimals in Gen.Choose(0, 4)
        from digits in Gen.Choose(-2_000, 2_000)
        select Scaled(digits, decimals);

    /// <summary>0, or a hair: 1 at the last of up to six decimals, either way.</summary>
    public static Gen<decimal> Hair { get; } =
        from decimals in Gen.Choose(0, 6)
        from sign in Gen.Choose(-1, 1)
        select Scaled(sign, decimals);

    public static Gen<Target> Target { get; } =
        from polarity in Polarity
        from level in Number
        from margin in Gen.OneOf(Gen.Constant(0m), Number.Select(Math.Abs))
        from tolerance in Gen.Choose(0, 4)
        from hasFloor in Gen.Elements(true, true, false)
        from above in Gen.Elements(true, false)
        select new Target(
            level,
            !hasFloor ? null : polarity == Core.Targets.Polarity.LowerIsBetter || (above && polarity == Core.Targets.Polarity.ClosestIsBetter) ? level + margin : level - margin,
            polarity,
            polarity == Core.Targets.Polarity.ClosestIsBetter ? margin * tolerance / 4 : 0);

    public static Gen<Rateable> NearItsTarget { get; } =
        from target in Target
        from far in Gen.OneOf(Number, Thirds)
        from hair in Hair
        from beside in Gen.Elements(
            target.Level, target.FloorStandard ?? target.Level, target.Level + target.Tolerance, target.Level - target.Tolerance,
            (2 * target.Level) - (target.FloorStandard ?? target.Level), target.Level + far)
        select new Rateable(target, beside + hair);

    public static Gen<Counts> Counts { get; } =
        from denominator in Gen.Choose(0, 400)
        from numerator in Gen.Choose(0, 400)
        select new Counts(numerator, denominator);

    private static Gen<decimal> Thirds { get; } =
        from numerator in Gen.Choose(-999, 999)
        from denominator in Gen.Choose(1, 999)
        select 100m * numerator / denominator;

    public static Definition Kpi(Polarity? polarity, RollUp rollUp = RollUp.Latest, int decimals = 0, string unit = "number", Frequency frequency = Frequency.Month) =>
        new(IndicatorKind.Kpi, new Unit(unit), decimals, polarity, frequency, rollUp);

    /// <summary>One figure judged by a target, as the only one of its series.</summary>
    public static JudgedFigure Judged(Target target, decimal value, int decimals = 0) =>
        new Series(Kpi(target.Polarity, decimals: decimals), [new SeriesPoint(Period.Month(2020, 3), new Observation(value), target)]).Rate()[0].Latest;

    /// <summary>Months from April 2019 on, one for each observation.</summary>
    public static IEnumerable<SeriesPoint> Months(IEnumerable<Observation> observations) =>
        observations.Select((observation, i) => new SeriesPoint(new Period(Frequency.Month, Period.Month(2019, 4).Ordinal + i), observation));

    public static void ForAll<T>(Gen<T> given, Func<T, bool> holds) =>
        Holds.Always(Prop.ForAll(given.ToArbitrary(), holds), 1_000);

    private static decimal Scaled(int digits, int decimals) => digits / (decimal)Math.Pow(10, decimals);
}
