using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Outturn.Public.Parts;

namespace Outturn.Public.Pages;

/// <summary>The outcomes of each framework: how far the council's own indicators cover them, and where the council stands.</summary>
internal sealed class OutcomesModel : PublicPage
{
    public override string Title => Now.Frameworks is [var only] ? only.Name : "Outcomes";

    public override string Section => "/outcomes";

    public override IReadOnlyList<(string Text, string Address)> Way => [("Home", "/")];

    public override string Description => "What the government watches in every council: each outcome with its metrics, the council's own indicators for them, and where the council stands among similar ones.";

    /// <param name="framework">The one that is asked for; without it, all.</param>
    public IActionResult OnGet(string? framework)
    {
        if (framework is null ? Now.Frameworks.Count > 0 : Now.Frameworks.Any(known => known.Slug == framework))
        {
            return framework is null ? Page() : Redirect("/outcomes");
        }

        return (framework is null ? Now.Gone.LastFramework : Now.Gone.Framework(framework)) is null ? NotFound() : StatusCode(StatusCodes.Status410Gone);
    }
}
