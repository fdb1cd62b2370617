using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

public sealed class IndexModel : StaffPage
{
    public override string Title => "Home";

    public override string Section => "home";
}
