using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.Core.Indicators;

/// <summary>KPIs are rated against targets; activity indicators are set beside an expected range (RULES 6).</summary>
public enum IndicatorKind
{
    Kpi,
    Activity,
}

/// <summary>How the year's figures roll up to the year to date (RULES 4).</summary>
public enum RollUp
{
    /// <summary>Σ numerator ÷ Σ denominator.</summary>
    Ratio,

    /// <summary>Σ value.</summary>
    Sum,

    /// <summary>Mean of the values; pooled where there are counts.</summary>
    Mean,

    /// <summary>A snapshot: the period's own figure.</summary>
    Latest,

    /// <summary>The last twelve months.</summary>
    Rolling12,
}

/// <summary>What a figure covers: its own period, or the year so far.</summary>
public enum Basis
{
    Period,
    Cumulative,
}

/// <summary>How an indicator is counted and judged: everything about it that a rating depends on.</summary>
public sealed record Definition
{
    /// <exception cref="ArgumentException">A roll-up that cannot be worked out for this unit.</exception>
    public Definition(
        IndicatorKind kind,
        Unit unit,
        int decimals,
        Polarity? polarity,
        Frequency frequency,
        RollUp rollUp,
        Basis basis = Basis.Period)
    {
        if (Refusal(unit, rollUp) is { } refusal)
        {
            throw new ArgumentException(refusal, nameof(rollUp));
        }

        (Kind, Unit, Decimals, Polarity, Frequency, RollUp, Basis) = (kind, unit, decimals, polarity, frequency, rollUp, basis);
    }

    public IndicatorKind Kind { get; }

    public Unit Unit { get; }

    /// <summary>Decimals shown, unless a figure needs more so as not to contradict its colour.</summary>
    public int Decimals { get; }

    /// <summary>Null where nobody has said which way is better: then nothing is rated and nothing compared.</summary>
    public Polarity? Polarity { get; }

    public Frequency Frequency { get; }

    public RollUp RollUp { get; }

    public Basis Basis { get; }

    /// <summary>Nobody has said how the figures of a year come together (an analyst's own sheet): there is no year to date but one supplied.</summary>
    public bool IsRollUpUnsaid { get; init; }

    /// <summary>Whether figures are counted, judged and put together alike: how many decimals are shown makes no difference.</summary>
    public bool CountsAs(Definition other) =>
        (Kind, Unit, Polarity, Frequency, RollUp, Basis) == (other.Kind, other.Unit, other.Polarity, other.Frequency, other.RollUp, other.Basis);

    /// <summary>Why a roll-up and a unit do not go together, or null when they do: only counts and amounts add up (RULES 1).</summary>
    public static string? Refusal(Unit unit, RollUp rollUp) =>
        rollUp == RollUp.Sum && unit.IsRatio ? $"a sum of \"{unit}\" is meaningless: only counts and amounts add up; use ratio (with numerator and denominator), mean or latest." : null;
}

public static class RollUps
{
    public static RollUp? Read(string text) => text.Trim().ToLowerInvariant() switch
    {
        "ratio" => RollUp.Ratio,
        "sum" => RollUp.Sum,
        "mean" or "average" => RollUp.Mean,
        "latest" or "snapshot" => RollUp.Latest,
        "rolling12" or "rolling 12" => RollUp.Rolling12,
        _ => null,
    };

    /// <summary>The word that files use.</summary>
    public static string Name(this RollUp rollUp) => rollUp switch
    {
        RollUp.Ratio => "ratio",
        RollUp.Sum => "sum",
        RollUp.Mean => "mean",
        RollUp.Latest => "latest",
        _ => "rolling12",
    };
}
