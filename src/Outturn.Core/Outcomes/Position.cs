using Outturn.Core.Indicators;
using Outturn.Core.National;
using Outturn.Core.Neighbours;

namespace Outturn.Core.Outcomes;

/// <summary>What is published for an area of one series, and where the area stands among its neighbours.</summary>
/// <param name="Serves">The metric that the series serves, and how; null where the series was asked for itself.</param>
/// <param name="Values">Our own first, then the neighbours' values of the period; those without one are left out.</param>
/// <param name="Trend">Our own figures over time beside the neighbours' median.</param>
public sealed record Position(
    MetricSeries? Serves, NationalSeries Series, NationalFigure Figure, Standing Standing, IReadOnlyList<(Area Area, decimal Value)> Values, IReadOnlyList<PlaceInTime> Trend)
{
    /// <summary>As figures are printed: a percentage by its sign, whatever the publisher says it is of.</summary>
    public Unit Unit => new(Series.Unit is ['%', ..] ? "%" : Series.Unit ?? "");

    /// <summary>Decimals that the publisher shows, or else at most one.</summary>
    public int Decimals => Series.Decimals ?? Math.Min(1, Unit.DecimalsOf(Figure.Value ?? 0));

    /// <summary>"47.3% in 2022/23 (2 years old …); joint 3rd of 16; …", and how the series stands to the metric where it is not the metric itself.</summary>
    public string Sentence => Standing.Sentence(Unit, Decimals) + (Fits is { } fits ? $" {fits}." : "");

    /// <summary>The same for a cell of a paper: "68.9% in 2025 (ageing): 6th of 11, the highest first; median 68.9%".</summary>
    public string Brief => Standing.Brief(Unit, Decimals) + (Fits is { } fits ? $". {fits}" : "");

    /// <summary>How the series stands to its metric.</summary>
    public MetricFit Fit => Serves?.Fit ?? MetricFit.Exact;

    private string? Fits => Serves is null or { Fit: MetricFit.Exact } ? null : $"{(Serves.Fit == MetricFit.Near ? "Near the metric" : "A part of the metric")}: {Serves.Justification.TrimEnd('.')}";
}
