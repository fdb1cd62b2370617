using Outturn.Core.Dashboards;

namespace Outturn.Core.Papers;

/// <summary>A block of text as one paper has it.</summary>
/// <param name="Text">Null where nobody has written it.</param>
/// <param name="Place">The place whose text it is, or would be.</param>
public sealed record Implication(TextBlock Block, string? Text, string Place)
{
    /// <summary>Whether the paper may not be signed off without it.</summary>
    public bool IsMissing => Text is null && Block.IsObligatory;
}

/// <summary>Which blocks of text (legal, financial, equality, data protection) a paper carries, in the house's order, and in which words.</summary>
/// <remarks>Words for one meeting go before the wording that is chosen, and that before the standard one; a committee's own go before those for all.</remarks>
public static class Implications
{
    /// <param name="register">With the texts as the paper's committee reads them (<see cref="Register.For"/>).</param>
    /// <param name="meeting">The day of the meeting, or null where none is known.</param>
    public static IReadOnlyList<Implication> Of(Register register, Committee? committee, Report? report, DateOnly? meeting) =>
    [
        .. register.House.Blocks.GroupBy(block => block.Name)
            .Select(rows => Chosen([.. rows], committee?.Name, report?.Name)).OfType<TextBlock>()
            .Select(block => Worded(block, register, meeting))
            .Where(implication => implication.Text is not null || implication.Block.IsObligatory),
    ];

    /// <summary>The obligatory ones that a dashboard's paper lacks.</summary>
    /// <param name="register">As it is kept, for all committees.</param>
    public static IReadOnlyList<Implication> Missing(Register register, Dashboard dashboard) =>
    [
        .. Of(dashboard.Committee is { } committee ? register.For(committee) : register, dashboard.Committee, dashboard.Report, dashboard.Meeting?.Date)
            .Where(implication => implication.IsMissing),
    ];

    private static TextBlock? Chosen(TextBlock[] rows, string? committee, string? report) =>
        Array.Find(rows, row => row.For is not null && row.For == report)
        ?? Array.Find(rows, row => row.For is not null && row.For == committee)
        ?? Array.Find(rows, row => row.For is null);

    private static Implication Worded(TextBlock block, Register register, DateOnly? meeting)
    {
        string[] places =
        [
            .. meeting is { } day ? [TextPlace.OfBlock(block.Name, day)] : Array.Empty<string>(),
            TextPlace.OfBlock(block.Name, block.Wording),
        ];
        var place = Array.Find(places, place => !string.IsNullOrWhiteSpace(register.Texts.GetValueOrDefault(place))) ?? places[^1];
        return new Implication(block, register.Texts.TryGetValue(place, out var text) && !string.IsNullOrWhiteSpace(text) ? text : null, place);
    }
}
