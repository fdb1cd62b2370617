using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Core.Targets;
using Outturn.Core.Tests.Papers;

namespace Outturn.Core.Tests.Collection;

/// <summary>Indicators to collect figures for, and a register of them.</summary>
internal static class SmallRound
{
    public static readonly Period Quarter = Period.Holding(Frequency.Quarter, new DateOnly(2020, 5, 1));
    public static readonly Meeting Meeting = new(SmallCouncil.Committee, new DateOnly(2020, 7, 29));
    public static readonly Post Waste = new("hwaste", "Head of Waste") { Email = "waste@council.example" };
    public static readonly Post Parks = new("hparks", "Head of Parks");

    public static Indicator Indicator(string reference, Frequency frequency, int lagDays = 0, Post? owner = null, string unit = "%", RollUp rollUp = RollUp.Latest, int decimals = 1) =>
        new(reference, $"Title of {reference}", SmallCouncil.Service, [SmallCouncil.Committee], Given.Kpi(Polarity.HigherIsBetter, rollUp, decimals, unit, frequency))
        {
            LagDays = lagDays,
            Owner = owner,
        };

    public static Register Register(params IReadOnlyList<Indicator> indicators) =>
        SmallCouncil.Register(new Council("Test Council", "TEST"), [.. indicators.Select(indicator => History(indicator))]);

    public static IndicatorHistory History(Indicator indicator, IReadOnlyList<Figure>? figures = null, IReadOnlyList<Levels>? levels = null) =>
        new(indicator, new TargetHistory(levels ?? []), figures ?? [], [], []);

    /// <summary>Figures of consecutive periods that end with the one before a period; null is one that is marked not available.</summary>
    public static IReadOnlyList<Figure> Before(Period period, params IReadOnlyList<decimal?> values) =>
    [
        .. values.Select((value, i) => new Figure(
            period with { Ordinal = period.Ordinal - values.Count + i }, new Observation(value, null, value is null ? Marker.NotAvailable : Marker.None))),
    ];
}
