using System.Text.RegularExpressions;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;

namespace Outturn.Core.Release;

/// <summary>Holds what somebody wrote against what was computed: figures, targets and counts that contradict it, periods that are over, and figures that must not be told.</summary>
internal static partial class TextChecks
{
    private const string MonthNames = "January|February|March|April|May|June|July|August|September|October|November|December";

    public static IEnumerable<ChecklistItem> Of(Dashboard dashboard, Register register)
    {
        var published = Suppression.Of(dashboard, register).Indicators.ToDictionary(indicator => indicator.Indicator.Ref);
        return TextSentences.Of(dashboard, register)
            .SelectMany(sentence => OfSentence(sentence, dashboard, published))
            .GroupBy(finding => (finding.Check, finding.Sentence.Subject))
            .Select(findings => new ChecklistItem(findings.Key.Check, findings.Key.Subject, string.Join(" ", findings.Select(finding => finding.Said).Distinct()), findings.First().Sentence.Cure));
    }

    private static IEnumerable<(Check Check, TextSentence Sentence, string Said)> OfSentence(TextSentence sentence, Dashboard dashboard, Dictionary<string, DashboardIndicator> published)
    {
        var (mentions, counted, groups) = (Mentions(sentence.Said, dashboard), Counting(sentence, dashboard), Groups(sentence, dashboard));
        foreach (var (count, colour) in TextClaims.Counts(sentence.Said))
        {
            if (sentence.Of is null && groups.ConvertAll(kpis => kpis.Count(kpi => kpi.RatingBy(counted).Colour == colour)) is var known && !known.Contains(count))
            {
                yield return (Check.NumberContradicts, sentence, $"{sentence.Quoted} says {count} {colour}, and {(sentence.Service is { } service ? service.Service.Name : "the paper")} has {known[0]}: correct it.");
            }
        }

        if (sentence.Of is null && TextClaims.Total(sentence.Said) is { } total && groups.ConvertAll(kpis => kpis.Count()) is var totals && !totals.Contains(total))
        {
            yield return (Check.NumberContradicts, sentence, $"{sentence.Quoted} says that there are {total} KPIs, and there are {totals[0]}: correct it.");
        }

        if (sentence.Of is null && TextClaims.AllMet(sentence.Said) && groups.TrueForAll(kpis => kpis.Any(kpi => kpi.RatingBy(counted).Colour is RagRating.Amber or RagRating.Red)))
        {
            yield return (Check.NumberContradicts, sentence, $"{sentence.Quoted} says that all met their target, and not all are Green: correct it.");
        }

        foreach (var (colour, at) in TextClaims.Rated(sentence.Said))
        {
            if (Subject(sentence, mentions, at) is { IsKpi: true } kpi && dashboard.RatingOf(kpi).Colour is { } known && Enum.GetValues<RatingCounted>().All(either => kpi.RatingBy(either).Colour != colour))
            {
                yield return (Check.NumberContradicts, sentence, $"{sentence.Quoted} says {colour}, and {kpi.Indicator.Ref} is {known} for {kpi.Period}: correct it.");
            }
        }

        foreach (var (of, number) in TextClaims.Numbers(sentence.Said))
        {
            if (Subject(sentence, mentions, number.At) is { } indicator && Contradicts(indicator, of, number, sentence.Said) is { } truth)
            {
                yield return (Check.NumberContradicts, sentence, $"{sentence.Quoted} says {number.Text}, and {truth}: correct it.");
            }
        }

        foreach (Match match in OldPeriod().Matches(sentence.Said))
        {
            var reported = sentence.Of?.Period.Last ?? (mentions.Count > 0 ? mentions[0].Indicator.Period.Last : dashboard.DataTo);
            if (!TextClaims.IsOfAnotherTime(sentence.Said) && PeriodText.ReadAny(match.Groups["period"].Value) is { } period && period.Last < reported)
            {
                yield return (Check.Stale, sentence, $"{sentence.Quoted} calls {period} current, and the paper reports to {Words.MonthYear(reported)}: bring it up to date.");
            }
        }

        foreach (var indicator in mentions.Select(mention => mention.Indicator).Append(sentence.Of).OfType<DashboardIndicator>().Distinct())
        {
            if (Tells(indicator, published[indicator.Indicator.Ref], sentence.Said))
            {
                yield return (Check.SuppressedTold, sentence, $"{sentence.Quoted} tells a figure of {indicator.Indicator.Ref} that the paper suppresses: take the number out.");
            }
        }
    }

    /// <summary>The indicators that a sentence names by ref or title, in their order in it.</summary>
    private static List<(int At, DashboardIndicator Indicator)> Mentions(string said, Dashboard dashboard) =>
    [
        .. dashboard.Indicators.Select(indicator => (At: Find(said, indicator.Indicator.Ref) is >= 0 and var at ? at : said.IndexOf(indicator.Indicator.Title, StringComparison.OrdinalIgnoreCase), Indicator: indicator))
            .Where(mention => mention.At >= 0).OrderBy(mention => mention.At),
    ];

    private static int Find(string said, string reference)
    {
        for (var at = said.IndexOf(reference, StringComparison.Ordinal); at >= 0; at = said.IndexOf(reference, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsLetterOrDigit(said[at - 1])) && (at + reference.Length == said.Length || !char.IsLetterOrDigit(said[at + reference.Length])))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The indicator named last before a number, or the one that a sentence or a commentary is on.</summary>
    private static DashboardIndicator? Subject(TextSentence sentence, List<(int At, DashboardIndicator Indicator)> mentions, int at) =>
        mentions.LastOrDefault(mention => mention.At < at).Indicator ?? (mentions is [var only] ? only.Indicator : mentions.Count == 0 ? sentence.Of : null);

    /// <summary>Which of a KPI's two ratings a sentence speaks of.</summary>
    private static RatingCounted Counting(TextSentence sentence, Dashboard dashboard) =>
        sentence.Said.Contains("year to date", StringComparison.OrdinalIgnoreCase) || sentence.Said.Contains("year-to-date", StringComparison.OrdinalIgnoreCase) ? RatingCounted.YearToDate : dashboard.Council.Counted;

    /// <summary>The KPIs that a sentence may speak of: those of its service first, or of the whole paper, or of a service that is named.</summary>
    private static List<IEnumerable<DashboardIndicator>> Groups(TextSentence sentence, Dashboard dashboard) =>
    [
        .. sentence.Service is { } own ? [own.Kpis] : Array.Empty<IEnumerable<DashboardIndicator>>(),
        dashboard.Kpis,
        .. dashboard.Services.Where(service => new[] { service.Service.Name, service.Service.Directorate }.Any(name => name is not null && sentence.Said.Contains(name, StringComparison.OrdinalIgnoreCase))).Select(service => service.Kpis),
    ];

    /// <summary>What is so, where a number is of the kind of an indicator's figures and none of them; null where it agrees.</summary>
    private static string? Contradicts(DashboardIndicator shown, ClaimOf of, SaidNumber number, string said)
    {
        var (definition, latest, toDate) = (shown.Definition, shown.Rated.Latest, shown.Rated.ToDate.Figure);
        var (kind, times) = TextNumbers.Of(definition.Unit);
        string Print(decimal value, int decimals) => definition.Unit.Print(value, decimals) + (definition.Unit.Label.Length > 0 ? $" {definition.Unit.Label}" : "");
        if (kind != number.Kind)
        {
            return null;
        }

        if (of != ClaimOf.Figure)
        {
            decimal?[] levels = of == ClaimOf.Target ? [shown.Target, toDate.Target?.Level] : [latest.Target?.FloorStandard, toDate.Target?.FloorStandard];
            return levels[0] is not { } level || levels.OfType<decimal>().Any(known => number.Agrees(known * times)) ? null
                : $"the {(of == ClaimOf.Target ? "target" : "floor standard")} of {shown.Indicator.Ref} is {Print(level, Math.Max(definition.Decimals, Unit.DecimalsOf(level)))}";
        }

        // With the reported period itself named, no figure of another is meant.
        var named = Dated().IsMatch(said) && !(Months().Matches(said) is [var only] && PeriodText.ReadAny(only.Value) == shown.Period);
        decimal?[] figures = [latest.Value, toDate.Value, shown.Rated.Point.YtdGiven, .. latest.Value is null ? [shown.LastKnown?.Latest.Value] : Array.Empty<decimal?>(), .. named ? shown.Window.Select(point => point.Value).Concat(shown.YearBefore) : []];
        if (latest.Value is not { } value || figures.OfType<decimal>().Any(figure => number.Agrees(figure * times)))
        {
            return null;
        }

        return $"{shown.Indicator.Ref} is {Print(value, latest.Decimals)} for {shown.Period}" + (toDate.Value is { } total && total != value ? $" and {Print(total, toDate.Decimals)} for the year to date" : "");
    }

    /// <summary>Whether a sentence has the number that a suppressed figure of an indicator is, in digits or as a word.</summary>
    private static bool Tells(DashboardIndicator known, DashboardIndicator published, string said)
    {
        List<decimal> hidden = [];
        void Add(bool isHidden, decimal? value, Observations.Counts? counts) => hidden.AddRange(!isHidden ? [] : new[] { value, counts?.Numerator, counts?.Denominator, counts?.Denominator - counts?.Numerator }.OfType<decimal>().Where(count => count > 0));
        Add(published.Rated.Latest.IsSuppressed, known.Rated.Latest.Value, known.Rated.Point.Observation.Counts);
        Add(published.Rated.ToDate.Figure.IsSuppressed, known.Rated.ToDate.Figure.Value, known.Rated.ToDate.Pooled);
        Add(published.IsPreviousSuppressed, known.Previous?.Value, null);
        for (var i = 0; i < known.Window.Count; i++)
        {
            Add(published.Window[i].IsSuppressed, known.Window[i].Value, null);
        }

        return hidden.Count > 0 && (TextNumbers.In(said).Any(number => hidden.Exists(number.Agrees))
            || CountWords().Matches(said).Any(word => TextNumbers.Count(word.Value) is > 0 and var count && hidden.Contains(count)));
    }

    [GeneratedRegex(@"\b(?:latest|current|currently|most\srecent|now|up\sto\sdate|up-to-date)\b[^.;]{0,60}?\b(?<period>(?:" + MonthNames + @")\s\d{4}|Q[1-4]\s\d{4}/\d{2}|\d{4}/\d{2})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OldPeriod();

    [GeneratedRegex(@"\b(?:" + MonthNames + @"|Q[1-4]|quarter|\d{4}/\d{2})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dated();

    [GeneratedRegex(@"\b(?:(?:" + MonthNames + @")(?:\s\d{4})?|Q[1-4]\s\d{4}/\d{2}|\d{4}/\d{2})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Months();

    [GeneratedRegex(@"\b" + TextNumbers.CountWord + @"\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CountWords();
}
