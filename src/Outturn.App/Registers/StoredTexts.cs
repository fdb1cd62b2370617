using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.Dashboards;
using Outturn.Core.Release;

namespace Outturn.App.Registers;

/// <summary>Names the analyst's paragraphs in a store that figures have moved away from since: what stood beside each when it was written is what the store knew then.</summary>
public static class StoredTexts
{
    public const string Action = "accept texts";

    /// <param name="dashboards">Those of the papers that were made of <paramref name="register"/>.</param>
    public static Task<IReadOnlyList<MovedText>> MovedAsync(Store store, Register register, IReadOnlyList<Dashboard> dashboards, CancellationToken cancel) =>
        store.ReadAsync(db => MovedAsync(db, register, dashboards, UkTime.DayOf(store.Now()), cancel), cancel);

    /// <summary>Notes that texts were read again and still hold beside the figures of today.</summary>
    /// <param name="why">For the audit trail.</param>
    /// <param name="only">The text that was read again, by its place; null for all of them.</param>
    /// <returns>Those that had moved, and hold.</returns>
    public static Task<IReadOnlyList<MovedText>> AcceptAsync(Store store, Register register, IReadOnlyList<Dashboard> dashboards, string who, string? why, CancellationToken cancel, string? only = null) =>
        store.WriteAsync(
            new Act(who, Action, string.Join(", ", dashboards.Select(dashboard => dashboard.Report?.Name ?? dashboard.Committee?.Name).Distinct()), why),
            async writing =>
            {
                IReadOnlyList<MovedText> moved = [.. (await MovedAsync(writing.Db, register, dashboards, UkTime.DayOf(writing.At), cancel)).Where(text => only is null || text.Place == only)];
                var places = moved.Select(text => text.Place).ToHashSet();
                foreach (var text in (await writing.Db.KnownAsync<OwnTextFact>(long.MaxValue, cancel)).Where(text => places.Contains(text.TextPlace)))
                {
                    writing.Add(new OwnTextFact { TextPlace = text.TextPlace, ContentWords = text.ContentWords, Version = text.Version + 1 });
                }

                return moved;
            },
            cancel);

    private static async Task<IReadOnlyList<MovedText>> MovedAsync(CouncilDb db, Register register, IReadOnlyList<Dashboard> dashboards, DateOnly day, CancellationToken cancel)
    {
        var written = (await db.KnownAsync<OwnTextFact>(long.MaxValue, cancel)).ToDictionary(text => text.TextPlace, text => text.Entry);
        var used = dashboards.SelectMany(dashboard => TextStamps.Used(register, dashboard).Select(place => (Dashboard: dashboard, Place: place, Own: TextStamps.OwnPlace(register, dashboard, place))))
            .Where(text => written.ContainsKey(text.Own)).ToLookup(text => written[text.Own]);
        var head = await db.EntryAsync(null, cancel);
        List<MovedText> moved = [];
        foreach (var texts in used.Where(texts => texts.Key < head).OrderBy(texts => texts.Key))
        {
            if (await StoredRegister.ReadAsync(db, texts.Key, day, cancel) is not { } then)
            {
                continue;
            }

            foreach (var (dashboard, place, own) in texts)
            {
                if (Again(then, dashboard) is { } before && TextStamps.Differences(TextStamps.Figures(place, before), TextStamps.Figures(place, dashboard)).ToList() is { Count: > 0 } differences)
                {
                    moved.Add(new MovedText(own, differences));
                }
            }
        }

        return moved;
    }

    /// <summary>The same dashboard from what was known then; null where there was no such set.</summary>
    private static Dashboard? Again(Register then, Dashboard now) =>
        now.Report is { } report ? then.Reports.FirstOrDefault(known => known.Name == report.Name) is { } same ? Suppression.Of(Dashboard.OfReport(then, same, now.DataTo, now.AsAt), then) : null
        : then.Committees.FirstOrDefault(known => known.Name == now.Committee?.Name) is { } committee ? Suppression.Of(Dashboard.Of(then, committee, now.DataTo, now.AsAt), then)
        : null;
}
