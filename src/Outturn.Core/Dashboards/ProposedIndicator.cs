using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.Core.Dashboards;

/// <summary>The levels a proposal can change.</summary>
public enum Level
{
    Target,
    FloorStandard,
    LowerLimit,
    UpperLimit,
}

/// <summary>One level before and after; null where there is none.</summary>
public sealed record LevelChange(Level Level, decimal? From, decimal? To)
{
    public bool IsIncrease => From is { } from && To is { } to && to > from;

    public bool IsDecrease => From is { } from && To is { } to && to < from;
}

/// <summary>An indicator in the proposals for the next year: the levels at the end of this one against those proposed.</summary>
/// <param name="Current">In force on the last day of this year; null for a new indicator.</param>
public sealed record ProposedIndicator(IndicatorHistory History, Proposal Proposal, Levels? Current)
{
    public Indicator Indicator => History.Indicator;

    /// <summary>What changes, whatever the decision is called; nothing for one that is new or goes.</summary>
    public IReadOnlyList<LevelChange> Changes =>
        Proposal.Decision is Decision.New or Decision.Remove or Decision.Replace
            ? []
            : [.. AllLevels().Where(level => level.From != level.To)];

    /// <summary>Whether the next year asks nothing else of it than this one.</summary>
    public bool IsUnchanged => Proposal.Decision is Decision.Keep or Decision.Amend && Changes.Count == 0;

    public static IReadOnlyList<ProposedIndicator> For(IEnumerable<IndicatorHistory> histories, Period year) =>
    [
        .. from history in histories
           from proposal in history.Proposals
           where proposal.Year == year
           orderby history.Indicator.Service.Order
           select new ProposedIndicator(history, proposal, history.Targets.InForce(year.Before.Last)),
    ];

    private IEnumerable<LevelChange> AllLevels() => History.Indicator.Definition.Kind == IndicatorKind.Kpi
        ?
        [
            new(Level.Target, Current?.Target?.Level, Proposal.Target?.Level),
            new(Level.FloorStandard, Current?.Target?.FloorStandard, Proposal.Target?.FloorStandard),
        ]
        :
        [
            new(Level.LowerLimit, Current?.Range?.Lower, Proposal.Range?.Lower),
            new(Level.UpperLimit, Current?.Range?.Upper, Proposal.Range?.Upper),
        ];
}
