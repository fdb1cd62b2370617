using System.Globalization;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;

namespace Outturn.App.Registers;

/// <summary>What a cell of the folder's tables says for a value, so that reading it gives the value again.</summary>
internal static class CellText
{
    /// <summary>Every digit that the number has, and no zero behind the last of them.</summary>
    public static string? Of(decimal? number) => number is { } value ? Unit.Bare(value, Unit.DecimalsOf(value)) : null;

    public static string? Of(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string? Of(int? number) => number is { } value ? Of(value) : null;

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The typed value with the marker that follows it, or the marker alone; nothing where counts say it all, and while a figure is awaited.</summary>
    /// <remarks>
    /// A marker that follows needs a value before it, so counts that are provisional have what they make beside them, as it is shown; the counts
    /// still beat it. A value beats a marker that says there is none, and nothing is provisional or revised that is not there.
    /// </remarks>
    public static string? Of(Observation observation, Definition definition)
    {
        var mark = observation.Marker == Marker.None ? null : $"[{observation.Marker.Code()}]";
        var follows = observation.Marker.Remark() is not null;
        var ratio = observation.HasCounts && follows ? observation.Value(definition.Unit) : null;
        return (Of(observation.Typed) ?? (ratio is { } made ? Unit.Bare(made, definition.Decimals) : null)) switch
        {
            { } value => follows ? $"{value} {mark}" : value,
            null when observation.HasCounts || observation.Marker is Marker.Provisional or Marker.Revised => null,
            null => mark,
        };
    }

    public static string? Several(IEnumerable<string> parts) => string.Join("; ", parts);
}
