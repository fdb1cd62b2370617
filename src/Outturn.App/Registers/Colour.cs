using System.Globalization;

namespace Outturn.App.Registers;

/// <summary>A colour, and whether white text can be read on it (WCAG 2.2, 1.4.3).</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>The least contrast for text of ordinary size.</summary>
    public const double LeastContrast = 4.5;

    /// <summary>The contrast of white text on it, from 1 to 21.</summary>
    public double AgainstWhite => 1.05 / ((0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue)) + 0.05);

    /// <summary>Reads #rrggbb.</summary>
    public static Colour? Read(string text) =>
        text is ['#', _, _, _, _, _, _]
        && uint.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? new Colour((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb)
            : null;

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private static double Linear(byte channel) =>
        channel / 255.0 is var share && share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
}
