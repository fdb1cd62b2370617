using Microsoft.AspNetCore.Mvc;
using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Reports;
using Outturn.Web.Parts;
using Outturn.Web.Release;

namespace Outturn.Web.Pages;

/// <summary>A file of an edition, as it was made: of one that is issued for everybody who signs in, of a scheduled one for those who may read it before.</summary>
public sealed class ReportFileModel(Store store) : ReportPage
{
    public override string Title => "File";

    public async Task<IActionResult> OnGetAsync([FromRoute] int number, [FromRoute] string format, CancellationToken cancel)
    {
        if (!await ShowAsync(cancel) || Life.Editions.FirstOrDefault(edition => edition.Number == number) is not { } edition
            || (!edition.IsIssued && !Me.MayPreRead(edition, store.Clock.GetUtcNow().UtcDateTime))
            || (await StoredReports.FilesAsync(store, Life.Name, number, cancel)).FirstOrDefault(file => file.Format == format) is not { } file
            || await StoredReports.BytesAsync(store, file.Digest, cancel) is not { } bytes)
        {
            return NotFound();
        }

        if (!edition.IsIssued)
        {
            await PreReading.NoteAsync(store, Life.Name, number, format, Visit.Who, cancel);
        }

        return File(bytes, file.MediaType, file.Name);
    }
}

/// <summary>The draft as a file, marked as one.</summary>
public sealed class DraftFileModel(Store store, LivePapers papers) : ReportPage
{
    public override string Title => "The draft could not be made";

    public string Reason { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync([FromRoute] string format, CancellationToken cancel)
    {
        if (!await ShowAsync(cancel) || !Enum.TryParse<PaperFormat>(format, ignoreCase: true, out var wanted) || wanted is PaperFormat.Csv or PaperFormat.Json)
        {
            return NotFound();
        }

        if (Draft is null || Edition.IsIssued)
        {
            Reason = Draft is null ? DraftRefusal : "It is issued: read the edition, or begin a correction or a supplement.";
            return Page();
        }

        if (!Me.MayReadDraft(Edition))
        {
            Reason = Embargo.Shut;
            return Page();
        }

        var (paper, _, refusal) = await EditionMaking.PaperAsync(store, Draft, Life, Life.HeadAt(store.Clock.GetUtcNow().UtcDateTime), cancel);
        if (paper is null)
        {
            Reason = refusal;
            return Page();
        }

        (var file, Reason) = await papers.HandOutAsync(Now, Embargo.Marked(paper), wanted, cancel);
        return file ?? Page();
    }
}
