using System.Globalization;

namespace Outturn.Core.Papers;

/// <summary>English for counted things: numbers, plurals and lists.</summary>
public static class Words
{
    private static readonly string[] Small =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    private static readonly string[] MonthNames =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>"one" to "nine" in words, the rest in figures; 0 is "no".</summary>
    public static string Number(int count) =>
        count is >= 0 and < 10 ? Small[count] : count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"one indicator", "12 indicators".</summary>
    public static string Count(int count, string singular, string? plural = null) => $"{Number(count)} {Plural(count, singular, plural)}";

    public static string Plural(int count, string singular, string? plural = null) => count == 1 ? singular : plural ?? singular + "s";

    public static string Capital(string sentence) => sentence.Length == 0 ? "" : char.ToUpperInvariant(sentence[0]) + sentence[1..];

    /// <summary>"A", "A and B", "A, B and C"; semicolons where an item has a comma or an "and" of its own, brackets apart.</summary>
    public static string List(IEnumerable<string> items)
    {
        string[] all = [.. items];
        var heavy = all.Length > 1 && all.Any(item => Bare(item) is var bare && (bare.Contains(',') || bare.Contains(" and ", StringComparison.Ordinal)));
        return all.Length switch
        {
            0 => "",
            1 => all[0],
            _ when heavy => $"{string.Join("; ", all[..^1])}; and {all[^1]}",
            _ => $"{string.Join(", ", all[..^1])} and {all[^1]}",
        };
    }

    /// <summary>Without what stands in brackets, which keep their commas to themselves.</summary>
    private static string Bare(string item)
    {
        var depth = 0;
        return string.Concat(item.Where(c => (depth += c == '(' ? 1 : c == ')' ? -1 : 0) == 0));
    }

    /// <summary>"29 July 2020".</summary>
    public static string Date(DateOnly day) => $"{day.Day} {MonthYear(day)}";

    /// <summary>"July 2020".</summary>
    public static string MonthYear(DateOnly day) => $"{MonthNames[day.Month - 1]} {day.Year}";
}
