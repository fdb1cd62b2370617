namespace Outturn.App.Registers;

/// <summary>Finds what somebody probably meant by a name that is not known.</summary>
internal static class Nearest
{
    /// <summary>" Did you mean …?" with the nearest of the known names, or "" when none is near.</summary>
    public static string Ask(string written, IEnumerable<string> known) =>
        To(written, known) is { } nearest ? $" Did you mean \"{nearest}\"?" : "";

    /// <summary>The known name that differs in the fewest letters, if they are few enough to be a slip of the pen.</summary>
    public static string? To(string written, IEnumerable<string> known)
    {
        var (nearest, fewest) = ((string?)null, Math.Max(1, written.Length / 4) + 1);
        foreach (var name in known)
        {
            if (Math.Abs(name.Length - written.Length) < fewest && Differences(written, name) is var differences && differences < fewest)
            {
                (nearest, fewest) = (name, differences);
            }
        }

        return nearest;
    }

    /// <summary>Letters to add, drop, change or swap with their neighbour; capitals make no difference.</summary>
    private static int Differences(string from, string to)
    {
        var (beforeLast, last, row) = (new int[to.Length + 1], Enumerable.Range(0, to.Length + 1).ToArray(), new int[to.Length + 1]);
        for (var i = 1; i <= from.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var change = Same(from[i - 1], to[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && Same(from[i - 1], to[j - 2]) && Same(from[i - 2], to[j - 1]))
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[^1];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
