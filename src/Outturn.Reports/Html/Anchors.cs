using System.Text;

namespace Outturn.Reports.Html;

/// <summary>The headings with their anchors, and the list of contents that leads to them.</summary>
internal sealed class Anchors
{
    private const string Contents = "contents";

    private readonly List<Anchor> all = [];
    private readonly List<Anchor> listed;
    private int written;
    private bool listWritten;

    private Anchors(Document document)
    {
        var taken = Taken(document);
        foreach (var heading in document.Blocks.OfType<Heading>())
        {
            var name = Name(heading.Text);
            var id = name;
            for (var n = 2; !taken.Add(id); n++)
            {
                id = $"{name}-{n}";
            }

            all.Add(new Anchor(heading, id));
        }

        listed = all.FindAll(anchor => anchor.Heading.Level is 2 or 3);
    }

    public static Anchors For(Document document) => new(document);

    /// <summary>Writes the next heading of the document; the contents follow the title.</summary>
    public void Write(TextWriter html, Heading heading)
    {
        if (heading.Level == 2 && !listWritten)
        {
            List(html);
        }

        var level = Math.Clamp(heading.Level, 1, 6);
        html.Write($"<h{level} id=\"{all[written++].Id}\">");
        Text(html, heading);
        html.Write($"</h{level}>\n");
        if (heading.Level == 1)
        {
            List(html);
        }
    }

    private void List(TextWriter html)
    {
        if (listWritten || listed.Count < 2)
        {
            return;
        }

        listWritten = true;
        html.Write($"<nav id=\"{Contents}\" aria-label=\"Contents\">\n<p class=\"nav-title\">Contents</p>\n<ol>\n");
        for (var i = 0; i < listed.Count; i++)
        {
            html.Write("<li>");
            Link(html, listed[i]);
            if (listed[i].Heading.Level == 2 && i + 1 < listed.Count && listed[i + 1].Heading.Level == 3)
            {
                html.Write("\n<ol>\n");
                while (i + 1 < listed.Count && listed[i + 1].Heading.Level == 3)
                {
                    html.Write("<li>");
                    Link(html, listed[++i]);
                    html.Write("</li>\n");
                }

                html.Write("</ol>\n");
            }

            html.Write("</li>\n");
        }

        html.Write("</ol>\n</nav>\n");
    }

    private static HashSet<string> Taken(Document document) => new(
        document.Tables.SelectMany(table => new[] { table.Name, $"{table.Name}-caption" })
            .Concat(document.Charts.SelectMany(chart => new[] { chart.Name, $"{chart.Name}-title", $"{chart.Name}-desc" }))
            .Concat(["main", Contents]),
        StringComparer.Ordinal);

    private static void Link(TextWriter html, Anchor anchor)
    {
        html.Write($"<a href=\"#{anchor.Id}\">");
        Text(html, anchor.Heading);
        html.Write("</a>");
    }

    private static void Text(TextWriter html, Heading heading)
    {
        if (heading.Number is { } number)
        {
            html.Write($"<span class=\"number\">{Markup.Escape(number)}</span> ");
        }

        html.Write(Markup.Escape(heading.Text));
    }

    /// <summary>"Appendix 1: Dashboard" → appendix-1-dashboard.</summary>
    private static string Name(string text)
    {
        var name = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                name.Append(char.ToLowerInvariant(c));
            }
            else if (name.Length > 0 && name[^1] != '-')
            {
                name.Append('-');
            }
        }

        var trimmed = name.ToString().Trim('-');
        return trimmed.Length == 0 ? "part" : char.IsAsciiDigit(trimmed[0]) ? "part-" + trimmed : trimmed;
    }

    private readonly record struct Anchor(Heading Heading, string Id);
}
