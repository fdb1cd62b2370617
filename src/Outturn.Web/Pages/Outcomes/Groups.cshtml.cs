using Microsoft.AspNetCore.Mvc;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>The groups of similar councils that the council has chosen itself.</summary>
public sealed class GroupsModel(LiveReference reference) : OutcomesPage(reference)
{
    public override string Title => "Our own groups";

    public override (string Text, string Address)? Back => ("Similar councils", "/outcomes/neighbours");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel) ? Page() : NotFound();
}
