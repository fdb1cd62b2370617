using Outturn.App.Workbooks;

namespace Outturn.App.Collection.Templates;

/// <summary>Writes the workbook that a service fills in: the sheet of figures, how to fill it in, and the posts to choose from.</summary>
public static class TemplateWorkbook
{
    public static void Write(Stream to, TemplateContent content) => WorkbookPackage.Write(
        to,
        new WorkbookProperties($"{content.Stamp.Service}: figures for {content.Stamp.Round}", content.Council.Name, content.Stamp.Issued, content.Council.Colour),
        FiguresSheet.Of(content),
        [HelpSheet.Of(content), .. content.Posts.Count > 0 ? [PostsSheet.Of(content)] : Array.Empty<WordsSheet>()]);
}
