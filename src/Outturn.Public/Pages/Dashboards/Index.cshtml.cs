using Outturn.Public.Parts;
using Outturn.Public.Site;

namespace Outturn.Public.Pages;

internal sealed class DashboardsModel : PublicPage
{
    public override string Title => "Dashboards";

    public override string Section => "/dashboards";

    public override IReadOnlyList<(string Text, string Address)> Way => [("Home", "/")];

    public int Place(PublicGroup group) => Now.Groups.ToList().IndexOf(group) + 1;
}
