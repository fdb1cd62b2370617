using Microsoft.AspNetCore.Mvc;
using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Core.Release;
using Outturn.Reports.Pdf;
using Outturn.Web.Release;

namespace Outturn.Web.Pages;

/// <summary>Schedules the release of a report that another person signed off: its files are made now, and become public at the time.</summary>
public sealed class ScheduleModel(Store store) : ReportPage
{
    public override string Title => $"Schedule {Life.Title}";

    protected override bool IsOnContent => true;

    [BindProperty]
    public string? OnDay { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    /// <summary>"yes" where it is to go out without a PDF.</summary>
    [BindProperty]
    public string? WithoutPdf { get; set; }

    /// <summary>Whether this machine has no program that makes a PDF, so that one has to be done without.</summary>
    public bool LacksPrinter { get; } = PdfPrinter.LibreOffice is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel))
        {
            return NotFound();
        }

        var (day, time) = (IssueBy is { } by && by >= Now.Day && Edition.Kind == EditionKind.Issue ? by : Now.Day, Now.ReleaseTime);
        var soon = Soon(store.Clock.GetUtcNow().UtcDateTime);
        (day, time) = UkTime.InstantOf(day, time) < soon ? (UkTime.DayOf(soon), UkTime.TimeOf(soon)) : (day, time);
        (OnDay, Time) = (Day(day), time.ToString("HH:mm"));
        return Page();
    }

    /// <summary>Where the usual hour of today is over: the next five minutes of the clock that leave time to make the files.</summary>
    private static DateTime Soon(DateTime now) => new((now.Ticks / (5 * TimeSpan.TicksPerMinute) + 2) * 5 * TimeSpan.TicksPerMinute, DateTimeKind.Utc);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel) || Draft is null)
        {
            return NotFound();
        }

        if (!IsAsSeen())
        {
            return Page();
        }

        if (ReadInstant((nameof(OnDay), OnDay), (nameof(Time), Time)) is not { } at)
        {
            return Page();
        }

        var now = store.Clock.GetUtcNow().UtcDateTime;
        if (EditionRules.ScheduleRefusal(Edition, Visit.Who, Draft.AsItIs.ContentDigest, at, now) is { } refusal)
        {
            Errors.Add(null, refusal);
            return Page();
        }

        var (made, reason) = await EditionMaking.MakeAsync(store, Draft, Life, at, cancel);
        if (made is null)
        {
            Errors.Add(null, reason);
            return Page();
        }

        if (made.Refusal(WithoutPdf == "yes") is { } unprinted)
        {
            Errors.Add(LacksPrinter ? nameof(WithoutPdf) : null, unprinted);
            return Page();
        }

        return After(
            await ReportSteps.ScheduleAsync(store, Life.Name, Draft.AsItIs, made.Title, made.Files, at, Visit.Who, cancel),
            $"Its files are made, and are released on {At(at)}.{(made.NoPdf is null ? "" : " There is no PDF.")}");
    }
}
