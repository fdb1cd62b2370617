using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores;

namespace Outturn.App.People;

/// <summary>What people have typed and not submitted: theirs alone, and gone once submitted.</summary>
public sealed class Drafts(Store store)
{
    /// <summary>More than any form of ours holds.</summary>
    public const int MostCharacters = 200_000;

    public Task<Draft?> ReadAsync(string account, string form, CancellationToken cancel) =>
        store.ReadAsync(db => db.Set<Draft>().SingleOrDefaultAsync(draft => draft.Account == account && draft.Form == form, cancel), cancel);

    /// <summary>The forms of which somebody has a draft.</summary>
    public Task<IReadOnlyList<string>> FormsAsync(string account, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<string>>(
        async db => await db.Set<Draft>().Where(draft => draft.Account == account).OrderBy(draft => draft.Form).Select(draft => draft.Form).ToListAsync(cancel), cancel);

    public Task KeepAsync(string account, string form, string content, CancellationToken cancel) => store.KeepAsync(async db =>
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(content.Length, MostCharacters);
        if (await db.Set<Draft>().SingleOrDefaultAsync(draft => draft.Account == account && draft.Form == form, cancel) is { } known)
        {
            (known.Content, known.Saved) = (content, store.Now());
        }
        else
        {
            db.Add(new Draft { Account = account, Form = form, Content = content, Saved = store.Now() });
        }
    }, cancel);

    public Task DropAsync(string account, string form, CancellationToken cancel) =>
        store.KeepAsync(async db => await db.Set<Draft>().Where(draft => draft.Account == account && draft.Form == form).ExecuteDeleteAsync(cancel), cancel);
}
