using System.Globalization;
using Outturn.App.Import;
using Outturn.Core.Observations;

namespace Outturn.App.Reference;

/// <summary>A cell of a published table: a value, a marker that says why there is none, or neither.</summary>
internal static class FigureValue
{
    /// <summary>Reads a number as statistical packages write it, 2.5e-05 too; false where it is none.</summary>
    /// <remarks>More digits than a decimal keeps are the noise of floating point, and are rounded at its 28th.</remarks>
    public static bool TryNumber(ReadOnlySpan<char> text, out decimal value)
    {
        if (NumberText.Parse(text) is { Value: { } plain })
        {
            value = plain;
            return true;
        }

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    public static bool TryBound(ReadOnlySpan<char> text, MarkerWords markers, out decimal? bound)
    {
        bound = null;
        if (text.IsEmpty || markers.Find(text) is not null)
        {
            return true;
        }

        var read = TryNumber(text, out var value);
        bound = value;
        return read;
    }
}

/// <summary>What a profile says its markers mean.</summary>
internal sealed class MarkerWords
{
    private readonly Dictionary<string, Marker>.AlternateLookup<ReadOnlySpan<char>> markers;

    public MarkerWords(Profile profile) =>
        markers = profile.Markers.ToDictionary(
            pair => pair.Key, pair => Markers.Read(pair.Value) ?? throw new InvalidOperationException($"Profile {profile.Name} gives {pair.Key} a marker that there is not: {pair.Value}."), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public Marker? Find(ReadOnlySpan<char> text) => markers.TryGetValue(text, out var marker) ? marker : null;
}
