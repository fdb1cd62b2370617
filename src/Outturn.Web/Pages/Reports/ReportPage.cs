using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Outturn.App.Registers;
using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Core.Release;
using Outturn.Web.Parts;
using Outturn.Web.Release;

namespace Outturn.Web.Pages;

/// <summary>A page of the report that its address names; there is none where no report was begun by that name.</summary>
public abstract class ReportPage : StaffPage
{
    public override string Section => "reports";

    public override (string Text, string Address)? Back => (Life.Title, Addresses.Report(Life.Name));

    public ReportLife Life { get; private set; } = null!;

    public EditionLife Edition => Life.Last;

    /// <summary>The paper as it would be today; null, with the reason, where there can be none.</summary>
    public DraftPaper? Draft { get; private set; }

    public string DraftRefusal { get; private set; } = "";

    /// <summary>What still has to be signed off, of the draft as it is.</summary>
    public IReadOnlyList<SectionToSign> StillToSign => Draft is null ? [] : EditionRules.StillToSign(Edition, Draft.AsItIs.Sections, Draft.AsItIs.SectionDigests);

    /// <summary>Whether figures or words have changed since the report was signed off.</summary>
    public bool HasMoved => Edition is { IsIssued: false, ContentDigest: { } signed } && Draft is not null && signed != Draft.AsItIs.ContentDigest;

    /// <summary>The last working day on which the paper can go out, five clear days before its meeting; null without a meeting.</summary>
    public DateOnly? IssueBy => ClearDays.Deadline(Life.Meeting);

    public static string At(DateTime utc) => UkTime.Text(utc);

    /// <summary>"PDF"; the package is called what it is for.</summary>
    public static string NameOfFormat(string format) => format == EditionFile.Package ? "Package for the agenda system" : format.ToUpperInvariant();

    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy");

    /// <summary>The sign-off of a section as it stands; null where nobody has signed.</summary>
    public SectionSignOff? SignOffOf(SectionToSign section) => Edition.SignOffs.FirstOrDefault(said => said.Service == section.Service && said.Role == section.Role);

    /// <summary>Whether somebody may sign a section off, for themselves or on behalf.</summary>
    public bool MaySign(SectionToSign section) => Me.Is(Role.Analyst, Role.Administrator) || (Me.Is(section.Role) && Me.Has(section.Service));

    protected async Task<bool> ShowAsync(CancellationToken cancel)
    {
        if (Now.Register is null || RouteData.Values["name"] is not string name || Now.Life(name) is not { } life)
        {
            return false;
        }

        Life = life;
        (Draft, DraftRefusal) = await HttpContext.RequestServices.GetRequiredService<DraftPapers>().OfAsync(Now, life, cancel);
        return true;
    }

    /// <summary>The instant (UTC) of a day and an hour as somebody typed them; null, with what is wrong said beside the fields, where they are none.</summary>
    protected DateTime? ReadInstant((string Field, string? Typed) day, (string Field, string? Typed) time)
    {
        if (!DateText.TryRead(day.Typed ?? "", out var date))
        {
            Errors.Add(day.Field, $"\"{day.Typed}\" is no date: write it like 07/07/2026.");
        }

        if (!ReleaseHour.TryRead(time.Typed, out var hour))
        {
            Errors.Add(time.Field, ReleaseHour.Refusal(time.Typed));
        }

        if (Errors[day.Field] is null && Errors[time.Field] is null && UkTime.Refusal(date, hour) is { } missing)
        {
            Errors.Add(time.Field, missing);
        }

        return Errors[day.Field] is null && Errors[time.Field] is null ? UkTime.InstantOf(date, hour) : null;
    }

    /// <summary>By which edition, step and content the report is told from what it was when a page was shown.</summary>
    public virtual string Stamp => $"{Edition.Number}.{Edition.Steps.Count}.{Edition.Steps[0].At.Ticks}.{(IsOnContent ? Draft?.AsItIs.ContentDigest[..16] : null)}";

    /// <summary>Whether what the page does is done on the paper as it would be today.</summary>
    protected virtual bool IsOnContent => false;

    /// <summary>The stamp as the page's form sends it back: no step is taken on something that was not seen.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>Whether all is as it was when the page was shown; says so where it is not.</summary>
    protected bool IsAsSeen(string otherwise = "The report has changed since you opened this page: read what is said now, and send it once more.")
    {
        if (Seen != Stamp)
        {
            Errors.Add(null, otherwise);
        }

        return Seen == Stamp;
    }

    protected async Task<IActionResult> ShowPageAsync(CancellationToken cancel) => await ShowAsync(cancel) ? Page() : NotFound();

    /// <summary>To the report where the step was taken; else this page, with what is wrong.</summary>
    protected IActionResult After(StepResult result, string done)
    {
        switch (result)
        {
            case StepResult.Taken:
                return GoTo(Addresses.Report(Life.Name), done);
            case StepResult.Refused refused:
                Errors.AddAll(null, refused.Reasons);
                break;
        }

        return Page();
    }

    /// <summary>This page with the reason why there is no draft.</summary>
    protected IActionResult WithoutDraft() => Refused(DraftRefusal);

    /// <summary>This page with the reason why a step cannot be taken.</summary>
    protected IActionResult Refused(string reason)
    {
        Errors.Add(null, reason);
        return Page();
    }
}

/// <summary>An hour of the day as people type it.</summary>
internal static class ReleaseHour
{
    public static bool TryRead(string? typed, out TimeOnly time) => TimeOnly.TryParseExact(typed?.Trim(), ["HH:mm", "H:mm"], out time);

    public static string Refusal(string? typed) => $"\"{typed}\" is no time of day: write it like 09:30.";
}

/// <summary>A step that is asked for on a page of its own, with a reason where it needs one.</summary>
public abstract class ReportStepPage : ReportPage
{
    /// <summary>What the step does, before it is taken.</summary>
    public abstract string Explanation { get; }

    public abstract string Button { get; }

    /// <summary>What is asked for as the reason; null where none is.</summary>
    public virtual string? Asks => null;

    public virtual string? AskHint => null;

    /// <summary>Whether there is anything to do here: an address can be typed.</summary>
    public virtual bool IsOffered => true;

    /// <summary>Whether the button cannot be undone.</summary>
    public virtual bool IsFinal => false;

    [BindProperty]
    public string? Reason { get; set; }

    public virtual Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowPageAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel) => !await ShowAsync(cancel) ? NotFound() : IsAsSeen() ? await TakeAsync(cancel) : Page();

    protected abstract Task<IActionResult> TakeAsync(CancellationToken cancel);
}
