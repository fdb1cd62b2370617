using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Outturn.App;
using Outturn.App.Collection;
using Outturn.App.Collection.Files;
using Outturn.App.Stores;
using Outturn.Core.Papers;
using Outturn.Core.People;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>A file of figures: looked at first, how every cell was read, then submitted whole or not at all.</summary>
public sealed class UploadModel(Store store, Uploads uploads) : StaffPage
{
    public static readonly (string Value, string Text)[] FractionChoices = [("", "As the file shows"), ("no", "94.2 means 94.2%"), ("yes", "0.942 means 94.2%")];

    public override string Title => Preview is null ? "Upload a file" : "Check what was read";

    public override string Section => "collect";

    public override (string Text, string Address)? Back => ("Worklist", "/collect" + QueryText.Of(("round", Round)));

    [BindProperty(SupportsGet = true)]
    public string? Round { get; set; }

    [BindProperty]
    public string? Upload { get; set; }

    [BindProperty]
    public string? Fractions { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public IReadOnlyList<Defect> Defects { get; private set; } = [];

    public Looked? Preview { get; private set; }

    public IActionResult OnGet() => Now.Register is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostLookAsync(IFormFile? file, CancellationToken cancel)
    {
        if (Now.Register is null)
        {
            return NotFound();
        }

        if (file is null or { Length: 0 })
        {
            Errors.Add("file", "Choose a file.");
            return Page();
        }

        var id = await uploads.KeepAsync(Me.Account, file, cancel);
        await LookAsync(id, uploads.Find(Me.Account, id)!, cancel);
        if (Preview is null)
        {
            uploads.Drop(id);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken cancel)
    {
        if (Now.Register is null)
        {
            return NotFound();
        }

        if (uploads.Find(Me.Account, Upload) is not { } path)
        {
            Errors.Add("file", "The file was looked at too long ago, or was taken already: choose it once more.");
            return Page();
        }

        await LookAsync(Upload!, path, cancel);
        foreach (var (code, _) in Preview?.Warnings.Where(warning => string.IsNullOrWhiteSpace(ReasonOf(warning.Code))) ?? [])
        {
            Errors.Add($"reason.{code}", "Say why it is right all the same, or correct the file.");
        }

        if (Preview is { OfRecord.Count: > 0 } && string.IsNullOrWhiteSpace(Why))
        {
            Errors.Add(nameof(Why), EnterModel.WhyMissing);
        }

        if (Preview is null || Errors.Any)
        {
            return Page();
        }

        switch (await RunAsync(path, looksOnly: false, cancel))
        {
            case UploadResult.Taken taken:
                uploads.Drop(Upload!);
                return GoTo(Back!.Value.Address, $"{Words.Capital(Words.Count(taken.Result.Changes.Count, "figure"))} submitted from {Path.GetFileName(path)}.");
            case UploadResult.Refused refused:
                Defects = refused.Defects;
                break;
        }

        return Page();
    }

    public string ReasonOf(string code) => Request.Form[$"reason.{code}"].ToString();

    private async Task LookAsync(string id, string path, CancellationToken cancel)
    {
        switch (await RunAsync(path, looksOnly: true, cancel))
        {
            case UploadResult.Taken taken:
                Defects = taken.ToLookAt;
                Preview = new Looked(
                    id, Path.GetFileName(path), taken.Count, taken.Result.Changes, taken.Result.OfRecord, taken.Result.Same, taken.Result.Kept, taken.Warnings,
                    [.. taken.Reading?.Columns.Select(column => column.ToString()).Concat(taken.Reading.Assumptions) ?? []],
                    [.. taken.Reading?.Count.NotUsed.Select(row => $"{row.Source}, row {row.Row}: {row.Text}") ?? []],
                    [.. taken.Reading?.Cells() ?? []]);
                break;
            case UploadResult.Refused refused:
                Defects = refused.Defects;
                Errors.Add("file", $"Nothing was taken from {Path.GetFileName(path)}: {Words.Count(refused.Defects.Count, "thing is", "things are")} wrong with it, listed below.");
                break;
        }
    }

    private Task<UploadResult> RunAsync(string path, bool looksOnly, CancellationToken cancel) => FigureUpload.RunAsync(
        store, Register, path, Visit.Who, string.IsNullOrWhiteSpace(Why) ? null : Why.Trim(), code => looksOnly ? null : ReasonOf(code), new FigureFileOptions(Fractions switch { "yes" => true, "no" => false, _ => null }),
        indicator => May("/Collect/Upload", indicator.Service.Name), looksOnly, cancel, keepsRecord: !Me.Is(Role.Administrator, Role.Analyst));

    /// <summary>A file that was looked at.</summary>
    /// <param name="OfRecord">Of the changes those of figures that came by no round.</param>
    public sealed record Looked(
        string Id, string FileName, string? Count, IReadOnlyList<string> Changes, IReadOnlyList<string> OfRecord, int Same, IReadOnlyList<string> Kept, IReadOnlyList<(string Code, IReadOnlyList<string> Sentences)> Warnings,
        IReadOnlyList<string> Columns, IReadOnlyList<string> NotUsed, IReadOnlyList<CellReading> Cells);
}
