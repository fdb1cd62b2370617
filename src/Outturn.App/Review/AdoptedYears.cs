using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.Dashboards;
using Outturn.Core.Periods;
using Outturn.Core.Review;

namespace Outturn.App.Review;

/// <summary>Keeps to what was adopted: nothing changes in a year that is closed, and what changes within one that was adopted is noted with reason and committee.</summary>
internal static class AdoptedYears
{
    /// <summary>The years that were adopted, the earliest first.</summary>
    public static async Task<IReadOnlyList<Period>> ReadAsync(CouncilDb db, CancellationToken cancel) =>
        [.. (await db.KnownAsync<AdoptionFact>(long.MaxValue, cancel)).Where(fact => fact.AdoptedBy is not null).Select(fact => Period.Year(fact.Year)).Order()];

    /// <param name="adopted">The years that were adopted.</param>
    /// <returns>Why the change cannot be made as it stands; empty where it can, and then what it changes is noted.</returns>
    /// <param name="committee">Which committee was told, when and under which item.</param>
    public static async Task<IReadOnlyList<string>> KeepAsync(Writing writing, IReadOnlyList<Period> adopted, Register before, Register after, string? reason, string? committee, CancellationToken cancel)
    {
        var changes = LaterChanges.Between(before, after, adopted);
        if (changes.Closed.Count > 0)
        {
            return changes.Closed;
        }

        if (changes.Later.Count == 0)
        {
            return [];
        }

        var what = $"{changes.Later[0].Year} was adopted, and this changes it ({string.Join("; ", changes.Later.Take(3).Select(change => $"{change.Ref}: {change.What}"))}{(changes.Later.Count > 3 ? " …" : "")})";
        if (string.IsNullOrWhiteSpace(reason) || string.IsNullOrWhiteSpace(committee))
        {
            return [$"{what}: give the reason, and the committee that was told, with date and item. Both are shown in every paper."];
        }

        var known = await writing.Db.LastVersionsAsync<LaterChangeFact>(long.MaxValue, cancel);
        var numbers = known.GroupBy(fact => (fact.Ref, fact.Year)).ToDictionary(group => group.Key, group => group.Max(fact => fact.Number));
        foreach (var change in changes.Later)
        {
            var key = (change.Ref, change.Year.First.Year);
            numbers[key] = numbers.GetValueOrDefault(key) + 1;
            writing.Add(new LaterChangeFact
            {
                Ref = change.Ref, Year = key.Year, Number = numbers[key], Version = 1, What = change.What, ReasonWords = writing.Words(reason.Trim()), Committee = committee.Trim(), Day = UkTime.DayOf(writing.At),
            });
        }

        return [];
    }
}
