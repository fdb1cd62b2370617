using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Outturn.Core.Ratings;

namespace Outturn.Reports.Html;

/// <summary>The style of the page: the council's colour, the palette of ratings, widths, and html.css.</summary>
/// <param name="Hash">By which the page allows this style and no other.</param>
internal sealed partial record StyleSheet(string Text, string Hash)
{
    private static readonly Lazy<string> Rules = new(Read);

    public static StyleSheet For(DocumentInfo info, ColumnWidths widths)
    {
        var text = $$"""

            :root{--council:{{Colour(info)}};--ink:{{Palette.Ink}};--grey:{{Palette.Grey}};--rule:{{Palette.Rule}};--shade:{{Palette.Shade}}}
            {{Tag(Rating.Of(RagRating.Green))}}
            {{Tag(Rating.Of(RagRating.Amber))}}
            {{Tag(Rating.Of(RagRating.Red))}}
            {{Tag(Rating.Not(Reason.Awaited))}}
            {{widths.Rules}}{{Rules.Value}}
            """;
        return new StyleSheet(text, "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    /// <summary>The council's colour, or ink where it is not one.</summary>
    public static string Colour(DocumentInfo info) => HexColour().IsMatch(info.Colour) ? info.Colour : Palette.Ink;

    private static string Tag(Rating rating)
    {
        var (fill, text) = rating.Colours();
        return $".{CellMarkup.Class(rating)}{{background:{fill};color:{text}}}";
    }

    private static string Read()
    {
        using var reader = new StreamReader(typeof(StyleSheet).Assembly.GetManifestResourceStream("html.css")!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}\\z")]
    private static partial Regex HexColour();
}
