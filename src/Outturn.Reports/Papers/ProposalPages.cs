using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;

namespace Outturn.Reports.Papers;

/// <summary>Next year's proposals: current against proposed levels, what changes and which way, and why.</summary>
internal static class ProposalPages
{
    private static readonly Column[] KpiColumns = Columns("target", "floor standard");
    private static readonly Column[] ActivityColumns = Columns("lower limit", "upper limit");

    public static IEnumerable<Block> Blocks(Dashboard dashboard, int level)
    {
        var (year, next) = (dashboard.Year, dashboard.Year.Next);
        yield return new Paragraph($"Levels in force at the end of {year} beside those proposed for {next}. {ProposalSentences.Summary(dashboard)}");
        foreach (var service in dashboard.Proposals.GroupBy(proposal => proposal.Indicator.Service))
        {
            var slug = Identifier.Of(service.Key.Name);
            yield return new Heading(level, service.Key.Name);
            foreach (var kind in service.GroupBy(proposal => proposal.Indicator.Definition.Kind).OrderBy(kind => kind.Key))
            {
                var (isKpi, what) = (kind.Key == IndicatorKind.Kpi, kind.Key == IndicatorKind.Kpi ? "KPIs" : "activity indicators");
                yield return new Table(
                    $"Proposed_{slug}_{kind.Key}", $"{service.Key.Name}: {what} proposed for {next}", isKpi ? KpiColumns : ActivityColumns,
                    [.. kind.Select(proposed => isKpi ? Kpi(proposed) : Activity(proposed))],
                    RowHeader: 1, isKpi ? "Proposed KPIs" : "Proposed activity", [new("Service", service.Key.Name)]);
            }
        }
    }

    private static Column[] Columns(string first, string second) =>
    [
        new("Ref", 8), new("Indicator", 32),
        new($"Current {first}", 13, Align.Right), new($"Proposed {first}", 13, Align.Right),
        new($"Current {second}", 13, Align.Right), new($"Proposed {second}", 13, Align.Right),
        new("What changes", 24), new("Rationale", 46),
    ];

    private static Cell[] Kpi(ProposedIndicator proposed) =>
        Row(proposed, proposed.Current?.Target?.Level, proposed.Proposal.Target?.Level, proposed.Current?.Target?.FloorStandard, proposed.Proposal.Target?.FloorStandard);

    private static Cell[] Activity(ProposedIndicator proposed) =>
        Row(proposed, proposed.Current?.Range?.Lower, proposed.Proposal.Range?.Lower, proposed.Current?.Range?.Upper, proposed.Proposal.Range?.Upper);

    private static Cell[] Row(ProposedIndicator proposed, params ReadOnlySpan<decimal?> levels)
    {
        var definition = proposed.Indicator.Definition;
        List<Cell> cells = [proposed.Indicator.Ref, IndicatorTables.Title(proposed.Indicator)];
        foreach (var level in levels)
        {
            cells.Add(level is { } set ? new FigureCell(set, Math.Max(definition.Decimals, Unit.DecimalsOf(set)), definition.Unit) : Cell.Empty);
        }

        return [.. cells, ProposalSentences.Change(proposed), proposed.Proposal.Rationale ?? ""];
    }
}
