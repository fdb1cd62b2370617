using System.Text.RegularExpressions;
using Outturn.App.Import;

namespace Outturn.App.Sheets;

/// <summary>What the heading of a column says: what it holds and, where it says so, for which period.</summary>
internal sealed partial record Heading(Role Role, WrittenPeriod? Period)
{
    /// <summary>Reads a heading; null where it is not known.</summary>
    public static Heading? Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (OfWords(text) is { } role)
        {
            return new Heading(role, null);
        }

        if (WrittenPeriod.Find(text) is { } period)
        {
            var rest = OfWords(period.Rest) ?? (Unsaid(period.Rest) ? Role.Value : null);
            return rest is not { } held ? null : new Heading(held, held.IsOfAPeriod() ? period : null);
        }

        return WithoutBrackets(text) is { } bare && bare != text ? Read(bare) : null;
    }

    /// <summary>The text of a heading's cell: a real date is the month that it falls in.</summary>
    public static string Text(SourceCell cell) =>
        cell.Date is { } day ? WrittenPeriod.Of(day).Whole!.Value.ToString() : OneLine(cell.Text);

    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Role? OfWords(string text)
    {
        var words = WrittenPeriod.Words(text);
        return Roles.Of(words)
            ?? (WithoutBrackets(text) is { } bare ? Roles.Of(WrittenPeriod.Words(bare)) : null)
            ?? (Comments().IsMatch(words) ? Role.Comment : null);
    }

    /// <summary>Whether what stands beside a period says no more than that it is one: "at 31", "(Apr-Jun)", "to", "ending", "%".</summary>
    private static bool Unsaid(string rest) =>
        rest.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => word is "to" or "at" or "as" or "in" or "for" or "the" or "of" or "month" or "quarter" or "year" or "period" or "ending" or "end" or "%" or "30" or "31" or "28" or "29" or "1" or "30th" or "31st");

    private static string? WithoutBrackets(string text) =>
        Bracketed().Replace(text, " ") is var bare && !string.IsNullOrWhiteSpace(bare) ? bare : null;

    [GeneratedRegex(@"[(\[][^)\]]*[)\]]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\b(?:comments?|commentary|narrative)\b")]
    private static partial Regex Comments();
}
