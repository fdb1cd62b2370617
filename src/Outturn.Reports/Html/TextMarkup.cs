namespace Outturn.Reports.Html;

/// <summary>Paragraphs, lists, facts and notes.</summary>
internal static class TextMarkup
{
    public static void Write(TextWriter html, Block block)
    {
        switch (block)
        {
            case Paragraph { Number: { } number } paragraph:
                html.Write($"<p class=\"numbered\"><span class=\"number\">{Markup.Escape(number)}</span> ");
                Runs(html, paragraph);
                html.Write("</p>\n");
                break;
            case Paragraph paragraph:
                html.Write("<p>");
                Runs(html, paragraph);
                html.Write("</p>\n");
                break;
            case BulletList list:
                Bullets(html, list);
                break;
            case Facts facts:
                Facts(html, facts);
                break;
            case Note note:
                html.Write($"<p class=\"note\">{Markup.Escape(note.Text)}</p>\n");
                break;
            case PageBreak:
                html.Write("<div class=\"page-break\"></div>\n");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, "A kind of block that HTML does not know.");
        }
    }

    private static void Bullets(TextWriter html, BulletList list)
    {
        html.Write("<ul>\n");
        foreach (var item in list.Items)
        {
            html.Write("<li>");
            Runs(html, item);
            html.Write("</li>\n");
        }

        html.Write("</ul>\n");
    }

    private static void Facts(TextWriter html, Facts facts)
    {
        html.Write("<dl class=\"facts\">\n");
        foreach (var fact in facts.Items)
        {
            html.Write($"<div><dt>{Markup.Escape(fact.Label)}</dt>");
            foreach (var line in fact.Lines)
            {
                html.Write($"<dd>{Markup.Escape(line)}</dd>");
            }

            html.Write("</div>\n");
        }

        html.Write("</dl>\n");
    }

    private static void Runs(TextWriter html, Paragraph paragraph)
    {
        foreach (var run in paragraph.Runs)
        {
            var address = run.Link is { } link ? SafeLink.Address(link) : null;
            html.Write(address is null ? "" : $"<a href=\"{Markup.Escape(address)}\">");
            html.Write((run.Bold ? "<strong>" : "") + (run.Italic ? "<em>" : ""));
            html.Write(Markup.Escape(run.Text));
            html.Write((run.Italic ? "</em>" : "") + (run.Bold ? "</strong>" : ""));
            html.Write(address is null ? "" : "</a>");
        }
    }
}
