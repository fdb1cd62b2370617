using Outturn.App.Registers;
using Outturn.Core.Dashboards;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Review;
using Outturn.Core.Targets;

namespace Outturn.App.Review.Workbook;

/// <summary>What is written into a service's workbook of proposals: its indicators in the review, what stands beside each decision, and what is proposed already.</summary>
/// <param name="Items">Of the service, in the order of the review.</param>
public sealed record ProposalContent(ProposalStamp Stamp, Council Council, IReadOnlyList<ReviewItem> Items)
{
    /// <summary>What the entry cells of an indicator's row say, by the column's name: what is proposed, or the levels in force where nothing is.</summary>
    internal static IReadOnlyDictionary<string, string?> EntryOf(ReviewItem item, Period year) => item.Proposal is { } proposal ? EntryOf(proposal)
        : ProposalCells.All.ToDictionary(cell => cell.Column, cell => ProposalColumns.Levels.Contains(cell.Column) ? cell.Of(InForce(item, year)) : null);

    internal static IReadOnlyDictionary<string, string?> EntryOf(Proposal proposal) => ProposalCells.All.ToDictionary(cell => cell.Column, cell => cell.Of(proposal));

    /// <summary>What a cell beside the decision says.</summary>
    internal static string? Beside(ReviewItem item, Period year, string heading)
    {
        var definition = item.Indicator.Definition;
        string? Level(decimal? level) => level is { } set ? definition.Unit.PrintLevel(set, definition.Decimals) : null;
        return heading switch
        {
            ProposalColumns.Indicator => item.Indicator.Title,
            ProposalColumns.KindNow => item.Current is null && item.IsNew ? "new" : definition.Kind.Name(),
            ProposalColumns.Result => Result(item, year),
            ProposalColumns.LastRationale => item.Before?.Rationale ?? item.Current?.Rationale,
            ProposalColumns.TargetNow => Level(item.Current?.Target?.Level),
            ProposalColumns.FloorNow => Level(item.Current?.Target?.FloorStandard),
            ProposalColumns.LowerNow => Level(item.Current?.Range?.Lower),
            ProposalColumns.UpperNow => Level(item.Current?.Range?.Upper),
            ProposalColumns.State => item.State.Text(),
            ProposalColumns.Question => item.State == ReviewState.Challenged ? item.Steps[^1].Said : null,
            _ => throw new ArgumentOutOfRangeException(nameof(heading), heading, "No column beside a decision."),
        };
    }

    /// <summary>"95.2% in 2025/26, Green"; nothing for an indicator without a figure in the year.</summary>
    private static string? Result(ReviewItem item, Period year)
    {
        if (Evidence.ResultOf(item.History, year.Before) is not { Figure: { Value: { } value } figure } last)
        {
            return null;
        }

        var word = figure.Rating?.Colour is { } colour ? $"{colour}" : figure.Verdict is { } verdict ? verdict.Text().ToLowerInvariant() : "not rated";
        return $"{item.Indicator.Definition.Unit.Print(value, figure.Decimals)} in {(last.IsWhole ? last.Year : last.At)}, {word}";
    }

    /// <summary>The levels in force, as a proposal that keeps them.</summary>
    private static Proposal InForce(ReviewItem item, Period year) => new(year, Decision.Keep, item.Current?.Target, item.Current?.Range, null);
}
