using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Outturn.App.Import;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Papers;
using Outturn.Reports;
using Outturn.Reports.Papers;
using Outturn.Reports.Word;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>The form of papers: the house's Word template with its styles, the logo, file names.</summary>
public sealed class HouseModel(Store store) : RegisterPage(store)
{
    public override string Title => "Form of papers";

    public override string Section => "admin";

    public override (string Text, string Address)? Back => AdminPages.Back;

    [BindProperty]
    public string? LogoText { get; set; }

    [BindProperty]
    public string? FileNames { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    /// <summary>What is to be said of the template that is kept.</summary>
    public IReadOnlyList<TemplateFinding> Findings { get; private set; } = [];

    /// <summary>The file name of a paper of the council's; null where it has none yet.</summary>
    public string? Example => Register.Committees.Count == 0 ? null : RequestedPapers.Of(Register, null, Register.Committees[0].Name, null, Now.Day) switch
    {
        RequestedPapers.Made { Papers: [{ HouseName: { Name: null, Refusal: { } nameless } }, ..] } => nameless,
        RequestedPapers.Made { Papers: [var paper, ..] } => paper.FileName(PaperFormat.Docx),
        RequestedPapers.Refused refused => refused.Reason,
        _ => null,
    };

    public string? StyleOf(PaperStyle style) => Request.HasFormContentType ? Request.Form[$"style.{style.Name()}"].ToString() : Register.House.Styles.FirstOrDefault(choice => choice.Style == style)?.Name;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Now.Register is not null)
        {
            (LogoText, FileNames, Contact) = (Register.House.Logo?.Text ?? Register.Council.Name, Register.House.FileNames, Register.House.Contact);
            Findings = await CouncilSource.TemplateAsync(Store, cancel) is { } bytes ? TemplateReview.Of(bytes, Register.House.Styles) : [];
        }
    }

    public IActionResult OnGetLogo() => Now.Register?.House.Logo is { } logo ? File(logo.Bytes, logo.ContentType) : NotFound();

    public async Task<IActionResult> OnPostAsync(IFormFile? template, string? ours, IFormFile? logo, string? none, CancellationToken cancel)
    {
        if (Now.Register is null)
        {
            return NotFound();
        }

        if (!string.IsNullOrWhiteSpace(FileNames) && FileNamePattern.Read(FileNames.Trim(), out var refusal) is null)
        {
            Errors.Add(nameof(FileNames), refusal);
        }

        List<StyleChoice> styles = [.. PaperStyles.All.Select(style => new StyleChoice(style, Request.Form[$"style.{style.Name()}"].ToString().Trim())).Where(choice => choice.Name.Length > 0)];
        var sent = await BytesAsync(template, WordTemplate.MostBytes, cancel);
        if (ours != "yes" && (sent ?? await CouncilSource.TemplateAsync(Store, cancel)) is { } used && WordTemplate.Read(used, styles) is TemplateResult.Refused refused)
        {
            Errors.Add(sent is null ? "styles" : "template", refused.Reason);
        }

        var shown = await LogoAsync(logo, cancel);
        return await KeepAsync("form of papers", "/admin/house", register => new RegisterDraft(
            register with
            {
                Council = register.Council with { Template = ours == "yes" ? null : sent is not null ? Uploads.NameOf(template!) : register.Council.Template },
                House = register.House with
                {
                    Styles = styles,
                    Logo = none == "yes" ? null : shown ?? (register.House.Logo is { } kept && !string.IsNullOrWhiteSpace(LogoText) ? kept with { Text = LogoText.Trim() } : register.House.Logo),
                    FileNames = string.IsNullOrWhiteSpace(FileNames) ? null : FileNames.Trim(),
                    Contact = string.IsNullOrWhiteSpace(Contact) ? null : Contact.Trim(),
                },
            }, [], ours == "yes" ? null : sent), cancel);
    }

    private async Task<Logo?> LogoAsync(IFormFile? file, CancellationToken cancel)
    {
        if (await BytesAsync(file, PictureFile.MostBytes, cancel) is not { } bytes)
        {
            return null;
        }

        if (PictureFile.Read(bytes, Uploads.NameOf(file!), LogoText, out var refusal) is { } logo)
        {
            return logo;
        }

        Errors.Add("logo", refusal);
        return null;
    }

    /// <summary>What was sent, or null for nothing; of a file that is too large one byte more than may be.</summary>
    private static async Task<byte[]?> BytesAsync(IFormFile? file, int most, CancellationToken cancel)
    {
        if (file is null or { Length: 0 })
        {
            return null;
        }

        if (file.Length > most)
        {
            return new byte[most + 1];
        }

        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, cancel);
        return memory.ToArray();
    }
}
