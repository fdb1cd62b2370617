using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>The outcomes of the framework, each with its coverage and where the council stands.</summary>
public sealed class OutcomesModel(LiveReference reference) : OutcomesPage(reference)
{
    public override string Title => "Outcomes";

    public override (string Text, string Address)? Back => null;

    public async Task OnGetAsync(CancellationToken cancel) => await ReadAsync(cancel);
}
