using Outturn.Core.Periods;

namespace Outturn.Core.Collection;

/// <summary>What to look at before a figure is accepted; it can be accepted with a reason.</summary>
/// <param name="Code">One of the constants here; stores keep it, and it never changes.</param>
/// <param name="Sentence">What is odd, with the numbers, and what to do.</param>
public sealed record SubmissionWarning(Period Period, string Code, string Sentence)
{
    /// <summary>Ten times the last value or more, or a tenth of it or less: a digit too many or too few.</summary>
    public const string TenTimes = "ten-times";

    /// <summary>Beyond the least or the largest of six or more earlier values by more than half of what lies between those.</summary>
    public const string OutsideHistory = "outside-history";

    /// <summary>The third of equal values in a row, where they varied before.</summary>
    public const string Unchanged = "unchanged";

    /// <summary>A numerator below 0 or, of a share, above its denominator; a typed value that its counts do not make.</summary>
    public const string CountsDoNotFit = "counts-do-not-fit";

    /// <summary>A percentage or rate of fewer than ten cases.</summary>
    public const string SmallDenominator = "small-denominator";

    /// <summary>The figures of the directorates do not make up the whole.</summary>
    public const string PartsNotWhole = "parts-not-whole";
}
