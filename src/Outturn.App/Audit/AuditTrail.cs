using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;

namespace Outturn.App.Audit;

/// <summary>What is wrong with the audit trail at one place.</summary>
/// <param name="Entry">The entry that it was noticed at; null where no one entry is meant.</param>
public sealed record AuditBreak(long? Entry, string Reason)
{
    public override string ToString() => Entry is { } number ? $"entry {number}: {Reason}" : Reason;
}

/// <summary>What verifying the audit trail came to.</summary>
/// <param name="Head">The hash of the last entry: noted elsewhere, it proves later that nothing up to it was changed.</param>
/// <param name="Redacted">How many texts were redacted; the chain holds over their digests.</param>
public sealed record AuditVerdict(long Entries, string Head, long Facts, int Redacted, IReadOnlyList<AuditBreak> Breaks)
{
    public bool IsWhole => Breaks.Count == 0;
}

/// <summary>Verifies the audit trail: that every entry, every fact and every text is as it was written, none missing and none added.</summary>
/// <remarks>What a store alone cannot show, a store written anew from the first entry on, the head noted elsewhere shows.</remarks>
public static class AuditTrail
{
    private const int MostBreaks = 100;

    /// <param name="noted">A head noted earlier: the entry's number and its hash.</param>
    public static Task<AuditVerdict> VerifyAsync(Store store, (long Number, string Hash)? noted, IProgress<string>? progress, CancellationToken cancel) =>
        store.ReadAsync(db => VerifyAsync(db, noted, progress, cancel), cancel);

    internal static async Task<AuditVerdict> VerifyAsync(CouncilDb db, (long Number, string Hash)? noted, IProgress<string>? progress, CancellationToken cancel)
    {
        List<AuditBreak> breaks = [];
        var entries = await db.Entries.AsNoTracking().OrderBy(entry => entry.Number).ToListAsync(cancel);
        VerifyChain(entries, breaks);
        VerifyEnd(entries, await db.Head.AsNoTracking().ToListAsync(cancel), noted, breaks);
        using var facts = new EntryDigests();
        foreach (var table in FactTable.All(db.Model).Where(table => table.IsFact))
        {
            progress?.Report($"Verifying {table.Name} ...");
            await facts.ReadAsync(db.Database.GetDbConnection(), table, cancel);
        }

        VerifyFacts(entries, facts, breaks);
        progress?.Report("Verifying texts and files ...");
        var redacted = await VerifyTextsAsync(db, entries, breaks, cancel);
        await VerifyFilesAsync(db, breaks, cancel);
        return new AuditVerdict(entries.Count, entries is [.., var last] ? last.Hash : Chain.Beginning, entries.Sum(entry => entry.Facts), redacted, [.. breaks.Take(MostBreaks)]);
    }

    private static void VerifyChain(List<AuditEntry> entries, List<AuditBreak> breaks)
    {
        var (previous, expected) = (Chain.Beginning, 1L);
        foreach (var entry in entries)
        {
            if (entry.Number != expected)
            {
                breaks.Add(new AuditBreak(entry.Number, entry.Number == expected + 1 ? $"entry {expected} is missing before it." : $"entries {expected} to {entry.Number - 1} are missing before it."));
            }

            if (entry.Previous != previous && entry.Number == expected)
            {
                breaks.Add(new AuditBreak(entry.Number, "it does not follow the entry before it: one of the two was changed, swapped or put in."));
            }

            if (Chain.HashOf(entry) != entry.Hash)
            {
                breaks.Add(new AuditBreak(entry.Number, "its hash does not fit what it says: it was changed."));
            }

            (previous, expected) = (entry.Hash, entry.Number + 1);
        }
    }

    private static void VerifyEnd(List<AuditEntry> entries, List<ChainHead> heads, (long Number, string Hash)? noted, List<AuditBreak> breaks)
    {
        var (number, hash) = entries is [.., var last] ? (last.Number, last.Hash) : (0, Chain.Beginning);
        if (heads is not [var head])
        {
            breaks.Add(new AuditBreak(null, "the record of where the trail ends is missing."));
        }
        else if (head.Number != number || head.Hash != hash)
        {
            breaks.Add(new AuditBreak(null, head.Number > number
                ? $"the trail ends at entry {number}, and should at {head.Number}: its end was cut off."
                : $"the trail ends at entry {number}, and should at {head.Number} with another hash: it was added to or changed."));
        }

        if (noted is { } known && entries.Find(entry => entry.Number == known.Number)?.Hash != known.Hash)
        {
            breaks.Add(new AuditBreak(known.Number, "it has not the hash that was noted: the trail up to it was written anew."));
        }
    }

    private static void VerifyFacts(List<AuditEntry> entries, EntryDigests facts, List<AuditBreak> breaks)
    {
        foreach (var entry in entries)
        {
            var (count, digest) = facts.Of(entry.Number);
            if (count != entry.Facts)
            {
                breaks.Add(new AuditBreak(entry.Number, $"it brought {entry.Facts:N0} facts and {count:N0} are there: {(count < entry.Facts ? "some were deleted" : "some were put in")}."));
            }
            else if (digest != entry.FactsDigest)
            {
                breaks.Add(new AuditBreak(entry.Number, "its facts are not as they were written: at least one was changed."));
            }
        }

        foreach (var number in facts.Numbers.Except(entries.Select(entry => entry.Number)).Order())
        {
            breaks.Add(new AuditBreak(number, "there are facts of this entry, and no entry."));
        }
    }

    private static async Task<int> VerifyTextsAsync(CouncilDb db, List<AuditEntry> entries, List<AuditBreak> breaks, CancellationToken cancel)
    {
        var redactions = entries.Where(entry => entry.Action == Redaction.Action).ToDictionary(entry => entry.Number);
        var redacted = 0;
        await foreach (var wording in db.Wordings.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (wording is { Content: { } content, Salt: { } salt })
            {
                if (Wording.DigestOf(salt, content) != wording.Digest)
                {
                    breaks.Add(new AuditBreak(null, $"the text with the digest {wording.Digest[..12]}… was changed."));
                }
            }
            else if (wording.RedactedBy is not { } by || !redactions.TryGetValue(by, out var entry) || entry.Subject != Redaction.SubjectOf(wording.Digest))
            {
                breaks.Add(new AuditBreak(wording.RedactedBy, $"the text with the digest {wording.Digest[..12]}… is gone, and no entry redacted it."));
            }
            else
            {
                redacted++;
            }
        }

        foreach (var digest in await MissingWords.FindAsync(db, cancel))
        {
            breaks.Add(new AuditBreak(null, $"the text with the digest {digest[..Math.Min(12, digest.Length)]}… is missing."));
        }

        return redacted;
    }

    private static async Task VerifyFilesAsync(CouncilDb db, List<AuditBreak> breaks, CancellationToken cancel)
    {
        await foreach (var file in db.Files.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file.Content)) != file.Digest)
            {
                breaks.Add(new AuditBreak(file.Entry, $"the file with the digest {file.Digest[..12]}… was changed."));
            }
        }

        var kept = (await db.Files.Select(file => file.Digest).ToListAsync(cancel)).ToHashSet();
        foreach (var evidence in await db.Evidence.AsNoTracking().Where(fact => !fact.Withdrawn).ToListAsync(cancel))
        {
            if (!kept.Contains(evidence.Digest))
            {
                breaks.Add(new AuditBreak(evidence.Entry, $"the evidence {evidence.FileName} for {evidence.Ref}, {evidence.Period}, is missing."));
            }
        }
    }
}

/// <summary>The digest of the facts that are there for each entry, as the entries themselves were given theirs.</summary>
internal sealed class EntryDigests : IDisposable
{
    private readonly Dictionary<long, FactsDigest> digests = [];

    public IEnumerable<long> Numbers => digests.Keys;

    public (long Count, string Digest) Of(long entry)
    {
        if (!digests.TryGetValue(entry, out var digest))
        {
            digests.Add(entry, digest = new FactsDigest());
        }

        return (digest.Count, digest.Sum());
    }

    public async Task ReadAsync(DbConnection connection, FactTable table, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = table.Select(orderFirst: "entry");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        using var line = new CanonicalLine();
        var place = table.Columns.ToList().IndexOf("entry");
        while (await reader.ReadAsync(cancel))
        {
            table.Write(line, reader);
            var entry = reader.GetInt64(place);
            if (!digests.TryGetValue(entry, out var digest))
            {
                digests.Add(entry, digest = new FactsDigest());
            }

            digest.Add(table.Name, line.Bytes);
        }
    }

    public void Dispose()
    {
        foreach (var digest in digests.Values)
        {
            digest.Dispose();
        }
    }
}
