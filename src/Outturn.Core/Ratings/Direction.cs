namespace Outturn.Core.Ratings;

/// <summary>Direction of travel, in the words of the three methods (RULES 5).</summary>
public enum Direction
{
    NoComparison,
    Improved,
    Worsened,
    Same,
    TooFewPoints,
    Improving,
    Worsening,
    Stable,
}

/// <summary>The method by which a report states direction of travel; a report names its method.</summary>
public enum DirectionMethod
{
    /// <summary>Against the period before.</summary>
    Previous,

    /// <summary>Against the same period a year before.</summary>
    LastYear,

    /// <summary>Least squares over the window that ends at the period.</summary>
    Trend,
}

public static class Directions
{
    public static string Text(this Direction direction) => direction switch
    {
        Direction.NoComparison => "No comparison",
        Direction.TooFewPoints => "Too few points",
        _ => direction.ToString(),
    };
}
