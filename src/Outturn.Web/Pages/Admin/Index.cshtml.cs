using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>What is kept beside figures and indicators.</summary>
public sealed class AdminModel : StaffPage
{
    public static readonly (string Address, string Page, string Name, string What)[] Places =
    [
        ("/admin/people", "/Admin/People", "People and roles", "Who signs in, what they may do, and for which services."),
        ("/admin/sessions", "/Admin/Sessions", "Sessions", "Who is signed in now, and ending that."),
        ("/admin/tokens", "/Admin/Tokens", "Tokens of services' systems", "Which systems may send figures by the API, and for which services."),
        ("/admin/services", "/Admin/Services", "Services and posts", "Who answers for what: services, their directors and cabinet members, and the posts."),
        ("/admin/committees", "/Admin/Committees", "Committees and meetings", "Who reads the papers, and when they meet."),
        ("/admin/settings", "/Admin/Settings", "Settings", "The council's name and colour, and the rules in force."),
        ("/admin/house", "/Admin/House", "Form of papers", "The house's Word template and its styles, the logo, file names."),
        ("/admin/signatures", "/Admin/Signatures", "Signatures", "Who signs which papers."),
        ("/admin/blocks", "/Admin/Blocks", "Text blocks", "Legal, financial, equality and other implications: which papers carry them, and in which words."),
        ("/admin/mail", "/Admin/Mail", "Mail", "What was sent and what waits, who subscribes to notices, and when people are reminded."),
        ("/admin/audit", "/Admin/Audit", "Audit trail", "Everything that was changed: what, by whom, when and why."),
        ("/admin/files", "/Admin/Files", "Import and export", "The register and its figures as files, in and out."),
    ];

    public override string Title => "Administration";

    public override string Section => "admin";
}

/// <summary>A page of the administration.</summary>
public static class AdminPages
{
    public static readonly (string Text, string Address) Back = ("Administration", "/admin");
}
