using System.Text.Json.Serialization;
using Outturn.Core.Release;

namespace Outturn.Reports.Issued;

/// <summary>An edition as it was made public, read from its JSON: every text as it was printed, every figure exact. Nothing is worked out again.</summary>
/// <param name="Format">The version of the form, <see cref="EditionJson.Format"/>.</param>
/// <param name="Paper">The report's name, which is its address too.</param>
/// <param name="Edition">From 1 for each report.</param>
/// <param name="ReleaseAt">UTC.</param>
/// <param name="Reason">Why there is another edition; null for an issue.</param>
/// <param name="Revisions">What is other than in the whole edition before it.</param>
/// <param name="Dashboard">Null for a withdrawal, and for a report that carries no rated indicators.</param>
/// <param name="Tables">The tables of a report that is no dashboard.</param>
/// <param name="Outcomes">What a mapping to an outcomes framework says; null for any other.</param>
/// <param name="Withdrawn">For a withdrawal, what the report had; null for any other.</param>
public sealed record IssuedEdition(
    string Format,
    string Paper,
    int Edition,
    EditionKind Kind,
    DateTime ReleaseAt,
    string Title,
    string Council,
    string? Notice,
    string Colour,
    string? Reason,
    IReadOnlyList<Revision> Revisions,
    IssuedDashboard? Dashboard,
    IReadOnlyList<IssuedTable> Tables,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IssuedOutcomes? Outcomes = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IssuedWithdrawn? Withdrawn = null);

/// <summary>What a withdrawn report had, by name alone, so that the addresses of it can say what became of them.</summary>
/// <param name="Indicators">Refs.</param>
/// <param name="Frameworks">Names of outcomes frameworks.</param>
public sealed record IssuedWithdrawn(IReadOnlyList<string> Indicators, IReadOnlyList<string> Frameworks);

/// <summary>Something that is other than in the edition before: the old is kept beside the new.</summary>
/// <param name="Ref">The indicator; null for what concerns the report as a whole, or a row of its tables.</param>
/// <param name="Title">The indicator's, or what the row is on.</param>
/// <param name="Period">The period of the figure, or null.</param>
/// <param name="What">What it is: value, rating, year to date, target, commentary, added, left out.</param>
/// <param name="Old">As it was printed; null where there was none.</param>
/// <param name="New">As it is printed now; null where there is none any more.</param>
public sealed record Revision(string? Ref, string? Title, string? Period, string What, string? Old, string? New);

/// <summary>The figures of a dashboard.</summary>
/// <param name="Meeting">The day of the meeting that it goes to, or null.</param>
/// <param name="DataTo">The last day that its figures cover.</param>
/// <param name="RatingCounted">Which of a KPI's two ratings is counted: "latest" or "year to date".</param>
public sealed record IssuedDashboard(
    string? Committee,
    string? CommitteeShort,
    string? Report,
    DateOnly? Meeting,
    string Year,
    DateOnly DataTo,
    string RatingCounted,
    IssuedCounts Counts,
    IReadOnlyList<IssuedIndicator> Indicators,
    IReadOnlyList<IssuedProposal> Proposals);

public sealed record IssuedCounts(int Green, int Amber, int Red, int NotRated, int Kpis);

/// <summary>One indicator of an edition. What ends in Value is exact; its neighbour without that ending is the text of the paper.</summary>
/// <param name="Kind">"kpi" or "activity".</param>
/// <param name="Rating">"Green", "Amber", "Red" or "Not rated"; null for an activity indicator.</param>
/// <param name="Range">An activity's figure against its range, in words.</param>
/// <param name="Reason">Why it is not rated, or why there is no figure.</param>
/// <param name="Numerator">How many were counted; null where they are not known, or suppressed.</param>
/// <param name="Direction">Direction of travel in words.</param>
/// <param name="WorkedOut">How the figure and its rating come about, in a sentence or two.</param>
/// <param name="NumeratorIs">What the numerator counts.</param>
public sealed record IssuedIndicator(
    string Ref,
    string Title,
    string Service,
    string Kind,
    string Unit,
    int Decimals,
    string? Polarity,
    string Frequency,
    string RollUp,
    string Period,
    DateOnly FirstDay,
    DateOnly LastDay,
    string Latest,
    decimal? LatestValue,
    decimal? Numerator,
    decimal? Denominator,
    string? Rating,
    string? Range,
    string? Reason,
    string YearToDate,
    decimal? YearToDateValue,
    string? YearToDateRating,
    string? YearToDateRange,
    decimal? Target,
    decimal? Floor,
    decimal? Lower,
    decimal? Upper,
    string PreviousYear,
    string? Direction,
    string? WorkedOut,
    string? YearToDateWorkedOut,
    string? Meaning,
    string? NumeratorIs,
    string? DenominatorIs,
    string? Source,
    string? Rationale,
    IssuedCommentary? Commentary,
    IReadOnlyList<IssuedPeriod> Periods,
    IReadOnlyList<IssuedLevels> Levels,
    IReadOnlyList<DateOnly> Breaks);

public sealed record IssuedCommentary(string? Context, string? Cause, string? Action, string? Owner, DateOnly? Due, string? Recovery);

/// <summary>A period of the chart.</summary>
/// <param name="Shown">The figure as it is printed; null where there is none.</param>
/// <param name="YearBefore">The figure of the same period a year before, as it was shown.</param>
public sealed record IssuedPeriod(string Period, DateOnly LastDay, decimal? Value, string? Shown, decimal? Target, decimal? Floor, decimal? Lower, decimal? Upper, decimal? YearBefore);

/// <summary>Levels that held from a day to a day, as set.</summary>
/// <param name="TargetShown">As it is printed, and so on for the others.</param>
public sealed record IssuedLevels(
    DateOnly From, DateOnly To, decimal? Target, string? TargetShown, decimal? Floor, string? FloorShown, decimal? Lower, string? LowerShown, decimal? Upper, string? UpperShown, string? Rationale);

public sealed record IssuedProposal(string Ref, string Title, string Year, string Decision, decimal? Target, decimal? Floor, decimal? Lower, decimal? Upper, string Change, string? Rationale);

/// <summary>A table of a report that is no dashboard, each cell as it is printed.</summary>
/// <param name="RowHeader">Which column says what a row is on, from 0.</param>
public sealed record IssuedTable(string Name, string Caption, int RowHeader, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
