using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;

namespace Outturn.Core.Collection;

/// <summary>What a service sends for one indicator and one period: the figure, and what it says of it.</summary>
/// <param name="Observation">The value or its counts, provisional or revised where so marked; or the marker that says why there is none.</param>
public sealed record Submission(Period Period, Observation Observation)
{
    /// <summary>Why there is no value (a marker owes a reason), or what a reader should know of the figure.</summary>
    public string? Note { get; init; }

    /// <summary>The service's own year to date.</summary>
    public decimal? YtdGiven { get; init; }

    /// <summary>The service's own figure for the same period a year before.</summary>
    public decimal? PreviousGiven { get; init; }

    /// <summary>What the service expects the year to end at.</summary>
    public Forecast? Forecast { get; init; }

    /// <summary>For the public: context, and for a Red its cause and action. Null where nothing is said.</summary>
    public Commentary? Commentary { get; init; }

    /// <summary>For colleagues alone: no paper and no export can reach it.</summary>
    public string? InternalNote { get; init; }
}

/// <summary>The figure that a service expects for the whole year, in the indicator's unit, and why.</summary>
public sealed record Forecast(decimal Value, string Reason);
