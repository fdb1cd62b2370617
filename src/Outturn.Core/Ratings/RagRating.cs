namespace Outturn.Core.Ratings;

/// <summary>Red, Amber or Green, in the order from worst to best (dashboard report, July 2020, 2.4).</summary>
public enum RagRating
{
    /// <summary>The floor standard was not achieved.</summary>
    Red,

    /// <summary>The floor standard was achieved or exceeded, the target was not.</summary>
    Amber,

    /// <summary>The target was achieved or exceeded.</summary>
    Green,
}
