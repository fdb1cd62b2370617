using Outturn.Core.Indicators;
using Outturn.Public.Site;
using Outturn.Reports;
using Outturn.Reports.Issued;

namespace Outturn.Public.Data;

/// <summary>What can be had of indicators as data: each with its definition and where it was published.</summary>
internal static class IndicatorTables
{
    private static readonly string[] Notes =
    [
        "Every figure is as it was published in the report that its row names; nothing was worked out anew.",
        "The SHA-256 of a report proves it genuine: enter it on the page \"Check a paper\".",
    ];

    /// <summary>A row for each indicator: its latest figure, what it counts, and where it was published.</summary>
    public static DataTable Latest(IEnumerable<PublicIndicator> indicators) => new(
        "Indicators", "Each indicator with its latest published figure and its definition",
        ["ref", "indicator", "service", "kind", "period", "first_day", "last_day", "latest", "latest_value", "numerator", "denominator", "rating", "range", "reason", "year_to_date", "year_to_date_value", "year_to_date_rating", "target", "floor", "lower", "upper",
            "previous_year", "direction_of_travel", "worked_out", "unit", "polarity", "frequency", "roll_up", "meaning", "numerator_is", "denominator_is", "source", "rationale", "report", "edition", "published", "sha256"],
        [.. indicators.Select(Row)]);

    /// <summary>A row for each indicator and period that was ever published, as it was published last.</summary>
    public static DataTable Series(IEnumerable<PublicIndicator> indicators) => new(
        "Figures", "Figures by period, with the levels that held",
        ["ref", "indicator", "period", "last_day", "shown", "value", "numerator", "denominator", "target", "floor", "lower", "upper", "year_before", "unit", "meaning", "numerator_is", "denominator_is", "source", "report", "edition"],
        [.. from indicator in indicators
            from figure in indicator.History
            let shown = figure.There
            let period = figure.Period
            select (IReadOnlyList<object?>)[indicator.Ref, indicator.Shown.Title, period.Period, period.LastDay, period.Shown, Figure(shown, period.Value), figure.Numerator, figure.Denominator, Figure(shown, period.Target), Figure(shown, period.Floor), Figure(shown, period.Lower),
                Figure(shown, period.Upper), Figure(shown, period.YearBefore), shown.Unit, shown.Meaning, shown.NumeratorIs, shown.DenominatorIs, shown.Source, figure.Edition.Paper, figure.Edition.Edition.ToString()]]);

    public static DataTable Levels(IEnumerable<PublicIndicator> indicators) => new(
        "Levels", "Targets, floor standards and expected ranges over time, with the reason for each",
        ["ref", "from", "to", "target", "floor", "lower", "upper", "rationale"],
        [.. from indicator in indicators
            from levels in indicator.Shown.Levels
            select (IReadOnlyList<object?>)[indicator.Ref, Day(levels.From), Day(levels.To), Figure(indicator.Shown, levels.Target), Figure(indicator.Shown, levels.Floor), Figure(indicator.Shown, levels.Lower), Figure(indicator.Shown, levels.Upper), levels.Rationale]]);

    public static DataTable Revisions(IEnumerable<PublicRevision> revisions) => new(
        "Revisions", "What was put right or added after it was first published",
        ["ref", "indicator", "period", "what", "was", "is", "published", "report", "edition", "reason"],
        [.. revisions.Select(changed => (IReadOnlyList<object?>)[changed.Revision.Ref, changed.Revision.Title, changed.Revision.Period, changed.Revision.What, changed.Revision.Old, changed.Revision.New, changed.Edition.IssuedAt, changed.Edition.Paper, changed.Edition.Edition, changed.Edition.Reason])]);

    public static byte[] Workbook(PublicSite site, string title, IReadOnlyList<PublicIndicator> indicators) => DataTable.ToWorkbook(
        new DocumentInfo(title, site.Council, UkDay.Of(site.Editions[0].IssuedAt), site.Newest!.Colour, site.Newest.Notice), Notes,
        Latest(indicators), Series(indicators), Levels(indicators), Revisions(indicators.SelectMany(indicator => indicator.Revisions)));

    private static IReadOnlyList<object?> Row(PublicIndicator indicator)
    {
        var (shown, from) = (indicator.Shown, indicator.From);
        return
        [
            shown.Ref, shown.Title, shown.Service, shown.Kind, shown.Period, shown.FirstDay, shown.LastDay, shown.Latest, Figure(shown, shown.LatestValue), shown.Numerator, shown.Denominator, shown.Rating, shown.Range, shown.Reason,
            shown.YearToDate, Figure(shown, shown.YearToDateValue), shown.YearToDateRating, Figure(shown, shown.Target), Figure(shown, shown.Floor), Figure(shown, shown.Lower), Figure(shown, shown.Upper), shown.PreviousYear, shown.Direction, shown.WorkedOut,
            shown.Unit, shown.Polarity, shown.Frequency, shown.RollUp, shown.Meaning, shown.NumeratorIs, shown.DenominatorIs, shown.Source, shown.Rationale, from.Paper, from.Edition, from.IssuedAt, from.Digest,
        ];
    }

    private static Figure? Figure(IssuedIndicator indicator, decimal? value) => value is { } known ? new Figure(known, new Unit(indicator.Unit), indicator.Decimals) : null;

    /// <summary>Blank for the beginning, and for until further notice.</summary>
    private static DateOnly? Day(DateOnly day) => day == DateOnly.MinValue || day == DateOnly.MaxValue ? null : day;
}
