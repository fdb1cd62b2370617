using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Dashboards;

namespace Outturn.Web.Parts;

/// <summary>What the store knew at the end of earlier days, read once for a state of the council: revisions since the report before are told by it.</summary>
public sealed class KnownThen(Store store)
{
    private readonly ConditionalWeakTable<CouncilNow, ConcurrentDictionary<DateOnly, Register?>> read = [];

    /// <returns>Nothing of days before the store knew a council.</returns>
    public async Task<IReadOnlyDictionary<DateOnly, Register>> ReadAsync(CouncilNow now, IReadOnlyList<DateOnly> days, CancellationToken cancel)
    {
        var kept = read.GetOrCreateValue(now);
        if (days.Where(day => !kept.ContainsKey(day)).ToList() is { Count: > 0 } missing)
        {
            var found = await CouncilSource.KnownAsync(store, missing, cancel);
            missing.ForEach(day => kept[day] = found.GetValueOrDefault(day));
        }

        return days.Where(day => kept[day] is not null).ToDictionary(day => day, day => kept[day]!);
    }

    public async Task<Register?> ReadAsync(CouncilNow now, DateOnly? day, CancellationToken cancel) =>
        day is { } known ? (await ReadAsync(now, [known], cancel)).GetValueOrDefault(known) : null;
}
