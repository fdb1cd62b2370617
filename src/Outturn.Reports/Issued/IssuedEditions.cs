using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Release;
using Outturn.Core.Targets;
using Outturn.Reports.Data;
using Outturn.Reports.Papers;

namespace Outturn.Reports.Issued;

/// <summary>Makes the public form of a paper: what a reader of the paper can see, and no more.</summary>
public static class IssuedEditions
{
    public static IssuedEdition Of(Paper paper, EditionHead head, IReadOnlyList<Revision> revisions) => new(
        EditionJson.Format, head.Paper, head.Number, head.Kind, head.ReleaseAt, paper.Document.Info.Title, paper.Document.Info.Council, paper.Document.Info.Notice, paper.Document.Info.Colour,
        head.Reason, revisions, paper is RatedPaper rated ? Of(rated.Dashboard) : null, paper is RatedPaper ? [] : Tables(paper.Document), paper is MappingPaper mapping ? MappedOutcomes.Of(mapping) : null);

    public static IReadOnlyList<IssuedTable> Tables(Document document) => [.. document.Tables.Where(table => table.Name != LaterPapers.CorrectedTable).Select(Of)];

    /// <summary>What is left of a report that is taken back.</summary>
    /// <param name="issued">Its editions, the earliest first.</param>
    public static IssuedEdition Withdrawn(IReadOnlyList<IssuedEdition> issued, EditionHead head) => issued[^1] with
    {
        Edition = head.Number, Kind = EditionKind.Withdrawal, ReleaseAt = head.ReleaseAt, Reason = head.Reason, Revisions = [], Dashboard = null, Tables = [], Outcomes = null,
        Withdrawn = new IssuedWithdrawn(
            [.. issued.SelectMany(edition => edition.Dashboard?.Indicators ?? []).Select(indicator => indicator.Ref).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)],
            [.. issued.Select(edition => edition.Outcomes?.Framework).OfType<string>().Distinct(StringComparer.Ordinal)]),
    };

    public static IssuedDashboard Of(Dashboard dashboard) => new(
        dashboard.Committee?.Name, dashboard.Committee?.ShortName, dashboard.Report?.Name, dashboard.Meeting?.Date, dashboard.Year.ToString(), dashboard.DataTo,
        dashboard.Council.Counted == RatingCounted.Latest ? "latest" : "year to date",
        new IssuedCounts(dashboard.Counts.Green, dashboard.Counts.Amber, dashboard.Counts.Red, dashboard.Counts.NotRated, dashboard.Counts.Total),
        [.. dashboard.Indicators.Select(indicator => Of(indicator, dashboard))],
        [.. dashboard.Proposals.Select(Of)]);

    private static IssuedIndicator Of(DashboardIndicator row, Dashboard dashboard)
    {
        var (indicator, definition, latest, toDate) = (row.Indicator, row.Definition, row.Rated.Latest, row.Rated.ToDate);
        var counts = row.Rated.Point.Observation.Counts;
        return new IssuedIndicator(
            indicator.Ref, indicator.Title, indicator.Service.Name, row.IsKpi ? "kpi" : "activity", definition.Unit.Name, definition.Decimals, definition.Polarity?.Name(), definition.Frequency.Name(), definition.RollUp.Name(),
            row.Period.ToString(), row.Period.First, row.Period.Last,
            IndicatorTables.Latest(row).Text, Exact(latest.Value), Exact(counts?.Numerator), Exact(counts?.Denominator), row.IsKpi ? FigureRow.Word(row.Latest) : null, latest.Verdict?.Text(), FigureRow.WhyNot(latest),
            IndicatorTables.ToDate(row).Text, Exact(toDate.Figure.Value), row.IsKpi ? FigureRow.Word(row.YearToDate) : null, toDate.Figure.Verdict?.Text(),
            Exact(row.Target), Exact(latest.Target?.FloorStandard), Exact(latest.Range?.Lower), Exact(latest.Range?.Upper), IndicatorTables.Previous(row).Text,
            row.IsKpi ? (row.Rated.DirectionBy(dashboard.Council.Direction) ?? Direction.NoComparison).Text() : null,
            Explanation.OfLatest(row), Explanation.OfYearToDate(row),
            indicator.Meaning, indicator.Numerator, indicator.Denominator, indicator.Source, indicator.Rationale,
            row.Commentary is { } said ? new IssuedCommentary(said.Context, said.Cause, said.Action, said.Owner, said.Due, said.Recovery) : null,
            [.. row.Window.Select((point, at) => Of(point, row.YearBefore[at], definition))],
            [.. row.History.Targets.All.Where(levels => levels.From <= row.Period.Last).Select(levels => Of(levels, definition))],
            indicator.Breaks);
    }

    private static IssuedPeriod Of(ChartPoint point, decimal? yearBefore, Definition definition) => new(
        point.Period.ToString(), point.Period.Last, Exact(point.Value), point.Value is { } value ? definition.Unit.Print(value, point.Decimals) : point.IsSuppressed ? IndicatorTables.Suppressed : null,
        Exact(point.Target), Exact(point.Floor), Exact(point.Range?.Lower), Exact(point.Range?.Upper), Exact(yearBefore));

    private static IssuedLevels Of(Levels levels, Definition definition)
    {
        string? Shown(decimal? level) => level is { } set ? definition.Unit.PrintLevel(set, definition.Decimals) : null;
        var (target, floor, lower, upper) = (levels.Target?.Level ?? levels.UnratedTarget, levels.Target?.FloorStandard, levels.Range?.Lower, levels.Range?.Upper);
        return new IssuedLevels(levels.From, levels.To, Exact(target), Shown(target), Exact(floor), Shown(floor), Exact(lower), Shown(lower), Exact(upper), Shown(upper), levels.Rationale);
    }

    private static IssuedProposal Of(ProposedIndicator proposed) => new(
        proposed.Indicator.Ref, proposed.Indicator.Title, proposed.Proposal.Year.ToString(), proposed.Proposal.Decision.ToString().ToLowerInvariant(),
        Exact(proposed.Proposal.Target?.Level), Exact(proposed.Proposal.Target?.FloorStandard), Exact(proposed.Proposal.Range?.Lower), Exact(proposed.Proposal.Range?.Upper),
        ProposalSentences.Change(proposed), proposed.Proposal.Rationale);

    private static IssuedTable Of(Table table) =>
        new(table.Name, table.Caption, table.RowHeader, [.. table.Columns.Select(column => column.Header)], [.. table.Rows.Select(row => (IReadOnlyList<string>)[.. row.Select(cell => cell.Text)])]);

    private static decimal? Exact(decimal? value) => value is { } known ? FigureRow.Exact(known) : null;
}
