using Microsoft.AspNetCore.Mvc;
using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Core.People;
using Outturn.Core.Release;
using Outturn.Web.Access;
using Outturn.Web.Release;

namespace Outturn.Web.Pages;

/// <summary>A report: how far it has come, what stands in its way, who signs what off, and its editions.</summary>
public sealed class ReportModel(Store store, ReportChecks checks, ReleaseLoop loop) : ReportPage
{
    public override string Title => Life.Title;

    public override (string Text, string Address)? Back => ("Reports", "/reports");

    /// <summary>Of the draft as it is; none once the edition is issued.</summary>
    public IReadOnlyList<ChecklistItem> Checklist { get; private set; } = [];

    /// <summary>Files that were made, by edition.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<EditionFile>> Files { get; private set; } = new Dictionary<int, IReadOnlyList<EditionFile>>();

    public IEnumerable<ChecklistItem> Stops => Checklist.Where(item => item.Severity == CheckSeverity.Error);

    public IEnumerable<ChecklistItem> Warnings => Checklist.Where(item => item.Severity == CheckSeverity.Warning);

    public bool IsSettling => loop.IsSettling;

    public string? Trouble => loop.Trouble;

    public bool IsBlocked => StillToSign.Count > 0 || Stops.Any(item => !item.CanBeOverridden || OverrideOf(item) is null);

    public CheckOverride? OverrideOf(ChecklistItem item) => Edition.Overrides.FirstOrDefault(said => said.Check == item.AnsweredAs());

    /// <summary>Whether whoever looks may read the files of an edition that is not public yet.</summary>
    public bool MayRead(EditionLife edition) => edition.IsIssued || Me.MayPreRead(edition, store.Clock.GetUtcNow().UtcDateTime);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel))
        {
            return NotFound();
        }

        if (Draft is not null && !Edition.IsIssued && Edition.Kind != EditionKind.Withdrawal)
        {
            Checklist = await checks.OfAsync(Now, Life, Draft, cancel);
        }

        var files = new Dictionary<int, IReadOnlyList<EditionFile>>();
        foreach (var edition in Life.Editions.Where(edition => edition.State >= EditionState.Scheduled))
        {
            files[edition.Number] = await StoredReports.FilesAsync(store, Life.Name, edition.Number, cancel);
        }

        Files = files;
        return Page();
    }
}

/// <summary>Who may read an edition before it is public.</summary>
public static class PreRelease
{
    /// <summary>Whoever releases it, and whoever was admitted, in their time.</summary>
    public static bool MayPreRead(this Person person, EditionLife edition, DateTime now) =>
        edition.State == EditionState.Scheduled && (person.May("/Reports/Schedule") || edition.PreReaders.Any(reader => reader.Account == person.Account && reader.MayReadAt(now)));
}
