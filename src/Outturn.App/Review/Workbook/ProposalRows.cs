using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;
using Outturn.Core.Periods;
using Outturn.Core.Review;
using Outturn.Core.Targets;

namespace Outturn.App.Review.Workbook;

/// <summary>Reads the rows of a table of proposals, and compares each three ways: as it was issued, as it is now, and as the file has it.</summary>
/// <param name="now">The review as it is.</param>
/// <param name="issued">As it was when the workbook was made; of another file, as it is.</param>
/// <param name="who">The sender, who knows what they proposed themselves.</param>
/// <param name="may">Whether the sender may propose for a service.</param>
/// <param name="overrules">Whether the file takes the place of what was proposed otherwise since the workbook was made.</param>
internal sealed class ProposalRows(CouncilTable table, ProposalStamp? stamp, AnnualReview now, AnnualReview issued, string who, Func<string, bool> may, bool overrules, List<Defect> defects)
{
    private readonly IndicatorNames names = NamesOf(now.Register);
    private readonly Dictionary<string, int> seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ReadProposal> rows = [];
    private readonly List<(TableRow Row, string Ref)> successors = [];

    /// <summary>Every row; what is wrong with any is among the defects.</summary>
    public IReadOnlyList<ReadProposal> Read()
    {
        foreach (var row in table.Rows)
        {
            ReadRow(row);
        }

        foreach (var (row, successor) in successors.Where(named => now.Register.Find(named.Ref) is null && now.Find(named.Ref) is null && !seen.ContainsKey(named.Ref)))
        {
            row.Error("successor", $"{successor} is neither in the register nor proposed as new.");
        }

        return rows;
    }

    private void ReadRow(TableRow row)
    {
        var reference = row.Text(ProposalColumns.Ref);
        if (reference.Length == 0)
        {
            row.Error(ProposalColumns.Ref, "The row has no ref, so that nobody knows what it is for: put back the one it was issued with, or clear the row.");
            return;
        }

        if (!seen.TryAdd(reference, row.Number))
        {
            row.Error(ProposalColumns.Ref, $"{reference} stands in row {seen[reference]} already: keep one of the two rows.");
            return;
        }

        var (item, errors) = (now.Find(reference), Errors());
        var history = item?.History ?? now.Register.Find(reference);
        if (history is not null && (stamp?.IsOf(history.Indicator.Service.Name) == false || !may(history.Indicator.Service.Name)))
        {
            row.Error(ProposalColumns.Ref, Unknown(reference));
            return;
        }

        if (IsSwapped(row, item))
        {
            return;
        }

        var was = issued.Find(reference);
        if (IsUntouched(row, was))
        {
            rows.Add(new ReadProposal(row.Number, item?.Ref ?? reference, ReadProposalKind.Blank, null, null, "", [], []));
            return;
        }

        if (row.Text(ProposalColumns.Decision).Length == 0)
        {
            row.Error(ProposalColumns.Decision, was?.Proposal is null ? "Something is written in the row and no decision: choose keep, amend, remove, replace or new." : $"What is proposed for {reference} is not taken back by clearing it: choose another decision.");
            return;
        }

        var proposal = Proposal(row, reference, item, history);
        if (proposal is not null && Errors() == errors)
        {
            if (proposal.Successor is { } successor)
            {
                successors.Add((row, successor));
            }

            Compare(row, item?.Ref ?? reference, item, was, proposal);
        }
    }

    /// <summary>What the row proposes, as it is written.</summary>
    private Proposal? Proposal(TableRow row, string reference, ReviewItem? item, IndicatorHistory? history)
    {
        var decision = row.Word(ProposalColumns.Decision, Decisions.Read, "keep, amend, remove, replace or new");
        var sheet = SheetCells.Read(row, names);
        if (decision is not { } decided)
        {
            return null;
        }

        if (decided == Decision.New && sheet is { Service: null } && stamp is not null)
        {
            sheet = sheet with { Service = now.Register.Services.First(service => stamp.IsOf(service.Name)).Name };
        }

        return EntryOf(row, reference, item, history, decided, sheet) is not { } entry ? null
            : ProposalsFile.ReadOne(row, entry, decided, sheet, names, stamp is null ? now.Register.Council.Tolerance : null, () => Year(row, entry.Indicator!)) is { } read
                ? PlainProposal.Of(read, IsKnown(reference) ? history!.Indicator : null)
            : null;
    }

    private RegisterEntry? EntryOf(TableRow row, string reference, ReviewItem? item, IndicatorHistory? history, Decision decision, SheetChange? sheet)
    {
        if (IsKnown(reference))
        {
            var entry = new RegisterEntry(history!.Indicator, FolderTables.Tolerances(history).FirstOrDefault(tolerance => tolerance != 0), row);
            entry.Levels.AddRange(history.Targets.All);
            return entry;
        }

        var refusal = decision != Decision.New ? item is null ? Unknown(reference) : $"{reference} is not in the register yet: its decision stays new, until it is taken back."
            : Indicator.RefRefusal(reference) ?? (sheet ?? new SheetChange()).Refusal(null)
            ?? (stamp?.IsOf(sheet!.Service!) == false || !may(sheet!.Service!) ? $"A new indicator of {sheet!.Service} is not proposed here: leave its service blank, or propose it where that service does." : null);
        if (refusal is not null)
        {
            row.Error(decision != Decision.New ? ProposalColumns.Ref : null, refusal);
            return null;
        }

        var indicator = sheet!.Whole(reference, now.Year.First, row.Optional("rationale"), names.Services.All, names.Committees.All);
        return new RegisterEntry(indicator, row.Amount("tolerance", indicator.Definition.Unit.Name) ?? 0, row);
    }

    /// <summary>The year of the indicator's kind; an error where the row says another.</summary>
    private Period? Year(TableRow row, Indicator indicator)
    {
        var own = NewYear.OwnYear(indicator, now.Year);
        if (row.OptionalPeriod(ProposalColumns.Year, TargetsFile.YearOf(indicator.Definition.Frequency)) is { } said && said != own)
        {
            row.Error(ProposalColumns.Year, $"The row is for {said}, and the review is of {own}: leave it out.");
            return null;
        }

        return own;
    }

    private void Compare(TableRow row, string reference, ReviewItem? item, ReviewItem? was, Proposal sent)
    {
        var (before, current) = (Plain(was, issued), Plain(item, now));
        var answer = row.Optional(ProposalColumns.Answer);
        var changes = Changes(current, sent);
        if (current != before && sent != current && sent != before && !overrules && LastOf(item)?.Who != who)
        {
            row.Error(null, $"{reference} was proposed otherwise {Since(item)} ({string.Join("; ", Changes(before, current))}), and this row would overwrite that unseen: take it up in a new workbook, or say that this one overrules it.");
            return;
        }

        if (answer is null && (sent == current || sent == before))
        {
            if (current != before && sent == before)
            {
                row.Warning(null, $"{reference} was proposed otherwise {Since(item)}; the row says what it said when the workbook was made, and leaves that as it is.");
            }

            rows.Add(new ReadProposal(row.Number, reference, ReadProposalKind.Unchanged, sent, null, "", CellsOf(row, sent), []));
            return;
        }

        foreach (var (column, reason) in Proposing.Owed(now, new SentProposal(reference, sent, answer), may))
        {
            row.Error(column, reason);
        }

        rows.Add(new ReadProposal(row.Number, reference, ReadProposalKind.Proposed, sent, answer, What(item, sent), CellsOf(row, sent), changes));
    }

    private static string What(ReviewItem? item, Proposal sent) =>
        item is null || sent.Decision == Decision.New ? $"new: {sent.Sheet?.Title ?? item?.Indicator.Title}" : $"{sent.Decision.Name()}: {ProposalSentences.Change(new ProposedIndicator(item.History, sent, item.Current))}";

    private static Proposal? Plain(ReviewItem? item, AnnualReview review) =>
        item?.Proposal is { } proposal ? PlainProposal.Of(proposal, review.Register.Find(item.Ref)?.Indicator) : null;

    private static IReadOnlyList<CellChange> Changes(Proposal? from, Proposal? to) =>
    [
        .. ProposalCells.All.Select(cell => new CellChange(cell.Column, from is null ? null : cell.Of(from), to is null ? null : cell.Of(to))).Where(change => change.From != change.To),
    ];

    private static IReadOnlyList<ReadCell> CellsOf(TableRow row, Proposal sent)
    {
        var read = ProposalContent.EntryOf(sent);
        return [.. ProposalColumns.All.Where(column => column.IsEntry && column.Name != ProposalColumns.Ref && row.Text(column.Name).Length > 0)
            .Select(column => new ReadCell(column.Name, row.Text(column.Name), column.Name == ProposalColumns.Answer ? row.Text(column.Name) : read.GetValueOrDefault(column.Name)))];
    }

    private static ReviewStep? LastOf(ReviewItem? item) => item?.Steps.LastOrDefault(step => step.State == ReviewState.Proposed);

    private static string Since(ReviewItem? item) => LastOf(item) is { } step
        ? $"by {step.Who} on {UkTime.DayOf(step.At):dd/MM/yyyy}, since the workbook was made" : "since the workbook was made";

    /// <summary>Whether the row says no more than a workbook does where nothing is proposed: nothing, or the levels in force.</summary>
    private bool IsUntouched(TableRow row, ReviewItem? was)
    {
        string[] filled = [.. ProposalColumns.All.Where(column => column.IsEntry && column.Name != ProposalColumns.Ref && row.Text(column.Name).Length > 0).Select(column => column.Name)];
        if (filled.Length == 0)
        {
            return stamp is null || was?.Proposal is null;
        }

        if (was is not { Proposal: null } || filled.Any(column => !ProposalColumns.Levels.Contains(column)))
        {
            return false;
        }

        var (issuedWith, found) = (ProposalContent.EntryOf(was, now.Year), defects.Count);
        var same = ProposalColumns.Levels.All(column => CellText.Of(row.Amount(column, was.Indicator.Definition.Unit.Name)) == issuedWith[column]);

        // What is wrong with a level is said when the row is read.
        defects.RemoveRange(found, defects.Count - found);
        return same;
    }

    /// <summary>Whether the row has another indicator's title beside its ref: one of the two was moved.</summary>
    private bool IsSwapped(TableRow row, ReviewItem? item)
    {
        var title = row.Text(ProposalColumns.Indicator);
        var known = new[] { item?.Indicator.Title, issued.Find(row.Text(ProposalColumns.Ref))?.Indicator.Title }.OfType<string>().Select(PlainProposal.Text).ToList();
        var swapped = stamp is not null && title.Length > 0 && !known.Contains(title);
        if (swapped)
        {
            row.Error(ProposalColumns.Ref, $"This is not the ref that the row of \"{title}\" was issued with: put it back, or clear the row.");
        }

        return swapped;
    }

    private bool IsKnown(string reference) => now.Register.Find(reference) is not null;

    private int Errors() => defects.Count(defect => defect.Severity == Severity.Error);

    private string Unknown(string reference) => stamp is null ? $"There is no indicator {reference} that you may propose for." : $"{reference} is not among the indicators of {stamp.Service}, for which this workbook was made: take the row out.";

    private static IndicatorNames NamesOf(Register register)
    {
        const string file = "The register";
        var (services, committees) = (new Listed<Service>(file, "service"), new Listed<Committee>(file, "committee"));
        foreach (var service in register.Services)
        {
            services.Add(service.Name, service);
        }

        foreach (var committee in register.Committees)
        {
            committees.Add(committee.Name, committee);
        }

        foreach (var committee in register.Committees)
        {
            committees.AddOtherName(committee.ShortName, committee);
        }

        return new IndicatorNames(new Listed<Core.People.Post>(file, "post"), services, committees, new Listed<Report>(file, "report"));
    }
}
