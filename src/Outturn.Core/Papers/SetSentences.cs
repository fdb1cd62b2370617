using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;

namespace Outturn.Core.Papers;

/// <summary>Which indicators began or ended within the year, so that a changed set is not read as a changed performance.</summary>
public static class SetSentences
{
    /// <summary>Null where the set has stood since the year began.</summary>
    public static ReportParagraph? Changes(Dashboard dashboard)
    {
        string[] ended = [.. dashboard.Ended.Select(Ended)];
        string[] begun = [.. dashboard.Indicators.Where(row => row.Indicator.Since > dashboard.Year.First).Select(row => $"{Name(row.Indicator)} from {Words.Date(row.Indicator.Since!.Value)}")];
        string[] sentences =
        [
            .. begun.Length == 0 ? Array.Empty<string>() : [$"New within the year {(begun.Length == 1 ? "is" : "are")} {Words.List(begun)}."],
            .. ended.Length == 0 ? Array.Empty<string>() : [$"{(ended.Length == 1 ? "One indicator has" : $"{Words.Capital(Words.Number(ended.Length))} indicators have")} ended: {Words.List(ended)}."],
        ];
        return sentences.Length == 0 ? null : new(string.Join(' ', sentences));
    }

    private static string Ended(Indicator indicator) =>
        $"{Name(indicator)} on {Words.Date(indicator.Until!.Value)}" + (indicator.ReplacedBy is { } successor ? $" (replaced by {successor})" : "");

    private static string Name(Indicator indicator) => $"{indicator.Title} ({indicator.Ref})";
}
