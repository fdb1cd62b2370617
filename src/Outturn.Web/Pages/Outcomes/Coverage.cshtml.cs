using Microsoft.AspNetCore.Mvc;
using Outturn.Reports;
using Outturn.Reports.Papers;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>What the council's indicators cover of the framework, as a workbook.</summary>
public sealed class CoverageModel(LiveReference reference, LivePapers papers) : OutcomesPage(reference)
{
    public override string Title => "The workbook could not be made";

    public string Reason { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return NotFound();
        }

        (var file, Reason) = await papers.HandOutAsync(Now, CoverageWorkbook.Of(Coverage, Register, Now.Day, National!.Published), PaperFormat.Xlsx, cancel);
        return file ?? Page();
    }
}
