using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests.Release;

/// <summary>A council of monthly counts, in the papers of its one committee.</summary>
internal static class SmallCounts
{
    public static readonly Committee Committee = new("Care Committee", "Care", ["dashboard"]);
    public static readonly Service Service = new("Care", 1);
    public static readonly Period Year = Period.Year(2019);

    /// <summary>Counts of April 2019 on.</summary>
    public static IndicatorHistory Monthly(string reference, int? below, IEnumerable<Observation> counts, string unit = "number", RollUp rollUp = RollUp.Sum, Basis basis = Basis.Period, Target? target = null) => new(
        new Indicator(reference, $"Title of {reference}", Service, [Committee], new Definition(IndicatorKind.Kpi, new Unit(unit), 0, Polarity.LowerIsBetter, Frequency.Month, rollUp, basis)) { SuppressBelow = below },
        new TargetHistory([new Levels(Year.First, Year.Last, target ?? new Target(1000, null, Polarity.LowerIsBetter), null)]),
        [.. counts.Select((count, i) => new Figure(new Period(Frequency.Month, Period.Month(2019, 4).Ordinal + i), count))],
        [],
        []);

    public static IndicatorHistory Monthly(string reference, int? below, params int[] counts) => Monthly(reference, below, counts.Select(count => new Observation(count)));

    public static IndicatorHistory PartOf(this IndicatorHistory part, string whole) => part with { Indicator = part.Indicator with { PartOf = whole, Part = part.Indicator.Ref } };

    public static Register Register(params IReadOnlyList<IndicatorHistory> indicators) =>
        new(new Council("Test Council", "TEST"), [], [Service], [Committee], [], indicators, new Dictionary<string, string>());

    public static DateOnly DataTo(int months) => new Period(Frequency.Month, Period.Month(2019, 4).Ordinal + months - 1).Last;

    public static Dashboard Known(Register register, int months) => Dashboard.Of(register, Committee, DataTo(months), DataTo(months).AddDays(60));

    public static Dashboard Published(int months, params IReadOnlyList<IndicatorHistory> indicators)
    {
        var register = Register(indicators);
        return Core.Release.Suppression.Of(Known(register, months), register);
    }
}
