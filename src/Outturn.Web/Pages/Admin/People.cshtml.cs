using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>Everybody who signs in.</summary>
public sealed class PeopleModel : StaffPage
{
    public override string Title => "People and roles";

    public override string Section => "admin";

    public override (string Text, string Address)? Back => AdminPages.Back;
}
