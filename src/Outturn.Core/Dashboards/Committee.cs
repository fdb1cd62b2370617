using Outturn.Core.Periods;

namespace Outturn.Core.Dashboards;

/// <summary>A committee that dashboards go to.</summary>
/// <param name="ShortName">How prose calls it, where the full name would be heavy; the full name when none is given.</param>
/// <param name="Reports">The kinds of report it receives: dashboard, quarterly.</param>
public sealed record Committee(string Name, string ShortName, IReadOnlyList<string> Reports)
{
    /// <summary>Whether somebody who writes a name means it: in full or short, in capitals or not.</summary>
    public bool IsCalled(string name) =>
        Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase) || ShortName.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>A meeting of a committee, and the report that goes to it.</summary>
/// <param name="Year">The financial year that the report is on.</param>
/// <param name="Ordinal">Which report of the year it is, in words: first, second, third and final.</param>
/// <param name="DataTo">The last day that its figures cover.</param>
/// <param name="ReviewedOn">When the year's KPIs and targets came before the committee for comment.</param>
public sealed record Meeting(
    Committee Committee, DateOnly Date, Period? Year = null, string? Ordinal = null, DateOnly? DataTo = null, DateOnly? ReviewedOn = null)
{
    /// <summary>The number that the report has on the agenda; null where none is given yet.</summary>
    public string? Item { get; init; }
}
