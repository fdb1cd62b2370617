using System.Globalization;
using System.Net;
using System.Text;
using Outturn.Core.Indicators;

namespace Outturn.Reports.Charts;

/// <summary>Our value among the neighbours' as a strip of dots: ours filled and named, the others hollow, the median a line. A table stands beside it.</summary>
public static class DotStrip
{
    /// <summary>For a desk.</summary>
    public const int Wide = 560;

    /// <summary>For a telephone.</summary>
    public const int Narrow = 290;

    private const int Height = 92;
    private const int Edge = 24;
    private const int Line = 46;
    private const int Near = 60;

    /// <summary>An svg element, whose title and description a screen reader reads.</summary>
    /// <param name="id">Of the picture in its page.</param>
    /// <param name="sentence">What it shows, in words.</param>
    /// <param name="values">Ours first.</param>
    public static string Of(string id, string title, string sentence, IReadOnlyList<decimal> values, decimal? median, Unit unit, int decimals, int width)
    {
        var (low, high) = (values.Min(), values.Max());
        double X(decimal value) => high == low ? width / 2.0 : Edge + ((double)((value - low) / (high - low)) * (width - (2 * Edge)));
        string At(double place) => place.ToString("0.#", CultureInfo.InvariantCulture);
        string Print(decimal value) => WebUtility.HtmlEncode(unit.Print(value, decimals));
        var name = $"{id}-{width}";
        var svg = new StringBuilder(
            $"""<svg role="img" aria-labelledby="{name}-title {name}-text" width="{width}" height="{Height}" viewBox="0 0 {width} {Height}" xmlns="http://www.w3.org/2000/svg"><title id="{name}-title">{WebUtility.HtmlEncode(title)}</title><desc id="{name}-text">{WebUtility.HtmlEncode(sentence)}</desc>""");
        svg.Append($"""<line x1="{Edge}" x2="{width - Edge}" y1="{Line}" y2="{Line}" stroke="#767676" stroke-width="1"/>""");
        foreach (var value in values.Skip(1))
        {
            svg.Append($"""<circle cx="{At(X(value))}" cy="{Line}" r="6" fill="#fff" stroke="#505a5f" stroke-width="1.5"/>""");
        }

        if (median is { } middle)
        {
            svg.Append($"""<line x1="{At(X(middle))}" x2="{At(X(middle))}" y1="{Line - 14}" y2="{Line + 14}" stroke="#0b0c0c" stroke-width="2" stroke-dasharray="3 2"/><text x="{At(X(middle))}" y="{Line + 30}" text-anchor="{Anchor(X(middle), width)}" font-size="13">median {Print(middle)}</text>""");
        }

        svg.Append($"""<circle cx="{At(X(values[0]))}" cy="{Line}" r="8" fill="#0b0c0c"/><text x="{At(X(values[0]))}" y="{Line - 18}" text-anchor="{Anchor(X(values[0]), width)}" font-size="14" font-weight="700">{Print(values[0])}</text>""");
        return svg.Append("</svg>").ToString();
    }

    /// <summary>A word near an edge stands to its inner side, so that none is cut off.</summary>
    private static string Anchor(double place, int width) => place < Near ? "start" : place > width - Near ? "end" : "middle";
}
