using System.Globalization;
using System.Text;

namespace Outturn.Reports.Charts;

/// <summary>Writes the few marks a chart needs, each with plain attributes, which browsers and office programs read alike.</summary>
internal sealed class SvgCanvas(double fontSize)
{
    public const string Font = "Liberation Sans, Arial, sans-serif";

    /// <summary>How far letters reach above and below the line they stand on, as a share of the font size.</summary>
    public const double Ascent = 0.72;

    private readonly StringBuilder svg = new(8192);

    public double FontSize => fontSize;

    public double RowHeight => fontSize * 1.2;

    public void Raw(string markup) => svg.Append(markup);

    public void Line(double x1, double y1, double x2, double y2, string colour, double width, string dashes = "") =>
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1:0.#}\" y1=\"{y1:0.#}\" x2=\"{x2:0.#}\" y2=\"{y2:0.#}\"{Stroke(colour, width, dashes)}/>\n");

    public void Rectangle(double x, double y, double width, double height, string fill) =>
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" fill=\"{fill}\"/>\n");

    public void Area(IEnumerable<(double X, double Y)> corners, string fill)
    {
        svg.Append("<polygon points=\"");
        Points(corners);
        svg.Append(CultureInfo.InvariantCulture, $"\" fill=\"{fill}\"/>\n");
    }

    public void Path(IEnumerable<(double X, double Y)> points, string colour, double width, string dashes = "")
    {
        svg.Append("<polyline points=\"");
        Points(points);
        svg.Append(CultureInfo.InvariantCulture, $"\" fill=\"none\" stroke-linejoin=\"round\"{Stroke(colour, width, dashes)}/>\n");
    }

    public void Marker(double x, double y, double radius, string colour) =>
        svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.#}\" fill=\"{colour}\"/>\n");

    /// <param name="anchor">start, middle or end: which part of the text stands at <paramref name="x"/>.</param>
    /// <param name="kind">What the text is, for those who read the drawing by program.</param>
    public void Text(double x, double baseline, string text, string kind, string anchor = "start", string colour = Palette.Ink, bool bold = false) =>
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{x:0.#}\" y=\"{baseline:0.#}\" class=\"{kind}\" text-anchor=\"{anchor}\" fill=\"{colour}\"{(bold ? " font-weight=\"bold\"" : "")}>{Markup.Escape(text)}</text>\n");

    public override string ToString() => svg.ToString();

    private static string Stroke(string colour, double width, string dashes) => string.Create(
        CultureInfo.InvariantCulture,
        $" stroke=\"{colour}\" stroke-width=\"{width:0.##}\"{(dashes.Length > 0 ? $" stroke-dasharray=\"{dashes}\"" : "")}");

    private void Points(IEnumerable<(double X, double Y)> points)
    {
        var separator = "";
        foreach (var (x, y) in points)
        {
            svg.Append(CultureInfo.InvariantCulture, $"{separator}{x:0.#},{y:0.#}");
            separator = " ";
        }
    }
}
