using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Outturn.Core.Release;
using Outturn.Public.Parts;
using Outturn.Public.Site;

namespace Outturn.Public.Pages;

/// <summary>What is told where there is no page, or no longer one.</summary>
internal sealed class StatusModel : PublicPage
{
    public bool IsGone { get; private set; }

    /// <summary>The edition that took away what stood there, with its reason: a withdrawal, or a correction that left it out.</summary>
    public PublicEdition? Taken { get; private set; }

    public override string Title => !IsGone ? "Page not found" : Taken is { Kind: EditionKind.Correction } ? "No longer published" : "Withdrawn";

    public override IReadOnlyList<(string Text, string Address)> Way => [("Home", "/")];

    public IActionResult OnGet(int code)
    {
        var asked = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        Response.StatusCode = asked is null ? StatusCodes.Status404NotFound : code;
        IsGone = asked is not null && code == StatusCodes.Status410Gone;
        Taken = IsGone ? TakenBy(asked!.OriginalPath.Split('/')) : null;
        return Page();
    }

    private PublicEdition? TakenBy(string[] path) => path switch
    {
        [_, "files", var digest, ..] => Now.Files[digest].Select(pair => Now.Find(pair.Edition.Paper)!.TakenBackBy(pair.Edition)).FirstOrDefault(taken => taken is not null),
        [_, "indicators", var reference, ..] => Now.Gone.Indicator(Uri.UnescapeDataString(reference)),
        [_, "outcomes", { Length: > 0 } framework, ..] => Now.Gone.Framework(framework),
        [_, "outcomes", ..] => Now.Gone.LastFramework,
        _ => null,
    };
}
