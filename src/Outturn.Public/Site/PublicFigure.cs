using Outturn.Reports.Issued;

namespace Outturn.Public.Site;

/// <summary>A figure of a period as it was published last.</summary>
/// <param name="There">The indicator as that edition has it: its unit and decimals are the figure's.</param>
/// <param name="Numerator">How many were counted, where a report was on that period and said so.</param>
internal sealed record PublicFigure(IssuedIndicator There, IssuedPeriod Period, PublicEdition Edition, decimal? Numerator, decimal? Denominator)
{
    /// <summary>Every period that any report printed, the earliest first.</summary>
    /// <param name="reported">What each report says of the indicator, as it stands now.</param>
    public static IReadOnlyList<PublicFigure> Of(IReadOnlyList<(PublicEdition Edition, IssuedIndicator Shown)> reported) =>
    [
        .. from report in reported
           from period in report.Shown.Periods
           group (report.Edition, There: report.Shown, Period: period) by period.Period into told
           let last = told.MaxBy(one => one.Edition.Number)
           let counted = reported.Where(report => report.Shown.Period == told.Key && report.Shown.LatestValue == last.Period.Value).OrderBy(report => report.Edition.Number).Select(report => report.Shown).LastOrDefault()
           orderby last.Period.LastDay, told.Key
           select new PublicFigure(last.There, last.Period, last.Edition, counted?.Numerator, counted?.Denominator),
    ];
}
