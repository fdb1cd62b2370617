using Outturn.Core.Papers;

namespace Outturn.Reports.Papers;

/// <summary>A paper whose table of signatures says who has signed off already, and when; who has not still signs by hand.</summary>
public static class SignedPaper
{
    /// <summary>The name of the table in a paper.</summary>
    internal const string Table = "Signatures";

    private const int Post = 1;
    private const int Signature = 3;
    private const int Date = 4;

    /// <param name="days">When whoever holds a post has signed off all that is asked of them, by the post's title.</param>
    public static Document Of(Document document, IReadOnlyDictionary<string, DateOnly> days) => document with
    {
        Sections = [.. document.Sections.Select(section => section with { Blocks = [.. section.Blocks.Select(block => block is Table { Name: Table } table ? table with { Rows = [.. table.Rows.Select(row => Row(row, days))] } : block)] })],
    };

    private static IReadOnlyList<Cell> Row(IReadOnlyList<Cell> row, IReadOnlyDictionary<string, DateOnly> days) => days.TryGetValue(row[Post].Text, out var day)
        ? [.. row.Select((cell, at) => at switch { Signature => "Signed off electronically", Date => Words.Date(day), _ => cell })]
        : row;
}
