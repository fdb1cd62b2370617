using Microsoft.AspNetCore.Mvc;
using Outturn.Public.Parts;
using Outturn.Public.Site;

namespace Outturn.Public.Pages;

/// <summary>All editions, or those that changed what was published.</summary>
internal sealed class ReleasesModel : PublicPage
{
    public const string Changes = "changes";

    public static readonly (string Kind, string Text)[] Kinds = [("", "All"), (Changes, "Corrections, supplements, withdrawals and changed figures")];

    private const int PerPage = 30;

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Asked { get; set; }

    [BindProperty(SupportsGet = true, Name = "page")]
    public int Number { get; set; } = 1;

    public string Kind => Asked == Changes ? Changes : "";

    public override string Title => "Releases";

    public override string Section => "/releases";

    public override IReadOnlyList<(string Text, string Address)> Way => [("Home", "/")];

    public ListPage<PublicEdition> List { get; private set; } = null!;

    public void OnGet() => List = ListPage<PublicEdition>.Of([.. Now.Editions.Where(edition => Kind.Length == 0 || edition.IsChange)], Number, PerPage, Request);
}
