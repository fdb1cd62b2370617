using Outturn.Core.Papers;
using Outturn.Core.Release;

namespace Outturn.Public.Site;

/// <summary>What was published and is in no report any more, with the edition that took it away: its address says so.</summary>
internal sealed class PublicGone
{
    private readonly Dictionary<string, PublicEdition> indicators = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PublicEdition> frameworks = new(StringComparer.OrdinalIgnoreCase);

    public PublicGone(IEnumerable<PublicPaper> papers)
    {
        foreach (var edition in papers.SelectMany(Takings).OrderBy(taking => taking.By.Number))
        {
            (edition.IsFramework ? frameworks : indicators)[edition.Name] = edition.By;
        }
    }

    /// <summary>The edition that took an indicator out of the last report that had it; null where there never was one.</summary>
    public PublicEdition? Indicator(string reference) => indicators.GetValueOrDefault(reference);

    /// <summary>The withdrawal of the last mapping to a framework, by the framework's place in its address.</summary>
    public PublicEdition? Framework(string slug) => frameworks.GetValueOrDefault(slug);

    /// <summary>The withdrawal of the mapping that was published last; null where there was none.</summary>
    public PublicEdition? LastFramework => frameworks.Values.MaxBy(edition => edition.Number);

    /// <summary>What each edition of a report took out of it, whether or not it came back.</summary>
    private static IEnumerable<(string Name, bool IsFramework, PublicEdition By)> Takings(PublicPaper paper)
    {
        HashSet<string> had = new(StringComparer.OrdinalIgnoreCase);
        foreach (var edition in paper.Editions)
        {
            if (edition.Withdrawn is { } withdrawn)
            {
                foreach (var reference in withdrawn.Indicators)
                {
                    yield return (reference, false, edition);
                }

                foreach (var framework in withdrawn.Frameworks)
                {
                    yield return (TextPlace.Slug(framework), true, edition);
                }
            }
            else if (edition.Kind.IsWhole() && edition.Content?.Dashboard is { } board)
            {
                var here = board.Indicators.Select(indicator => indicator.Ref).ToHashSet(StringComparer.OrdinalIgnoreCase);
                foreach (var left in had.Where(reference => !here.Contains(reference)))
                {
                    yield return (left, false, edition);
                }

                had = here;
            }
        }
    }
}
