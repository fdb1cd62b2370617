using System.Globalization;
using System.Text;

namespace Outturn.Reports.Html;

/// <summary>Writes a document as one HTML file that needs nothing else: no script, no font, no picture from elsewhere.</summary>
/// <remarks>Two runs give the same bytes. Whatever a text holds, it stays text.</remarks>
public static class HtmlWriter
{
    private const int BufferSize = 32 * 1024;

    public static void Write(Document document, Stream to)
    {
        using var html = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize, leaveOpen: true) { NewLine = "\n" };
        var headings = Anchors.For(document);
        var widths = ColumnWidths.For(document);
        Head(html, document.Info, StyleSheet.For(document.Info, widths));
        Masthead(html, document.Info);
        html.Write("<main id=\"main\">\n");
        foreach (var section in document.Sections)
        {
            html.Write(section.Orientation == Orientation.Landscape ? "<div class=\"section landscape\">\n" : "<div class=\"section portrait\">\n");
            Blocks(html, section.Blocks, document.Info, headings, widths);
            html.Write("</div>\n");
        }

        html.Write("</main>\n");
        if (document.Info.Seal is { } seal)
        {
            html.Write($"<footer>\n<p class=\"seal\">{Markup.Escape(seal)}</p>\n</footer>\n");
        }

        html.Write("</body>\n</html>\n");
    }

    private static void Head(StreamWriter html, DocumentInfo info, StyleSheet style)
    {
        html.Write("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Write($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; {(info.Logo is null ? "" : "img-src data:; ")}style-src '{style.Hash}'; base-uri 'none'; form-action 'none'\">\n");
        html.Write($"<title>{Markup.Escape(info.Title)} – {Markup.Escape(info.Council)}</title>\n");
        html.Write($"<meta name=\"author\" content=\"{Markup.Escape(info.Council)}\">\n<style>{style.Text}</style>\n</head>\n");
    }

    private static void Masthead(StreamWriter html, DocumentInfo info)
    {
        html.Write("<body>\n<a class=\"skip\" href=\"#main\">Skip to the paper</a>\n<header>\n<div class=\"council\">\n");
        if (info.Logo is { } logo)
        {
            html.Write(string.Create(CultureInfo.InvariantCulture, $"<img class=\"logo\" alt=\"{Markup.Escape(logo.Text)}\" width=\"{logo.Width}\" height=\"{logo.Height}\" src=\"data:{logo.ContentType};base64,{Convert.ToBase64String(logo.Bytes)}\">\n"));
        }

        html.Write($"<p>{Markup.Escape(info.Council)}</p>\n");
        html.Write(string.Create(CultureInfo.InvariantCulture, $"<p><time datetime=\"{info.Date:yyyy-MM-dd}\">{info.Date:d MMMM yyyy}</time></p>\n</div>\n"));
        if (info.Mark is { } mark)
        {
            html.Write($"<p class=\"mark\">{Markup.Escape(mark)}</p>\n");
        }

        if (info.Notice is { } notice)
        {
            html.Write($"<p class=\"notice\">{Markup.Escape(notice)}</p>\n");
        }

        html.Write("</header>\n");
    }

    private static void Blocks(StreamWriter html, IReadOnlyList<Block> blocks, DocumentInfo info, Anchors headings, ColumnWidths widths)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            switch (blocks[i])
            {
                case Heading heading:
                    headings.Write(html, heading);
                    break;
                case Table table:
                    TableMarkup.Write(html, table, widths);
                    break;
                case Chart:
                    var charts = blocks.Skip(i).TakeWhile(block => block is Chart).Cast<Chart>().ToList();
                    ChartMarkup.Write(html, charts, info);
                    i += charts.Count - 1;
                    break;
                default:
                    TextMarkup.Write(html, blocks[i]);
                    break;
            }
        }
    }
}
