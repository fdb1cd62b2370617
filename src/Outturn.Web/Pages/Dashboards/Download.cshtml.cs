using Microsoft.AspNetCore.Mvc;
using Outturn.Core.Dashboards;
using Outturn.Core.Release;
using Outturn.Reports;
using Outturn.Reports.Papers;
using Outturn.Web.Parts;
using Outturn.Web.Release;

namespace Outturn.Web.Pages;

/// <summary>The paper of a committee's dashboard as a file.</summary>
public sealed class DownloadModel(LivePapers papers, KnownThen then) : StaffPage
{
    public static readonly (string Format, string Text)[] Formats =
        [("docx", "Word"), ("pdf", "PDF"), ("html", "Web page"), ("xlsx", "Excel"), ("csv", "CSV"), ("json", "JSON")];

    /// <summary>In place of a format: the zip for the agenda system.</summary>
    public const string Package = "package";

    public override string Title => "The paper could not be made";

    public override string Section => "dashboards";

    public override (string Text, string Address)? Back => ("The dashboard", To is { Length: > 0 } to ? $"/dashboards/{RouteData.Values["committee"]}?to={Uri.EscapeDataString(to)}" : $"/dashboards/{RouteData.Values["committee"]}");

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public string Reason { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string committee, string format, CancellationToken cancel)
    {
        if (Now.Register is null || Register.Committee(committee) is not { } found || Addresses.Day(To) is not { } to || to > Now.Day
            || (format != Package && !Formats.Any(known => known.Format == format)))
        {
            return NotFound();
        }

        var period = ReportedDays.Covered(to).ToString();
        var days = RequestedPapers.EarlierDays(Register, null, found.Name, period, Now.Day);
        switch (RequestedPapers.Of(Register, null, found.Name, period, Now.Day, await then.ReadAsync(Now, days, cancel)))
        {
            case RequestedPapers.Made { Papers: [{ HouseName: { Name: null, Refusal: { } nameless } }] }:
                Reason = nameless;
                break;
            case RequestedPapers.Made { Papers: [var paper] }:
                var life = Now.OnItsWay(PaperSubject.Dashboard, found.Name, null, to);
                (var file, Reason) = format == Package
                    ? await papers.HandOutPackageAsync(Now, paper, life, Me, cancel)
                    : await papers.HandOutAsync(Now, paper, Enum.Parse<PaperFormat>(format, ignoreCase: true), life, Me, cancel);
                return file ?? Page();
            case RequestedPapers.Refused refused:
                Reason = refused.Reason;
                break;
        }

        return Page();
    }
}
