using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>What people with different needs can expect of these pages.</summary>
public sealed class AccessibilityModel : StaffPage
{
    public override string Title => "Accessibility";
}
