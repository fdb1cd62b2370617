using System.Text;

namespace Outturn.Reports.Charts;

/// <summary>How wide a text is drawn in Liberation Sans or Arial (they share their widths), so that labels can be kept apart without a browser.</summary>
internal static class TextWidth
{
    private const char First = ' ';
    private const int Beyond = 667;
    private const int FullWidth = 1000;
    private const double BoldFactor = 1.08;

    /// <summary>Widths of the characters from space to tilde, in thousandths of the font size.</summary>
    private static readonly short[] Thousandths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556,
        556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
        556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    public static double Of(string text, double fontSize, bool bold = false)
    {
        var sum = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            sum += Width(rune);
        }

        return sum * fontSize / 1000 * (bold ? BoldFactor : 1);
    }

    /// <summary>The text, or as much of it as fits, with an ellipsis.</summary>
    public static string Fit(string text, double fontSize, double width, bool bold = false)
    {
        if (Of(text, fontSize, bold) <= width)
        {
            return text;
        }

        var room = width - FullWidth * fontSize / 1000;
        var fitted = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            room -= Width(rune) * fontSize / 1000 * (bold ? BoldFactor : 1);
            if (room < 0)
            {
                break;
            }

            fitted.Append(rune.ToString());
        }

        return fitted.ToString().TrimEnd() + "…";
    }

    private static int Width(Rune rune) =>
        rune.Value - First is >= 0 and var index && index < Thousandths.Length ? Thousandths[index]
        : rune.Value >= 0x1100 ? FullWidth
        : Beyond;
}
