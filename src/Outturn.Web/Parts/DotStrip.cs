using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Html;
using Outturn.App.Outcomes;

namespace Outturn.Web.Parts;

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

    public static IHtmlContent Of(Position position, string council, int width)
    {
        var (unit, decimals) = (position.Unit, position.Decimals);
        var (low, high) = (position.Values.Min(pair => pair.Value), position.Values.Max(pair => pair.Value));
        double X(decimal value) => high == low ? width / 2.0 : Edge + ((double)((value - low) / (high - low)) * (width - (2 * Edge)));
        string At(double place) => place.ToString("0.#", CultureInfo.InvariantCulture);
        string Print(decimal value) => WebUtility.HtmlEncode(unit.Print(value, decimals));
        var id = $"strip-{width}-" + new string([.. position.Series.Name.Where(char.IsAsciiLetterOrDigit)]);
        var (ours, others) = (position.Values[0], position.Values.Skip(1).ToList());
        var svg = new StringBuilder(
            $"""<svg role="img" aria-labelledby="{id}-title {id}-text" width="{width}" height="{Height}" viewBox="0 0 {width} {Height}" xmlns="http://www.w3.org/2000/svg"><title id="{id}-title">{WebUtility.HtmlEncode(council)} among its neighbours</title><desc id="{id}-text">{WebUtility.HtmlEncode(position.Sentence)}</desc>""");
        svg.Append($"""<line x1="{Edge}" x2="{width - Edge}" y1="{Line}" y2="{Line}" stroke="#767676" stroke-width="1"/>""");
        foreach (var (_, value) in others)
        {
            svg.Append($"""<circle cx="{At(X(value))}" cy="{Line}" r="6" fill="#fff" stroke="#505a5f" stroke-width="1.5"/>""");
        }

        if (position.Standing.Median is { } median)
        {
            svg.Append($"""<line x1="{At(X(median))}" x2="{At(X(median))}" y1="{Line - 14}" y2="{Line + 14}" stroke="#0b0c0c" stroke-width="2" stroke-dasharray="3 2"/><text x="{At(X(median))}" y="{Line + 30}" text-anchor="{Anchor(X(median), width)}" font-size="13">median {Print(median)}</text>""");
        }

        svg.Append($"""<circle cx="{At(X(ours.Value))}" cy="{Line}" r="8" fill="#0b0c0c"/><text x="{At(X(ours.Value))}" y="{Line - 18}" text-anchor="{Anchor(X(ours.Value), width)}" font-size="14" font-weight="700">{Print(ours.Value)}</text>""");
        return new HtmlString(svg.Append("</svg>").ToString());
    }

    /// <summary>A word near an edge stands to its inner side, so that none is cut off.</summary>
    private static string Anchor(double place, int width) => place < Near ? "start" : place > width - Near ? "end" : "middle";
}
