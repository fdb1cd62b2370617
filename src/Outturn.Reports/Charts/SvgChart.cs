using System.Globalization;

namespace Outturn.Reports.Charts;

/// <summary>Draws a chart as one self-contained SVG, for browsers and as a picture in Word files.</summary>
/// <remarks>Nothing depends on colour: lines differ by dashes and weight, and each is named at its right end.</remarks>
public static class SvgChart
{
    private const string Grid = "#d5d8da";
    private const double TickGap = 6;
    private const double LabelGap = 9;
    private const double LongestLabel = 0.3;
    private const double EasyLabel = 0.22;
    private const string BreakText = "definition changed";

    public static string Draw(Chart chart, SvgChartStyle? style = null)
    {
        style ??= SvgChartStyle.Usual;
        var canvas = new SvgCanvas(style.FontSize);
        var plot = Layout(chart, style, canvas);
        Open(canvas, chart, style);
        SvgLines.Band(canvas, chart, plot);
        Axes(canvas, chart, style, plot);
        Break(canvas, chart, style, plot);
        foreach (var line in chart.Lines.OrderBy(line => line.Kind == LineKind.Actual))
        {
            SvgLines.Draw(canvas, chart, line, plot, Markup.Escape(style.Line));
        }

        Names(canvas, chart, style, plot);
        if (!chart.Lines.Any(line => line.Kind == LineKind.Actual && line.Last() >= 0))
        {
            NoFigures(canvas, plot);
        }

        canvas.Raw("</svg>");
        return canvas.ToString();
    }

    private static Plot Layout(Chart chart, SvgChartStyle style, SvgCanvas canvas)
    {
        var scale = AxisScale.For(chart);
        var ticks = scale.Ticks.Max(tick => TextWidth.Of(chart.Unit.Print(tick, scale.Decimals), style.FontSize));
        var labels = Math.Min(EndLabels.Wanted(chart, style.FontSize, style.Width * EasyLabel), style.Width * LongestLabel);
        var rowsAbove = (chart.Unit.Label.Length > 0 ? 1 : 0) + (chart.BreakBefore is null ? 0 : 1);
        return new Plot(
            Left: Math.Min(ticks, style.Width * LongestLabel) + TickGap,
            Right: style.Width - labels - LabelGap - 1,
            Top: rowsAbove * canvas.RowHeight + style.FontSize / 2,
            Bottom: style.Height - 2 * canvas.RowHeight - style.FontSize / 2,
            chart.Periods.Count,
            scale);
    }

    private static void Open(SvgCanvas canvas, Chart chart, SvgChartStyle style)
    {
        var id = Markup.Escape(chart.Name);
        canvas.Raw(string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{style.Width}" height="{style.Height}" viewBox="0 0 {style.Width} {style.Height}" role="img" aria-labelledby="{id}-title {id}-desc" font-family="{SvgCanvas.Font}" font-size="{style.FontSize:0.#}">
            <title id="{id}-title">{Markup.Escape(chart.Title)}</title>
            <desc id="{id}-desc">{Markup.Escape(chart.Description)}</desc>

            """));
    }

    private static void Axes(SvgCanvas canvas, Chart chart, SvgChartStyle style, Plot plot)
    {
        var shift = style.FontSize * SvgCanvas.Ascent / 2;
        var means = chart.Unit.IsPercentage || chart.Lines.Any(line => line.Last() >= 0);
        foreach (var tick in plot.Scale.Ticks)
        {
            var y = plot.Y(tick);
            canvas.Line(plot.Left, y, plot.Right, y, tick == plot.Scale.Min || tick == 0 ? Palette.Grey : Grid, 1);
            if (means)
            {
                canvas.Text(plot.Left - TickGap, y + shift, chart.Unit.Print(tick, plot.Scale.Decimals), "tick", "end", Palette.Grey);
            }
        }

        if (chart.Unit.Label is { Length: > 0 } unit)
        {
            canvas.Text(0, style.FontSize, TextWidth.Fit(unit, style.FontSize, style.Width), "unit", colour: Palette.Grey);
        }

        var baseline = plot.Bottom + style.FontSize * 0.5 + style.FontSize * SvgCanvas.Ascent;
        foreach (var label in PeriodLabels.For(chart.Periods, plot, style.FontSize, style.Width))
        {
            canvas.Line(label.Tick, plot.Bottom, label.Tick, plot.Bottom + 3, Palette.Grey, 1);
            canvas.Text(label.X, baseline, label.Text, "period", "middle", Palette.Grey);
            if (label.Year.Length > 0)
            {
                canvas.Text(label.X, baseline + canvas.RowHeight, label.Year, "period", "middle", Palette.Grey);
            }
        }
    }

    private static void Break(SvgCanvas canvas, Chart chart, SvgChartStyle style, Plot plot)
    {
        if (chart.BreakBefore is not { } period)
        {
            return;
        }

        var x = plot.Edge(period);
        var half = TextWidth.Of(BreakText, style.FontSize) / 2;
        var baseline = plot.Top - style.FontSize / 2;
        canvas.Line(x, baseline + 3, x, plot.Bottom, Palette.Grey, 1, "3 3");
        canvas.Text(Math.Clamp(x, half, Math.Max(half, style.Width - half)), baseline, BreakText, "break", "middle", Palette.Grey);
    }

    private static void Names(SvgCanvas canvas, Chart chart, SvgChartStyle style, Plot plot)
    {
        var left = plot.Right + LabelGap;
        var labels = EndLabels.For(chart, plot, style.FontSize, style.Width - left);
        var tops = EndLabels.Tops(labels, canvas.RowHeight, 0, plot.Bottom + style.FontSize);
        for (var i = 0; i < labels.Count; i++)
        {
            var label = labels[i];
            var middle = tops[i] + label.Rows.Count * canvas.RowHeight / 2;
            if (label.Reaches)
            {
                canvas.Line(plot.Right + 1, label.At, left - 2, middle, Grid, 1);
            }

            var baseline = tops[i] + (canvas.RowHeight + style.FontSize * SvgCanvas.Ascent) / 2;
            foreach (var row in label.Rows)
            {
                canvas.Text(left, baseline, row, $"name {label.Kind}", colour: label.Kind == LineKind.PreviousYear ? Palette.Grey : Palette.Ink, bold: label.Bold);
                baseline += canvas.RowHeight;
            }
        }
    }

    private static void NoFigures(SvgCanvas canvas, Plot plot)
    {
        const string words = "No figures";
        var (x, y) = ((plot.Left + plot.Right) / 2, (plot.Top + plot.Bottom) / 2);
        var half = TextWidth.Of(words, canvas.FontSize, bold: true) / 2 + 6;
        canvas.Rectangle(x - half, y - canvas.RowHeight, half * 2, canvas.RowHeight * 1.6, "#ffffff");
        canvas.Text(x, y, words, "none", "middle", bold: true);
    }
}
