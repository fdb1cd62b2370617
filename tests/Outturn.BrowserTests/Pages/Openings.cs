using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Outturn.BrowserTests.Accounts;
using Outturn.Web;

namespace Outturn.BrowserTests.Pages;

/// <summary>How every page is opened. One whose address holds nothing new needs no line here.</summary>
internal static class Openings
{
    private const string Page = "mvc.1.0.razor-page";

    /// <summary>What stands in an address for each part of it that is a value.</summary>
    private static readonly Dictionary<string, string> Values = new(StringComparer.OrdinalIgnoreCase)
    {
        ["reference"] = "CS04a",
        ["period"] = "2020-03-31",
        ["committee"] = "policy-and-resources",
        ["number"] = "1",
        ["account"] = "finance",
        ["year"] = "2020-21",
        ["service"] = "contact-centre",
        ["name"] = "policy-and-resources-2019-20",
        ["signer"] = "director",
    };

    /// <summary>Pages that something has to be done for, and pages that show more than one thing.</summary>
    public static IReadOnlyList<Opening> Special { get; } =
    [
        new("/Collect/Enter", "one figure", "/collect/enter/CS04a/2020-04-30"),
        new("/Collect/Enter", "what is typed is checked", async (_, window) =>
        {
            await window.GoToAsync("/collect/enter/CS04a/2020-04-30");
            await window.FillAsync("Daytime calls answered by an adviser", "20000");
            await window.FillAsync("Daytime calls received", "40000");
            await window.SendAsync("Check your answers");
        }),
        new("/Collect/Enter", "what is typed is no number", async (_, window) =>
        {
            await window.GoToAsync("/collect/enter/CS04a/2020-04-30");
            await window.FillAsync("Daytime calls answered by an adviser", "many");
            await window.SendAsync("Check your answers");
        }),
        new("/Dashboards/Quarterly", "the last quarter", "/dashboards/quarterly/quarterly-report"),
        new("/Dashboards/Quarterly", "with nothing before it", "/dashboards/quarterly/quarterly-report?to=2018-06-30"),
        new("/Indicators/Edit", "one that is added", "/indicators/edit"),
        new("/Indicators/Edit", "one that is there", "/indicators/edit/CS04a"),
        new("/Indicators/Figure", "a figure that waits to be approved", "/indicators/CS04b/2020-04-30"),
        new("/Indicators/Figure", "a figure of the year before", "/indicators/CS04a/2020-03-31"),
        new("/Outcomes/Index", "", "/outcomes"),
        new("/Outcomes/Index", "beside another set", "/outcomes?set=ONS%20global"),
        new("/Outcomes/Outcome", "metrics with figures", "/outcomes/14"),
        new("/Outcomes/Outcome", "no metrics", "/outcomes/1"),
        new("/Outcomes/Metric", "among its neighbours", "/outcomes/metrics/LOF-14-01"),
        new("/Outcomes/Metric", "without figures", "/outcomes/metrics/LOF-02-01"),
        new("/Outcomes/Link", "nothing is said", async (_, window) =>
        {
            await window.GoToAsync("/outcomes/metrics/LOF-14-01");
            await window.Page.GetByText("Say how an indicator stands to it").ClickAsync();
            await window.SendAsync("Keep it");
        }),
        new("/Outcomes/Changes", "one edition alone", "/outcomes/changes"),
        new("/Outcomes/Neighbours", "", "/outcomes/neighbours"),
        new("/Review/Index", "the newest", "/review"),
        new("/Review/Index", "of a year", "/review/2020-21"),
        new("/Review/Open", "one that is not open yet", "/review/open"),
        new("/Review/Open", "other meetings", "/review/open?year=2020/21"),
        new("/Review/Open", "a day that is none", async (_, window) =>
        {
            await window.GoToAsync("/review/open");
            await window.FillAsync("Or another day", "soon");
            await window.SendAsync("Open it");
        }),
        new("/Review/Proposal", "a KPI", "/review/2020-21/proposals/CS04a"),
        new("/Review/Proposal", "an activity indicator", "/review/2020-21/proposals/CS08"),
        new("/Review/Propose", "levels are tried out", async (_, window) =>
        {
            await ChangeAsync(window);
            await window.FillAsync("Floor standard", "94");
            await window.SendAsync("What would these levels have meant?");
        }),
        new("/Review/Propose", "without a rationale, and a level that is no number", async (_, window) =>
        {
            await ChangeAsync(window);
            await window.FillAsync("Rationale", "");
            await window.FillAsync("Target", "many");
            await window.SendAsync("Save");
        }),
        new("/Review/New", "nothing is typed", "/review/2020-21/services/contact-centre/new"),
        new("/Review/New", "everything is missing", async (_, window) =>
        {
            await window.GoToAsync("/review/2020-21/services/contact-centre/new");
            await window.SendAsync("Propose it");
        }),
        new("/Review/Upload", "before a file is chosen", "/review/2020-21/services/contact-centre/upload"),
        new("/Review/Upload", "what was read is checked", async (_, window) =>
        {
            await window.GoToAsync("/review/2020-21/services/contact-centre/upload");
            await window.Page.GetByLabel("File", new Microsoft.Playwright.PageGetByLabelOptions { Exact = true }).SetInputFilesAsync(new Microsoft.Playwright.FilePayload
            {
                Name = "proposals.csv", MimeType = "text/csv", Buffer = "ref,year,decision,target,floor,rationale\nCS01,2020/21,amend,98,90,The year was above target.\n"u8.ToArray(),
            });
            await window.SendAsync("Look at it");
            await window.ReadAsync("Propose it");
        }),
        new("/Review/Reply", "", async (_, window) =>
        {
            await window.GoToAsync("/review/2020-21/comments/1/reply");
            await window.SendAsync("Reply");
        }),
        new("/Review/Changes", "to the year that is reviewed", "/review/changes"),
        new("/Review/Changes", "years the wrong way round", "/review/changes?from=2020/21&to=2019/20"),
        new("/Account/SignIn", "", "/account/sign-in"),
        new("/Account/SignIn", "a form waits to be sent", "/account/sign-in?to=/account/resume"),
        new("/Account/SignIn", "the password is wrong", async (council, window) =>
        {
            council.ForgetFailures("nobody");
            await Colleague.EnterPasswordAsync(window, "nobody", "wrong");
        }),
        new("/Account/Code", "", (council, window) => Colleague.EnterPasswordAsync(window, council.Administrator.Account, Colleague.Password)),
        new("/Account/Code", "the code is wrong", async (council, window) =>
        {
            council.ForgetFailures(council.Administrator.Account);
            await Colleague.EnterPasswordAsync(window, council.Administrator.Account, Colleague.Password);
            await Colleague.EnterCodeAsync(window, "none");
        }),
        new("/Account/Start", "an invitation", async (council, window) => await window.GoToAsync(await council.InviteAsync("reader"))),
        new("/Account/Start", "a password that is too short", async (council, window) =>
        {
            await window.GoToAsync(await council.InviteAsync("reader"));
            await Colleague.ChoosePasswordAsync(window, "short");
        }),
        new("/Account/Start", "a link that was used", "/account/start/used"),
        new("/Account/Authenticator", "a key", async (council, window) =>
        {
            await window.GoToAsync(await council.InviteAsync("reader"));
            await Colleague.ChoosePasswordAsync(window, Colleague.Password);
        }),
        new("/Account/Index", "", "/account"),
        new("/Account/Index", "the password is wrong", async (council, window) =>
        {
            council.ForgetFailures(council.Administrator.Account);
            await window.GoToAsync("/account");
            await window.FillAsync("Password now", "wrong");
            await window.SendAsync("Change password");
        }),
        new("/Account/Mail", "", "/account/mail"),
        new("/Account/Mail", "an address that is none", async (_, window) =>
        {
            await window.GoToAsync("/account/mail");
            await window.FillAsync("E-mail address", "nobody");
            await window.SendAsync("Keep");
        }),
        new("/Admin/Mail", "", "/admin/mail"),
        new("/Admin/Tokens", "", "/admin/tokens"),
        new("/Reports/Report", "in review", "/reports/policy-and-resources-2019-20"),
        new("/Reports/Report", "issued", "/reports/policy-and-resources-nov-2019"),
        new("/Reports/Texts", "too much is written", async (_, window) =>
        {
            await window.GoToAsync("/reports/policy-and-resources-2019-20/texts");
            await window.FillAsync("Under the heading Property", new string('x', 20_001));
            await window.SendAsync("Keep");
            await window.Page.GetByText("is the most").First.WaitForAsync();
        }),
        new("/Admin/Mail", "nothing is like that", "/admin/mail?state=3"),
        new("/Admin/Message", "one that waits", (_, window) => OpenMessageAsync(window)),
        new("/Admin/Message", "a decision without its tick", async (_, window) =>
        {
            await OpenMessageAsync(window);
            await window.SendAsync("Cancel it");
        }),
        new("/Admin/Subscribers", "everything is missing", async (_, window) =>
        {
            await window.GoToAsync("/admin/mail/subscribers");
            await window.SendAsync("Add them");
        }),
        new("/Admin/Subscribers", "", "/admin/mail/subscribers"),
        new("/Admin/Reminders", "", "/admin/mail/reminders"),
        new("/Account/Resume", "", "/account/resume"),
        new("/Account/Resume", "a form waits to be sent", async (council, window) =>
        {
            await window.GoToAsync("/questions/ask/CS04a");
            await window.FillAsync("Your question", "Why so few?");
            using (council.Later(Outturn.App.People.Sessions.LongestIdle + TimeSpan.FromMinutes(1)))
            {
                await window.SendAsync("Ask it");
            }

            await window.KeepSessionAsync(await council.BeginSessionAsync(council.Administrator.Account), council.Address);
            await window.GoToAsync("/account/resume");
            await window.ReadAsync("Nothing is lost");
        }),
    ];

    /// <summary>Pages that hand out a file, and an address of each.</summary>
    public static IReadOnlyDictionary<string, string> Files => new Dictionary<string, string>
    {
        ["/Api/Figures"] = "/api/v1/figures",
        ["/Dashboards/Download"] = "/dashboards/policy-and-resources/download/csv?to=2020-03-31",
        ["/Dashboards/QuarterlyPaper"] = "/dashboards/quarterly/quarterly-report/download/csv?to=2020-03-31",
        ["/Outcomes/Coverage"] = "/outcomes/coverage",
        ["/Outcomes/Paper"] = "/outcomes/paper/html",
        ["/Reports/Draft"] = "/reports/policy-and-resources-2019-20/draft/html",
        ["/Reports/File"] = "/reports/policy-and-resources-nov-2019/files/1/json",
        ["/Review/Paper"] = "/review/2020-21/paper/policy-and-resources/docx",
        ["/Review/Workbook"] = "/review/2020-21/services/contact-centre/workbook",
        ["/Calendar/Collection"] = $"/calendar/{ExampleStore.CalendarCode}/collection.ics",
        ["/Indicators/Evidence"] = $"/indicators/CS04b/2020-04-30/evidence/{ExampleStore.EvidenceDigest}",
    };

    /// <summary>The name of every page that was compiled.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        .. typeof(StaffHost).Assembly.GetCustomAttributes(typeof(RazorCompiledItemAttribute), inherit: false).Cast<RazorCompiledItemAttribute>()
            .Where(item => item.Kind == Page)
            .Select(item => item.Identifier["/Pages".Length..^".cshtml".Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Opens the form of a proposal that was made already.</summary>
    private static async Task ChangeAsync(Window window)
    {
        await window.GoToAsync("/review/2020-21/proposals/CS04a");
        await window.Page.GetByText("Change the proposal", new Microsoft.Playwright.PageGetByTextOptions { Exact = true }).ClickAsync();
    }

    private static async Task OpenMessageAsync(Window window)
    {
        await window.GoToAsync("/admin/mail");
        await window.NextAsync(() => window.Page.GetByText("A test from").First.ClickAsync());
    }

    public static PageEndpoint Endpoint(Council council, string page) =>
        PageEndpoint.All(council.Services.GetRequiredService<EndpointDataSource>()).Single(endpoint => endpoint.Name == page);

    /// <summary>Each way to a page.</summary>
    public static IReadOnlyList<Opening> Of(PageEndpoint page) =>
        Special.Where(opening => opening.Page == page.Name).ToList() is { Count: > 0 } special ? special : [new Opening(page.Name, "", page.Address(Values))];
}
