using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Outturn.App;
using Outturn.App.Review.Workbook;
using Outturn.App.Stores;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>A workbook of proposals that came back: looked at first, then taken whole or not at all.</summary>
public sealed class UploadProposalsModel(Store store, Uploads uploads) : ReviewPage
{
    public override string Title => Preview is null ? $"{Service.Name}: upload proposals for {Year}" : "Check what was read";

    public override (string Text, string Address)? Back => ($"{Service.Name}, review for {Year}", Addresses.ServiceReview(Year, Service));

    public Service Service { get; private set; } = null!;

    public string Home => $"{Addresses.ServiceReview(Year, Service)}/upload";

    [BindProperty]
    public string? Upload { get; set; }

    public IReadOnlyList<Defect> Defects { get; private set; } = [];

    /// <summary>What a look found; null before one, and where it is refused.</summary>
    public ProposalFileResult.Read? Preview { get; private set; }

    public string FileName { get; private set; } = "";

    public IActionResult OnGet([FromRoute] string service) => Show(service) ? Page() : NotFound();

    public async Task<IActionResult> OnPostLookAsync([FromRoute] string service, IFormFile? file, CancellationToken cancel)
    {
        if (!Show(service))
        {
            return NotFound();
        }

        if (file is null or { Length: 0 })
        {
            Errors.Add("file", "Choose a file.");
            return Page();
        }

        Upload = await uploads.KeepAsync(Me.Account, file, cancel);
        Preview = await RunAsync(uploads.Find(Me.Account, Upload)!, looksOnly: true, cancel);
        if (Preview is null)
        {
            uploads.Drop(Upload);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync([FromRoute] string service, CancellationToken cancel)
    {
        if (!Show(service))
        {
            return NotFound();
        }

        if (uploads.Find(Me.Account, Upload) is not { } path)
        {
            Errors.Add("file", "The file was looked at too long ago, or was taken already: choose it once more.");
            return Page();
        }

        if (await RunAsync(path, looksOnly: false, cancel) is not { } taken)
        {
            return Page();
        }

        uploads.Drop(Upload!);
        return GoTo(Addresses.ServiceReview(Year, Service), $"{Words.Capital(Words.Count(taken.Proposed.Count, "proposal"))} taken from {FileName}.");
    }

    private bool Show(string service)
    {
        if (!ShowYear() || IsClosed || Register.Service(service) is not { } named)
        {
            return false;
        }

        Service = named;
        return true;
    }

    private async Task<ProposalFileResult.Read?> RunAsync(string path, bool looksOnly, CancellationToken cancel)
    {
        FileName = Path.GetFileName(path);
        switch (await ProposalImport.RunAsync(store, path, Visit.Who, MayPropose, new ProposalImportOptions(Year, looksOnly), cancel))
        {
            case ProposalFileResult.Read read:
                Defects = read.Warnings;
                return read;
            case ProposalFileResult.Refused refused:
                Defects = refused.Defects;
                Errors.Add("file", $"Nothing was taken from {FileName}: {Words.Count(refused.Defects.Count, "thing is", "things are")} wrong with it, listed below.");
                break;
        }

        return null;
    }
}
