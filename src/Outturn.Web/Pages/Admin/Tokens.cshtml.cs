using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Outturn.App.Api;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>By which services' systems send figures: made, listed and taken back.</summary>
public sealed class TokensModel(ApiTokens tokens) : StaffPage
{
    private const int UsualDays = 365;

    public override string Title => "Tokens of services' systems";

    public override string Section => "admin";

    public override (string Text, string Address)? Back => AdminPages.Back;

    public IReadOnlyList<ApiToken> Known { get; private set; } = [];

    /// <summary>Shown once, right after it was made.</summary>
    public string? Secret { get; private set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string[] Chosen { get; set; } = [];

    [BindProperty]
    public string? Days { get; set; } = UsualDays.ToString(CultureInfo.InvariantCulture);

    public async Task OnGetAsync(CancellationToken cancel) => Known = await tokens.ListAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var services = Now.Register?.Services.Select(service => service.Name).Where(Chosen.Contains).ToList() ?? [];
        var (secret, refusal) = int.TryParse(Days?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            ? await tokens.MakeAsync(Name?.Trim() ?? "", services, days, Visit.Who, cancel)
            : (null, "Days: write a whole number.");
        if (secret is null)
        {
            Errors.Add(nameof(Name), refusal);
        }

        (Secret, Known) = (secret, await tokens.ListAsync(cancel));
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(string name, CancellationToken cancel) =>
        GoTo("/admin/tokens", await tokens.RevokeAsync(name, Visit.Who, cancel) ? $"{name} sends nothing any more." : "It was taken back already.");
}
