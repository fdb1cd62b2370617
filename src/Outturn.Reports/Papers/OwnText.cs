using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Outturn.Core.Dashboards;

namespace Outturn.Reports.Papers;

/// <summary>The analyst's own paragraphs: Markdown with bold, italics, links and lists; HTML in it is text.</summary>
internal static class OwnText
{
    private static readonly MarkdownPipeline Markup = new MarkdownPipelineBuilder().DisableHtml().DisableHeadings().Build();

    /// <summary>The text of a place, unnumbered; nothing where there is none.</summary>
    public static IEnumerable<Block> Place(Register? register, string place) =>
        register is not null && register.Texts.TryGetValue(place, out var text) ? Blocks(text, null) : [];

    /// <param name="number">The number that the first paragraph bears, or null.</param>
    public static IEnumerable<Block> Blocks(string markdown, string? number)
    {
        foreach (var block in Markdown.Parse(markdown, Markup))
        {
            switch (block)
            {
                case ListBlock { IsOrdered: true } list:
                    // Typed like every number of a paper, so that it never shifts.
                    foreach (var item in list.OfType<ListItemBlock>())
                    {
                        yield return new Paragraph([.. item.Descendants<ParagraphBlock>().SelectMany(Runs)], $"{item.Order}.");
                    }

                    break;
                case ListBlock list:
                    yield return new BulletList([.. list.OfType<ListItemBlock>().Select(item => new Paragraph([.. item.Descendants<ParagraphBlock>().SelectMany(Runs)]))]);
                    break;
                case LeafBlock leaf when Runs(leaf) is { Count: > 0 } runs:
                    yield return new Paragraph(runs, number);
                    number = null;
                    break;
                case ContainerBlock container:
                    foreach (var paragraph in container.Descendants<ParagraphBlock>())
                    {
                        yield return new Paragraph(Runs(paragraph), number);
                        number = null;
                    }

                    break;
            }
        }
    }

    private static List<Run> Runs(LeafBlock block)
    {
        var runs = new List<Run>();
        if (block.Inline is { } inline)
        {
            Add(inline, new Run(""), runs);
        }
        else if (block.Lines.Count > 0)
        {
            runs.Add(new Run(block.Lines.ToString()));
        }

        return runs;
    }

    private static void Add(ContainerInline container, Run style, List<Run> runs)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case EmphasisInline emphasis:
                    Add(emphasis, emphasis.DelimiterCount >= 2 ? style with { Bold = true } : style with { Italic = true }, runs);
                    break;
                case LinkInline { IsImage: false } link:
                    Add(link, style with { Link = link.Url }, runs);
                    break;
                case ContainerInline other:
                    Add(other, style, runs);
                    break;
                case LineBreakInline:
                    runs.Add(style with { Text = " " });
                    break;
                case AutolinkInline address:
                    runs.Add(style with { Text = address.Url, Link = address.Url });
                    break;
                case CodeInline code:
                    runs.Add(style with { Text = code.Content });
                    break;
                case HtmlEntityInline entity:
                    runs.Add(style with { Text = entity.Transcoded.ToString() });
                    break;
                case LiteralInline literal:
                    runs.Add(style with { Text = literal.Content.ToString() });
                    break;
                default:
                    runs.Add(style with { Text = inline.ToString() ?? "" });
                    break;
            }
        }
    }
}
