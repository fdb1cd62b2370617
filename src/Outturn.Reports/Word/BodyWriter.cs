using System.Xml;

namespace Outturn.Reports.Word;

/// <summary>Writes a document's blocks in reading order, section by section.</summary>
internal sealed class BodyWriter
{
    /// <summary>Air between a table, or the head of a report, and the text below it.</summary>
    private const int AfterTable = 200;

    /// <summary>Air below a list: what follows is no item of it.</summary>
    private const int AfterList = 160;

    private readonly XmlWriter xml;
    private readonly StyleSheet styles;
    private readonly PageSetup pages;
    private readonly Links links;
    private readonly DocumentFormat.OpenXml.Packaging.MainDocumentPart main;
    private readonly Paragraphs paragraphs;
    private readonly TableWriter tables;
    private readonly ChartRows charts;
    private Action? sectionEnd;

    public BodyWriter(XmlWriter xml, DocumentFormat.OpenXml.Packaging.MainDocumentPart main, StyleSheet styles, PageSetup pages, IChartForm form)
    {
        (this.xml, this.main, this.styles, this.pages, links) = (xml, main, styles, pages, new Links(main));
        paragraphs = new Paragraphs(xml);
        tables = new TableWriter(xml, paragraphs, styles);
        charts = new ChartRows(xml, form);
    }

    public void Write(Document document)
    {
        if (document.Info.Logo is { } logo && !pages.HasLetterhead)
        {
            Open(new Shape(styles[OurStyles.Normal]));
            xml.Open("r");
            xml.Open("drawing");
            LogoPicture.Write(xml, main, logo);
            xml.End();
            xml.End();
            paragraphs.Close();
        }

        foreach (var notice in new[] { document.Info.Mark, document.Info.Notice }.OfType<string>())
        {
            Open(new Shape(styles[OurStyles.Notice]));
            Say(notice);
        }

        for (var i = 0; i < document.Sections.Count; i++)
        {
            var section = document.Sections[i];
            var before = i == 0 ? (Orientation?)null : document.Sections[i - 1].Orientation;
            void End() => pages.Write(xml, section.Orientation, before);
            var last = i == document.Sections.Count - 1;
            sectionEnd = last ? null : End;
            WriteSection(last && document.Info.Seal is { } seal && !pages.HasOurFooter ? section with { Blocks = [.. section.Blocks, new Note(seal)] } : section);
            if (last)
            {
                End();
            }
        }

        if (document.Sections.Count == 0)
        {
            pages.Write(xml, Orientation.Portrait, before: null);
        }
    }

    private void WriteSection(Section section)
    {
        var width = pages.TextWidth(section.Orientation);
        List<Block> blocks = [.. section.Blocks.Reverse().SkipWhile(block => block is PageBreak).Reverse()];
        Block? before = null;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is Chart)
            {
                var run = blocks.Skip(i).TakeWhile(block => block is Chart).Cast<Chart>().ToList();
                i += run.Count - 1;
                WriteCharts(run, section.Orientation, width, afterTable: before is Table, last: i == blocks.Count - 1);
            }
            else
            {
                Write(blocks[i], before, next: blocks.ElementAtOrDefault(i + 1), width, last: i == blocks.Count - 1);
            }

            before = blocks[i];
        }

        if (before is null or Table)
        {
            paragraphs.SectionEnd = sectionEnd;
            paragraphs.Unseen(styles[OurStyles.Normal]);
        }
    }

    private void Write(Block block, Block? before, Block? next, int width, bool last)
    {
        int? air = before is Table or Facts ? AfterTable : null;
        switch (block)
        {
            case Heading heading:
                WriteHeading(heading, last);
                break;
            case Paragraph paragraph:
                WriteParagraph(paragraph, air, keepNext: next is BulletList || (before is Heading && next is (Table or Chart)), last);
                break;
            case Note note:
                Open(new Shape(styles[OurStyles.Note]), last);
                Say(note.Text);
                break;
            case BulletList list:
                int? left = before is Paragraph { Number: not null } ? OurStyles.NumberIndent + OurStyles.BulletIndent : null;
                foreach (var item in list.Items)
                {
                    var final = ReferenceEquals(item, list.Items[^1]);
                    Open(new Shape(styles[OurStyles.Bullet], After: final ? AfterList : null, Left: left, Hanging: left is null ? 0 : OurStyles.BulletIndent, Numbering: styles.ListBullets > 0 ? styles.ListBullets : null), last && final);
                    Runs(item.Runs);
                }

                break;
            case Facts facts:
                WriteFacts(facts, keepNext: next is not null, last);
                break;
            case Table table:
                tables.Write(table, width);
                break;
            case PageBreak:
                paragraphs.BreakPage();
                break;
            default:
                throw new NotSupportedException($"A Word paper has no place for a {block.GetType().Name}.");
        }
    }

    /// <summary>A style of the template that numbers its paragraphs by itself would set its number before ours.</summary>
    private int? Unnumbered(string name) => styles.Numbers(name) ? 0 : null;

    private void WriteHeading(Heading heading, bool last)
    {
        var name = OurStyles.Heading(Math.Clamp(heading.Level, 1, 4));
        var (style, numbering) = (styles[name], Unnumbered(name));
        Open(heading.Number is null ? new Shape(style, Numbering: numbering) : new Shape(style, Left: OurStyles.NumberIndent, Hanging: OurStyles.NumberIndent, Numbering: numbering), last);
        Say(heading.Number is { } number ? $"{number}\t{heading.Text}" : heading.Text);
    }

    /// <param name="keepNext">It introduces what follows: a list, or the table under a heading, which would else lose both to the page before.</param>
    private void WriteParagraph(Paragraph paragraph, int? air, bool keepNext, bool last)
    {
        var name = paragraph.Number is null ? OurStyles.BodyText : OurStyles.Numbered;
        Open(new Shape(styles[name], keepNext, Before: air, Numbering: Unnumbered(name)), last);
        if (paragraph.Number is { } number)
        {
            paragraphs.Run($"{number}\t");
        }

        Runs(paragraph.Runs);
    }

    /// <summary>The label stands out to the left; the lines of one fact are one paragraph, and all facts stay on one page.</summary>
    /// <param name="keepNext">They introduce what follows, and stay on its page too.</param>
    private void WriteFacts(Facts facts, bool keepNext, bool last)
    {
        var left = Math.Clamp(facts.Items.Select(fact => fact.Label.Length).DefaultIfEmpty(0).Max() * 145 + 340, 1500, 3200);
        foreach (var fact in facts.Items)
        {
            var final = ReferenceEquals(fact, facts.Items[^1]);
            Open(new Shape(styles[OurStyles.Fact], KeepNext: !final || keepNext, Left: left, Hanging: left), last && final);
            paragraphs.Run(fact.Label.EndsWith(':') ? fact.Label : $"{fact.Label}:", bold: true);
            Say($"\t{string.Join('\n', fact.Lines)}");
        }
    }

    private void WriteCharts(List<Chart> run, Orientation orientation, int width, bool afterTable, bool last)
    {
        var rows = ChartRows.Arrange(run, orientation);
        for (var i = 0; i < rows.Count; i++)
        {
            Open(new Shape(styles[OurStyles.Chart], Before: afterTable && i == 0 ? AfterTable : null), last && i == rows.Count - 1);
            charts.Write(rows[i], perRow: rows[0].Length, width);
            paragraphs.Close();
        }
    }

    private void Runs(IReadOnlyList<Run> runs)
    {
        foreach (var run in runs)
        {
            if (run.Link is { } link && links.Id(link) is { } id)
            {
                xml.Open("hyperlink");
                xml.WriteAttributeString("r", "id", WordXml.Relationships, id);
                paragraphs.Run(run.Text, run.Bold, run.Italic, styles[OurStyles.Hyperlink]);
                xml.End();
            }
            else
            {
                paragraphs.Run(run.Text, run.Bold, run.Italic);
            }
        }

        paragraphs.Close();
    }

    /// <param name="last">The paragraph is the section's last and carries its end.</param>
    private void Open(Shape shape, bool last = false)
    {
        if (last)
        {
            paragraphs.SectionEnd = sectionEnd;
        }

        paragraphs.Open(shape);
    }

    private void Say(string text)
    {
        paragraphs.Run(text);
        paragraphs.Close();
    }
}
