using Outturn.Public.Parts;

namespace Outturn.Public.Pages;

internal sealed class AccessibilityModel : PublicPage
{
    public override string Title => "Accessibility statement";

    public override IReadOnlyList<(string Text, string Address)> Way => [("Home", "/")];
}
