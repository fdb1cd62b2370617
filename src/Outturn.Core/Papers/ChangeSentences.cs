using Outturn.Core.Dashboards;
using Outturn.Core.Ratings;

namespace Outturn.Core.Papers;

/// <summary>What changed since the report before, apart from the ratings themselves: the set, its levels and definitions, and that report's own figures.</summary>
public static class ChangeSentences
{
    /// <summary>"Of the five KPIs whose rating changed, three have a better one, one a worse one and one is not rated now."; null where none changed.</summary>
    public static string? Moved(CountsChange? change)
    {
        if (change is not { Moved: { Count: > 0 } moved })
        {
            return null;
        }

        (int Count, string One, string Many)[] kinds =
        [
            (moved.Count(kpi => IsBetter(kpi) == true), "has a better one", "have a better one"),
            (moved.Count(kpi => IsBetter(kpi) == false), "has a worse one", "have a worse one"),
            (moved.Count(kpi => kpi.Before.Colour is null), "was not rated then", "were not rated then"),
            (moved.Count(kpi => kpi.Now.Colour is null), "is not rated now", "are not rated now"),
        ];
        var said = kinds.Where(kind => kind.Count > 0).ToList();
        return moved.Count == 1 ? $"The one KPI whose rating changed {said[0].One}."
            : said is [var only] ? $"{(moved.Count == 2 ? "Both" : $"All {Words.Number(moved.Count)}")} KPIs whose rating changed {only.Many}."
            : $"Of the {Words.Number(moved.Count)} KPIs whose rating changed, {Words.List(said.Select(kind => $"{Words.Number(kind.Count)} {(kind.Count == 1 ? kind.One : kind.Many)}"))}.";
    }

    /// <summary>Whether a rating is better than the one before; null where either is none.</summary>
    public static bool? IsBetter(MovedKpi kpi) => kpi is { Before.Colour: { } then, Now.Colour: { } now } ? Rank(now) > Rank(then) : null;

    /// <summary>What is new in the set and what has left it; null where it is the same.</summary>
    public static ReportParagraph? Set(ReportChanges changes)
    {
        string[] sentences =
        [
            .. Named(changes.New, "New since the report before:"),
            .. Named(changes.Gone, "No longer in the report:"),
        ];
        return sentences.Length == 0 ? null : new(string.Join(' ', sentences));
    }

    /// <summary>Which indicators are held against other levels than in the report before; null where none is.</summary>
    public static ReportParagraph? Levels(ReportChanges changes) => changes.Levels.Count == 0 ? null
        : new($"{Words.Capital(Words.Count(changes.Levels.Count, "indicator"))} of both reports {(changes.Levels.Count == 1 ? "has" : "have")} other levels than in the report before:",
            [.. changes.Levels.Select(levels => $"{Name(levels.Indicator)}: {LevelsOf(levels)}.")]);

    /// <summary>Which indicators are counted by another definition; null where none is.</summary>
    public static ReportParagraph? Redefined(ReportChanges changes) => changes.Redefined.Count == 0 ? null
        : new($"Counted by another definition than in the report before {(changes.Redefined.Count == 1 ? "is" : "are")} {Words.List(changes.Redefined.Select(Name))}.");

    /// <summary>Which figures of the report before are others now; null where none is.</summary>
    public static ReportParagraph? Revised(ReportChanges changes) => changes.Revised.Count == 0 ? null
        : new($"{Words.Capital(Words.Count(changes.Revised.Count, "figure"))} of the report before {(changes.Revised.Count == 1 ? "has" : "have")} been revised or come since, and {(changes.Revised.Count == 1 ? "is" : "are")} compared as known now:",
            [.. changes.Revised.Select(revised => $"{Name(revised.Indicator)}, {revised.Indicator.Period}: {(revised.Then is { } then ? $"{Figure(revised.Indicator, then)} then, {Figure(revised.Indicator, revised.Now)} now" : $"{Figure(revised.Indicator, revised.Now)}, marked as revised")}.")]);

    /// <summary>"target from 95% to 97%; floor standard from none to 90%".</summary>
    public static string LevelsOf(ChangedLevels levels)
    {
        var differences = LevelWords.Differences(levels.Indicator.Definition, levels.Was, levels.Now);
        return differences.Count > 0 ? string.Join("; ", differences) : "levels changed";
    }

    /// <summary>"94.2%, Amber", "1,204, Above", "no figure".</summary>
    public static string Figure(DashboardIndicator indicator, JudgedFigure figure)
    {
        var judged = figure.Rating?.Colour?.ToString() ?? figure.Verdict?.Text();
        return figure.Value is not { } value ? figure.IsSuppressed ? "suppressed" : "no figure" : indicator.Definition.Unit.Print(value, figure.Decimals) + (judged is null ? "" : $", {judged}");
    }

    private static IEnumerable<string> Named(IReadOnlyList<DashboardIndicator> indicators, string lead) =>
        indicators.Count == 0 ? [] : [$"{lead} {Words.List(indicators.Select(Ended))}."];

    private static string Ended(DashboardIndicator indicator) => Name(indicator) + (indicator.Indicator.ReplacedBy is { } successor && indicator.Indicator.Until is not null ? $", replaced by {successor}" : "");

    private static string Name(DashboardIndicator indicator) => $"{indicator.Indicator.Title} ({indicator.Indicator.Ref})";

    private static int Rank(RagRating colour) => colour switch { RagRating.Green => 2, RagRating.Amber => 1, _ => 0 };
}
