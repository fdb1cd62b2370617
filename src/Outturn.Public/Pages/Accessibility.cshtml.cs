using Outturn.Public.Parts;

namespace Outturn.Public.Pages;

internal sealed class AccessibilityModel : PublicPage
{
    /// <summary>When the statement was written, and the pages tested for it: to be changed with each version.</summary>
    public static readonly DateOnly PreparedOn = new(2026, 11, 28);

    public override string Title => "Accessibility statement";

    public override IReadOnlyList<(string Text, string Address)> Way => [("Home", "/")];
}
