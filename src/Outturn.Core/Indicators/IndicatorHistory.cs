using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Review;
using Outturn.Core.Targets;

namespace Outturn.Core.Indicators;

/// <summary>Everything known of an indicator: its levels over time, its figures, what was said of them and what is proposed.</summary>
public sealed record IndicatorHistory(
    Indicator Indicator,
    TargetHistory Targets,
    IReadOnlyList<Figure> Figures,
    IReadOnlyList<Commentary> Commentaries,
    IReadOnlyList<Proposal> Proposals)
{
    /// <summary>How it was, is and will be counted, in the order of time; none where it has always been as it is now.</summary>
    public IReadOnlyList<DatedDefinition> Definitions { get; init; } = [];

    /// <summary>In how many days its cases were closed, where that is known.</summary>
    public IReadOnlyList<CaseDays> Cases { get; init; } = [];

    /// <summary>The last period with a figure, of the kind that it is counted in now; null without one.</summary>
    public Period? LastPeriod => Figures.LastOrDefault(figure => figure.Observation.IsPresent && figure.Period.Frequency == Indicator.Definition.Frequency)?.Period;

    /// <summary>As it was counted on a day: a report on a year that is over keeps the definition of that year.</summary>
    public IndicatorHistory CountedOn(DateOnly day) =>
        (Definitions.LastOrDefault(definition => definition.From <= day) ?? (Definitions is [var first, ..] ? first : null)) is { } then && then.From != (Indicator.DefinitionFrom ?? DateOnly.MinValue)
            ? this with { Indicator = then.Of(Indicator) }
            : this;

    /// <summary>Its figures as a series up to and including a period, which is there (awaited) even without a figure.</summary>
    /// <param name="dataTo">Figures for periods that end later are not used, the period's own included; null uses all.</param>
    public Series SeriesTo(Period period, DateOnly? dataTo = null)
    {
        var points = Figures
            .Where(figure => figure.Period.Frequency == period.Frequency && figure.Period.Ordinal <= period.Ordinal && (dataTo is not { } day || figure.Period.Last <= day))
            .Select(Point)
            .ToList();
        if (points.All(point => point.Period != period))
        {
            points.Add(Point(new Figure(period, new Observation(null))));
        }

        return new Series(
            Indicator.Definition,
            points,
            Indicator.Since is { } since ? Period.Holding(Indicator.Definition.Frequency, since) : null,
            [.. Indicator.Breaks.Select(day => Period.Holding(Indicator.Definition.Frequency, day))]);
    }

    private SeriesPoint Point(Figure figure)
    {
        var levels = Targets.InForce(figure.Period);
        return new SeriesPoint(
            figure.Period, figure.Observation, levels?.Target, levels?.Range, figure.YtdGiven, figure.PreviousGiven, figure.Accepted);
    }
}

/// <summary>How an indicator is counted from a day on.</summary>
/// <param name="From">The first day; the first of all days for the definition it began with.</param>
public sealed record DatedDefinition(DateOnly From, Definition Definition, string? Meaning, string? Numerator, string? Denominator, string? Source)
{
    internal Indicator Of(Indicator indicator) => indicator with
    {
        Definition = Definition, Meaning = Meaning, Numerator = Numerator, Denominator = Denominator, Source = Source,
        DefinitionFrom = From == DateOnly.MinValue ? null : From, DefinitionReason = null,
    };
}

/// <summary>A figure as a service gave it.</summary>
/// <param name="YtdGiven">The service's own year to date.</param>
/// <param name="PreviousGiven">The service's own figure for the same period a year before.</param>
/// <param name="Accepted">Why the analyst accepts an incomplete year to date at this period, printed beside it; or null.</param>
public sealed record Figure(
    Period Period,
    Observation Observation,
    decimal? YtdGiven = null,
    decimal? PreviousGiven = null,
    string? Accepted = null,
    string? Note = null);

/// <summary>What is said of a figure; for a Red: cause, action, owner, date and expected recovery.</summary>
/// <param name="Context">What a reader needs to know to understand the figure.</param>
/// <param name="Owner">The post that answers for the action, as it is printed.</param>
/// <param name="Due">When the action is to be done.</param>
/// <param name="Recovery">When the indicator is expected to be back, as written: a month, a quarter, a year.</param>
public sealed record Commentary(
    Period Period, string? Context, string? Cause, string? Action, string? Owner, DateOnly? Due, string? Recovery)
{
    /// <summary>A committee reads so many words on one figure.</summary>
    public const int MostWords = 120;

    /// <summary>The words of context, cause and action together.</summary>
    public int WordCount => new[] { Context, Cause, Action }.Sum(text => (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);

    /// <summary>Which of cause, action, owner, due and recovery a Red still lacks.</summary>
    public IReadOnlyList<string> Lacks() =>
        [.. new[] { (Cause, "cause"), (Action, "action"), (Owner, "owner"), (Due?.ToString("O"), "due"), (Recovery, "recovery") }
            .Where(part => string.IsNullOrWhiteSpace(part.Item1))
            .Select(part => part.Item2)];
}
