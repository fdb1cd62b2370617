using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Outturn.App;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Papers;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>The register and its figures as files, in and out.</summary>
public sealed class FilesModel(Store store, Uploads uploads) : StaffPage
{
    public override string Title => Preview is null ? "Import and export" : "Check what was read";

    public override string Section => "admin";

    public override (string Text, string Address)? Back => AdminPages.Back;

    [BindProperty]
    public string? Upload { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public IReadOnlyList<Defect> Defects { get; private set; } = [];

    public Looked? Preview { get; private set; }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancel)
    {
        if (await CouncilSource.ReadAsync(store, null, cancel) is not FolderResult.Read read)
        {
            return NotFound();
        }

        var (zip, defects) = FolderZip.Pack(read);
        if (zip is null)
        {
            Defects = defects;
            return Page();
        }

        return File(zip, "application/zip", $"{TextPlace.Slug(read.Register.Council.Name)}-{Now.Day.Address()}.zip");
    }

    public async Task<IActionResult> OnPostLookAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is null or { Length: 0 })
        {
            Errors.Add("file", "Choose a zip.");
            return Page();
        }

        var id = await uploads.KeepAsync(Me.Account, file, cancel);
        await RunAsync(id, looksOnly: true, cancel);
        if (Preview is null)
        {
            uploads.Drop(id);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken cancel)
    {
        if (uploads.Find(Me.Account, Upload) is null)
        {
            Errors.Add("file", "The folder was looked at too long ago, or was taken already: choose it once more.");
            return Page();
        }

        await RunAsync(Upload!, looksOnly: true, cancel);
        if (string.IsNullOrWhiteSpace(Why) && Now.Register is not null)
        {
            Errors.Add(nameof(Why), "Say why: the audit trail keeps it beside what you change.");
        }

        if (Preview is null || Errors.Any)
        {
            return Page();
        }

        if (await RunAsync(Upload!, looksOnly: false, cancel) is { } compared)
        {
            uploads.Drop(Upload!);
            return GoTo("/admin/files", $"Imported: {compared.Count(FactChangeKind.New)} new and {compared.Count(FactChangeKind.Changed)} changed.");
        }

        return Page();
    }

    private async Task<RegisterImportResult.Compared?> RunAsync(string id, bool looksOnly, CancellationToken cancel)
    {
        var zip = uploads.Find(Me.Account, id)!;
        var folder = Directory.CreateTempSubdirectory("outturn-import-");
        try
        {
            if (FolderZip.Unpack(zip, folder.FullName) is { } refusal)
            {
                Errors.Add("file", refusal);
                return null;
            }

            switch (CouncilFolder.Read(folder.FullName))
            {
                case FolderResult.Refused refused:
                    Refuse(refused.Defects);
                    return null;
                case FolderResult.Read read:
                    Defects = [.. read.Warnings, .. RegisterChecks.Run(read.Register, read.Rows).Where(finding => finding.Severity != Severity.Note)];
                    switch (await RegisterImport.RunAsync(store, read, read.Template, new Act(Visit.Who, "import", Path.GetFileName(zip), string.IsNullOrWhiteSpace(Why) ? null : Why.Trim()), new ImportOptions(looksOnly), cancel))
                    {
                        case RegisterImportResult.Refused refused:
                            Refuse(refused.Defects);
                            return null;
                        case RegisterImportResult.Compared compared:
                            Preview = new Looked(
                                id, compared.Count(FactChangeKind.New), compared.Count(FactChangeKind.Changed), compared.Same, compared.Count(FactChangeKind.Missing),
                                [.. compared.Changes.Where(change => change.Kind != FactChangeKind.Missing).Select(change => change.ToString())]);
                            return compared;
                    }

                    return null;
                default:
                    return null;
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void Refuse(IReadOnlyList<Defect> defects)
    {
        Defects = defects;
        Errors.Add("file", $"Nothing was taken: {Words.Count(defects.Count, "thing is", "things are")} wrong, listed below.");
    }

    /// <summary>A folder that was looked at.</summary>
    public sealed record Looked(string Id, int New, int Changed, int Same, int Missing, IReadOnlyList<string> Changes);
}
