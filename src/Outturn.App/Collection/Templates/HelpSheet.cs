using Outturn.App.Workbooks;

namespace Outturn.App.Collection.Templates;

/// <summary>How the template is filled in, in plain words.</summary>
internal static class HelpSheet
{
    public const string Name = "How to fill this in";

    private static readonly string[] Steps =
    [
        "Go to the sheet Figures. Each row is one indicator for one period. You only fill in the yellow cells, and the blue one if you want to tell colleagues something. Everything else is there to help you, and is locked.",
        "Give the value, or give numerator and denominator and leave the value blank. Where both counts are there, the value is worked out from them. Counts that are grey do not belong to the indicator.",
        "If there is no figure, choose a marker and say why. 0 means that there were none; a blank cell means that you have not sent it yet.",
        "Some cells may be filled in already: that is what we have from you. Change what is to be changed, choose the marker \"revised\", and leave the rest.",
        "Leave a row blank if you cannot send it yet. You can send the workbook again.",
        "Save as .xlsx and send the workbook back. You may filter rows and make columns wider. To sort or delete rows, take the protection off first (Review, Unprotect Sheet; there is no password). Do not change Ref, Period or Row code.",
    ];

    public static WordsSheet Of(TemplateContent content) => new(Name, $"{content.Council.Name}: {content.Stamp}", [WordsSheet.TermWidth, WordsSheet.TextWidth],
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
    ]);

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

    public static WordsSheet Of(TemplateContent content) => new(Name, $"{content.Council.Name}: {content.Stamp}", [60],
    [
        ("Posts", "", Look.Title),
        ($"The posts that the column {TemplateColumns.Owner} offers.", "", Look.Line),
        ("Post", "", Look.Header),
        .. content.Posts.Select(post => (post, "", Look.Said)),
    ]);
}
