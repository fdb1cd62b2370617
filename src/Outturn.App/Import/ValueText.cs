namespace Outturn.App.Import;

/// <summary>What a value cell says: nothing, a value, a value with a marker (94.2 [p]), a marker alone ([x]), or a reason why it says none of these.</summary>
/// <param name="Marker">In small letters, without its brackets: p, r, u, x, z, c or low (RULES 1).</param>
public readonly record struct ValueText(decimal? Value, string? Marker, string? Refusal)
{
    private static readonly string[] BesideValue = ["p", "r", "u"];
    private static readonly string[] Alone = ["x", "z", "c", "low", "u"];

    public bool IsBlank => Value is null && Marker is null && Refusal is null;

    /// <param name="unitName">What the value counts, for <see cref="NumberText.Parse"/>.</param>
    public static ValueText Parse(ReadOnlySpan<char> text, string unitName = "number")
    {
        var cell = NumberText.Trim(text);
        if (cell is not [.., ']'] || cell.LastIndexOf('[') is not (>= 0 and var bracket))
        {
            var number = NumberText.Parse(cell, unitName);
            return new ValueText(number.Value, null, number.Refusal);
        }

        var before = NumberText.Trim(cell[..bracket]);
        var written = NumberText.Trim(cell[(bracket + 1)..^1]);
        return before.IsEmpty ? Lone(written, cell) : Beside(before, written, cell, unitName);
    }

    private static ValueText Lone(ReadOnlySpan<char> written, ReadOnlySpan<char> cell) =>
        Known(written, Alone) is { } marker ? new ValueText(null, marker, null)
        : Known(written, BesideValue) is { } provisional ? Refuse($"The mark [{provisional}] needs a value before it: write 94.2 [{provisional}], or leave the cell blank while the figure is awaited.")
        : Unknown(cell);

    private static ValueText Beside(ReadOnlySpan<char> before, ReadOnlySpan<char> written, ReadOnlySpan<char> cell, string unitName)
    {
        if (before is [.., ']'])
        {
            return Refuse($"{Quoted.Text(cell)} has more than one marker: write the value and one of them.");
        }

        if (Known(written, BesideValue) is not { } marker)
        {
            return Known(written, Alone) is { } lone
                ? Refuse($"{Quoted.Text(cell)} has a value beside [{lone}], which says that there is none: write one or the other.")
                : Unknown(cell);
        }

        var number = NumberText.Parse(before, unitName);
        return number.Refusal is { } refusal ? Refuse(refusal) : new ValueText(number.Value, marker, null);
    }

    private static string? Known(ReadOnlySpan<char> written, string[] markers)
    {
        foreach (var marker in markers)
        {
            if (written.Equals(marker, StringComparison.OrdinalIgnoreCase))
            {
                return marker;
            }
        }

        return null;
    }

    private static ValueText Unknown(ReadOnlySpan<char> cell) => Refuse(
        $"{Quoted.Text(cell)} has no known marker: after a value [p] provisional, [r] revised or [u] unreliable; alone [x] not available, "
        + "[z] not applicable, [c] confidential, [low] rounds to zero or [u] unreliable.");

    private static ValueText Refuse(string reason) => new(null, null, reason);
}
