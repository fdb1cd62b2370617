using System.Text.RegularExpressions;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.App.Sheets;

/// <summary>The words that councils write in the cells of their sheets, beyond those that a register's files use.</summary>
internal static partial class SheetWords
{
    private static readonly HashSet<string> Nothing = ["n a", "na", "none", "no target", "not set", "tbc", "tbd", "tba", "to be confirmed", "to be agreed", "monitor", "monitor only", "monitoring only", "data only", "no target set", "baseline", "baseline year", "contextual", "info only", "for info only", "not applicable", "trend only", "no floor"];
    private static readonly HashSet<string> Awaited = ["tbc", "tba", "tbd", "to follow", "pending", "awaited", "awaiting data", "data awaited", "not yet available", "not due", "due", "data not due", "not yet due", "annual", "annually", "annual measure", "annual figure", "reported annually", "year end only", "end of year", "#div 0", "#n a"];
    private static readonly HashSet<string> NotAvailable = ["n a", "na", "not available", "no data", "nk", "n k", "not known", "unknown", "missing", "none", "no data available", "data not available", "not reported", "not collected"];

    public static Frequency? Frequency(string text) =>
        Frequencies.Read(text) ?? WrittenPeriod.Words(text) switch
        {
            "m" or "mthly" or "calendar month" or "per month" => Core.Periods.Frequency.Month,
            "q" or "qtr" or "qtrly" or "qrtly" or "per quarter" or "quarters" => Core.Periods.Frequency.Quarter,
            "six monthly" or "6 monthly" or "bi annual" or "biannual" or "bi annually" or "half yearly" or "twice a year" or "h" => Core.Periods.Frequency.HalfYear,
            "y" or "a" or "annually" or "per year" or "fy" or "per annum" or "once a year" => Core.Periods.Frequency.Year,
            "rolling 12 months" or "rolling year" or "12 month rolling" or "12 months rolling" or "rolling 12 month" => Core.Periods.Frequency.TwelveMonths,
            _ => null,
        };

    /// <summary>"Higher = better", "Bigger is better", "Aim to maximise", "Low is good", ↑; null when it is none of these.</summary>
    public static Polarity? Polarity(string text) =>
        text.Trim() is "↑" or "▲" or "⬆" or "🠕" ? Core.Targets.Polarity.HigherIsBetter
        : text.Trim() is "↓" or "▼" or "⬇" or "🠗" ? Core.Targets.Polarity.LowerIsBetter
        : text.Trim() is "+" ? Core.Targets.Polarity.HigherIsBetter
        : text.Trim() is "H" or "h" ? Core.Targets.Polarity.HigherIsBetter
        : text.Trim() is "L" or "l" ? Core.Targets.Polarity.LowerIsBetter
        : Polarities.Read(text) ?? Toward(WrittenPeriod.Words(text));

    private static Polarity? Toward(string words)
    {
        var (higher, lower, closest) = (Higher().IsMatch(words), Lower().IsMatch(words), Closest().IsMatch(words));
        return (higher, lower, closest) switch
        {
            (true, false, false) => Core.Targets.Polarity.HigherIsBetter,
            (false, true, false) => Core.Targets.Polarity.LowerIsBetter,
            (false, false, true) => Core.Targets.Polarity.ClosestIsBetter,
            _ => null,
        };
    }

    public static IndicatorKind? Kind(string text) => WrittenPeriod.Words(text) switch
    {
        "kpi" or "kpis" or "key performance indicator" or "performance" or "performance indicator" or "k" => IndicatorKind.Kpi,
        "activity" or "activity indicator" or "volume" or "contextual activity" or "activity measure" or "demand" or "a" => IndicatorKind.Activity,
        _ => null,
    };

    /// <summary>The unit by the name that the rest of the program knows it by.</summary>
    public static string Unit(string text) => WrittenPeriod.Words(text) switch
    {
        "%" or "percent" or "percentage" or "per cent" or "pct" or "percentage %" or "% percentage" => "%",
        "number" or "no" or "nos" or "num" or "count" or "#" or "numeric" or "integer" or "volume" or "whole number" or "n" => Core.Indicators.Unit.Number,
        "£" or "gbp" or "pounds" or "currency" or "money" or "£ s" => "£",
        "£m" or "gbp million" or "£ million" or "£million" or "£ m" or "£ millions" or "gbp m" => "£m",
        "£k" or "£000" or "£000s" or "£ 000" or "£ 000s" or "gbp thousand" or "£ thousand" or "£ k" => "£k",
        _ => Heading.OneLine(text),
    };

    /// <summary>Whether a level's cell says that there is none: "n/a", "-", "TBC", "monitor only".</summary>
    public static bool IsNoLevel(string text) => IsDash(text) || Nothing.Contains(WrittenPeriod.Words(text));

    public static bool IsAwaited(string text) => Awaited.Contains(WrittenPeriod.Words(text));

    public static bool IsNotAvailable(string text) => IsDash(text) || NotAvailable.Contains(WrittenPeriod.Words(text));

    private static bool IsDash(string text) => text.All(c => c is '-' or '–' or '—' or '−' or '.' or '…' or '/' || char.IsWhiteSpace(c));

    /// <summary>A level as people write it: "≥ 95%", "at most 5", "under 10 days" say which way is better along with the number.</summary>
    public static (string Number, Polarity? Polarity) Level(string text)
    {
        var match = Sign().Match(text);
        return match.Groups["high"].Success ? (text[match.Length..].Trim(), Core.Targets.Polarity.HigherIsBetter)
            : match.Groups["low"].Success ? (text[match.Length..].Trim(), Core.Targets.Polarity.LowerIsBetter)
            : text.EndsWith('+') ? (text[..^1].Trim(), Core.Targets.Polarity.HigherIsBetter)
            : (text, null);
    }

    /// <summary>A band such as "80-90%": the two levels it lies between; null where it is none.</summary>
    public static (string From, string To)? Band(string text) =>
        Between().Match(text) is { Success: true } match ? (match.Groups["from"].Value, match.Groups["to"].Value) : null;

    [GeneratedRegex(@"^\s*(?<from>£?\d[\d,.]*%?)\s*(?:-|–|—|to)\s*(?<to>£?\d[\d,.]*%?)\s*$")]
    private static partial Regex Between();

    [GeneratedRegex(@"\b(?:higher|high|highest|bigger|big|larger|more|increase|increased|increasing|increases|maximi[sz]e|maximi[sz]ing|max|up|rise|positive|above)\b")]
    private static partial Regex Higher();

    [GeneratedRegex(@"\b(?:lower|low|lowest|smaller|small|less|fewer|decrease|decreased|decreasing|decreases|minimi[sz]e|minimi[sz]ing|min|down|reduce|reduced|reducing|reduction|fall|negative|below)\b")]
    private static partial Regex Lower();

    [GeneratedRegex(@"\b(?:closest|closer|goldilocks|nearest|plan is best|on target|within range|in range)\b")]
    private static partial Regex Closest();

    [GeneratedRegex(@"^\s*(?:(?<high>>=|=>|≥|>|at least|more than|over|above|minimum of|minimum|min\.?)|(?<low><=|=<|≤|<|at most|less than|fewer than|under|below|no more than|not more than|maximum of|maximum|max\.?|up to))\s*(?=[\d£.\-])", RegexOptions.IgnoreCase)]
    private static partial Regex Sign();
}
