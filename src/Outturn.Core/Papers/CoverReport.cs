using Outturn.Core.Dashboards;
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
    IReadOnlyList<Contact> Contacts)
{
    /// <summary>Who signs it, in the order in which they do.</summary>
    public IReadOnlyList<SignatureLine> Signatures { get; init; } = [];

    /// <summary>With the blocks of text and the signatures that the house asks of a paper.</summary>
    /// <param name="register">With the texts as the paper's committee reads them.</param>
    /// <param name="meeting">The day of the meeting, or null where none is known.</param>
    public CoverReport InHouseForm(Register register, Committee? committee, Report? report, DateOnly? meeting) => this with
    {
        Sections =
        [
            .. Sections,
            .. Implications.Of(register, committee, report, meeting).Select(implication => new ReportSection(implication.Block.Heading, implication.Text is { } text
                ? [.. CoverReports.Paragraphs(text)]
                : [new($"To be completed: nobody has written the {ReviewSentences.Lower(implication.Block.Heading)} yet, and the report may not be signed off without that.")])),
        ],
        Signatures = register.House.SignaturesOf(committee?.Name, report?.Name),
    };
}

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
