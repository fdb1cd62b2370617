using Microsoft.AspNetCore.Mvc;
using Outturn.Core.Release;
using Outturn.Reports;
using Outturn.Reports.Papers;
using Outturn.Web.Parts;
using Outturn.Web.Release;

namespace Outturn.Web.Pages;

/// <summary>The paper that maps the framework to the council's indicators, as a file.</summary>
public sealed class OutcomesPaperModel(LiveReference reference, LivePapers papers) : OutcomesPage(reference)
{
    public override string Title => "The paper could not be made";

    public string Reason { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string format, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel) || !ReviewPaperModel.Formats.Any(known => known.Format == format) || !Enum.TryParse<PaperFormat>(format, ignoreCase: true, out var wanted))
        {
            return NotFound();
        }

        var paper = OutcomesPaper.Of(Coverage, Register, null, null, Now.Day, National!.Published);
        (var file, Reason) = await papers.HandOutAsync(Now, paper, wanted, Now.OnItsWay(PaperSubject.Outcomes, null, National.Framework.Title), Me, cancel);
        return file ?? Page();
    }
}
