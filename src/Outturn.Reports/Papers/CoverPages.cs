using Outturn.Core.Papers;

namespace Outturn.Reports.Papers;

/// <summary>The cover report as blocks: head, summary, recommendation, numbered sections, recommendation again, contacts.</summary>
internal static class CoverPages
{
    public static IEnumerable<Block> Blocks(CoverReport cover)
    {
        yield return new Heading(1, cover.Title);
        yield return new Facts(
        [
            .. cover.From.Count == 0 ? Array.Empty<Fact>() : [new Fact("From", cover.From)],
            new Fact("To", [cover.To]),
            new Fact("Subject", [cover.Subject]),
            new Fact("Classification", [cover.Classification]),
        ]);
        yield return new Heading(2, "Summary");
        foreach (var block in cover.Summary.SelectMany(Unnumbered))
        {
            yield return block;
        }

        yield return new Heading(2, "Recommendation(s)");
        yield return new Paragraph(cover.Recommendation);
        var section = 0;
        foreach (var part in cover.Sections)
        {
            section++;
            yield return new Heading(2, part.Heading, $"{section}.");
            foreach (var block in Numbered(part, section))
            {
                yield return block;
            }
        }

        yield return new Heading(2, "Recommendation(s)", $"{++section}.");
        yield return new Paragraph(cover.Recommendation);
        if (cover.Contacts.Count > 0)
        {
            yield return new Heading(2, "Contact details", $"{++section}.");
            yield return new Facts([.. cover.Contacts.Select(Fact)]);
        }

        if (cover.Signatures.Count > 0)
        {
            yield return new Heading(2, "Sign-off", $"{++section}.");
            yield return Signatures(cover.Signatures);
        }
    }

    private static IEnumerable<Block> Numbered(ReportSection section, int number)
    {
        var paragraph = 0;
        foreach (var written in section.Paragraphs)
        {
            var label = $"{number}.{paragraph + 1}.";
            List<Block> blocks = [.. written.IsOwnText ? OwnText.Blocks(written.Text, label) : Computed(written, label)];
            paragraph += blocks.Exists(block => block is Paragraph { Number: { } given } && given == label) ? 1 : 0;
            foreach (var block in blocks)
            {
                yield return block;
            }
        }
    }

    /// <summary>A computed paragraph and the points under it, without a number.</summary>
    public static IEnumerable<Block> Unnumbered(ReportParagraph paragraph) => Computed(paragraph, null);

    private static IEnumerable<Block> Computed(ReportParagraph paragraph, string? number)
    {
        yield return new Paragraph(paragraph.Text, number);
        if (paragraph.Points.Count > 0)
        {
            yield return new BulletList([.. paragraph.Points.Select(point => new Paragraph(point))]);
        }
    }

    /// <summary>A line for each who signs: what for, the post and its holder, and room for hand and day.</summary>
    private static Table Signatures(IReadOnlyList<SignatureLine> lines) => new(
        SignedPaper.Table, "Who signs this report",
        [new("For", 14), new("Post", 22), new("Name", 18), new("Signature", 26), new("Date", 14)],
        [.. lines.Select(line => (IReadOnlyList<Cell>)[line.Label, line.Post.Title, line.Post.Name ?? "", "", ""])],
        RowHeader: 0, "Signatures", []) { IsForm = true };

    private static Fact Fact(Contact contact) => new(
        contact.Label,
        [.. new[] { contact.Post.Name, contact.Post.Title, contact.Post.Team, contact.Post.Phone, contact.Post.Email }.OfType<string>()]);
}
