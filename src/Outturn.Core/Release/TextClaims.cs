using System.Text.RegularExpressions;
using Outturn.Core.Ratings;

namespace Outturn.Core.Release;

/// <summary>What a number is said to be.</summary>
internal enum ClaimOf
{
    Figure,
    Target,
    FloorStandard,
}

/// <summary>What free text claims in so many words. What is hedged, compared, hoped for or of another time claims nothing here: no alarm is better than a false one.</summary>
internal static partial class TextClaims
{
    private const string Colours = "Red|Amber|Green|RED|AMBER|GREEN";

    /// <summary>"the target is 95%", "a floor standard of 90%", "stood at 94%", "was 94.2%".</summary>
    public static IEnumerable<(ClaimOf Of, SaidNumber Number)> Numbers(string said)
    {
        List<(ClaimOf, SaidNumber)> claims = [];
        if (!OtherLevels().IsMatch(said))
        {
            claims.AddRange(Levels().Matches(said).Select(match => (
                match.Groups["level"].Value.StartsWith("floor", StringComparison.OrdinalIgnoreCase) ? ClaimOf.FloorStandard : ClaimOf.Target, Number(match))).Where(claim => claim.Item2 is not null).Select(claim => (claim.Item1, claim.Item2!.Value)));
        }

        if (!OtherTimes().IsMatch(said))
        {
            var taken = Levels().Matches(said).Select(match => match.Groups["digits"].Index).ToHashSet();
            claims.AddRange(Figures().Matches(said).Where(match => !taken.Contains(match.Groups["digits"].Index) && !LevelWords().IsMatch(match.Groups["before"].Value))
                .Select(Number).OfType<SaidNumber>().Select(number => (ClaimOf.Figure, number)));
        }

        return claims;
    }

    /// <summary>"three KPIs are Red", "21 Green": how many are said to have a colour.</summary>
    public static IEnumerable<(int Count, RagRating Colour)> Counts(string said) => OtherTimes().IsMatch(said) ? [] :
        from match in Ratings().Matches(said)
        let count = TextNumbers.Count(match.Groups["count"].Value)
        where count is not null
        select (count.Value, Enum.Parse<RagRating>(match.Groups["colour"].Value, ignoreCase: true));

    /// <summary>"CS01 is Green", "remains Red": a colour that something is said to have now, and where in the text.</summary>
    public static IEnumerable<(RagRating Colour, int At)> Rated(string said) => OtherTimes().IsMatch(said) ? [] :
        RatedAs().Matches(said).Select(match => (Enum.Parse<RagRating>(match.Groups["colour"].Value, ignoreCase: true), match.Index));

    /// <summary>"There are 12 KPIs": how many there are said to be; null where that is not said.</summary>
    public static int? Total(string said) => !OtherTimes().IsMatch(said) && Totals().Match(said) is { Success: true } match ? TextNumbers.Count(match.Groups["count"].Value) : null;

    /// <summary>"All KPIs met their targets."</summary>
    public static bool AllMet(string said) => !OtherTimes().IsMatch(said) && AllMetTargets().IsMatch(said);

    public static bool IsOfAnotherTime(string said) => OtherTimes().IsMatch(said);

    private static SaidNumber? Number(Match match) => TextNumbers.Of(match);

    [GeneratedRegex(@"\b(?<level>target|floor(?:\sstandard)?)(?:\slevel)?(?:\s(?:of|for|on)\s[\w/-]+)?(?:\s(?:is|was|of|stands\sat|is\sset\sat|was\sset\sat|remains|at))?(?:\sstill)?:?\s" + TextNumbers.Value, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Levels();

    /// <summary>A verb that says what a figure is, the number, and nothing behind it that makes it a part or a change of something else.</summary>
    [GeneratedRegex(@"(?<before>(?:[\w'-]+\s){0,4})\b(?:is|was|were|are|stood\sat|stands\sat|stand\sat|fell\sto|dropped\sto|rose\sto|improved\sto|worsened\sto|increased\sto|decreased\sto|reached|achieved|totalled|came\sto|remains\sat|remained\sat|(?:performance|result|figure|outturn|score)\s(?:of|at))\s(?:now\s|currently\s|still\s|at\s)?" + TextNumbers.Value
        + @"(?=\s*[.;,)]?\s*$|\s*[;,)]|\s(?:and|but|against|for|in|to\sdate|this|which|so|days?|with)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Figures();

    [GeneratedRegex(@"\b(?:targets?|floor|limits?|range|tolerance|standard)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LevelWords();

    [GeneratedRegex(@"(?<!\b(?:another|further|other|new|these|those|only|extra|last|next)\s)\b(?<count>" + TextNumbers.CountWord + @"|\d{1,3})\s(?:of\s(?:the\s|our\s|these\s|those\s)?(?:\w+\s(?=KPIs?\b|indicators?\b))?)?(?:KPIs?\s|indicators?\s|measures?\s)?(?:(?:is|are|was|were|have\sbeen|has\sbeen)\s)?(?:now\s)?(?:rated\s)?(?:as\s)?(?<colour>" + Colours
        + @")\b(?=\s*[.,;:)]|\s*$|\s\(|\s(?:KPIs?|indicators?|ratings?|and|or|for|this|in|at|while|but|which|that|with|the|performance|on)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Ratings();

    [GeneratedRegex(@"\b(?:is|are|remains?|stays?)\s(?:now\s|still\s|again\s)?(?:rated\s)?(?:as\s)?(?<colour>" + Colours + @")\b(?=\s*[.,;:)]|\s*$|\s\(|\s(?:and|for|in|at|this|while|but|with)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex RatedAs();

    [GeneratedRegex(@"\b[Tt]here\sare\s(?:now\s|in\sall\s)?(?<count>" + TextNumbers.CountWord + @"|\d{1,3})\s(?:KPIs|[Kk]ey\s[Pp]erformance\s[Ii]ndicators)\b(?=\s*[.,;]|\s*$|\sin\sall\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Totals();

    [GeneratedRegex(@"\b[Aa]ll\s(?:of\s)?(?:the\s|our\s)?(?:" + TextNumbers.CountWord + @"\s|\d{1,3}\s)?(?:KPIs|[Kk]ey\s[Pp]erformance\s[Ii]ndicators)\s(?:have\s)?(?:met|meet|hit|achieved|reached|are\son|are\sat)\s(?:or\sexceeded\s)?(?:their\s|its\s|the\s)?targets?\b", RegexOptions.CultureInvariant)]
    private static partial Regex AllMetTargets();

    [GeneratedRegex(@"\b(?:last\s(?:year|month|quarter|time|report)|previous(?:ly)?|prior|before|earlier|ago|since|used\sto|had|between|from|up\son|down\son|compared|national(?:ly)?|average|median|other\scouncils|benchmark|England|neighbours?|expected|forecast|projected|predicted|will|would|could|should|may|might|aim(?:s|ed)?|plan(?:s|ned)?|proposed|next|if|hoped?|unless|until|each|per(?!\s?cent)|every|about|around|approximately|nearly|almost|over|under|more\sthan|less\sthan|fewer\sthan|at\sleast|up\sto|roughly|some|in\s(?:19|20)\d\d(?!/\d))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherTimes();

    [GeneratedRegex(@"\b(?:next|proposed|new\starget|will|would|should|previous|last\syear|old|national|from\s(?:\w+\s)?\d|raised|lowered|increase[ds]?|changed|revised|contract(?:ual)?|statutory|government)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherLevels();
}
