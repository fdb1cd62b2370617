using Outturn.Core.Indicators;
using Outturn.Core.National;
using Outturn.Core.Papers;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.Core.Outcomes;

/// <summary>What is published of a metric: the series that serves it best, and its figure for our area.</summary>
public sealed record PublishedMetric(MetricSeries Serves, NationalSeries Series, NationalFigure Figure);

/// <summary>A row of two definitions side by side; null where one says nothing.</summary>
public sealed record DefinitionRow(string What, string? Ours, string? Theirs);

/// <summary>An indicator beside a metric that it is said to stand to: both figures, both definitions, and why the two cannot be compared. Never a colour.</summary>
/// <param name="Published">Null where no figure of it is held for our area.</param>
/// <param name="Own">Null where there is no figure of our own, or none to set it beside.</param>
/// <param name="Differences">Why they cannot be compared, each to follow "because"; none where they can.</param>
public sealed record BesideMetric(Metric Metric, MetricLink Link, PublishedMetric? Published, OwnFigure? Own, IReadOnlyList<string> Differences, IReadOnlyList<DefinitionRow> Definitions)
{
    /// <summary>One sentence: "Comparable: …" or "Not comparable because …".</summary>
    public string Sentence => Published is null
        ? "No figure of it is held for our area, so there is nothing to compare."
        : Differences.Count > 0 ? $"Not comparable because {Words.List(Differences)}."
        : "Comparable: the same count, in the same unit and for the same time.";

    public static BesideMetric Of(MetricLink link, Metric metric, IndicatorHistory history, PublishedMetric? published)
    {
        var own = published is null ? null : OwnFigure.Of(history, published.Figure.Period);
        return new BesideMetric(metric, link, published, own, published is null ? [] : [.. Reasons(link, metric, history.Indicator, published, own).OfType<string>()], [.. Rows(metric, history.Indicator, published?.Series)]);
    }

    private static IEnumerable<string?> Reasons(MetricLink link, Metric metric, Indicator indicator, PublishedMetric published, OwnFigure? own)
    {
        var (series, definition) = (published.Series, indicator.Definition);
        yield return link.Relation switch
        {
            Relation.Near => $"ours is near the metric and not the same{Said(link.Note)}",
            Relation.Proxy => $"ours is a proxy, local and within the year{Said(link.Note)}",
            Relation.Contributes => $"ours shows what the council does for it and does not measure it{Said(link.Note)}",
            _ => null,
        };
        yield return published.Serves.Fit switch
        {
            MetricFit.Near => $"what is published is near the metric{Said(published.Serves.Justification)}",
            MetricFit.Component => $"what is published is a part of the metric{Said(published.Serves.Justification)}",
            _ => null,
        };
        var unit = series.Unit ?? metric.Unit;
        yield return unit is null ? $"the publisher names no unit, and ours is {UnitWords(definition.Unit.Name)}"
            : AreSame(definition.Unit, unit) ? null
            : $"the units differ: ours is {UnitWords(definition.Unit.Name)} and the published one {UnitWords(unit)}";
        yield return own is null ? "there is no figure of our own" : own.Reason;
        yield return indicator.Part is { } part ? $"ours covers {part} alone" : null;
        yield return own is not null && indicator.DefinitionFrom is { } from && from > own.Period.Last && indicator.Breaks.Any(day => day > own.Period.Last) ? $"our definition has changed since, on {Words.Date(from)}" : null;
        yield return Better(series, metric, published.Serves.Fit) is { } theirs && definition.Polarity is { } ours && ours != Targets.Polarity.ClosestIsBetter && theirs != ours
            ? $"they count opposite ways: {ours.Name()} is better of ours and {theirs.Name()} of what is published" : null;
        yield return published.Figure.Status == FigureStatus.Provisional ? "the published figure is provisional" : null;
    }

    private static IEnumerable<DefinitionRow> Rows(Metric metric, Indicator indicator, NationalSeries? series)
    {
        yield return new("What is counted", indicator.Meaning ?? indicator.Title, series is null || series.Title == metric.Title ? metric.Title : $"{metric.Title}. Published as: {series.Title}");
        yield return new("Numerator", indicator.Numerator, null);
        yield return new("Denominator", indicator.Denominator, null);
        yield return new("Unit", UnitWords(indicator.Definition.Unit.Name), (series?.Unit ?? metric.Unit) is { } unit ? UnitWords(unit) : null);
        yield return new("Period", $"{Words.Capital(indicator.Definition.Frequency.Adjective())}{(indicator.Definition.Basis == Basis.Cumulative ? ", for the year so far" : "")}", series is null ? null : Every(series.Cadence.Months));
        if (series?.Description is { } description)
        {
            yield return new("More on it", indicator.Rationale, description);
        }

        yield return new("Source", indicator.Source, series is null ? metric.Publisher : $"{series.Publisher ?? metric.Publisher ?? "Publisher not known"}, {series.Title}");
    }

    /// <summary>Percentages by their sign, rates by their number, plain numbers whatever is counted.</summary>
    internal static bool AreSame(Unit ours, string theirs)
    {
        var unit = new Unit(theirs.StartsWith('%') ? "%" : theirs);
        return ours.IsRatio || unit.IsRatio
            ? ours.IsRatio && unit.IsRatio && ours.IsPercentage == unit.IsPercentage && ours.Multiplier == unit.Multiplier
            : ours.Name.Equals(unit.Name, StringComparison.OrdinalIgnoreCase) || (IsCount(ours.Name) && IsCount(unit.Name));
    }

    private static bool IsCount(string unit) => unit.StartsWith(Unit.Number, StringComparison.OrdinalIgnoreCase) || unit.Equals("count", StringComparison.OrdinalIgnoreCase);

    private static string UnitWords(string unit) => unit == "%" ? "a percentage" : unit.StartsWith('%') ? $"a percentage ({unit.TrimStart('%').Trim()})" : unit.Equals(Unit.Number, StringComparison.OrdinalIgnoreCase) ? "a number" : unit;

    private static string Every(int months) => months switch { 1 => "Monthly", 3 => "Quarterly", 6 => "Every half-year", 12 => "Yearly", _ => $"Every {months} months" };

    private static Polarity? Better(NationalSeries series, Metric metric, MetricFit fit) => (fit == MetricFit.Component ? null : metric.Better) ?? series.Polarity;

    /// <summary>In brackets, so that its own commas and full stops stay its own.</summary>
    private static string Said(string? note) => string.IsNullOrWhiteSpace(note) ? "" : $" ({note.Trim().TrimEnd('.')})";
}
