using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Outturn.Public.Parts;
using Outturn.Public.Site;

namespace Outturn.Public.Pages;

/// <summary>A page on a part of a framework.</summary>
internal abstract class OutcomePage : PublicPage
{
    public PublicFramework Framework { get; private set; } = null!;

    public override string Section => "/outcomes";

    public override IReadOnlyList<(string Text, string Address)> Way => [("Home", "/"), ("Outcomes", "/outcomes")];

    /// <summary>Whether there is a framework at that address.</summary>
    protected bool Find(string framework)
    {
        if (Now.Frameworks.FirstOrDefault(known => known.Slug == framework) is not { } found)
        {
            return false;
        }

        Framework = found;
        return true;
    }

    /// <summary>What is answered where nothing stands: gone, where a mapping was withdrawn that had it.</summary>
    protected IActionResult Missing(string framework) => Framework is null && Now.Gone.Framework(framework) is not null ? StatusCode(StatusCodes.Status410Gone) : NotFound();
}
