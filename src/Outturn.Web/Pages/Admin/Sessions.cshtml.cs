using Microsoft.AspNetCore.Mvc;
using Outturn.App.People;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>Who is signed in now.</summary>
public sealed class SessionsModel(Sessions sessions) : StaffPage
{
    public override string Title => "Sessions";

    public override string Section => "admin";

    public override (string Text, string Address)? Back => AdminPages.Back;

    public OpenSessions Open { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Open = new OpenSessions(await sessions.ListAsync(null, cancel), Visit.SessionKey!, ShowsAccount: true);

    public async Task<IActionResult> OnPostRevokeAsync(string account, string digest, CancellationToken cancel) =>
        GoTo("/admin/sessions", await sessions.RevokeAsync(account, digest, Visit.SessionKey, Visit.Who, cancel) == 0 ? "It had ended already." : $"The session of {account} is ended.");
}
