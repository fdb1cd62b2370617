using System.Text.RegularExpressions;
using Outturn.App.Import;

namespace Outturn.App.Sheets;

/// <summary>The number in a cell: what the spreadsheet says it is, or what is typed.</summary>
internal static partial class SheetNumber
{
    public static ValueText Read(SheetCell cell, string unitName) =>
        cell.Content.Date is not null ? new ValueText(null, null, $"{Quoted.Text(cell.Text)} is a date, not a figure: a spreadsheet may have made it one; type the figure anew.")
        : cell.Content.Number is { } number && !(cell.Text.EndsWith('%') && unitName != "%") ? new ValueText(number, null, null)
        : Footnote().IsMatch(cell.Content.Text) ? new ValueText(null, null, $"{Quoted.Text(cell.Text)} has a mark that stands for something said elsewhere: write the figure alone, with [p] behind it where it is provisional, and what the mark means in a column of comments.")
        : ValueText.Parse(Marked(cell.Content.Text), unitName);

    /// <summary>"31.2 (p)" and "31.2 provisional" as the marker they mean; "31.2p" could be pence and is left to be refused.</summary>
    private static string Marked(string text) =>
        Remark().Match(text) is { Success: true } match
            ? $"{match.Groups["figure"].Value} [{char.ToLowerInvariant(match.Groups["mark"].Value[0])}]"
            : text;

    [GeneratedRegex(@"^\s*[-£]?\d[\d,.]*%?\s*[*†‡^~#]+\s*$")]
    private static partial Regex Footnote();

    [GeneratedRegex(@"^(?<figure>.*[\d%])(?:\s*\(\s*(?<mark>p|prov\.?|provisional|r|rev\.?|revised)\s*\)|\s+(?<mark>p|prov\.?|provisional|r|rev\.?|revised))\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Remark();

    /// <summary>The number with the decimals that its cell shows.</summary>
    public static decimal AsShown(SheetCell cell, decimal value) =>
        cell.Content.Number is null ? value
        : ValueText.Parse(cell.Text, cell.Text.EndsWith('%') ? "%" : cell.Text.Contains('£') ? "£" : "number").Value ?? value;
}
