using Microsoft.AspNetCore.Mvc;
using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Papers;
using Outturn.Core.Ratings;
using Outturn.Core.Review;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>What one committee reads of one period, live.</summary>
public sealed class CommitteeModel : StaffPage
{
    public const string ByService = "service";
    public const string Exceptions = "exceptions";

    private const string Reds = "reds";

    public static readonly (string Name, string Text)[] Views = [(Reds, "Reds first"), (ByService, "By service"), (Exceptions, "Exceptions")];

    public override string Title => Board.Committee?.Name ?? "Every indicator";

    public override string Section => "dashboards";

    public override (string Text, string Address)? Back => ("All dashboards", "/dashboards");

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string View { get; set; } = Reds;

    public Dashboard Board { get; private set; } = null!;

    /// <summary>The days that a report of the committee can go to: its meetings', and each month's end of the last two years.</summary>
    public IReadOnlyList<(string Value, string Text)> Days { get; private set; } = [];

    /// <summary>The refs of figures that were submitted or returned and that nobody has approved.</summary>
    public IReadOnlyList<string> NotApproved =>
        [.. Board.Indicators.Where(shown => Now.StateOf(shown.Indicator.Ref, shown.Period).State is CollectionState.Submitted or CollectionState.Returned).Select(shown => shown.Indicator.Ref)];

    /// <summary>The obligatory blocks of text that its paper lacks.</summary>
    public IReadOnlyList<Implication> Owed => Implications.Missing(Register, Board);

    /// <summary>What was changed within the year since it was adopted, of indicators that are shown.</summary>
    public IReadOnlyList<LaterChange> LaterChanges => [.. Board.LaterChanges.Where(change => Now.Find(change.Ref) is { } history && Me.Sees(history.Indicator))];

    public IReadOnlyList<DashboardIndicator> RedsFirst =>
        [.. Board.Kpis.OrderBy(kpi => Board.RatingOf(kpi).Colour switch { RagRating.Red => 0, RagRating.Amber => 1, null => 2, _ => 3 })];

    public IActionResult OnGet(string committee)
    {
        Committee? found = null;
        if (Now.Register is null || (committee != Addresses.All && (found = Register.Committee(committee)) is null)
            || ReportedDays.LastFigure(Register, indicator => (found is null || indicator.Committees.Contains(found)) && Me.Sees(indicator)) is not { } last)
        {
            return NotFound();
        }

        var to = Addresses.Day(To) ?? ReportedDays.Last(Register, found, indicator => found is null || indicator.Committees.Contains(found)) ?? last;
        if (to > Now.Day || to < last.AddYears(-20))
        {
            return NotFound();
        }

        Board = Shown.To(Now, Me, found, to);
        var ends = Enumerable.Range(0, 24).Select(i => new DateOnly(last.Year, last.Month, 1).AddMonths(1 - i).AddDays(-1));
        Days = [.. ends.Concat(Register.Meetings.Where(meeting => meeting.Committee == found).Select(meeting => meeting.DataTo).OfType<DateOnly>().Where(day => day <= last)).Append(to).Distinct().OrderDescending().Select(day => (day.Address(), Words.MonthYear(day)))];
        return Page();
    }
}

/// <summary>Indicators as rows of one table.</summary>
/// <param name="Of">Whose or which they are, for the table's caption.</param>
/// <param name="IsTitled">Whether a heading above says the same.</param>
public sealed record IndicatorRows(Dashboard Board, IReadOnlyList<DashboardIndicator> Rows, string? Of, bool IsTitled = false);
