using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Outturn.Public.Parts;
using Outturn.Public.Site;

namespace Outturn.Public.Pages;

/// <summary>What is told where there is no page, or no longer one.</summary>
internal sealed class StatusModel : PublicPage
{
    public bool IsGone { get; private set; }

    /// <summary>The withdrawal of the report that a file was of.</summary>
    public PublicEdition? Withdrawal { get; private set; }

    public override string Title => IsGone ? "Withdrawn" : "Page not found";

    public override IReadOnlyList<(string Text, string Address)> Way => [("Home", "/")];

    public IActionResult OnGet(int code)
    {
        var asked = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        Response.StatusCode = asked is null ? StatusCodes.Status404NotFound : code;
        IsGone = asked is not null && code == StatusCodes.Status410Gone;
        if (IsGone && asked!.OriginalPath.Split('/') is [_, "files", var digest, ..])
        {
            Withdrawal = Now.Files[digest].Select(pair => Now.Find(pair.Edition.Paper)!.Editions.LastOrDefault(edition => edition.Kind == Core.Release.EditionKind.Withdrawal)).FirstOrDefault(taken => taken is not null);
        }

        return Page();
    }
}
