using Outturn.Core.Dashboards;
using Outturn.Core.Papers;

namespace Outturn.App.Registers;

/// <summary>blocks.csv: the blocks of text that papers carry under headings of their own, in the house's order.</summary>
public static class BlocksFile
{
    private const int LongestName = 40;

    public static readonly TableShape Shape = new("blocks.csv", "a block of text under its own heading in a paper (legal, financial, equality, data protection)", false,
    [
        new("block", "A short name (legal); its words stand in texts/block-legal.md.", true),
        new("heading", "The heading (Legal implications); blank for that of the block's row before."),
        new("obligatory", "yes where a paper without it may not be signed off, or no; blank for no."),
        new("for", "The committee or report that the row is for; blank for every paper. A row for one goes before the row for all."),
        new("wording", "Which of its standard wordings is used: none is texts/block-legal-none.md; blank for texts/block-legal.md."),
    ]);

    internal static List<TextBlock> Read(FolderFiles files, Listed<Committee> committees, Listed<Report> reports, SourceRows rows, List<Defect> defects)
    {
        List<TextBlock> blocks = [];
        foreach (var row in files.Open(Shape, defects, out _)?.Rows ?? [])
        {
            if (!row.TryNeed("block", out var name))
            {
                continue;
            }

            if (Refusal(name, row.Optional("wording")) is { } refusal)
            {
                row.Error("block", refusal);
                continue;
            }

            var (owner, obligatory) = (SignaturesFile.Owner(row, committees, reports), row.Word("obligatory", YesNo, false, "yes or no"));
            if ((row.Optional("heading") ?? blocks.FirstOrDefault(block => block.Name == name)?.Heading) is not { } heading)
            {
                row.Error("heading", "This cell is blank, and no row before gives the block a heading.");
            }
            else if (blocks.Exists(block => block.Name == name && block.For == owner))
            {
                row.Error("block", $"There is a row of {name} {(owner is null ? "for every paper" : $"for {owner}")} already: keep one of the two.");
            }
            else
            {
                var block = new TextBlock(name, heading, obligatory, owner, row.Optional("wording"), blocks.Count + 1);
                blocks.Add(block);
                rows.Add(block, row.Number);
            }
        }

        return blocks;
    }

    /// <summary>Why a block or one of its wordings cannot be called so, or null: texts are files of their names.</summary>
    public static string? Refusal(string name, string? wording) =>
        name != TextPlace.Slug(name) || name.Length > LongestName ? $"\"{name}\" is no name for a block: write small letters, digits and hyphens (data-protection), {LongestName} at most."
        : wording is { } called && (called != TextPlace.Slug(called) || called.Length > LongestName || called.StartsWith("on-", StringComparison.Ordinal))
            ? $"\"{called}\" is no name for a wording: write small letters, digits and hyphens (none), {LongestName} at most; on- begins the words for one meeting."
        : null;

    internal static bool? YesNo(string text) => text.Trim().ToLowerInvariant() switch { "yes" or "y" or "true" => true, "no" or "n" or "false" => false, _ => null };
}
