using Outturn.Core.People;

namespace Outturn.Core.Papers;

/// <summary>The cover report of a dashboard: computed, never typed. Modelled on a published report of July 2020.</summary>
/// <param name="From">Posts, one a line.</param>
/// <param name="Recommendation">Stands at the top and at the end, word for word.</param>
public sealed record CoverReport(
    string Title,
    IReadOnlyList<string> From,
    string To,
    string Subject,
    string Classification,
    IReadOnlyList<ReportParagraph> Summary,
    string Recommendation,
    IReadOnlyList<ReportSection> Sections,
    IReadOnlyList<Contact> Contacts);

/// <summary>A numbered section of a report.</summary>
public sealed record ReportSection(string Heading, IReadOnlyList<ReportParagraph> Paragraphs);

/// <summary>A numbered paragraph, with the points listed under it.</summary>
/// <param name="IsOwnText">Written by the analyst, as light markup; all others are computed.</param>
public sealed record ReportParagraph(string Text, IReadOnlyList<string> Points, bool IsOwnText = false)
{
    public ReportParagraph(string text)
        : this(text, [])
    {
    }
}

/// <summary>Whom to ask: "Report author", then the post and how to reach it.</summary>
public sealed record Contact(string Label, Post Post);
