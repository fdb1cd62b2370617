using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;

namespace Outturn.App.Audit;

/// <summary>What came of a redaction.</summary>
public abstract record RedactionResult
{
    private RedactionResult()
    {
    }

    /// <param name="Texts">How many texts were redacted; each may stand in several places.</param>
    public sealed record Redacted(int Texts) : RedactionResult;

    public sealed record Refused(string Reason) : RedactionResult;
}

/// <summary>Takes a text out of the store for good, in every version that holds it; its digest stays, so the audit chain holds, and an entry says who did it and why.</summary>
public static class Redaction
{
    public const string Action = "redact";

    /// <summary>Every text that contains a phrase, with where it stands, for a person to choose from.</summary>
    public static Task<IReadOnlyList<Wording>> FindAsync(Store store, string phrase, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<Wording>>(
        async db => [.. (await db.Wordings.Where(wording => wording.Content != null && wording.Content.Contains(phrase)).OrderBy(wording => wording.Digest).ToListAsync(cancel))], cancel);

    /// <summary>Redacts every text that contains a phrase; each gets an entry of its own.</summary>
    public static async Task<RedactionResult> RunAsync(Store store, string phrase, string who, string? why, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(why))
        {
            return new RedactionResult.Refused("A redaction takes something away for good: say why.");
        }

        if (string.IsNullOrWhiteSpace(phrase))
        {
            return new RedactionResult.Refused("Say what the texts to be redacted contain.");
        }

        if (why.Contains(phrase, StringComparison.OrdinalIgnoreCase))
        {
            return new RedactionResult.Refused("The reason repeats what is to be redacted: say it without.");
        }

        var found = await FindAsync(store, phrase, cancel);
        foreach (var wording in found)
        {
            await store.WriteAsync(new Act(who, Action, SubjectOf(wording.Digest), why), writing => RedactAsync(writing, wording.Digest, cancel), cancel);
        }

        await store.ClearTracesAsync(cancel);
        return found.Count == 0 ? new RedactionResult.Refused($"No text contains \"{phrase}\".") : new RedactionResult.Redacted(found.Count);
    }

    /// <summary>How an entry names the text that it redacted.</summary>
    internal static string SubjectOf(string digest) => $"text {digest}";

    private static async Task<bool> RedactAsync(Writing writing, string digest, CancellationToken cancel)
    {
        if (await writing.Db.Wordings.AsTracking().SingleAsync(text => text.Digest == digest, cancel) is not { Content: not null } wording)
        {
            writing.Abandon();
            return false;
        }

        (wording.Content, wording.Salt, wording.RedactedBy) = (null, null, writing.Entry);
        writing.WritesEntryAlone();
        return true;
    }
}
