using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores;

namespace Outturn.App.People;

/// <summary>What people have typed and not submitted: theirs alone, and gone once submitted.</summary>
public sealed class Drafts(Store store)
{
    /// <summary>More than any form of ours holds.</summary>
    public const int MostCharacters = 200_000;

    /// <summary>What somebody has typed into some forms, by the form; those without a draft are left out.</summary>
    public Task<IReadOnlyDictionary<string, string>> ReadAsync(string account, IReadOnlyCollection<string> forms, CancellationToken cancel) => store.ReadAsync<IReadOnlyDictionary<string, string>>(
        async db => await db.Set<Draft>().Where(draft => draft.Account == account && forms.Contains(draft.Form)).ToDictionaryAsync(draft => draft.Form, draft => draft.Content, cancel), cancel);

    /// <summary>The forms of which somebody has a draft.</summary>
    public Task<IReadOnlyList<string>> FormsAsync(string account, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<string>>(
        async db => await db.Set<Draft>().Where(draft => draft.Account == account).OrderBy(draft => draft.Form).Select(draft => draft.Form).ToListAsync(cancel), cancel);

    /// <summary>Keeps what is typed into some forms, all of it or none; a form without content has its draft dropped.</summary>
    public Task KeepAsync(string account, IReadOnlyDictionary<string, string?> contents, CancellationToken cancel) => store.KeepAsync(async db =>
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(contents.Values.Max(content => content?.Length ?? 0), MostCharacters);
        string[] forms = [.. contents.Keys];
        var known = await db.Set<Draft>().Where(draft => draft.Account == account && forms.Contains(draft.Form)).ToDictionaryAsync(draft => draft.Form, cancel);
        foreach (var (form, content) in contents)
        {
            var draft = known.GetValueOrDefault(form);
            if (content is null)
            {
                db.RemoveRange(draft is null ? [] : [draft]);
            }
            else if (draft is null)
            {
                db.Add(new Draft { Account = account, Form = form, Content = content, Saved = store.Now() });
            }
            else
            {
                (draft.Content, draft.Saved) = (content, store.Now());
            }
        }
    }, cancel);
}
