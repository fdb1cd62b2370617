using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.Core.Papers;

/// <summary>What next year's proposals change, in one sentence (RULES 8).</summary>
public static class ProposalSentences
{
    private const int ShortText = 30;
    private const int MostInSentence = 4;

    /// <summary>"They are largely unchanged from 2019/20, except for increases in floor standard for two indicators (CS04a and CS04b)."</summary>
    public static string Summary(Dashboard dashboard) => Summary(dashboard.Proposals, dashboard.Year);

    /// <param name="current">The year that they are set against.</param>
    public static string Summary(IReadOnlyList<ProposedIndicator> proposals, Period current)
    {
        var parts = Parts(proposals).ToList();
        var unchanged = proposals.Count(proposal => proposal.IsUnchanged);
        var year = current.ToString();
        return parts.Count == 0 ? $"They are unchanged from {year}."
            : IsLargelyUnchanged(proposals) ? $"They are largely unchanged from {year}, except for {Words.List(parts)}."
            : $"Against {year} they bring {Words.List(parts)}."
                + (unchanged == 0 ? "" : $" {Words.Capital(Words.Count(unchanged, "indicator"))} {(unchanged == 1 ? "is" : "are")} unchanged.");
    }

    /// <summary>The same, with what they bring listed below where it is more than a sentence holds.</summary>
    public static ReportParagraph Listed(IReadOnlyList<ProposedIndicator> proposals, Period current) =>
        Parts(proposals).ToList() is { Count: > MostInSentence } parts
            ? new(IsLargelyUnchanged(proposals) ? $"They are largely unchanged from {current}, except for:" : $"Against {current} they bring:", parts)
            : new(Summary(proposals, current));

    /// <summary>What changes for one indicator, a clause for each: "floor standard up from 85% to 90%".</summary>
    public static IEnumerable<string> Clauses(ProposedIndicator proposed) => proposed.Changes.Select(change => Describe(change, proposed)).Concat(SheetChanges(proposed));

    /// <summary>What changes for one indicator and which way: "Floor standard up from 85% to 90%".</summary>
    public static string Change(ProposedIndicator proposed) => proposed.Proposal.Decision switch
    {
        Decision.New => "New indicator",
        Decision.Remove => "Removed",
        Decision.Replace => (proposed.Proposal.Successor ?? proposed.Indicator.ReplacedBy) is { } successor ? $"Replaced by {successor}" : "Replaced",
        _ when proposed.IsUnchanged => "No change",
        _ => string.Join("; ", Clauses(proposed).Select(Words.Capital)),
    };

    /// <summary>"target", "floor standard", "lower limit", "upper limit".</summary>
    public static string Name(this Level level) => level switch
    {
        Level.Target => "target",
        Level.FloorStandard => "floor standard",
        Level.LowerLimit => "lower limit",
        _ => "upper limit",
    };

    /// <summary>At least two of three stay as they are.</summary>
    private static bool IsLargelyUnchanged(IReadOnlyList<ProposedIndicator> proposals) => proposals.Count(proposal => proposal.IsUnchanged) * 3 >= proposals.Count * 2;

    /// <summary>What changes beside the levels, a clause for each: "becomes an activity indicator", "definition changed".</summary>
    private static IEnumerable<string> SheetChanges(ProposedIndicator proposed) => proposed.SheetChanges.Select(change => change switch
    {
        { Name: "kind", To: { } to } => $"becomes {(proposed.Kind == IndicatorKind.Kpi ? "a" : "an")} {to}",
        { Name: "definition" } => proposed.Proposal.Breaks ? "definition changed, which breaks the series" : "definition reworded",
        { Name: "title", To: { } to } => $"title changed to \"{to}\"",
        { From.Length: <= ShortText, To.Length: <= ShortText } => $"{change.Name} changed from {change.From} to {change.To}",
        { To: null } => $"{change.Name} dropped",
        _ => $"{change.Name} changed",
    });

    private static string Describe(LevelChange change, ProposedIndicator proposed)
    {
        var (unit, decimals) = (proposed.Indicator.Definition.Unit, proposed.Indicator.Definition.Decimals);
        var name = change.Level.Name();
        return change switch
        {
            { From: null, To: { } to } => $"{name} set at {unit.PrintLevel(to, decimals)}",
            { From: { } from, To: null } => $"{name} of {unit.PrintLevel(from, decimals)} dropped",
            { From: { } from, To: { } to } => $"{name} {(change.IsIncrease ? "up" : "down")} from {unit.PrintLevel(from, decimals)} to {unit.PrintLevel(to, decimals)}{Demand(change, proposed)}",
            _ => name,
        };
    }

    /// <summary>Whether more or less is asked than before: a higher figure asks less where lower is better.</summary>
    private static string Demand(LevelChange change, ProposedIndicator proposed) => proposed.Indicator.Definition.Polarity switch
    {
        Polarity.HigherIsBetter => change.IsIncrease ? " (asks more)" : " (asks less)",
        Polarity.LowerIsBetter => change.IsIncrease ? " (asks less)" : " (asks more)",
        _ => "",
    };

    private static IEnumerable<string> Parts(IReadOnlyList<ProposedIndicator> proposals)
    {
        foreach (var (level, increase) in new[] { Level.Target, Level.FloorStandard, Level.LowerLimit, Level.UpperLimit }.SelectMany(level => new[] { (level, true), (level, false) }))
        {
            var refs = Refs(proposals, change => change.Level == level && (increase ? change.IsIncrease : change.IsDecrease));
            if (refs.Count > 0)
            {
                yield return refs.Count == 1
                    ? $"{(increase ? "an increase" : "a decrease")} in {level.Name()} for one indicator ({refs[0]})"
                    : $"{(increase ? "increases" : "decreases")} in {level.Name()} for {Words.Count(refs.Count, "indicator")} ({Words.List(refs)})";
            }
        }

        var set = Refs(proposals, change => change.From is null);
        if (set.Count > 0)
        {
            yield return $"levels set for the first time for {Words.Count(set.Count, "indicator")} ({Words.List(set)})";
        }

        var dropped = Refs(proposals, change => change.To is null);
        if (dropped.Count > 0)
        {
            yield return $"levels dropped for {Words.Count(dropped.Count, "indicator")} ({Words.List(dropped)})";
        }

        string[] moved = [.. proposals.Where(proposal => proposal.Moves).Select(proposal => proposal.Indicator.Ref)];
        if (moved.Length > 0)
        {
            yield return $"{Words.Count(moved.Length, "indicator")} moved between KPIs and activity indicators ({Words.List(moved)})";
        }

        string[] redefined = [.. proposals.Where(proposal => proposal is { Moves: false, Proposal: { Stays: true, Sheet: { } sheet } } && sheet.Against(proposal.Indicator).ChangesCount).Select(proposal => proposal.Indicator.Ref)];
        if (redefined.Length > 0)
        {
            yield return $"changed {Words.Plural(redefined.Length, "definition")} for {Words.Count(redefined.Length, "indicator")} ({Words.List(redefined)})";
        }

        foreach (var (decision, what) in new[] { (Decision.New, "new indicator"), (Decision.Remove, "indicator removed"), (Decision.Replace, "indicator replaced") })
        {
            string[] refs = [.. proposals.Where(proposal => proposal.Proposal.Decision == decision).Select(proposal => proposal.Indicator.Ref)];
            if (refs.Length > 0)
            {
                yield return $"{Words.Count(refs.Length, what, what.Replace("indicator", "indicators", StringComparison.Ordinal))} ({Words.List(refs)})";
            }
        }
    }

    private static List<string> Refs(IReadOnlyList<ProposedIndicator> proposals, Func<LevelChange, bool> wanted) =>
        [.. proposals.Where(proposal => !proposal.Moves && proposal.Changes.Any(wanted)).Select(proposal => proposal.Indicator.Ref)];
}
