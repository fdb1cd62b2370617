using Outturn.Core.People;

namespace Outturn.Web.Access;

/// <summary>Who may open a page, and post to it.</summary>
/// <param name="Page">The page by its path in Pages.</param>
/// <param name="Anywhere">Roles that may for every service.</param>
/// <param name="OwnServices">Roles that may for their own services; of another's indicator they are told that there is none.</param>
/// <param name="Public">Whether nobody needs to have signed in.</param>
/// <param name="OfProposals">Whether its address may name an indicator that is proposed and not in the register yet.</param>
public sealed record Policy(string Page, IReadOnlyList<Role> Anywhere, IReadOnlyList<Role> OwnServices, bool Public = false, bool OfProposals = false)
{
    /// <param name="service">The service that it is about; null where it is about none, and the page shows what may be seen.</param>
    public bool Allows(Person person, string? service) =>
        person.Roles.Any(role => Anywhere.Contains(role) || (OwnServices.Contains(role) && (service is null || person.Has(service))));
}

/// <summary>The one table of who may do what. A page that stands in no row of it can be opened by nobody, and fails a test.</summary>
public static class Policies
{
    private static readonly Role[] Nobody = [];
    private static readonly Role[] Administrators = [Role.Administrator];
    private static readonly Role[] Analysts = [Role.Administrator, Role.Analyst];
    private static readonly Role[] Clerks = [Role.Administrator, Role.Analyst, Role.Clerk];
    private static readonly Role[] Readers = [Role.Administrator, Role.Analyst, Role.Clerk, Role.Releaser, Role.Member, Role.Reader];
    private static readonly Role[] Askers = [Role.Administrator, Role.Analyst, Role.Clerk, Role.Member];
    private static readonly Role[] Services = [Role.Contributor, Role.Approver, Role.Director, Role.CabinetMember];
    private static readonly Role[] Answerers = [Role.Contributor, Role.Approver, Role.Director];
    private static readonly Role[] Proposers = [Role.Contributor, Role.Approver, Role.Director];
    private static readonly Role[] Adopters = [Role.Administrator, Role.Analyst, Role.Releaser];
    private static readonly Role[] Signers = [Role.Director, Role.CabinetMember];
    private static readonly Role[] Submitters = [Role.Contributor];
    private static readonly Role[] Approvers = [Role.Approver];
    private static readonly Role[] Collectors = [Role.Contributor, Role.Approver];
    private static readonly Role[] Everybody = [.. Readers, .. Services];

    public static IReadOnlyList<Policy> All { get; } =
    [
        //  page                          for every service  for own services
        new("/Account/SignIn",            Nobody,            Nobody, Public: true),
        new("/Account/Code",              Nobody,            Nobody, Public: true),
        new("/Account/Start",             Nobody,            Nobody, Public: true),
        new("/Account/Authenticator",     Nobody,            Nobody, Public: true),
        new("/Account/SignOut",           Nobody,            Nobody, Public: true),
        new("/NotFound",                  Nobody,            Nobody, Public: true),
        new("/Fault",                     Nobody,            Nobody, Public: true),
        new("/Accessibility",             Nobody,            Nobody, Public: true),
        new("/Api/Figures",               Nobody,            Nobody, Public: true),
        new("/Account/Index",             Everybody,         Nobody),
        new("/Account/Resume",            Everybody,         Nobody),
        new("/Account/Mail",              Everybody,         Nobody),
        new("/Calendar/Collection",       Nobody,            Nobody, Public: true), // its address is the secret

        new("/Index",                     Readers,           Services),
        new("/Dashboards/Index",          Readers,           Services),
        new("/Dashboards/Committee",      Readers,           Services),
        new("/Dashboards/Download",       Readers,           Nobody),
        new("/Dashboards/Quarterly",      Readers,           Services),
        new("/Dashboards/QuarterlyPaper", Readers,           Nobody),
        new("/Indicators/Index",          Readers,           Services),
        new("/Indicators/Indicator",      Readers,           Services),
        new("/Indicators/Figure",         Readers,           Services),
        new("/Indicators/Evidence",       Analysts,          Services),
        new("/Indicators/Edit",           Analysts,          Nobody),
        new("/Indicators/Targets",        Analysts,          Nobody),

        new("/Collect/Index",             Analysts,          Services),
        new("/Collect/Enter",             Analysts,          Submitters),
        new("/Collect/Grid",              Analysts,          Submitters),
        new("/Collect/Upload",            Analysts,          Submitters),
        new("/Collect/Template",          Analysts,          Submitters),
        new("/Collect/Approve",           Analysts,          Approvers),
        new("/Collect/Round",             Analysts,          Collectors),

        new("/Questions/Index",           Readers,           Services),
        new("/Questions/Ask",             Askers,            Nobody),
        new("/Questions/Question",        Readers,           Services),
        new("/Questions/Assign",          Clerks,            Nobody),
        new("/Questions/Answer",          Analysts,          Answerers),

        new("/Review/Index",              Readers,           Services),
        new("/Review/Open",               Analysts,          Nobody),
        new("/Review/Service",            Readers,           Services),
        new("/Review/Agree",              Analysts,          Nobody),
        new("/Review/New",                Analysts,          Proposers),
        new("/Review/Workbook",           Analysts,          Proposers),
        new("/Review/Upload",             Analysts,          Proposers),
        new("/Review/Proposal",           Readers,           Services, OfProposals: true),
        new("/Review/Propose",            Analysts,          Proposers, OfProposals: true),
        new("/Review/Challenge",          Analysts,          Nobody, OfProposals: true),
        new("/Review/Comments",           Readers,           Services),
        new("/Review/Record",             Clerks,            Nobody),
        new("/Review/Reply",              Clerks,            Nobody),
        new("/Review/Adoption",           Readers,           Nobody),
        new("/Review/PutForward",         Analysts,          Nobody),
        new("/Review/Adopt",              Adopters,          Nobody),
        new("/Review/Paper",              Readers,           Nobody),
        new("/Review/Changes",            Readers,           Services),

        new("/Outcomes/Index",            Readers,           Nobody),
        new("/Outcomes/Outcome",          Readers,           Nobody),
        new("/Outcomes/Metric",           Readers,           Nobody),
        new("/Outcomes/Link",             Analysts,          Nobody),
        new("/Outcomes/Neighbours",       Readers,           Nobody),
        new("/Outcomes/Model",            Readers,           Nobody),
        new("/Outcomes/Groups",           Readers,           Nobody),
        new("/Outcomes/Group",            Analysts,          Nobody),
        new("/Outcomes/Paper",            Readers,           Nobody),
        new("/Outcomes/Coverage",         Readers,           Nobody),
        new("/Outcomes/Changes",          Readers,           Nobody),

        new("/Reports/Index",             Readers,           Services),
        new("/Reports/Report",            Readers,           Services),
        new("/Reports/Draft",             Readers,           Nobody),
        new("/Reports/File",              Readers,           Services),
        new("/Reports/Begin",             Analysts,          Nobody),
        new("/Reports/Texts",             Analysts,          Nobody),
        new("/Reports/Send",              Analysts,          Nobody),
        new("/Reports/Sign",              Analysts,          Signers),
        new("/Reports/Answer",            Analysts,          Nobody),
        new("/Reports/SignOff",           Analysts,          Nobody),
        new("/Reports/TakeBack",          Adopters,          Nobody),
        new("/Reports/Schedule",          Adopters,          Nobody),
        new("/Reports/Edition",           Analysts,          Nobody),
        new("/Reports/GiveUp",            Analysts,          Nobody),
        new("/Reports/Withdraw",          Adopters,          Nobody),
        new("/Reports/Readers",           Analysts,          Nobody),
        new("/Reports/Hour",              Administrators,    Nobody),

        new("/Admin/Index",               Clerks,            Nobody),
        new("/Admin/People",              Administrators,    Nobody),
        new("/Admin/Person",              Administrators,    Nobody),
        new("/Admin/Sessions",            Administrators,    Nobody),
        new("/Admin/Tokens",              Administrators,    Nobody),
        new("/Admin/Services",            Administrators,    Nobody),
        new("/Admin/Committees",          Clerks,            Nobody),
        new("/Admin/Settings",            Administrators,    Nobody),
        new("/Admin/House",               Administrators,    Nobody),
        new("/Admin/Signatures",          Clerks,            Nobody),
        new("/Admin/Blocks",              Analysts,          Nobody),
        new("/Admin/Audit",               Analysts,          Nobody),
        new("/Admin/Files",               Analysts,          Nobody),
        new("/Admin/Mail",                Analysts,          Nobody),
        new("/Admin/Message",             Analysts,          Nobody),
        new("/Admin/Subscribers",         Analysts,          Nobody),
        new("/Admin/Reminders",           Analysts,          Nobody),
    ];

    private static readonly Dictionary<string, Policy> ByPage = All.ToDictionary(policy => policy.Page, StringComparer.Ordinal);

    public static Policy? Of(string page) => ByPage.GetValueOrDefault(page);

    /// <summary>Whether a page that is about a service, or about none, would be shown to somebody.</summary>
    public static bool May(this Person? person, string page, string? service = null) => person is not null && Of(page)?.Allows(person, service) == true;
}
