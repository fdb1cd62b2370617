using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Outturn.App.Audit;
using Outturn.App.Stores.Facts;

namespace Outturn.App.Stores;

/// <summary>One change of the store while it is being made: facts are added to it, and its audit entry is written last.</summary>
public sealed class Writing : IDisposable
{
    private readonly Engine engine;
    private readonly Act act;
    private readonly ChainHead head;
    private readonly FactsDigest digest = new();
    private readonly List<Fact> added = [];
    private readonly Dictionary<string, Wording> wordings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> kept = new(StringComparer.Ordinal);
    private readonly FrozenDictionary<Type, FactTable> tables;
    private bool isAbandoned;
    private bool isEntryAlone;

    private Writing(CouncilDb db, Engine engine, Act act, DateTime at, ChainHead head)
    {
        (Db, this.engine, this.act, At, this.head) = (db, engine, act, at, head);
        tables = FactTable.ByType(db.Model);
    }

    /// <summary>For reading what is decided on; facts are added by <see cref="Add"/>, never by it.</summary>
    public CouncilDb Db { get; }

    /// <summary>UTC.</summary>
    public DateTime At { get; }

    /// <summary>The number that this change's audit entry will have.</summary>
    public long Entry => head.Number + 1;

    public string Who => act.Who;

    public string? Why => act.Why;

    internal static async Task<Writing> BeginAsync(CouncilDb db, Engine engine, Act act, DateTime now, CancellationToken cancel)
    {
        var end = await CompiledQueries.EndAsync(db, cancel);

        // The chain's order is the order of time, though a clock is set back.
        return new Writing(db, engine, act, end.At > now ? DateTime.SpecifyKind(end.At.Value, DateTimeKind.Utc) : now, end.Head);
    }

    public void Add(Fact fact)
    {
        fact.Entry = Entry;
        added.Add(fact);
    }

    internal FactTable TableOf<T>() => tables[typeof(T)];

    /// <summary>Lets texts that the store has be kept under the digest they have.</summary>
    internal void KeepOnce(IEnumerable<(string Content, string Digest)> known)
    {
        foreach (var (content, digest) in known)
        {
            kept.TryAdd(content, digest);
        }
    }

    internal string? ContentOf(string digest) => wordings.Values.FirstOrDefault(wording => wording.Digest == digest)?.Content;

    /// <summary>Keeps text that may name a person; what a fact holds of it is the digest.</summary>
    public string? Words(string? content)
    {
        if (content is null)
        {
            return null;
        }

        if (kept.TryGetValue(content, out var digest))
        {
            return digest;
        }

        if (!wordings.TryGetValue(content, out var wording))
        {
            wordings.Add(content, wording = Wording.Of(content));
        }

        return wording.Digest;
    }

    /// <summary>Keeps a file by the digest of its bytes; the same bytes once.</summary>
    public async Task<string> FileAsync(byte[] content, CancellationToken cancel)
    {
        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
        if (Db.Files.Local.All(file => file.Digest != digest) && !await Db.Files.AnyAsync(file => file.Digest == digest, cancel))
        {
            Db.Files.Add(new StoredFile { Digest = digest, Entry = Entry, Content = content });
        }

        return digest;
    }

    /// <summary>Adds many observations by the engine's fastest way; they come in the order of their key, and once in a change.</summary>
    public async Task AddAsync(IEnumerable<ObservationFact> observations, CancellationToken cancel)
    {
        var table = tables[typeof(ObservationFact)];
        await SaveWordsAsync(cancel);
        using var line = new CanonicalLine();
        await engine.AddAsync(Db.Database.GetDbConnection(), Ahead.Of(Digested(), cancel), cancel);

        IEnumerable<ObservationFact> Digested()
        {
            foreach (var observation in observations)
            {
                observation.Entry = Entry;
                table.Write(line, observation);
                digest.Add(table.Name, line.Bytes);
                yield return observation;
            }
        }
    }

    /// <summary>Writes the entry though the change brings no fact: a redaction takes something away.</summary>
    internal void WritesEntryAlone() => isEntryAlone = true;

    /// <summary>Leaves the store as it was.</summary>
    public void Abandon() => isAbandoned = true;

    public void Dispose() => digest.Dispose();

    /// <returns>Whether there is something to commit.</returns>
    internal async Task<bool> FinishAsync(CancellationToken cancel)
    {
        if (isAbandoned || (added.Count == 0 && digest.Count == 0 && !isEntryAlone))
        {
            return false;
        }

        var why = Words(act.Why);
        using (var line = new CanonicalLine())
        {
            foreach (var fact in InOrder())
            {
                var table = tables[fact.GetType()];
                table.Write(line, fact);
                digest.Add(table.Name, line.Bytes);
            }
        }

        var entry = new AuditEntry
        {
            Number = Entry, At = At, Who = act.Who, Action = act.Action, Subject = act.Subject, WhyWords = why, SourceDigest = act.SourceDigest,
            Facts = digest.Count, FactsDigest = digest.Sum(), Previous = head.Hash, Hash = "",
        };
        Db.Entries.Add(entry = entry.Sealed());
        (head.Number, head.Hash) = (entry.Number, entry.Hash);
        Db.Wordings.AddRange(wordings.Values.Where(wording => Db.Entry(wording).State == EntityState.Detached));
        Db.AddRange(added);
        await Db.SaveChangesAsync(cancel);
        return true;
    }

    private async Task SaveWordsAsync(CancellationToken cancel)
    {
        Db.Wordings.AddRange(wordings.Values);
        await Db.SaveChangesAsync(cancel);
    }

    /// <summary>As reading the tables by their keys gives them.</summary>
    private IEnumerable<Fact> InOrder() => added
        .Select(fact => (Fact: fact, Table: tables[fact.GetType()]))
        .OrderBy(pair => pair.Table.Name, StringComparer.Ordinal)
        .ThenBy(pair => pair, KeyOrder.Comparer)
        .Select(pair => pair.Fact);
}
