using Outturn.Core.Ratings;
using Outturn.Reports.Issued;

namespace Outturn.Public.Site;

/// <summary>An indicator as the newest report that has it shows it.</summary>
/// <param name="Ref">As it is written in its address.</param>
/// <param name="Shown">Its figures, levels and words there.</param>
/// <param name="From">The edition that they are of.</param>
/// <param name="IsCurrent">Whether a report that is the latest of its committee has it.</param>
/// <param name="Groups">The committees and reports whose latest report has it.</param>
/// <param name="Reported">The reports that have it, newest first, each with what it said there.</param>
/// <param name="History">Every figure that was published of it, the earliest period first.</param>
/// <param name="Revisions">What was put right or added since it was first printed, newest first.</param>
internal sealed record PublicIndicator(
    string Ref, IssuedIndicator Shown, PublicEdition From, bool IsCurrent, IReadOnlyList<string> Groups, IReadOnlyList<(PublicEdition Edition, IssuedIndicator Shown)> Reported,
    IReadOnlyList<PublicFigure> History, IReadOnlyList<PublicRevision> Revisions)
{
    public string Address => Addresses.Indicator(Ref);

    public bool IsKpi => Shown.Kind == "kpi";

    /// <summary>"Red" and so on for a KPI; for an activity its figure against its range.</summary>
    public string Verdict => Shown.Rating ?? Shown.Range ?? Shown.Reason ?? "";

    /// <summary>Reds first, activity last.</summary>
    public int Place => PlaceOf(Shown);

    /// <summary>The ratings as editions print them, in the order of lists.</summary>
    public static readonly IReadOnlyList<string> Ratings = [nameof(RagRating.Red), nameof(RagRating.Amber), nameof(RagRating.Green), "Not rated"];

    public static int PlaceOf(IssuedIndicator indicator) => indicator.Kind != "kpi" ? Ratings.Count : PlaceOf(indicator.Rating);

    /// <summary>What is no rating is not rated.</summary>
    public static int PlaceOf(string? rating) => Ratings.SkipLast(1).TakeWhile(known => known != rating).Count();
}

/// <summary>A change of what was printed, with the edition that made it public.</summary>
internal sealed record PublicRevision(PublicEdition Edition, Revision Revision);
