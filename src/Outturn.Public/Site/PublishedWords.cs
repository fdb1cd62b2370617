using System.Runtime.CompilerServices;
using Outturn.Core.Indicators;

namespace Outturn.Public.Site;

/// <summary>The words of what was published, for whoever mistypes one; gathered once for each state of the site, when first something is not found.</summary>
internal sealed class PublishedWords
{
    private const int Shortest = 4;
    private const int Long = 8;

    private static readonly ConditionalWeakTable<PublicSite, PublishedWords> Gathered = [];

    /// <summary>Each word with how often it stands.</summary>
    private readonly Dictionary<string, int> words;

    private PublishedWords(PublicSite site) => words = Texts(site).OfType<string>().SelectMany(SearchWords.In).Select(word => word.ToLowerInvariant()).Where(word => word.Length >= Shortest - 1).CountBy(word => word).ToDictionary();

    public static PublishedWords Of(PublicSite site) => Gathered.GetValue(site, known => new PublishedWords(known));

    /// <summary>What was asked for with each word that nothing begins with put right; null where there is nothing near, or nothing to put right.</summary>
    public string? Nearest(SearchWords asked)
    {
        List<string> meant = [];
        foreach (var word in asked.Words.Select(word => word.ToLowerInvariant()))
        {
            if (words.Keys.Any(known => known.StartsWith(word, StringComparison.Ordinal)))
            {
                meant.Add(word);
            }
            else if (NearestTo(word) is { } near)
            {
                meant.Add(near);
            }
            else
            {
                return null;
            }
        }

        return meant.SequenceEqual(asked.Words, StringComparer.OrdinalIgnoreCase) ? null : string.Join(' ', meant);
    }

    /// <summary>The published word that one letter makes of a word of four to seven, two of a longer; the nearest first, then the one that stands most often.</summary>
    private string? NearestTo(string word)
    {
        if (word.Length < Shortest || !word.Any(char.IsLetter))
        {
            return null;
        }

        var most = word.Length < Long ? 1 : 2;
        return words.Where(known => Math.Abs(known.Key.Length - word.Length) <= most).Select(known => (Word: known.Key, Often: known.Value, Distance: Distance(word, known.Key)))
            .Where(near => near.Distance <= most).OrderBy(near => near.Distance).ThenByDescending(near => near.Often).ThenBy(near => near.Word, StringComparer.Ordinal).Select(near => near.Word).FirstOrDefault();
    }

    /// <summary>How many letters have to be put in, left out, changed, or exchanged with the next.</summary>
    private static int Distance(string from, string to)
    {
        var (before, last, row) = (new int[to.Length + 1], Enumerable.Range(0, to.Length + 1).ToArray(), new int[to.Length + 1]);
        for (var i = 1; i <= from.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, last, row) = (last, row, before);
        }

        return last[to.Length];
    }

    private static IEnumerable<string?> Texts(PublicSite site) =>
    [
        .. site.Indicators.SelectMany(indicator => indicator.Groups.Concat([indicator.Shown.Title, indicator.Shown.Meaning ?? "", indicator.Shown.Service])),
        .. site.Papers.SelectMany(paper => new[] { paper.Title, paper.Group }),
        .. site.Frameworks.SelectMany(framework => framework.Content.Metrics.Select(metric => metric.Title).Append(framework.Name)),
    ];
}
