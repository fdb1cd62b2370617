using Microsoft.AspNetCore.Mvc;
using Outturn.Core.Outcomes;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>One outcome: its metrics, what the council has for each, and what is published.</summary>
public sealed class OutcomeModel(LiveReference reference) : OutcomesPage(reference)
{
    public override string Title => $"{Shown.Outcome.Number}. {Shown.Outcome.Name}";

    public override bool IsWide => true;

    public OutcomeCoverage Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel) || Coverage.Outcomes.FirstOrDefault(outcome => outcome.Outcome.Number == number) is not { } found)
        {
            return NotFound();
        }

        Shown = found;
        return Page();
    }
}
