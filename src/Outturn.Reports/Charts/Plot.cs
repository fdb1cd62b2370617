namespace Outturn.Reports.Charts;

/// <summary>The rectangle of a chart in which figures are drawn, and where in it a period and a value lie.</summary>
internal sealed record Plot(double Left, double Right, double Top, double Bottom, int Periods, AxisScale Scale)
{
    /// <summary>The width that one period has.</summary>
    public double Cell => (Right - Left) / Math.Max(1, Periods);

    /// <summary>Where the period begins; a level holds from here to the next.</summary>
    public double Edge(int period) => Left + period * Cell;

    /// <summary>The middle of the period, where its figure is marked.</summary>
    public double X(int period) => Left + (period + 0.5) * Cell;

    public double Y(decimal value) => Bottom - (double)((value - Scale.Min) / (Scale.Max - Scale.Min)) * (Bottom - Top);
}
