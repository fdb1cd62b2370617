namespace Outturn.App.Registers.Checks;

/// <summary>How far an indicator's figures usually lie from their median, which a single wrong figure hardly moves.</summary>
internal sealed class Spread
{
    private const int Fewest = 8;

    /// <summary>Makes the median distance of normal figures equal to their standard deviation.</summary>
    private const double ToDeviation = 1.4826;

    private readonly double usual;

    private Spread(decimal median, double usual) => (Median, this.usual) = (median, usual);

    public decimal Median { get; }

    /// <summary>Null with too few figures to tell.</summary>
    public static Spread? Of(Readings readings)
    {
        if (readings.All.Count < Fewest)
        {
            return null;
        }

        var median = Readings.Median(readings.All.Select(reading => reading.Value));
        var distance = Readings.Median(readings.All.Select(reading => Math.Abs(reading.Value - median)));
        return new Spread(median, (double)distance * ToDeviation);
    }

    /// <summary>
    /// Deviations of a figure from the median. A deviation is never less than the last decimal shown, 2% of the median, or what
    /// chance alone does to a share of so many cases (which a median of 0 or 100% does not rule out).
    /// </summary>
    public double Deviations(Readings readings, Reading reading)
    {
        var deviation = Math.Max(usual, Math.Max(Math.Pow(10, -readings.Definition.Decimals), Math.Abs((double)Median) * 0.02));
        if (readings.Unit.IsPercentage && reading.Figure.Observation.Counts is { Denominator: > 0 } counts)
        {
            var onlyOne = 1 / ((double)counts.Denominator + 2);
            var share = Math.Clamp((double)Median / 100, onlyOne, 1 - onlyOne);
            deviation = Math.Max(deviation, 100 * Math.Sqrt(share * (1 - share) / (double)counts.Denominator));
        }

        return Math.Abs((double)(reading.Value - Median)) / deviation;
    }
}
