using Outturn.Public.Parts;
using Outturn.Public.Site;

namespace Outturn.Public.Pages;

internal sealed class IndexModel : PublicPage
{
    private const int FewReds = 8;
    private const int FewReleases = 6;

    public override string Title => "How the council is doing";

    public override string Section => "/";

    public override string Description => $"The latest performance dashboards of {Now.Council}: what is Red, Amber and Green, why, and what is being done.";

    /// <summary>The newest report of each committee, and of each name.</summary>
    public IEnumerable<(PublicGroup Group, PublicPaper Paper)> Latest => Now.Groups.Where(group => group.Latest is not null).Select(group => (group, group.Latest!));

    public int RedCount => Now.Current.Count(indicator => indicator.Shown.Rating == "Red");

    public IReadOnlyList<PublicIndicator> Reds => [.. Now.Current.Where(indicator => indicator.Shown.Rating == "Red").Take(FewReds)];

    public IEnumerable<PublicEdition> Lately => Now.Editions.Take(FewReleases);

    public IEnumerable<string> Services => Now.Current.Select(indicator => indicator.Shown.Service).Distinct().Order(StringComparer.Ordinal);
}
