using Microsoft.AspNetCore.Mvc;
using Outturn.App.Registers;
using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Core.Dashboards;
using Outturn.Core.National;
using Outturn.Core.Papers;
using Outturn.Core.Periods;
using Outturn.Core.Release;
using Outturn.Web.Parts;
using Outturn.Web.Release;

namespace Outturn.Web.Pages;

/// <summary>The reports there are, how far each has come, and those that could be begun.</summary>
public class ReportsModel(ReleaseLoop loop, LiveReference reference) : StaffPage
{
    protected const string OfReview = "_review";
    protected const string OfReport = "_report";

    private const int MostOffered = 12;
    private const int PageLength = 25;

    private IReadOnlyList<FrameworkEdition> editions = [];

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

    /// <summary>The newest dashboards, named reports and reviews that nobody has begun yet.</summary>
    public IReadOnlyList<(string Value, string Text)> ToBegin { get; private set; } = [];

    /// <summary>The frameworks that the council's indicators can be mapped to; none where no national data are served.</summary>
    public IEnumerable<(string Value, string Text)> Frameworks => editions.Select(edition => (edition.Title, edition.Title));

    /// <summary>Whom a mapping can go to.</summary>
    public IReadOnlyList<(string Value, string Text)> MappingReaders => [("", "the council as a whole"), .. Register.Committees.Select(committee => (committee.Slug(), committee.Name))];

    /// <summary>Why releases do not go out, or wait; null when all is well.</summary>
    public string? Trouble =>
        loop.Trouble is { } trouble ? $"Releases are in trouble: {trouble}"
        : loop.IsSettling ? $"This machine's clock was put forward or back. Releases follow its old time until it has run evenly for {ReleaseClock.Settles.TotalMinutes:0} minutes, so that nothing goes out early by mistake."
        : loop.PublicStore is null && Now.Lives.Any(life => life.LastIssued is not null) ? "What is issued is not copied anywhere public: start outturn serve with --public FILE."
        : null;

    public IReadOnlyList<(string Value, string Text)> Committees =>
        [("", "All"), .. Now.Lives.Select(For).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(name => (name, name))];

    public IReadOnlyList<(string Value, string Text)> States => [("", "All"), .. Now.Lives.Select(life => life.Text).Distinct().Order(StringComparer.Ordinal).Select(text => (text, text))];

    public Task OnGetAsync(CancellationToken cancel) => ListAsync(cancel);

    protected FrameworkEdition? FindFramework(string title) => editions.FirstOrDefault(edition => edition.Title == title);

    /// <summary>How a form names a report that is offered: policy-and-resources_2026-03-31, quarterly-performance-report_2026-03-31_report, policy-and-resources_2027-03-31_review.</summary>
    private string ValueOf(ReportLife life) => life switch
    {
        { Subject: PaperSubject.Review } => $"{CommitteeOf(life)!.Slug()}_{life.DataTo.Address()}{OfReview}",
        { Report: { } name } => $"{Register.Reports.First(report => report.Name == name).Slug()}_{life.DataTo.Address()}{OfReport}",
        _ => $"{CommitteeOf(life)!.Slug()}_{life.DataTo.Address()}",
    };

    private string TextOf(ReportLife life, string on) =>
        $"{life.Report ?? CommitteeOf(life)?.ShortName}, {on} ({(life.Meeting is { } meeting ? $"meeting on {meeting:dd/MM/yyyy}" : "no meeting")})";

    private Committee? CommitteeOf(ReportLife life) => Register.Committees.FirstOrDefault(committee => committee.Name == life.Committee);

    private static string? For(ReportLife life) => life.Subject == PaperSubject.Dashboard ? life.Report ?? life.Committee : life.Committee;

    protected async Task ListAsync(CancellationToken cancel)
    {
        if (Now.Register is null)
        {
            return;
        }

        var all = Now.Lives.Where(life => (string.IsNullOrEmpty(Committee) || For(life) == Committee) && (string.IsNullOrEmpty(State) || life.Text == State)).ToList();
        Count = all.Count;
        Links = new PageLinks(At, PageLength, all.Count, page => $"/reports{QueryText.Of(("committee", Committee), ("state", State), ("at", page.ToString(System.Globalization.CultureInfo.InvariantCulture)))}");
        Shown = [.. all.Skip((Links.Number - 1) * PageLength).Take(PageLength)];
        ToBegin =
        [
            .. ReportsToBegin.Dashboards(Register, Now.Lives, Now.Day).Take(MostOffered).Select(life => (ValueOf(life), TextOf(life, $"results to {Words.MonthYear(life.DataTo)}"))),
            .. ReportsToBegin.Reviews(Now.Reviews.Values, Now.Lives).Take(MostOffered).Select(life => (ValueOf(life), TextOf(life, $"indicators proposed for {Period.Holding(Frequency.Year, life.DataTo)}"))),
        ];
        editions = FrameworkEdition.Latest(await reference.EditionsAsync(cancel));
    }
}

/// <summary>Begins the report to a meeting, or a mapping to a framework.</summary>
public sealed class BeginReportModel(Store store, ReleaseLoop loop, LiveReference reference, DraftPapers drafts) : ReportsModel(loop, reference)
{
    [BindProperty]
    public string? Meeting { get; set; }

    /// <summary>The edition of the framework that a mapping is to.</summary>
    [BindProperty]
    public string? Framework { get; set; }

    /// <summary>Whom a mapping goes to: a committee's short address, or blank for the council as a whole.</summary>
    [BindProperty]
    public string? Reader { get; set; }

    /// <summary>The day of the meeting that a mapping goes to.</summary>
    [BindProperty]
    public string? OnDay { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ListAsync(cancel);
        if (Now.Register is null)
        {
            return Page();
        }

        var field = Framework is null ? nameof(Meeting) : nameof(Framework);
        var asked = Framework is null ? OfMeeting() : OfMapping(Framework);
        if (asked is null)
        {
            return Page();
        }

        var (life, refusal) = await drafts.NewAsync(Now, asked, cancel);
        if (life is null)
        {
            Errors.Add(field, refusal);
            return Page();
        }

        if (Now.Life(life.Name) is { } known)
        {
            return GoTo(Addresses.Report(life.Name), $"It was begun already: it is {known.Text.ToLowerInvariant()}.");
        }

        await ReportSteps.BeginAsync(store, life, Visit.Who, cancel);
        return GoTo(Addresses.Report(life.Name), "The report is begun, as a draft.");
    }

    private ReportLife? OfMeeting()
    {
        if (Meeting?.Split('_') is [var slug, var day, .. var rest] && Addresses.Day(day) is { } to)
        {
            var (kind, year) = (rest is [var said] ? $"_{said}" : null, Period.Holding(Frequency.Year, to));
            if (kind == OfReport && Register.Reports.FirstOrDefault(report => report.Slug() == slug) is { } named)
            {
                return ReportLife.OfDashboard(named.Committee, named, to);
            }

            if (kind != OfReport && Register.Committee(slug) is { } committee)
            {
                return kind is null ? ReportLife.OfDashboard(committee, null, to)
                    : ReportLife.OfReview(committee, year, Now.Reviews.GetValueOrDefault(year)?.Meetings.FirstOrDefault(meeting => meeting.Committee == committee)?.Day);
            }
        }

        Errors.Add(nameof(Meeting), "Choose the meeting that the report goes to.");
        return null;
    }

    private ReportLife? OfMapping(string title)
    {
        var framework = FindFramework(title);
        if (framework is null)
        {
            Errors.Add(nameof(Framework), "Choose the framework.");
        }

        var committee = string.IsNullOrEmpty(Reader) ? null : Register.Committee(Reader);
        if (!string.IsNullOrEmpty(Reader) && committee is null)
        {
            Errors.Add(nameof(Reader), "Choose whom the paper goes to.");
        }

        DateOnly? meeting = null;
        if (!string.IsNullOrWhiteSpace(OnDay))
        {
            if (DateText.TryRead(OnDay, out var day))
            {
                meeting = day;
            }
            else
            {
                Errors.Add(nameof(OnDay), $"\"{OnDay}\" is no date: write it like 07/07/2026.");
            }
        }

        return Errors.Any ? null : ReportLife.OfMapping(framework!, committee, meeting ?? Register.NextMeeting(committee, Now.Day), Now.Day);
    }
}

/// <summary>Sets the hour at which reports are released.</summary>
public sealed class ReleaseHourModel(Store store, ReleaseLoop loop, LiveReference reference) : ReportsModel(loop, reference)
{
    [BindProperty]
    public string? Hour { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ListAsync(cancel);
        if (!ReleaseHour.TryRead(Hour, out var time))
        {
            Errors.Add(nameof(Hour), ReleaseHour.Refusal(Hour));
            return Page();
        }

        await ReportSteps.SetReleaseTimeAsync(store, time, Visit.Who, cancel);
        return GoTo("/reports", $"Reports are released at {time:HH:mm}, unless somebody chooses another time.");
    }
}
