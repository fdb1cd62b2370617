using Outturn.Core.Outcomes;

namespace Outturn.App.Stores.Facts;

/// <summary>How an indicator stands to a metric of an outcomes framework.</summary>
public sealed class MetricLinkFact : Fact
{
    public required string Metric { get; init; }

    /// <summary>Empty where no indicator stands for the metric.</summary>
    public required string Ref { get; init; }

    public required Relation Relation { get; init; }

    /// <summary>How it differs, or why there is none.</summary>
    public string? Note { get; init; }

    public required string Who { get; init; }

    public required DateOnly SaidOn { get; init; }

    public DateOnly? ReviewOn { get; init; }

    public override object Key => (Metric, Ref);
}
