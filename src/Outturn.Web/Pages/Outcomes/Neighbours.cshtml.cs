using Microsoft.AspNetCore.Mvc;
using Outturn.Core.Neighbours;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>Which councils ours is set beside, in which order, who says so, and how the usual model sees them.</summary>
public sealed class NeighboursModel(LiveReference reference) : OutcomesPage(reference)
{
    public override string Title => "Similar councils";

    public override bool IsWide => true;

    /// <summary>Null where the model cannot be made, or has no place for our area.</summary>
    public ModelShown? Shown { get; private set; }

    /// <summary>Why it cannot.</summary>
    public string NoModel { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return NotFound();
        }

        if (HasArea && National!.Set is { } set)
        {
            (var model, NoModel) = await Reference.ModelAsync(set.Area, cancel);
            Shown = model is null || model.ValuesOf(set.Area).Count == 0 ? null : set.Kind == NeighbourSetKind.Computed ? ModelShown.Nearest(model, set.Area, set.Members.Count, National.Areas) : ModelShown.Of(model, set, National.Areas);
        }

        return Page();
    }
}
