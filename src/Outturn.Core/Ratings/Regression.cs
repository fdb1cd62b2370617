using MathNet.Numerics;

namespace Outturn.Core.Ratings;

/// <summary>Direction of travel by least squares with a two-sided t-test on the slope (RULES 5); knows nothing of seasons.</summary>
public static class Regression
{
    private const int FewestPoints = 5;
    private const double Significant = 0.05;

    /// <param name="x">Period numbers: gaps keep their place.</param>
    /// <param name="y">Exact figures, turned so that more is better; as many as there are period numbers.</param>
    public static Trend Trend(ReadOnlySpan<int> x, ReadOnlySpan<decimal> y)
    {
        Span<double> rise = stackalloc double[y.Length];
        for (var i = 0; i < y.Length; i++)
        {
            rise[i] = (double)(y[i] - y[0]);
        }

        return Trend(x, y, rise);
    }

    /// <param name="rise">The figures again, each as its difference from one figure, which may be any.</param>
    internal static Trend Trend(ReadOnlySpan<int> x, ReadOnlySpan<decimal> y, ReadOnlySpan<double> rise)
    {
        if (x.Length < FewestPoints)
        {
            return new Trend(Direction.TooFewPoints, null, null);
        }

        if (!y.ContainsAnyExcept(y[0]))
        {
            return new Trend(Direction.Stable, 1, 0);
        }

        var (slope, p) = Slope(x, rise);
        p = IsStraight(x, y) ? 0 : p;
        return new Trend(p >= Significant ? Direction.Stable : slope > 0 ? Direction.Improving : Direction.Worsening, p, slope);
    }

    private static bool IsStraight(ReadOnlySpan<int> x, ReadOnlySpan<decimal> y)
    {
        for (var i = 1; i < y.Length - 1; i++)
        {
            if ((y[i] - y[0]) * (x[^1] - x[0]) != (y[^1] - y[0]) * (x[i] - x[0]))
            {
                return false;
            }
        }

        return true;
    }

    private static (double Slope, double P) Slope(ReadOnlySpan<int> x, ReadOnlySpan<double> y)
    {
        var n = x.Length;
        var (meanX, meanY) = (0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            meanX += (x[i] - x[0]) / (double)n;
            meanY += y[i] / n;
        }

        var (sxx, sxy) = (0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            var distance = x[i] - x[0] - meanX;
            sxx += distance * distance;
            sxy += distance * (y[i] - meanY);
        }

        var slope = sxy / sxx;
        var residual = 0.0;
        for (var i = 0; i < n; i++)
        {
            var error = y[i] - meanY - (slope * (x[i] - x[0] - meanX));
            residual += error * error;
        }

        if (residual == 0)
        {
            return (slope, 0);
        }

        // Two-sided tail of Student's t with n − 2 degrees of freedom, by the regularised incomplete beta function.
        var freedom = n - 2;
        var t2 = slope * slope * sxx * freedom / residual;
        return (slope, SpecialFunctions.BetaRegularized(freedom / 2.0, 0.5, freedom / (freedom + t2)));
    }
}
