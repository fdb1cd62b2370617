using System.Text.RegularExpressions;
using Outturn.Core.Periods;
using Outturn.Core.Review;
using Outturn.Core.Targets;
using Outturn.Reports;
using Outturn.Reports.Papers;

namespace Outturn.Tests.Review;

/// <summary>The county's review papers beside the published ones that they are modelled on: section for section and fact for fact, computed.</summary>
public sealed class ReviewPaperTests
{
    private const string Published = "Review/kpi-review-2026.txt";

    private readonly AnnualReview review = AnnualReview.Of(ReviewedCounty.Folder.Register, ReviewedCounty.Year, null);
    private readonly Document paper;
    private readonly string text;

    public ReviewPaperTests()
    {
        paper = Of(review);
        text = TextOf(paper);
    }

    /// <summary>What the published paper has, and what stands for it in ours.</summary>
    public static TheoryData<string, string> SideBySide => new()
    {
        { "reviewed on an annual basis", "is reviewed once a year" },
        { "is asked to COMMENT on the KPIs", "The Policy and Resources Cabinet Committee is asked to COMMENT on the KPIs and targets proposed for Strategic and Corporate Services for 2026/27, and to NOTE" },
        { "Local Outcomes Framework to come before the Policy and Resources", "Local Outcomes Framework, mapping its metrics to the council's indicators, comes to the committee in July" },
        { "review the performance of the", "review how the functions of the council within its remit perform" },
        { "an annual review is undertaken before the start of each financial year", "are reviewed before each financial year" },
        { "whether the right selection of KPIs", "is it the right one to report" },
        { "targets and floor standards are set at the", "are its target and floor standard at the right level" },
        { "value for", "value for money" },
        { "are attached in appendix 1", "are attached as Appendix 1" },
        { "a rationale as to why these indicators were selected", "why they were chosen" },
        { "a proposed new section for", "A new section is proposed for Commercial and Procurement, with three KPIs and one activity indicator." },
        { "money saved", "Savings secured in procurement (PR01)" },
        { "SMEs, VCSEs and", "Contracted spending with small firms, the voluntary sector and local businesses (PR02)" },
        { "compliance with KCC’s procurement", "Contracts let in line with the procurement standards (PR03)" },
        { "an additional debt activity indicator", "One is new: Debt being actively chased by income recovery (FN21)." },
        { "benchmarks stipulated by the Information Commissioner", "Information Commissioner" },
        { "This resulted in some existing indicators being removed", "Three are removed: Callers who rated the adviser who handled their call as good (CS01), Out-of-hours calls to the Contact Centre answered (CS04b) and Contacts made online (CS14)." },
        { "structured around 16 priority outcomes", "16 priority outcomes" },
        { "132 metrics", "132 metrics" },
        { "17 are placeholders", "17 are placeholders" },
        { "statistical", "statistical neighbours" },
    };

    [Theory]
    [MemberData(nameof(SideBySide))]
    public void What_the_published_paper_of_2026_says_ours_says_of_its_own_figures(string published, string ours)
    {
        Assert.Contains(published, Regex.Replace(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, Published)), @"\s+", " "), StringComparison.Ordinal);
        Assert.Contains(ours, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_sections_come_in_the_order_of_the_published_paper() => Assert.Equal(
        ["Introduction", "Process", "Outcome", "Local Outcomes Framework", "Recommendation(s)", "Contact details"],
        paper.Blocks.OfType<Heading>().Where(heading => heading.Number is not null).Select(heading => heading.Text));

    [Fact]
    public void The_recommendation_stands_at_the_top_and_at_the_end_word_for_word() =>
        Assert.Equal(2, paper.Blocks.OfType<Paragraph>().Count(paragraph => paragraph.Text.Contains("is asked to COMMENT", StringComparison.Ordinal)));

    [Fact]
    public void Every_count_in_its_sentences_is_that_of_the_committees_own_proposals()
    {
        var items = review.For(review.Register.Committees[0]).Items.ToList();
        var proposals = items.Select(item => item.Proposal!).ToList();
        int Count(Decision decision) => proposals.Count(proposal => proposal.Decision == decision);
        Assert.Equal((6, 3, 1), (Count(Decision.New), Count(Decision.Remove), Count(Decision.Replace)));
        var unchanged = items.Count(item => item.IsUnchanged);
        Assert.Contains($"Against 2025/26, six are new, three are removed, one is replaced, {Count(Decision.Keep) + Count(Decision.Amend) - unchanged} change and {unchanged} stay as they are.", text, StringComparison.Ordinal);
        var rows = paper.Tables.Where(table => table.Sheet is "Proposed KPIs" or "Proposed activity").Sum(table => table.Rows.Count);
        Assert.Equal(proposals.Count(proposal => !proposal.Goes), rows);
        Assert.Equal(4, paper.Tables.Where(table => table.Sheet == "Removed").Sum(table => table.Rows.Count));
    }

    [Fact]
    public void Every_proposal_in_the_appendix_has_its_rationale_and_says_what_changes() => Assert.All(
        paper.Tables.Where(table => table.Sheet is "Proposed KPIs" or "Proposed activity").SelectMany(table => table.Rows),
        row => Assert.All(row.TakeLast(2), cell => Assert.NotEqual("", cell.Text)));

    [Fact]
    public void The_review_of_2020_is_largely_unchanged_with_two_floors_raised()
    {
        var earlier = AnnualReview.Of(ReviewedCounty.Folder.Register, Period.Year(2020), null);
        Assert.Contains("Taken together, they are largely unchanged from 2019/20, except for increases in floor standard for two indicators (CS04a and CS04b).", TextOf(Of(earlier)), StringComparison.Ordinal);
    }

    [Fact]
    public void Word_Excel_and_HTML_have_every_cell_of_the_document()
    {
        var cells = paper.Tables.SelectMany(table => table.Rows).SelectMany(row => row).Select(cell => cell.Text).Where(cell => cell.Length > 0).Distinct().ToList();
        var made = ReviewPaper.Of(review, review.Register.Committees[0], ReviewedCounty.Meeting, []);
        Assert.Equal([PaperFormat.Html, PaperFormat.Docx, PaperFormat.Xlsx, PaperFormat.Pdf], made.Formats);
        using var html = new MemoryStream();
        made.Write(PaperFormat.Html, html);
        var page = System.Net.WebUtility.HtmlDecode(System.Text.Encoding.UTF8.GetString(html.ToArray()));
        Assert.All(cells, cell => Assert.Contains(cell, page, StringComparison.Ordinal));
        using var docx = new MemoryStream();
        made.Write(PaperFormat.Docx, docx);
        using var word = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(docx, false);
        var body = word.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.All(cells, cell => Assert.Contains(cell, body, StringComparison.Ordinal));
    }

    private static Document Of(AnnualReview review) => ReviewPaper.Of(review, review.Register.Committees[0], ReviewedCounty.Meeting, []).Document;

    private static string TextOf(Document document) => string.Join('\n', document.Blocks.SelectMany(block => block switch
    {
        Paragraph paragraph => [paragraph.Text],
        BulletList list => list.Items.Select(item => item.Text),
        Heading heading => [heading.Text],
        Table table => table.Rows.SelectMany(row => row).Select(cell => cell.Text),
        _ => [],
    }));
}
