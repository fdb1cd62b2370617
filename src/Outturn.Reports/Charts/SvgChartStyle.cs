namespace Outturn.Reports.Charts;

/// <summary>The size of a drawn chart, in pixels of the screen (96 to the inch), and the colour of the indicator's own line.</summary>
/// <remarks>The usual size keeps its letters at 10 pixels on a telephone 320 pixels wide.</remarks>
public sealed record SvgChartStyle(int Width = 360, int Height = 230, double FontSize = 12, string Line = Palette.Ink)
{
    public static SvgChartStyle Usual { get; } = new();
}
