using Microsoft.AspNetCore.Mvc.RazorPages;
using Outturn.Public.Site;

namespace Outturn.Public.Parts;

/// <summary>A page of the site: it shows one state of what has been issued, and works nothing out.</summary>
internal abstract class PublicPage : PageModel
{
    /// <summary>What is public, as this request is answered from.</summary>
    public PublicSite Now => HttpContext.Site();

    /// <summary>Its heading, and its name in the window.</summary>
    public abstract string Title { get; }

    /// <summary>The place of the navigation that it belongs to: an address.</summary>
    public virtual string Section => "";

    /// <summary>The way from home to it, itself left out.</summary>
    public virtual IReadOnlyList<(string Text, string Address)> Way => [];

    /// <summary>What a search engine says under its name.</summary>
    public virtual string? Description => null;
}
