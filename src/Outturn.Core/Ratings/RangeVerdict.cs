namespace Outturn.Core.Ratings;

/// <summary>An activity figure against its expected range, limits inclusive (RULES 6). Above is not bad and below is not good.</summary>
public enum RangeVerdict
{
    NoRange,
    Below,
    InRange,
    Above,
}

public static class RangeVerdicts
{
    public static string Text(this RangeVerdict verdict) => verdict switch
    {
        RangeVerdict.NoRange => "No range",
        RangeVerdict.Below => "Below",
        RangeVerdict.InRange => "In range",
        RangeVerdict.Above => "Above",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };
}
