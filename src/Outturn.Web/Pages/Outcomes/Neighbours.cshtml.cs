using Microsoft.AspNetCore.Mvc;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>Which councils ours is set beside, in which order, and who says so.</summary>
public sealed class NeighboursModel(LiveReference reference) : OutcomesPage(reference)
{
    public override string Title => "Similar councils";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel) ? Page() : NotFound();
}
