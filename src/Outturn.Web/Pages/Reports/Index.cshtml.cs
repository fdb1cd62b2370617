using Microsoft.AspNetCore.Mvc;
using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Core.Dashboards;
using Outturn.Core.Release;
using Outturn.Web.Parts;
using Outturn.Web.Release;

namespace Outturn.Web.Pages;

/// <summary>The reports there are, how far each has come, and those that could be begun.</summary>
public class ReportsModel(ReleaseLoop loop) : StaffPage
{
    private const int MostOffered = 12;
    private const int PageLength = 25;

    public override string Title => "Reports";

    public override string Section => "reports";

    [BindProperty(SupportsGet = true)]
    public string? Committee { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public int At { get; set; } = 1;

    public IReadOnlyList<ReportLife> Shown { get; private set; } = [];

    public PageLinks Links { get; private set; } = new(1, PageLength, 0, _ => "");

    public int Count { get; private set; }

    /// <summary>Meetings with a report that nobody has begun yet, and figures for it.</summary>
    public IReadOnlyList<(string Value, string Text)> ToBegin { get; private set; } = [];

    /// <summary>Why releases do not go out, or wait; null when all is well.</summary>
    public string? Trouble =>
        loop.Trouble is { } trouble ? $"Releases are in trouble: {trouble}"
        : loop.IsSettling ? $"This machine's clock was put forward or back. Releases follow its old time until it has run evenly for {ReleaseClock.Settles.TotalMinutes:0} minutes, so that nothing goes out early by mistake."
        : loop.PublicStore is null && Now.Lives.Any(life => life.LastIssued is not null) ? "What is issued is not copied anywhere public: start outturn serve with --public FILE."
        : null;

    public IReadOnlyList<(string Value, string Text)> Committees =>
        [("", "All"), .. Now.Lives.Select(life => life.Report ?? life.Committee).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(name => (name, name))];

    public IReadOnlyList<(string Value, string Text)> States => [("", "All"), .. Now.Lives.Select(life => life.Text).Distinct().Order(StringComparer.Ordinal).Select(text => (text, text))];

    public void OnGet() => List();

    protected void List()
    {
        if (Now.Register is null)
        {
            return;
        }

        var all = Now.Lives.Where(life => (string.IsNullOrEmpty(Committee) || (life.Report ?? life.Committee) == Committee) && (string.IsNullOrEmpty(State) || life.Text == State)).ToList();
        Count = all.Count;
        Links = new PageLinks(At, PageLength, all.Count, page => $"/reports{QueryText.Of(("committee", Committee), ("state", State), ("at", page.ToString(System.Globalization.CultureInfo.InvariantCulture)))}");
        Shown = [.. all.Skip((Links.Number - 1) * PageLength).Take(PageLength)];
        ToBegin =
        [
            .. Register.Meetings.Where(meeting => meeting.DataTo is { } to && to <= Now.Day && !Now.Lives.Any(life => life.Report is null && life.Committee == meeting.Committee.Name && life.DataTo == to))
                .OrderByDescending(meeting => meeting.DataTo).ThenBy(meeting => meeting.Committee.Name, StringComparer.Ordinal).Take(MostOffered)
                .Select(meeting => ($"{meeting.Committee.Slug()}_{meeting.DataTo!.Value.Address()}", $"{meeting.Committee.ShortName}, results to {Core.Papers.Words.MonthYear(meeting.DataTo!.Value)} (meeting on {meeting.Date:dd/MM/yyyy})")),
        ];
    }
}

/// <summary>Begins the report to a meeting.</summary>
public sealed class BeginReportModel(Store store, ReleaseLoop loop) : ReportsModel(loop)
{
    [BindProperty]
    public string? Meeting { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        List();
        if (Now.Register is null || Meeting?.Split('_') is not [var slug, var day] || Register.Committee(slug) is not { } committee || Addresses.Day(day) is not { } to)
        {
            Errors.Add(nameof(Meeting), "Choose the meeting that the report goes to.");
            return Page();
        }

        var (life, refusal) = EditionMaking.New(Now, committee, null, to);
        if (life is null)
        {
            Errors.Add(nameof(Meeting), refusal);
            return Page();
        }

        await ReportSteps.BeginAsync(store, life, Visit.Who, cancel);
        return GoTo(Addresses.Report(life.Name), "The report is begun, as a draft.");
    }
}

/// <summary>Sets the hour at which reports are released.</summary>
public sealed class ReleaseHourModel(Store store, ReleaseLoop loop) : ReportsModel(loop)
{
    [BindProperty]
    public string? Hour { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        List();
        if (!ReleaseHour.TryRead(Hour, out var time))
        {
            Errors.Add(nameof(Hour), ReleaseHour.Refusal(Hour));
            return Page();
        }

        await ReportSteps.SetReleaseTimeAsync(store, time, Visit.Who, cancel);
        return GoTo("/reports", $"Reports are released at {time:HH:mm}, unless somebody chooses another time.");
    }
}
