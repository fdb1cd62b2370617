using System.Globalization;
using System.Text.RegularExpressions;

namespace Outturn.App.Registers.Checks;

/// <summary>A remark that takes a whole apart: "687 calls, 627 in time and 40 late".</summary>
internal static partial class NoteParts
{
    /// <summary>The counted parts of the first sentence that is nothing but counted parts; empty when there is none.</summary>
    public static IReadOnlyList<decimal> Of(string? text)
    {
        foreach (var sentence in (text ?? "").Split(['.', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] pieces = [.. Between().Split(sentence).Select(piece => piece.Trim()).Where(piece => piece.Length > 0)];
            if (pieces.Length >= 2 && pieces.All(piece => CountedPart().IsMatch(piece)))
            {
                return [.. pieces.Select(piece => decimal.Parse(CountedPart().Match(piece).Groups["count"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))];
            }
        }

        return [];
    }

    [GeneratedRegex(@",\s+(?:and\s+)?|\s+and\s+|:\s+|\s+of which\s+")]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?<count>\d{1,3}(?:,\d{3})+|\d+)(?:\s+[\p{L}'’\-]+){1,5}$")]
    private static partial Regex CountedPart();
}
