using Outturn.Public.Parts;

namespace Outturn.Public.Pages;

internal sealed class PrivacyModel : PublicPage
{
    public override string Title => "Privacy";

    public override IReadOnlyList<(string Text, string Address)> Way => [("Home", "/")];
}
