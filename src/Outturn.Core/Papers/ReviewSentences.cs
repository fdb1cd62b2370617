using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Review;
using Outturn.Core.Targets;

namespace Outturn.Core.Papers;

/// <summary>What a review proposes, counted and named (RULES 8; modelled on a published review paper of 2026).</summary>
public static class ReviewSentences
{
    /// <summary>"25 KPIs and 13 activity indicators": what the year would have.</summary>
    public static string Set(IEnumerable<ReviewItem> items)
    {
        var staying = items.Where(item => item.Proposal?.Goes != true).ToList();
        var (kpis, activities) = (staying.Count(item => KindOf(item) == IndicatorKind.Kpi), staying.Count(item => KindOf(item) == IndicatorKind.Activity));
        var parts = new[] { kpis > 0 ? Words.Count(kpis, "KPI") : null, activities > 0 ? Words.Count(activities, "activity indicator") : null }.OfType<string>().ToList();
        return parts.Count == 0 ? "no indicators" : Words.List(parts);
    }

    /// <summary>"Against 2025/26, five are new, three are removed, one is replaced, six change and 28 stay as they are."</summary>
    public static string Against(IReadOnlyList<ReviewItem> items, Period year)
    {
        (int Count, string One, string Many)[] counts =
        [
            (items.Count(item => item.IsNew), "is new", "are new"),
            (items.Count(item => item.Proposal?.Decision == Decision.Remove), "is removed", "are removed"),
            (items.Count(item => item.Proposal?.Decision == Decision.Replace), "is replaced", "are replaced"),
            (items.Count(IsChanged), "changes", "change"),
            (items.Count(item => item.IsUnchanged), "stays as it is", "stay as they are"),
            (items.Count(item => item.Proposal is null), "has no proposal yet", "have no proposal yet"),
        ];
        return $"Against {year.Before}, {Words.List(counts.Where(count => count.Count > 0).Select(count => $"{Words.Number(count.Count)} {(count.Count == 1 ? count.One : count.Many)}"))}.";
    }

    /// <summary>One paragraph for a service: what is proposed for it, with the names of what is new, goes or changes.</summary>
    public static ReportParagraph OfService(ServiceReview service, Period year)
    {
        var items = service.Items;
        if (items.All(item => item.IsNew))
        {
            return new($"A new section is proposed for {service.Service.Name}, with {Set(items)}. {(items.Count == 1 ? "It covers" : "They cover")}: {Words.List(items.Select(Name))}.");
        }

        var changed = items.Where(IsChanged).ToList();
        string?[] sentences =
        [
            items.Any(item => item.Proposal?.Goes != true) ? $"For {service.Service.Name}, {Set(items)} {(items.Count(item => item.Proposal?.Goes != true) == 1 ? "is" : "are")} proposed{Unchanged(items, year)}." : $"For {service.Service.Name}, no indicators are proposed any more.",
            Named(items.Where(item => item.IsNew), "is new", "are new"),
            Named(items.Where(item => item.Proposal?.Decision == Decision.Remove), "is removed", "are removed"),
            Named(items.Where(item => item.Proposal?.Decision == Decision.Replace), "is replaced", "are replaced", item => Name(item) + (item.Proposal!.Successor is { } successor ? $" by {successor}" : "")),
            Named(items.Where(item => item.Proposal is null), "has no proposal yet", "have no proposal yet"),
            changed.Count == 0 ? null : changed.Count == 1 ? "One changes:" : $"{Words.Capital(Words.Number(changed.Count))} change:",
        ];
        return new(string.Join(' ', sentences.OfType<string>()), [.. changed.Select(item => $"{Name(item)}: {string.Join("; ", ProposalSentences.Clauses(item.Proposed!))}.")]);
    }

    /// <summary>How the KPIs whose levels change would have been rated over the last two years; null where none changes, or none has figures.</summary>
    public static string? BackTested(IEnumerable<ReviewItem> items)
    {
        var tests = items.Where(item => item.Proposed is { Moves: false, Changes.Count: > 0 } && item.Indicator.Definition.Kind == IndicatorKind.Kpi && item.Proposal!.Target is not null)
            .Select(item => BackTest.Of(item.History, item.Proposal!.Target, null)).Where(test => test.Periods.Count > 0).ToList();
        string Counted(Func<BackTest, JudgedCounts> side) => EvidenceSentences.Counted(tests.Aggregate(default(JudgedCounts), (sum, test) => sum + side(test)), IndicatorKind.Kpi);
        var (before, after) = (Counted(test => test.Before), Counted(test => test.After));
        return tests.Count == 0 ? null
            : $"{(tests.Count == 1 ? "The one KPI whose levels change has" : $"The {Words.Number(tests.Count)} KPIs whose levels change have")} {tests.Sum(test => test.Periods.Count)} results over the last two years, rated {before}; under the levels proposed they would have been "
              + (before == after ? "the same." : $"{after}.");
    }

    /// <summary>"Supplier invoices paid within 30 days (FN07)".</summary>
    public static string Name(ReviewItem item) => $"{(item.Proposal is { Stays: true, Sheet.Title: { } title } ? title : item.Indicator.Title)} ({item.Ref})";

    /// <summary>The result of the year before the one proposed for, in words: "94.2%, Amber", with the period where the year is not whole.</summary>
    public static string? Result(ReviewItem item, YearResult? result)
    {
        if (result?.Figure.Value is not { } value)
        {
            return null;
        }

        var printed = item.Indicator.Definition.Unit.Print(value, result.Figure.Decimals);
        var judged = result.Figure.Rating?.Colour?.ToString() ?? result.Figure.Verdict?.Text();
        return $"{printed}{(judged is null ? "" : $", {judged}")}{(result.IsWhole ? "" : $" (to {result.At})")}";
    }

    private static IndicatorKind KindOf(ReviewItem item) => item.Proposed?.Kind ?? item.Indicator.Definition.Kind;

    private static bool IsChanged(ReviewItem item) => item.Proposal is { Stays: true } && !item.IsUnchanged;

    private static string Unchanged(IReadOnlyList<ReviewItem> items, Period year)
    {
        var (unchanged, staying) = (items.Count(item => item.IsUnchanged), items.Count(item => item.Proposal?.Goes != true));
        return unchanged == 0 ? ""
            : unchanged == staying ? $", unchanged from {year.Before}"
            : $", {Words.Number(unchanged)} of them unchanged from {year.Before}";
    }

    private static string? Named(IEnumerable<ReviewItem> items, string one, string many, Func<ReviewItem, string>? name = null)
    {
        var named = items.ToList();
        return named.Count == 0 ? null : $"{Words.Capital(Words.Number(named.Count))} {(named.Count == 1 ? one : many)}: {Words.List(named.Select(name ?? Name))}.";
    }

    internal static string Lower(string sentence) => sentence.Length == 0 ? "" : char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
