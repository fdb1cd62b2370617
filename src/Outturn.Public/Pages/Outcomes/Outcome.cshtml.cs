using Microsoft.AspNetCore.Mvc;
using Outturn.Reports.Issued;

namespace Outturn.Public.Pages;

/// <summary>One outcome: its metrics, what the council counts of each, and what is published.</summary>
internal sealed class OutcomeModel : OutcomePage
{
    public IssuedOutcome Found { get; private set; } = null!;

    public override string Title => $"{Found.Number}. {Found.Name}";

    public override string? Description => Found.Ambition;

    public IActionResult OnGet(string framework, int number)
    {
        if (!Find(framework) || Framework.Outcome(number) is not { } found)
        {
            return Missing(framework);
        }

        Found = found;
        return Page();
    }
}
