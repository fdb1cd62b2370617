using Microsoft.AspNetCore.Mvc;
using Outturn.Public.Parts;
using Outturn.Public.Site;

namespace Outturn.Public.Pages;

/// <summary>Whether a paper is one that was issued, by its SHA-256.</summary>
internal sealed class VerifyModel : PublicPage
{
    private const int Length = 64;

    [BindProperty(SupportsGet = true)]
    public string? Sha256 { get; set; }

    public override string Title => "Check a paper";

    public override IReadOnlyList<(string Text, string Address)> Way => [("Home", "/")];

    public string? Error { get; private set; }

    public bool Checked { get; private set; }

    public IReadOnlyList<(PublicEdition Edition, PublicEditionFile File)> Found { get; private set; } = [];

    /// <summary>What took an edition's place, or took its report back.</summary>
    public PublicEdition? After(PublicEdition edition) => edition.State == PublicState.Current ? null : Now.Find(edition.Paper)!.Editions.LastOrDefault(other => other.Number > edition.Number);

    public void OnGet()
    {
        if (string.IsNullOrWhiteSpace(Sha256))
        {
            return;
        }

        var digest = string.Concat(Sha256.Where(c => !char.IsWhiteSpace(c) && c is not (':' or '-'))).ToLowerInvariant();
        if (digest.Length != Length || !digest.All(char.IsAsciiHexDigit))
        {
            Error = $"A SHA-256 has {Length} characters, each 0 to 9 or a to f; this has {digest.Length}{(digest.All(char.IsAsciiHexDigit) ? "" : ", and others among them")}.";
            return;
        }

        (Checked, Found) = (true, [.. Now.Files[digest]]);
    }
}
