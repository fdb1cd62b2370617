using Microsoft.AspNetCore.Mvc;
using Outturn.Core.Periods;
using Outturn.Core.Release;
using Outturn.Reports;
using Outturn.Reports.Papers;
using Outturn.Web.Parts;
using Outturn.Web.Release;

namespace Outturn.Web.Pages;

/// <summary>A quarterly report as a file.</summary>
public sealed class QuarterlyPaperModel(LivePapers papers, KnownThen then) : StaffPage
{
    public override string Title => "The paper could not be made";

    public override string Section => "dashboards";

    public override (string Text, string Address)? Back => ("The report", $"/dashboards/quarterly/{RouteData.Values["report"]}{(To is { Length: > 0 } to ? $"?to={Uri.EscapeDataString(to)}" : "")}");

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public string Reason { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string report, string format, CancellationToken cancel)
    {
        if (Now.Register is null || Register.Quarterly(report) is not { } found || Addresses.Period(To, Frequency.Quarter) is not { } quarter || quarter.Last > Now.Day
            || !DownloadModel.Formats.Any(known => known.Format == format) || !Enum.TryParse<PaperFormat>(format, ignoreCase: true, out var wanted))
        {
            return NotFound();
        }

        var days = RequestedPapers.EarlierDays(Register, found.Name, null, quarter.ToString(), Now.Day);
        switch (RequestedPapers.Of(Register, found.Name, null, quarter.ToString(), Now.Day, await then.ReadAsync(Now, days, cancel)))
        {
            case RequestedPapers.Made { Papers: [var paper, ..] }:
                (var file, Reason) = await papers.HandOutAsync(Now, paper, wanted, Now.OnItsWay(PaperSubject.Dashboard, null, found.Name, quarter.Last), Me, cancel);
                return file ?? Page();
            case RequestedPapers.Refused refused:
                Reason = refused.Reason;
                break;
        }

        return Page();
    }
}
