using Outturn.App.Workbooks;
using Outturn.Core.Review;

namespace Outturn.App.Review.Workbook;

/// <summary>Writes the workbook in which a service proposes: a row for each indicator and some for new ones, and how it is filled in.</summary>
public static class ProposalWorkbook
{
    internal const string SheetName = "Proposals";
    internal const int BlankRows = 10;

    private const string HelpName = "How to fill this in";

    /// <summary>Ref and indicator stay in sight.</summary>
    private const int Frozen = 2;

    private static readonly string[] Steps =
    [
        "Go to the sheet Proposals. Each row is one indicator. You only fill in the yellow cells. Everything else is there to help you, and is locked; a row that is agreed is grey.",
        "Choose a decision for each indicator and give a rationale: every proposal owes one, keep included.",
        "keep changes nothing. amend: write the levels as they are to be (those in force stand there already), and under Title to Contract what else is to change. remove and replace end the indicator with the old year, whatever its levels say; replace names the Successor.",
        "For a new indicator use a blank row below: a Ref that is not there yet, the decision new, and its whole sheet under Title to Contract: title, unit, frequency, meaning and, for a KPI, polarity, target and floor.",
        "Leave a row as it is if nothing is to be proposed, or if what is proposed already is to stay. You can send the workbook again.",
        "Save as .xlsx and send the workbook back. You may filter rows and make columns wider. To sort or delete rows, take the protection off first (Review, Unprotect Sheet; there is no password). Do not change the Ref of a row.",
    ];

    public static void Write(Stream to, ProposalContent content) => WorkbookPackage.Write(
        to, new WorkbookProperties($"{content.Stamp.Service}: proposals for {content.Stamp.Year}", content.Council.Name, content.Stamp.Issued, content.Council.Colour), Table(content), Help(content));

    private static TableSheet Table(ProposalContent content) => new(
        SheetName, $"{content.Stamp.Service}: proposals for {content.Stamp.Year}. Fill in the yellow cells, save, and send this workbook back.", content.Stamp.ToString(), "Proposals_of_service", Frozen,
        $"{content.Council.Name}: {content.Stamp}",
        [.. ProposalColumns.All.Select(column => new SheetColumn(column.Heading, column.Width, column.IsEntry && column.Name != ProposalColumns.Ref ? Look.EntryHeader : Look.Header))],
        [.. content.Items.Select(item => Row(item, content)), .. Enumerable.Range(0, BlankRows).Select(_ => Blank())],
        [.. ProposalColumns.All.SelectMany((column, i) => column.IsEntry ? new[] { Rule(column, i, content) } : [])]);

    private static SheetCell[] Row(ReviewItem item, ProposalContent content)
    {
        var entry = ProposalContent.EntryOf(item, content.Stamp.Year);
        return [.. ProposalColumns.All.Select(column =>
            column.Name == ProposalColumns.Ref ? SheetCell.Of(Look.Strong, item.Ref)
            : !column.IsEntry ? SheetCell.Of(Look.Said, ProposalContent.Beside(item, content.Stamp.Year, column.Heading))
            : Entered(item.State == ReviewState.Agreed ? Look.NotAsked : LookOf(column), column, entry.GetValueOrDefault(column.Name)))];
    }

    private static SheetCell[] Blank() => [.. ProposalColumns.All.Select(column => SheetCell.Of(column.IsEntry ? LookOf(column) : Look.NotAsked, null))];

    private static SheetCell Entered(Look look, ProposalColumn column, string? text)
    {
        var (number, words) = column.Use == ProposalUse.Number && text is not null ? SheetCell.Written(decimal.Parse(text)) : (null, text);
        return new SheetCell(look, number, words);
    }

    private static Look LookOf(ProposalColumn column) => column.Use == ProposalUse.Number ? Look.Number : Look.Words;

    private static CellRule Rule(ProposalColumn column, int index, ProposalContent content)
    {
        int[] rows = [.. Enumerable.Range(0, content.Items.Count + BlankRows)];
        var rule = new CellRule(column.Heading, column.Meaning, CellRule.CellsOf(index, rows), column.Use switch
        {
            ProposalUse.Choice => "list",
            ProposalUse.Number => "decimal",
            _ => null,
        });
        return column.Use switch
        {
            ProposalUse.Choice => rule with { First = $"\"{string.Join(',', column.Choices)}\"", Refusal = "Choose a word from the list, or clear the cell." },
            ProposalUse.Number => rule with { Operator = "between", First = $"-{CellRule.Bound}", Second = CellRule.Bound, Refusal = "Write a number in digits alone, or clear the cell." },
            _ => rule,
        };
    }

    private static WordsSheet Help(ProposalContent content) => new(HelpName, $"{content.Council.Name}: {content.Stamp}", [WordsSheet.TermWidth, WordsSheet.TextWidth],
    [
        (HelpName, "", Look.Title),
        (content.Council.Name, "", Look.Line),
        (content.Stamp.ToString(), "", Look.Line),
        .. content.Council.Notice is { Length: > 0 } notice ? [(notice, "", Look.Line)] : Array.Empty<(string, string, Look)>(),
        ("What to do", "", Look.Heading),
        .. Steps.Select((step, i) => ($"Step {i + 1}", step, Look.Body)),
        ("What each column is", "", Look.Heading),
        .. ProposalColumns.All.Select(column => (column.Heading, column.IsEntry && column.Name != ProposalColumns.Ref ? $"You fill this in (yellow). {column.Meaning}" : column.Meaning, Look.Body)),
    ]);
}
