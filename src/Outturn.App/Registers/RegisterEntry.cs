using Outturn.Core.Indicators;
using Outturn.Core.Review;
using Outturn.Core.Targets;

namespace Outturn.App.Registers;

/// <summary>An indicator of the folder while the rows about it are gathered from the other files.</summary>
/// <param name="indicator">Null when its row has a defect that leaves its figures without a meaning: then they are not looked at.</param>
/// <param name="tolerance">How far from its target is still Green, where closest is better.</param>
/// <param name="row">Its row in indicators.csv.</param>
internal sealed class RegisterEntry(Indicator? indicator, decimal tolerance, TableRow row)
{
    public Indicator? Indicator { get; set; } = indicator;

    public decimal Tolerance => tolerance;

    /// <summary>For defects of the indicator that only another file brings to light.</summary>
    public TableRow Row => row;

    public bool LacksPolarity { get; set; }

    public List<Levels> Levels { get; } = [];

    public List<Figure> Figures { get; } = [];

    public List<Commentary> Commentaries { get; } = [];

    public List<Proposal> Proposals { get; } = [];

    public List<CaseDays> Cases { get; } = [];

    /// <exception cref="InvalidOperationException">The indicator's own row could not be read.</exception>
    public IndicatorHistory History() => new(
        Indicator ?? throw new InvalidOperationException("An indicator that could not be read has no history."),
        new TargetHistory(Levels),
        [.. Figures.OrderBy(figure => figure.Period)],
        [.. Commentaries.OrderBy(commentary => commentary.Period)],
        [.. Proposals.OrderBy(proposal => proposal.Year)])
    {
        Cases = [.. Cases.OrderBy(closed => closed.Period).ThenBy(closed => closed.Days)],
    };
}
