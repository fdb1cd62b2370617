using Outturn.Core.Ratings;

namespace Outturn.Reports;

/// <summary>How a rating and a direction look in every format: a colour with readable text on it, and a shape beside the word.</summary>
/// <remarks>The shapes are in the common office fonts, and differ in black and white (DESIGN, "never colour alone").</remarks>
public static class Palette
{
    /// <summary>Text colour of the paper.</summary>
    public const string Ink = "#0b0c0c";

    /// <summary>Quiet text and lines, dark enough to read.</summary>
    public const string Grey = "#505a5f";

    /// <summary>Rules between rows.</summary>
    public const string Rule = "#b1b4b6";

    /// <summary>Header rows and alternate bands.</summary>
    public const string Shade = "#f3f2f1";

    /// <summary>Background and text colour of a rating tag, as #rrggbb, at a contrast of 4.5 or more.</summary>
    public static (string Fill, string Text) Colours(this Rating rating) => rating.Colour switch
    {
        RagRating.Green => ("#00703c", "#ffffff"),
        RagRating.Amber => ("#ffbf47", Ink),
        RagRating.Red => ("#b10e1e", "#ffffff"),
        _ => ("#ffffff", Grey),
    };

    /// <summary>● Green, ▲ Amber, ■ Red, ○ not rated.</summary>
    public static string Shape(this Rating rating) => rating.Colour switch
    {
        RagRating.Green => "●",
        RagRating.Amber => "▲",
        RagRating.Red => "■",
        _ => "○",
    };

    /// <summary>↑ better, ↓ worse, → neither; blank where nothing can be compared.</summary>
    public static string Arrow(this Direction direction) => direction switch
    {
        Direction.Improved or Direction.Improving => "↑",
        Direction.Worsened or Direction.Worsening => "↓",
        Direction.Same or Direction.Stable => "→",
        _ => "",
    };
}
