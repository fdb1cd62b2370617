using Outturn.Core.Observations;

namespace Outturn.App.Collection.Templates;

/// <summary>The markers in the words of the drop-down.</summary>
internal static class MarkerWords
{
    private static readonly (Marker Marker, string Word, string Meaning)[] Known =
    [
        (Marker.Provisional, "provisional", "Beside a figure that may still change."),
        (Marker.Revised, "revised", "Beside a figure that takes the place of one sent before."),
        (Marker.NotAvailable, "not available", "Instead of a figure: there is one, and it cannot be had. Say why."),
        (Marker.NotApplicable, "not applicable", "Instead of a figure: nothing is counted in this period. Say why."),
        (Marker.Confidential, "confidential", "Instead of a figure that would tell something of a person or a contract. Say why."),
        (Marker.Low, "low", "Instead of a figure that rounds to 0 but is not 0."),
        (Marker.Unreliable, "unreliable", "Beside a figure that should be read with care, or instead of one that is too uncertain to give."),
    ];

    public static IEnumerable<string> All => Known.Select(known => known.Word);

    public static IEnumerable<(string Word, string Meaning)> Explained => Known.Select(known => (known.Word, known.Meaning));

    /// <summary>Blank for none.</summary>
    public static string Of(Marker marker) => Known.FirstOrDefault(known => known.Marker == marker).Word ?? "";

    /// <summary>Reads a word of the drop-down, or the letter of official statistics with or without its brackets ([x]); null where it is neither.</summary>
    public static Marker? Read(string text)
    {
        var word = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var found = Array.FindIndex(Known, known => known.Word.Equals(word, StringComparison.OrdinalIgnoreCase));
        return found >= 0 ? Known[found].Marker : Markers.Read(word is ['[', .. var letter, ']'] ? letter.Trim() : word);
    }
}
