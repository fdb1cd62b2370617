using System.Text;

namespace Outturn.App.Collection.Templates;

/// <summary>How the template is filled in, in plain words, read from top to bottom.</summary>
internal static class HelpSheet
{
    public const string Name = "How to fill this in";

    private const int TermWidth = 32;
    private const int TextWidth = 96;

    private static readonly string[] Steps =
    [
        "Go to the sheet Figures. Each row is one indicator for one period. You only fill in the yellow cells, and the blue one if you want to tell colleagues something. Everything else is there to help you, and is locked.",
        "Give the value, or give numerator and denominator and leave the value blank. Where both counts are there, the value is worked out from them. Counts that are grey do not belong to the indicator.",
        "If there is no figure, choose a marker and say why. 0 means that there were none; a blank cell means that you have not sent it yet.",
        "Some cells may be filled in already: that is what we have from you. Change what is to be changed, choose the marker \"revised\", and leave the rest.",
        "Leave a row blank if you cannot send it yet. You can send the workbook again.",
        "Save as .xlsx and send the workbook back. You may filter rows and make columns wider. To sort or delete rows, take the protection off first (Review, Unprotect Sheet; there is no password). Do not change Ref, Period or Row code.",
    ];

    public static string Xml(TemplateContent content, WorkbookText texts)
    {
        var (written, lines) = (new StringBuilder(), Lines(content));
        using (var xml = WorkbookXml.Open(written))
        {
            xml.Start("worksheet");
            xml.Start("sheetPr");
            xml.Empty("pageSetUpPr", ("fitToPage", "1"));
            xml.WriteEndElement();
            xml.Empty("dimension", ("ref", $"A1:B{lines.Count}"));
            xml.Start("sheetViews");
            xml.Empty("sheetView", ("showGridLines", "0"), ("workbookViewId", "0"));
            xml.WriteEndElement();
            xml.Empty("sheetFormatPr", ("defaultRowHeight", "15"));
            xml.WriteWidths([TermWidth, TextWidth]);
            xml.Start("sheetData");
            for (var i = 0; i < lines.Count; i++)
            {
                var (term, text, look) = lines[i];
                xml.Start("row", ("r", $"{i + 1}"), ("ht", look switch
                {
                    Look.Title => "24",
                    Look.Heading => "32",
                    _ => WorkbookXml.Height(20, (text, TextWidth)),
                }));
                xml.WriteText($"A{i + 1}", look, term, texts);
                if (text.Length > 0)
                {
                    xml.WriteText($"B{i + 1}", Look.Body, text, texts);
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteProtection();
            xml.WritePage("9", "portrait", $"{content.Council.Name}: {content.Stamp}");
            xml.WriteEndElement();
        }

        return written.ToString();
    }

    private static List<(string Term, string Text, Look Look)> Lines(TemplateContent content)
    {
        List<(string, string, Look)> lines =
        [
            (Name, "", Look.Title),
            (content.Council.Name, "", Look.Line),
            (content.Stamp.ToString(), "", Look.Line),
            .. content.Council.Notice is { Length: > 0 } notice ? [(notice, "", Look.Line)] : Array.Empty<(string, string, Look)>(),
            ("What to do", "", Look.Heading),
            .. Steps.Select((step, i) => ($"Step {i + 1}", step, Look.Body)),
            ("What each column is", "", Look.Heading),
            .. TemplateColumns.All.Select(column => (column.Heading, Meaning(column), Look.Body)),
            ("Markers", "", Look.Heading),
            .. MarkerWords.Explained.Select(marker => (marker.Word, marker.Meaning, Look.Body)),
        ];
        return lines;
    }

    private static string Meaning(TemplateColumn column) => column.Use switch
    {
        ColumnUse.Internal => $"You fill this in (blue). {column.Meaning}",
        _ when column.IsEntry => $"You fill this in (yellow). {column.Meaning}",
        _ => column.Meaning,
    };
}

/// <summary>The posts that the drop-down of owners offers.</summary>
internal static class PostsSheet
{
    public const string Name = "Posts";
    public const int HeaderRow = 3;

    public static string Xml(TemplateContent content, WorkbookText texts)
    {
        var written = new StringBuilder();
        using (var xml = WorkbookXml.Open(written))
        {
            xml.Start("worksheet");
            xml.Empty("dimension", ("ref", $"A1:A{HeaderRow + content.Posts.Count}"));
            xml.Start("sheetViews");
            xml.Empty("sheetView", ("showGridLines", "0"), ("workbookViewId", "0"));
            xml.WriteEndElement();
            xml.Empty("sheetFormatPr", ("defaultRowHeight", "15"));
            xml.WriteWidths([60]);
            xml.Start("sheetData");
            (string Text, Look Look)[] lines =
            [
                ("Posts", Look.Title),
                ($"The posts that the column {TemplateColumns.Owner} offers.", Look.Line),
                ("Post", Look.Header),
                .. content.Posts.Select(post => (post, Look.Said)),
            ];
            for (var i = 0; i < lines.Length; i++)
            {
                xml.Start("row", ("r", $"{i + 1}"), ("ht", lines[i].Look == Look.Title ? "24" : WorkbookXml.Height(20, (lines[i].Text, 60))));
                xml.WriteText($"A{i + 1}", lines[i].Look, lines[i].Text, texts);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
            xml.WriteProtection();
            xml.WritePage("9", "portrait", $"{content.Council.Name}: {content.Stamp}");
            xml.WriteEndElement();
        }

        return written.ToString();
    }
}
