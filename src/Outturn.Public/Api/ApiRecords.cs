using Outturn.Core.Release;
using Outturn.Public.Site;
using Outturn.Reports.Issued;

namespace Outturn.Public.Api;

/// <summary>A page of a list, and the way to the others.</summary>
/// <param name="Total">How many there are on all pages.</param>
internal sealed record ApiPage<T>(IReadOnlyList<T> Items, int Page, int Pages, int PerPage, int Total, ApiLinks Links);

/// <summary>Addresses of other pages of a list; null where there is none.</summary>
internal sealed record ApiLinks(string Self, string First, string? Previous, string? Next, string Last);

/// <summary>Where a figure was published.</summary>
/// <param name="Sha256">Of the edition's canonical JSON.</param>
internal sealed record ApiSource(string Paper, int Edition, string Title, DateTime IssuedAt, string Sha256, string Address)
{
    public static ApiSource Of(PublicEdition edition) => new(edition.Paper, edition.Edition, edition.Title, edition.IssuedAt, edition.Digest, ApiEdition.AddressOf(edition));
}

/// <summary>An indicator in a list.</summary>
/// <param name="Kind">kpi or activity.</param>
/// <param name="Latest">As it was printed.</param>
/// <param name="LatestValue">Exact; null where there is no figure.</param>
/// <param name="Rating">Green, Amber, Red or Not rated; null for an activity indicator.</param>
/// <param name="IsCurrent">Whether a latest report has it.</param>
internal sealed record ApiIndicatorSummary(
    string Ref, string Title, string Service, string Kind, IReadOnlyList<string> Reports, string Period, string Latest, decimal? LatestValue, string? Rating, string? Range, bool IsCurrent, string Address, string Page)
{
    public static ApiIndicatorSummary Of(PublicIndicator indicator) => Of(indicator.Shown, indicator.Groups, indicator.IsCurrent);

    public static ApiIndicatorSummary Of(IssuedIndicator shown, IReadOnlyList<string> reports, bool isCurrent) => new(
        shown.Ref, shown.Title, shown.Service, shown.Kind, reports, shown.Period, shown.Latest, shown.LatestValue, shown.Rating, shown.Range, isCurrent, ApiRoutes.Root + Addresses.Indicator(shown.Ref), Addresses.Indicator(shown.Ref));
}

/// <summary>An indicator with its definition, figures, levels, words and revisions, as the newest report that has it shows it.</summary>
internal sealed record ApiIndicator(IssuedIndicator Indicator, bool IsCurrent, IReadOnlyList<string> Reports, ApiSource Source, IReadOnlyList<ApiRevision> Revisions)
{
    public static ApiIndicator Of(PublicIndicator indicator) => new(indicator.Shown, indicator.IsCurrent, indicator.Groups, ApiSource.Of(indicator.From), [.. indicator.Revisions.Select(ApiRevision.Of)]);
}

/// <summary>A figure of a period as it was published last.</summary>
/// <param name="Value">Exact; null where there is none.</param>
/// <param name="Numerator">How many were counted, where a report was on that period and said so.</param>
/// <param name="Edition">The edition that printed it.</param>
internal sealed record ApiPeriod(
    string Period, DateOnly LastDay, decimal? Value, string? Shown, decimal? Numerator, decimal? Denominator, decimal? Target, decimal? Floor, decimal? Lower, decimal? Upper, decimal? YearBefore, string Edition)
{
    public static ApiPeriod Of(PublicFigure figure)
    {
        var period = figure.Period;
        return new(period.Period, period.LastDay, period.Value, period.Shown, figure.Numerator, figure.Denominator, period.Target, period.Floor, period.Lower, period.Upper, period.YearBefore, ApiEdition.AddressOf(figure.Edition));
    }
}

/// <summary>Every figure that was published of an indicator, the earliest period first.</summary>
/// <param name="Breaks">Days from which what is counted is other than before.</param>
internal sealed record ApiSeries(string Ref, string Title, string Unit, int Decimals, string? Meaning, string? NumeratorIs, string? DenominatorIs, IReadOnlyList<ApiPeriod> Periods, IReadOnlyList<DateOnly> Breaks, ApiSource Source)
{
    public static ApiSeries Of(PublicIndicator indicator)
    {
        var shown = indicator.Shown;
        return new(shown.Ref, shown.Title, shown.Unit, shown.Decimals, shown.Meaning, shown.NumeratorIs, shown.DenominatorIs, [.. indicator.History.Select(ApiPeriod.Of)], shown.Breaks, ApiSource.Of(indicator.From));
    }
}

/// <summary>What was put right or added after it was first published.</summary>
/// <param name="Old">As it was printed; null where there was none.</param>
internal sealed record ApiRevision(string? Ref, string? Title, string? Period, string What, string? Old, string? New, string? Reason, EditionKind Kind, DateTime PublishedAt, string Edition)
{
    public static ApiRevision Of(PublicRevision changed) => new(
        changed.Revision.Ref, changed.Revision.Title, changed.Revision.Period, changed.Revision.What, changed.Revision.Old, changed.Revision.New, changed.Edition.Reason, changed.Edition.Kind, changed.Edition.IssuedAt, ApiEdition.AddressOf(changed.Edition));
}

/// <summary>A report in a list.</summary>
/// <param name="State">current, or withdrawn.</param>
/// <param name="Counts">Null for a report that carries no rated indicators.</param>
/// <param name="Editions">How many there are, with corrections, supplements and a withdrawal.</param>
/// <param name="IssuedAt">When the edition came out that the counts are of; of a withdrawn report, when it was withdrawn.</param>
/// <param name="Supplement">The edition with the figures that have arrived since, or null.</param>
internal sealed record ApiDashboardSummary(string Paper, string Title, string Reports, string? Year, DateOnly? DataTo, DateOnly? Meeting, PublicState State, IssuedCounts? Counts, int Editions, DateTime IssuedAt, string? Supplement, string Address, string Page)
{
    public static ApiDashboardSummary Of(PublicPaper paper) => new(
        paper.Name, paper.Title, paper.Group, paper.Dashboard?.Year, paper.Dashboard?.DataTo, paper.Dashboard?.Meeting, paper.Withdrawal is null ? PublicState.Current : PublicState.Withdrawn,
        paper.Dashboard?.Counts, paper.Editions.Count, (paper.Whole ?? paper.Last).IssuedAt, paper.Supplement is { } supplement ? ApiEdition.AddressOf(supplement) : null, ApiRoutes.Root + Addresses.Dashboard(paper.Name), Addresses.Dashboard(paper.Name));
}

/// <summary>A report with its indicators and its editions.</summary>
/// <param name="Edition">The newest whole edition, whose figures these are.</param>
internal sealed record ApiDashboard(ApiDashboardSummary Dashboard, ApiEdition Edition, IReadOnlyList<ApiIndicatorSummary> Indicators, IReadOnlyList<ApiEdition> Editions)
{
    public static ApiDashboard Of(PublicPaper paper) => new(
        ApiDashboardSummary.Of(paper), ApiEdition.Of(paper.Whole!), [.. (paper.Dashboard?.Indicators ?? []).Select(indicator => ApiIndicatorSummary.Of(indicator, [paper.Group], true))], [.. paper.Editions.Select(ApiEdition.Of)]);
}

/// <summary>An edition as it was issued.</summary>
/// <param name="Reason">Why there is another edition; null for an issue.</param>
/// <param name="Sha256">Of its canonical JSON, by which it is known.</param>
internal sealed record ApiEdition(long Number, string Paper, int Edition, EditionKind Kind, PublicState State, string Title, string? Reason, DateTime IssuedAt, string Sha256, IReadOnlyList<ApiFile> Files, string Address, string Page)
{
    public static ApiEdition Of(PublicEdition edition) => new(
        edition.Number, edition.Paper, edition.Edition, edition.Kind, edition.State, edition.Title, edition.Reason, edition.IssuedAt, edition.Digest,
        [.. edition.Files.Where(file => file.IsThere).Select(file => new ApiFile(file.Format, file.Name, file.MediaType, file.Length, file.Digest, Addresses.File(file.Digest, file.Name)))],
        AddressOf(edition), edition.Address);

    public static string AddressOf(PublicEdition edition) => $"{ApiRoutes.Root}/editions/{edition.Number}";
}

/// <param name="Length">Bytes.</param>
internal sealed record ApiFile(string Format, string Name, string MediaType, int Length, string Sha256, string Address);
