using Outturn.Core.Indicators;

namespace Outturn.Core.Targets;

/// <summary>A council's rule for floors it does not state: "within 10% of target is Amber" (RULES 2). A stated floor beats it.</summary>
/// <param name="Percent">The percentage of |target| by which the floor stands below it (above it, when lower is better).</param>
public sealed record ToleranceRule(decimal Percent)
{
    public decimal Floor(decimal target, Polarity polarity)
    {
        var margin = Math.Abs(target) * Percent / 100m;
        return polarity == Polarity.LowerIsBetter ? target + margin : target - margin;
    }

    /// <summary>Reads "10%" or "10"; null when it is neither.</summary>
    public static ToleranceRule? Read(string text) =>
        decimal.TryParse(text.Trim() is [.. var number, '%'] ? number.TrimEnd() : text.Trim(), System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var percent)
        && percent is >= 0 and <= 100
            ? new ToleranceRule(percent)
            : null;

    public override string ToString() => $"{Unit.Bare(Percent, Unit.DecimalsOf(Percent))}%";
}
