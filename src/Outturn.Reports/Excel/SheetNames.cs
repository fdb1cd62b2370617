namespace Outturn.Reports.Excel;

/// <summary>Gives names within Excel's rules, none of them twice; capitals make no difference.</summary>
internal sealed class SheetNames
{
    private const int LongestSheet = 31;
    private const int LongestHeader = 255;

    /// <summary>Excel keeps this name for itself.</summary>
    private const string Reserved = "History";

    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>At most 31 characters, none of []:*?/\ and no apostrophe at either end.</summary>
    public string Sheet(string name)
    {
        var plain = SheetText.OneLine(name);
        foreach (var forbidden in "[]:*?/\\")
        {
            plain = plain.Replace(forbidden, '-');
        }

        plain = plain.Trim('\'', ' ');
        return Free(plain.Length == 0 || plain.Equals(Reserved, StringComparison.OrdinalIgnoreCase) ? "Sheet" : plain, LongestSheet);
    }

    /// <param name="left">The column to the left, after which a second column of one name is called: "Year to date: Rating".</param>
    public string Header(string header, string? left)
    {
        var plain = SheetText.OneLine(header);
        plain = plain.Length == 0 ? "Column" : plain;
        return Free(taken.Contains(plain) && left is not null ? $"{left}: {plain}" : plain, LongestHeader);
    }

    private string Free(string name, int longest)
    {
        for (var number = 1; ; number++)
        {
            var ending = number == 1 ? "" : $" {number}";
            var cut = Math.Min(name.Length, longest - ending.Length);
            var free = name[..(cut < name.Length && char.IsHighSurrogate(name[cut - 1]) ? cut - 1 : cut)].TrimEnd('\'', ' ') + ending;
            if (taken.Add(free))
            {
                return free;
            }
        }
    }
}
