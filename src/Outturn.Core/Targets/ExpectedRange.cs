using Outturn.Core.Ratings;

namespace Outturn.Core.Targets;

/// <summary>What an activity indicator is expected to lie within, limits inclusive; one limit alone is allowed (RULES 6).</summary>
public sealed record ExpectedRange
{
    /// <exception cref="ArgumentException">Neither limit is given, or the lower lies above the upper.</exception>
    public ExpectedRange(decimal? lower, decimal? upper)
    {
        if (lower is null && upper is null)
        {
            throw new ArgumentException("An expected range needs a lower or an upper limit.", nameof(lower));
        }

        if (lower > upper)
        {
            throw new ArgumentException($"lower limit {lower} is above upper limit {upper}.", nameof(lower));
        }

        (Lower, Upper) = (lower, upper);
    }

    public decimal? Lower { get; }

    public decimal? Upper { get; }

    public RangeVerdict Judge(decimal value) =>
        value < Lower ? RangeVerdict.Below : value > Upper ? RangeVerdict.Above : RangeVerdict.InRange;
}
