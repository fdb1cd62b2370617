using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Html;
using Outturn.Core.Dashboards;
using Outturn.Reports;
using Outturn.Reports.Charts;
using Outturn.Reports.Papers;

namespace Outturn.Web.Parts;

/// <summary>The chart of an indicator as a page shows it: wide for a desk, narrow for a telephone, and its figures; drawn once for each state of the council.</summary>
/// <param name="Narrow">Hidden by the style sheet where there is room for the other.</param>
public sealed record DrawnChart(Chart Chart, IHtmlContent Wide, IHtmlContent Narrow)
{
    private static readonly ConditionalWeakTable<DashboardIndicator, DrawnChart> Drawn = [];

    private static readonly SvgChartStyle WideStyle = new(760, 300, 14);
    private static readonly SvgChartStyle NarrowStyle = new(320, 240, 12);

    public static DrawnChart Of(DashboardIndicator indicator, string colour) => Drawn.GetValue(indicator, _ => Of(IndicatorChart.Of(indicator), colour));

    public static DrawnChart Of(Chart chart, string colour) => new(
        chart,
        new HtmlString(SvgChart.Draw(chart, WideStyle with { Line = colour })),
        new HtmlString(SvgChart.Draw(chart with { Name = chart.Name + "_narrow" }, NarrowStyle with { Line = colour })));
}
