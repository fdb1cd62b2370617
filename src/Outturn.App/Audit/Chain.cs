using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Outturn.App.Stores;

namespace Outturn.App.Audit;

/// <summary>The chain of audit entries: each hash covers the entry and the hash before it.</summary>
internal static class Chain
{
    /// <summary>What stands before the first entry.</summary>
    public static readonly string Beginning = new('0', 64);

    private static readonly JsonWriterOptions Layout = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string HashOf(AuditEntry entry)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Layout))
        {
            json.WriteStartArray();
            json.WriteNumberValue(entry.Number);
            json.WriteStringValue(FactTable.Text(entry.At));
            json.WriteStringValue(entry.Who);
            json.WriteStringValue(entry.Action);
            json.WriteStringValue(entry.Subject);
            json.WriteStringValue(entry.WhyWords);
            json.WriteStringValue(entry.SourceDigest);
            json.WriteNumberValue(entry.Facts);
            json.WriteStringValue(entry.FactsDigest);
            json.WriteStringValue(entry.Previous);
            json.WriteEndArray();
        }

        return Convert.ToHexStringLower(SHA256.HashData(stream.ToArray()));
    }
}

/// <summary>Where the chain ends, kept apart from it: a chain whose last entries were cut off ends elsewhere.</summary>
public sealed class ChainHead
{
    /// <summary>Always 1: there is one.</summary>
    public int Id { get; init; } = 1;

    public long Number { get; set; }

    public required string Hash { get; set; }
}

/// <summary>The digest of the facts that one entry brings: of each table, by name, that has any, its name and the SHA-256 of its rows in order.</summary>
internal sealed class FactsDigest : IDisposable
{
    private readonly SortedDictionary<string, (IncrementalHash Hash, long Count)> tables = new(StringComparer.Ordinal);

    public long Count { get; private set; }

    /// <summary>Adds the next row of a table; rows of one table come by its key.</summary>
    public void Add(string table, ReadOnlySpan<byte> line)
    {
        if (!tables.TryGetValue(table, out var known))
        {
            known = (IncrementalHash.CreateHash(HashAlgorithmName.SHA256), 0);
        }

        known.Hash.AppendData(line);
        tables[table] = (known.Hash, known.Count + 1);
        Count++;
    }

    public string Sum()
    {
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (table, (hash, count)) in tables)
        {
            whole.AppendData(System.Text.Encoding.UTF8.GetBytes($"{table} {count} "));
            whole.AppendData(hash.GetCurrentHash());
        }

        return Convert.ToHexStringLower(whole.GetCurrentHash());
    }

    public void Dispose()
    {
        foreach (var (hash, _) in tables.Values)
        {
            hash.Dispose();
        }
    }
}
