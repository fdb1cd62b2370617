using Outturn.Reports.Charts;

namespace Outturn.Reports.Html;

/// <summary>Charts side by side, each with its figures in a table that opens on demand.</summary>
internal static class ChartMarkup
{
    public static void Write(TextWriter html, IReadOnlyList<Chart> charts, DocumentInfo info)
    {
        var style = SvgChartStyle.Usual with { Line = StyleSheet.Colour(info) };
        html.Write("<div class=\"charts\">\n");
        foreach (var chart in charts)
        {
            var title = Markup.Escape(chart.Title);
            html.Write($"<figure id=\"{Markup.Escape(chart.Name)}\">\n<figcaption>{title}</figcaption>\n");
            html.Write(SvgChart.Draw(chart, style));
            html.Write($"\n<details>\n<summary>Figures<span class=\"unseen\"> of {title}</span></summary>\n");
            Figures(html, chart, title);
            html.Write("</details>\n</figure>\n");
        }

        html.Write("</div>\n");
    }

    private static void Figures(TextWriter html, Chart chart, string title)
    {
        var unit = chart.Unit.Label is { Length: > 0 } label ? $" ({Markup.Escape(label)})" : "";
        html.Write($"<section class=\"table\" aria-label=\"Figures of {title}\" tabindex=\"0\">\n");
        html.Write($"<table class=\"figures\">\n<caption class=\"unseen\">{title}{unit}</caption>\n<thead>\n<tr><th scope=\"col\">Period</th>");
        foreach (var line in chart.Lines)
        {
            html.Write($"<th scope=\"col\" class=\"figure\">{Markup.Escape(line.Name)}</th>");
        }

        html.Write("</tr>\n</thead>\n<tbody>\n");
        for (var i = 0; i < chart.Periods.Count; i++)
        {
            html.Write($"<tr><th scope=\"row\">{Markup.Escape(chart.Periods[i])}{(i == chart.BreakBefore ? " (definition changed)" : "")}</th>");
            foreach (var line in chart.Lines)
            {
                html.Write($"<td class=\"figure\">{(line.At(i) is { } value ? Markup.Escape(chart.Print(value)) : "")}</td>");
            }

            html.Write("</tr>\n");
        }

        html.Write("</tbody>\n</table>\n</section>\n");
    }
}
