using Outturn.Core.People;

namespace Outturn.Core.Papers;

/// <summary>How a council's papers look, what they are called, who signs them, and which implications they must state.</summary>
public sealed record House
{
    /// <summary>Which style of the house's Word template stands for which of ours, where the names differ.</summary>
    public IReadOnlyList<StyleChoice> Styles { get; init; } = [];

    /// <summary>Stands at the top of every paper, unless the Word template has a letterhead with a picture of its own.</summary>
    public Logo? Logo { get; init; }

    /// <summary>The pattern of file names (see <see cref="FileNamePattern"/>); null for ours.</summary>
    public string? FileNames { get; init; }

    /// <summary>Whom a reader tells that a document is not accessible to them; null for the report's author.</summary>
    public string? Contact { get; init; }

    public IReadOnlyList<SignatureLine> Signatures { get; init; } = [];

    public IReadOnlyList<TextBlock> Blocks { get; init; } = [];

    /// <summary>The lines to be signed in a paper, in their order: those for every paper, and those of the report, or else of the committee.</summary>
    public IReadOnlyList<SignatureLine> SignaturesOf(string? committee, string? report)
    {
        var owner = report is not null && Signatures.Any(line => line.For == report) ? report : committee;
        return [.. Signatures.Where(line => line.For is null || line.For == owner).OrderBy(line => line.Order)];
    }

    /// <summary>With other names for committees and reports, where they were renamed.</summary>
    public House Renamed(Func<string, string> name) => this with
    {
        Signatures = [.. Signatures.Select(line => line with { For = line.For is { } owner ? name(owner) : null })],
        Blocks = [.. Blocks.Select(block => block with { For = block.For is { } owner ? name(owner) : null })],
    };
}

/// <summary>A style of the template by its name, in the place of one of ours.</summary>
public sealed record StyleChoice(PaperStyle Style, string Name);

/// <summary>A picture that stands for the council.</summary>
/// <param name="File">Its file name.</param>
/// <param name="Bytes">PNG or JPEG, holding the picture and nothing about who made it where.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Text">What is read out in its place.</param>
public sealed record Logo(string File, byte[] Bytes, bool IsPng, int Width, int Height, string Text)
{
    public string ContentType => IsPng ? "image/png" : "image/jpeg";
}

/// <summary>Who signs a paper.</summary>
/// <param name="Label">What for: "Agreed by", "Cleared by".</param>
/// <param name="For">A committee's or a report's name; null for every paper.</param>
/// <param name="Order">Its place among the lines, from 1.</param>
public sealed record SignatureLine(string Label, Post Post, string? For, int Order);

/// <summary>A block of text that papers carry under its own heading: legal implications, equality, data protection.</summary>
/// <param name="Name">By which its texts are called: block-legal.md.</param>
/// <param name="Heading">As the paper prints it: "Legal implications".</param>
/// <param name="IsObligatory">Whether a paper without it may not be signed off.</param>
/// <param name="For">A committee's or a report's name; null for every paper. A row for one goes before the row for all.</param>
/// <param name="Wording">Which of its standard wordings is used (block-legal-none.md is "none"); null for the one without a name.</param>
/// <param name="Order">Its place among the blocks, from 1.</param>
public sealed record TextBlock(string Name, string Heading, bool IsObligatory, string? For, string? Wording, int Order);

/// <summary>The styles of a paper that a template may call otherwise.</summary>
public enum PaperStyle
{
    Heading1,
    Heading2,
    Heading3,
    Heading4,
    BodyText,
    NumberedParagraph,
    List,
    Fact,
    Caption,
    TableHeader,
    TableText,
    Table,
    Note,
    Notice,
    Link,
    Footer,
}

public static class PaperStyles
{
    private static readonly string[] Names =
        ["heading_1", "heading_2", "heading_3", "heading_4", "body_text", "numbered_paragraph", "list", "fact", "caption", "table_header", "table_text", "table", "note", "notice", "link", "footer"];

    public static IReadOnlyList<PaperStyle> All { get; } = Enum.GetValues<PaperStyle>();

    /// <summary>The word that files use: "table_header".</summary>
    public static string Name(this PaperStyle style) => Names[(int)style];
}
