using Microsoft.AspNetCore.Mvc;
using Outturn.Core.Dashboards;
using Outturn.Core.Papers;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>The report across committees on one quarter, live: what changed, how every KPI was rated, and the Reds with what is being done.</summary>
public sealed class QuarterlyModel(KnownThen then) : StaffPage
{
    /// <summary>How many quarters back one can choose.</summary>
    private const int MostQuarters = 20;

    public override string Title => Report.Name;

    public override string Section => "dashboards";

    public override (string Text, string Address)? Back => ("All dashboards", "/dashboards");

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public Report Report { get; private set; } = null!;

    public QuarterlyReport Quarterly { get; private set; } = null!;

    public Dashboard Board => Quarterly.Dashboard;

    /// <summary>The quarters that there can be a report on, newest first.</summary>
    public IReadOnlyList<(string Value, string Text)> Quarters { get; private set; } = [];

    /// <summary>By trend; without a figure there is none to compare.</summary>
    public static Direction DirectionOf(DashboardIndicator kpi) => kpi.Rated.Trend?.Direction ?? Direction.NoComparison;

    public async Task<IActionResult> OnGetAsync(string report, CancellationToken cancel)
    {
        if (Now.Register is null || Register.Quarterly(report) is not { } found || ReportedDays.Last(Register, found) is not { } last)
        {
            return NotFound();
        }

        var newest = Period.EndedBy(Frequency.Quarter, Now.Day);
        if ((To is null ? Period.EndedBy(Frequency.Quarter, last) : Addresses.Period(To, Frequency.Quarter)) is not { } quarter || quarter > newest || quarter.Ordinal <= newest.Ordinal - (4 * MostQuarters))
        {
            return NotFound();
        }

        Report = found;
        var known = await then.ReadAsync(Now, ReportedDays.BeforeCameOut(Register, Now.DashboardOf(found, quarter.Last)), cancel);
        Quarterly = Shown.Quarterly(Now, Me, found, quarter.Last, known);
        if (!Board.Indicators.Any())
        {
            return NotFound();
        }

        Quarters = [.. Enumerable.Range(0, MostQuarters).Select(back => newest with { Ordinal = newest.Ordinal - back }).Append(quarter).Distinct().OrderDescending().Select(choice => (choice.Address(), $"{choice}, to {Words.MonthYear(choice.Last)}"))];
        return Page();
    }
}
