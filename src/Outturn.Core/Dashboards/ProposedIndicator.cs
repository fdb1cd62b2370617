using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Review;
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

    /// <summary>What kind it is to be: a proposal can move it.</summary>
    public IndicatorKind Kind => Proposal.Sheet?.Kind ?? Indicator.Definition.Kind;

    /// <summary>Whether it moves between KPI and activity indicator.</summary>
    public bool Moves => Proposal.Stays && Kind != Indicator.Definition.Kind;

    /// <summary>The levels that change, whatever the decision is called; none for one that is new or goes.</summary>
    public IReadOnlyList<LevelChange> Changes => Proposal.Stays ? [.. AllLevels().Where(level => level.From != level.To)] : [];

    /// <summary>What changes on the definition sheet; nothing for one that is new or goes.</summary>
    public IReadOnlyList<(string Name, string? From, string? To)> SheetChanges => Proposal is { Stays: true, Sheet: { } sheet } ? [.. sheet.Differences(Indicator)] : [];

    /// <summary>Whether the next year asks nothing else of it than this one.</summary>
    public bool IsUnchanged => Proposal.Stays && Changes.Count == 0 && SheetChanges.Count == 0;

    public static IReadOnlyList<ProposedIndicator> For(IEnumerable<IndicatorHistory> histories, Period year) =>
    [
        .. from history in histories
           let proposal = AnnualReview.ProposalFor(history, year)
           where proposal is not null
           orderby history.Indicator.Service.Order
           select new ProposedIndicator(history, proposal, history.Targets.InForce(proposal.Year.First.AddDays(-1))),
    ];

    private LevelChange[] AllLevels()
    {
        LevelChange[] rated = [new(Level.Target, Current?.Target?.Level, Proposal.Target?.Level), new(Level.FloorStandard, Current?.Target?.FloorStandard, Proposal.Target?.FloorStandard)];
        LevelChange[] ranged = [new(Level.LowerLimit, Current?.Range?.Lower, Proposal.Range?.Lower), new(Level.UpperLimit, Current?.Range?.Upper, Proposal.Range?.Upper)];
        return Moves ? [.. rated, .. ranged] : Kind == IndicatorKind.Kpi ? rated : ranged;
    }
}
