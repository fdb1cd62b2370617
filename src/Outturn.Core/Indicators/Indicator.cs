using Outturn.Core.Dashboards;
using Outturn.Core.People;
using Outturn.Core.Periods;

namespace Outturn.Core.Indicators;

/// <summary>An indicator as the register describes it: what is counted, how it is judged, and who answers for it.</summary>
/// <param name="Ref">Its stable code (CS04a).</param>
/// <param name="Title">As papers print it.</param>
/// <param name="Committees">The committees whose dashboards carry it.</param>
public sealed record Indicator(
    string Ref, string Title, Service Service, IReadOnlyList<Committee> Committees, Definition Definition)
{
    /// <summary>Days after the end of a period until its figure is due.</summary>
    public int LagDays { get; init; }

    /// <summary>The first day the register expects figures for, or null for as long as there are any.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The last day it was counted, or null while it is.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The days, oldest first, on which a changed definition began that breaks the series: nothing is compared across any of them (RULES 7).</summary>
    public IReadOnlyList<DateOnly> Breaks { get; init; } = [];

    /// <summary>The first day of the definition in force, a break or not; null where it has been the same since ever.</summary>
    public DateOnly? DefinitionFrom { get; init; }

    /// <summary>Why the definition in force took the place of the one before.</summary>
    public string? DefinitionReason { get; init; }

    /// <summary>Counts from 1 to below this are not published, nor what would reveal them (<see cref="Release.Suppression"/>); null where nobody can be known by a count.</summary>
    public int? SuppressBelow { get; init; }

    /// <summary>The least and the most that a threshold of suppression can be: below 2 there is no count to hide.</summary>
    public const int LeastSuppressBelow = 2, MostSuppressBelow = 1000;

    /// <summary>The ref of its successor.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>What is counted, what is in and what is out.</summary>
    public string? Meaning { get; init; }

    public string? Numerator { get; init; }

    public string? Denominator { get; init; }

    public string? Source { get; init; }

    /// <summary>Why it was chosen.</summary>
    public string? Rationale { get; init; }

    public string? Duty { get; init; }

    public string? Priority { get; init; }

    public string? Contract { get; init; }

    public Post? Owner { get; init; }

    public Post? Approver { get; init; }

    /// <summary>How it is worked out from others, whose figures alone are entered; null where its own are.</summary>
    public Formula? Formula { get; init; }

    /// <summary>The ref of the whole that it is one directorate's part of (see <see cref="Breakdown"/>), or null.</summary>
    public string? PartOf { get; init; }

    /// <summary>The directorate whose part it is; null where it is no part.</summary>
    public string? Part { get; init; }

    /// <summary>The named sets that carry it, beside the dashboards of its committees.</summary>
    public IReadOnlyList<Report> Reports { get; init; } = [];

    public const int LongestRef = 40;

    /// <summary>Why a code cannot be an indicator's, or null where it can: it stands in files, formulas and addresses.</summary>
    public static string? RefRefusal(string reference) =>
        reference.Trim().Length is 0 or > LongestRef ? $"A ref has 1 to {LongestRef} characters."
        : reference.Any(letter => char.IsControl(letter) || letter is ';' or '[' or ']' or '/' or '\\' or '?' or '#' or '%') || reference != reference.Trim() ? $"{reference.Trim()} cannot be a ref: leave out spaces around it and ; [ ] / \\ ? # %."
        : null;

    /// <summary>The day its figure for a period is due.</summary>
    public DateOnly DueOn(Period period) => period.Last.AddDays(LagDays);

    /// <summary>Whether it was counted in any part of a period.</summary>
    public bool CountedIn(Period period) =>
        (Since is not { } since || since <= period.Last) && (Until is not { } until || until >= period.First);

    /// <summary>Whether its definition changed after the one period and by the other: then they are not compared (RULES 7).</summary>
    public bool IsBrokenBetween(Period earlier, Period later) =>
        Breaks.Any(day => Period.Holding(Definition.Frequency, day) is var broken && earlier < broken && broken <= later);

    public override string ToString() => $"{Ref} {Title}";
}
