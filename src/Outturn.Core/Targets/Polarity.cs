namespace Outturn.Core.Targets;

/// <summary>Which way is better.</summary>
public enum Polarity
{
    HigherIsBetter,
    LowerIsBetter,

    /// <summary>The nearer to the target the better; moves within the tolerance do not count.</summary>
    ClosestIsBetter,
}

public static class Polarities
{
    /// <summary>How far a value falls short of a level: 0 or less is achieved; for closest, the distance either way.</summary>
    public static decimal Shortfall(this Polarity polarity, decimal value, decimal from) => polarity switch
    {
        Polarity.HigherIsBetter => from - value,
        Polarity.LowerIsBetter => value - from,
        _ => Math.Abs(from - value),
    };

    /// <summary>The word that files use: higher, lower, closest.</summary>
    public static string Name(this Polarity polarity) => polarity switch
    {
        Polarity.HigherIsBetter => "higher",
        Polarity.LowerIsBetter => "lower",
        _ => "closest",
    };

    /// <summary>Reads higher, lower or closest, alone or with "is better" behind it.</summary>
    public static Polarity? Read(string text) => text.Trim().ToLowerInvariant().Replace(" is better", "", StringComparison.Ordinal) switch
    {
        "higher" or "high" or "bigger" or "up" => Polarity.HigherIsBetter,
        "lower" or "low" or "smaller" or "down" => Polarity.LowerIsBetter,
        "closest" or "closer" or "closest to target" => Polarity.ClosestIsBetter,
        _ => null,
    };
}
