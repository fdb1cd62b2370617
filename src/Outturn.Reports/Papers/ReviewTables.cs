using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;
using Outturn.Core.Periods;
using Outturn.Core.Review;

namespace Outturn.Reports.Papers;

/// <summary>The tables of a review: proposed KPIs and activity indicators of a service, what goes, new and changed definitions, the back-test, benchmarks and comments.</summary>
internal static class ReviewTables
{
    private static readonly Column[] Removed = [new("Ref", 8), new("Indicator", 34), new("Last result", 20), new("Decision", 20), new("Why", 64)];
    private static readonly Column[] NewSheets = [new("Ref", 8), new("Indicator", 26), new("What is counted", 44), new("Numerator", 24), new("Denominator", 24), new("Source", 22), new("How often", 13)];
    private static readonly Column[] Definitions = [new("Ref", 8), new("Indicator", 28), new("What changes", 16), new("Now", 44), new("Proposed", 44)];
    private static readonly Column[] Tested = [new("Ref", 8), new("Indicator", 36), new("What changes", 40), new("Periods", 10, Align.Right), new("As rated", 28), new("Under the proposal", 28)];
    private static readonly Column[] Benchmarks = [new("Ref", 8), new("Indicator", 36), new("Benchmark", 13, Align.Right), new("Whose it is", 44), new("Proposed target", 14, Align.Right)];
    private static readonly Column[] Said = [new("No.", 6, Align.Right), new("About", 12), new("Who", 22), new("When", 14), new("Comment", 44), new("Reply", 44), new("Outcome", 16)];

    /// <summary>The KPIs, or the activity indicators, that are proposed for a service; null where there are none.</summary>
    public static Table? Proposed(ServiceReview service, Period year, IndicatorKind kind)
    {
        var items = service.Items.Where(item => item.Proposed is { } proposed && proposed.Kind == kind && !proposed.Proposal.Goes).ToList();
        var (first, second, what) = kind == IndicatorKind.Kpi ? ("target", "floor standard", "KPIs") : ("lower limit", "upper limit", "activity indicators");
        return items.Count == 0 ? null : new Table(
            $"Proposed_{Identifier.Of(service.Service.Name)}_{kind}", $"{service.Service.Name}: {what} proposed for {year}",
            [
                new("Ref", 8), new("Indicator", 28), new($"{year.Before} result", 16),
                new($"Current {first}", 11, Align.Right), new($"Proposed {first}", 11, Align.Right), new($"Current {second}", 11, Align.Right), new($"Proposed {second}", 11, Align.Right),
                new("What changes", 24), new("Rationale", 40),
            ],
            [.. items.Select(item => Row(item, year, kind))],
            RowHeader: 1, kind == IndicatorKind.Kpi ? "Proposed KPIs" : "Proposed activity", [new("Service", service.Service.Name)]);
    }

    public static Table? Gone(ServiceReview service, Period year) => TableOf(
        service.Items.Where(item => item.Proposal?.Goes == true), $"Removed_{Identifier.Of(service.Service.Name)}", $"{service.Service.Name}: not proposed for {year} any more", Removed, "Removed",
        [new("Service", service.Service.Name)],
        item => [item.Ref, item.Indicator.Title, Result(item, year) ?? "", ProposalSentences.Change(item.Proposed!), item.Proposal!.Rationale ?? ""]);

    public static Table? Sheets(AnnualReview review) => TableOf(
        review.Items.Where(item => item.IsNew), "NewDefinitions", $"Definitions of the indicators that are new in {review.Year}", NewSheets, "New definitions", [],
        item => [item.Ref, IndicatorTables.Title(item.Indicator), item.Indicator.Meaning ?? "", item.Indicator.Numerator ?? "", item.Indicator.Denominator ?? "", item.Indicator.Source ?? "", item.Indicator.Definition.Frequency.Adjective()]);

    public static Table? Changed(AnnualReview review) => TableOf(
        review.Items.SelectMany(item => item.SheetChanges.Select(change => (Item: item, Change: change))), "ChangedDefinitions", $"Definitions that change in {review.Year}", Definitions, "Changed definitions", [],
        row => [row.Item.Ref, row.Item.Indicator.Title, Words.Capital(row.Change.Name) + (row.Change.Name == "definition" && row.Item.Proposal!.Breaks ? " (breaks the series)" : ""), Words.Capital(row.Change.From ?? "none"), Words.Capital(row.Change.To ?? "none")]);

    public static Table? BackTests(AnnualReview review) => TableOf(
        review.Items.Where(item => item.Proposed is { Moves: false, Changes.Count: > 0 }).Select(item => (Item: item, Test: BackTest.Of(item.History, item.Proposal!.Target, item.Proposal.Range))).Where(row => row.Test.Periods.Count > 0),
        "BackTest", "How changed levels would have rated the last two years", Tested, "Back-test", [],
        row =>
        [
            row.Item.Ref, row.Item.Indicator.Title, ProposalSentences.Change(row.Item.Proposed!), new FigureCell(row.Test.Periods.Count, 0, new Unit("")),
            EvidenceSentences.Counted(row.Test.Before, row.Item.Indicator.Definition.Kind), EvidenceSentences.Counted(row.Test.After, row.Item.Indicator.Definition.Kind),
        ]);

    public static Table? BenchmarksOf(AnnualReview review) => TableOf(
        review.Items.Where(item => item.Proposal is { Goes: false, Benchmark: not null }), "Benchmarks", "Benchmarks that stood beside decisions", Benchmarks, "Benchmarks", [],
        item => [item.Ref, ReviewTitle(item), Level(item, item.Proposal!.Benchmark), item.Proposal.BenchmarkSource ?? "", Level(item, item.Proposal.Target?.Level)]);

    public static Table? Comments(AnnualReview review, Committee? committee) => TableOf(
        (review.Record?.Comments ?? []).Where(comment => committee is null || comment.Committee == committee), "Comments", $"What the committee said of the proposals for {review.Year}", Said, "Comments", [],
        comment =>
        [
            new FigureCell(comment.Number, 0, new Unit("")), comment.Ref ?? "The review", comment.By, Words.Date(comment.Day), comment.Text, comment.Reply ?? "", comment.Outcome.Text(),
        ]);

    private static Cell[] Row(ReviewItem item, Period year, IndicatorKind kind)
    {
        var (current, proposal) = (item.Current, item.Proposal!);
        decimal?[] levels = kind == IndicatorKind.Kpi
            ? [current?.Target?.Level, proposal.Target?.Level, current?.Target?.FloorStandard, proposal.Target?.FloorStandard]
            : [current?.Range?.Lower, proposal.Range?.Lower, current?.Range?.Upper, proposal.Range?.Upper];
        return [item.Ref, ReviewTitle(item), Result(item, year) ?? (item.IsNew ? "New" : "No figure"), .. levels.Select(level => Level(item, level)), ProposalSentences.Change(item.Proposed!), proposal.Rationale ?? ""];
    }

    private static string? Result(ReviewItem item, Period year) =>
        ReviewSentences.Result(item, Evidence.ResultOf(item.History, year.Before));

    private static string ReviewTitle(ReviewItem item) => IndicatorTables.Title(item.Proposal is { Stays: true, Sheet.Title: { } title } ? item.Indicator with { Title = title } : item.Indicator);

    private static Cell Level(ReviewItem item, decimal? level) =>
        level is { } set ? new FigureCell(set, Math.Max(item.Indicator.Definition.Decimals, Unit.DecimalsOf(set)), item.Indicator.Definition.Unit) : Cell.Empty;

    private static Table? TableOf<T>(IEnumerable<T> rows, string name, string caption, Column[] columns, string sheet, IReadOnlyList<KeyValuePair<string, string>> keys, Func<T, Cell[]> row) =>
        rows.Select(item => (IReadOnlyList<Cell>)row(item)).ToList() is { Count: > 0 } cells ? new Table(name, caption, columns, cells, RowHeader: 1, sheet, keys) : null;
}
