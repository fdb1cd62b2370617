using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.App.Registers.Checks;

/// <summary>A figure that has a value.</summary>
internal readonly record struct Reading(Figure Figure, decimal Value)
{
    public Period Period => Figure.Period;

    /// <summary>The column that the value came from.</summary>
    public string Column => Figure.Observation.HasCounts ? "numerator" : "value";
}

/// <summary>An indicator's figures that have a value, oldest first, and how to speak of them.</summary>
internal sealed class Readings
{
    private readonly HashSet<Period> commented;

    public Readings(IndicatorHistory history)
    {
        History = history;
        commented = [.. history.Commentaries.Select(commentary => commentary.Period)];
        All =
        [
            .. history.Figures.Select(figure => (Figure: figure, Value: figure.Observation.Value(Unit)))
                .Where(pair => pair.Value is not null)
                .Select(pair => new Reading(pair.Figure, pair.Value!.Value)),
        ];
        AgainstLevels = AddsUpTwelveMonths() ? [.. TwelveMonths()] : All;
    }

    public IndicatorHistory History { get; }

    public Indicator Indicator => History.Indicator;

    public Definition Definition => History.Indicator.Definition;

    public Unit Unit => History.Indicator.Definition.Unit;

    public string Ref => History.Indicator.Ref;

    public bool IsKpi => Definition.Kind == IndicatorKind.Kpi;

    public IReadOnlyList<Reading> All { get; }

    /// <summary>What the levels are meant for: the figures, or the twelve-month totals where those are what is rated (RULES 4, rolling 12).</summary>
    public IReadOnlyList<Reading> AgainstLevels { get; }

    public Reading? Last => All.Count > 0 ? All[^1] : null;

    /// <summary>Somebody has said something of the figure: then its oddness has been seen.</summary>
    public bool IsExplained(Figure figure) => figure.Note is not null || commented.Contains(figure.Period);

    /// <summary>A figure as a finding prints it.</summary>
    public string Print(decimal value)
    {
        var printed = Unit.Tell(value, Definition.Decimals);
        return Unit.Label is { Length: > 0 } label && !Unit.IsRatio ? $"{printed} {label}" : printed;
    }

    public Levels? LevelsOf(Reading reading) => History.Targets.InForce(reading.Period);

    private bool AddsUpTwelveMonths() =>
        Definition.RollUp == RollUp.Rolling12 && Definition.Frequency.Length() < 12 && All.Count > 0 && !All.Any(reading => reading.Figure.Observation.HasCounts);

    private IEnumerable<Reading> TwelveMonths()
    {
        var totals = History.SeriesTo(All.MaxBy(reading => reading.Period.Ordinal).Period).Rate().ToDictionary(rated => rated.Period, rated => rated.ToDate.Figure.Value);
        return All.Where(reading => totals[reading.Period] is not null).Select(reading => reading with { Value = totals[reading.Period]!.Value });
    }

    /// <summary>The middle of some values; of two middle ones the mean.</summary>
    public static decimal Median(IEnumerable<decimal> values)
    {
        decimal[] inOrder = [.. values.Order()];
        var middle = inOrder.Length / 2;
        return inOrder.Length % 2 == 1 ? inOrder[middle] : (inOrder[middle - 1] + inOrder[middle]) / 2;
    }
}
