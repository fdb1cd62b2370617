using System.Data.Common;
using System.Security.Cryptography;
using System.Text;

namespace Outturn.App.Stores;

/// <summary>One numbered script that brings the schema on by a step.</summary>
/// <param name="Name">001-register.</param>
internal sealed record SchemaScript(int Number, string Name, string Sql)
{
    /// <summary>SHA-256: a script that has been applied is never edited.</summary>
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));
}

/// <summary>The numbered scripts of an engine, each applied once, all of an upgrade or none.</summary>
internal static class SchemaScripts
{
    private const string Table = "schema_script";

    /// <summary>The scripts that this program brings for an engine, in order.</summary>
    public static IReadOnlyList<SchemaScript> For(Engine engine) => In($"Scripts/{engine.Name}/");

    /// <summary>The scripts of a folder that the program carries, in order.</summary>
    public static IReadOnlyList<SchemaScript> In(string folder)
    {
        var assembly = typeof(SchemaScripts).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.Replace('\\', '/').StartsWith(folder, StringComparison.Ordinal))
                .Select(name => Read(assembly.GetManifestResourceStream(name)!, Path.GetFileNameWithoutExtension(name)))
                .OrderBy(script => script.Number),
        ];
    }

    /// <summary>How a store's schema stands to some scripts: what is still to be applied, or why the two do not go together.</summary>
    public static async Task<SchemaState> StateAsync(Engine engine, DbConnection connection, IReadOnlyList<SchemaScript> scripts, CancellationToken cancel)
    {
        if (!await engine.HasTableAsync(connection, Table, cancel))
        {
            return new SchemaState(scripts, null);
        }

        var applied = new Dictionary<int, (string Name, string Checksum)>();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT number, name, checksum FROM {Table} ORDER BY number";
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            applied.Add(rows.GetInt32(0), (rows.GetString(1), rows.GetString(2)));
        }

        var byNumber = scripts.ToDictionary(script => script.Number);
        var refusal = applied.Keys.FirstOrDefault(number => !byNumber.ContainsKey(number)) is var newer and > 0
            ? $"The store was made by a newer Outturn (script {applied[newer].Name}): use that one, or a later."
            : applied.FirstOrDefault(pair => byNumber[pair.Key].Checksum != pair.Value.Checksum) is { Key: > 0 } changed
            ? $"Script {changed.Value.Name} of the store is not the one that this program has: the store's tables may not be what it takes them for. Restore a backup made by this version."
            : null;
        return new SchemaState([.. scripts.Where(script => !applied.ContainsKey(script.Number))], refusal);
    }

    /// <summary>Applies scripts within the transaction that is open; the caller holds the place of the one writer.</summary>
    public static async Task ApplyAsync(Engine engine, DbConnection connection, IReadOnlyList<SchemaScript> scripts, DateTime now, CancellationToken cancel)
    {
        if (!await engine.HasTableAsync(connection, Table, cancel))
        {
            await connection.RunAsync($"CREATE TABLE {Table} (number integer NOT NULL PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied text NOT NULL)", cancel);
        }

        foreach (var script in scripts)
        {
            await connection.RunAsync(script.Sql, cancel);
            await connection.RunAsync(
                $"INSERT INTO {Table} (number, name, checksum, applied) VALUES ({script.Number}, '{script.Name.Replace("'", "''", StringComparison.Ordinal)}', '{script.Checksum}', '{now:yyyy-MM-ddTHH:mm:ssZ}')",
                cancel);
        }
    }

    private static SchemaScript Read(Stream stream, string name)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new SchemaScript(int.Parse(name[..name.IndexOf('-', StringComparison.Ordinal)]), name, reader.ReadToEnd());
    }
}

/// <param name="Pending">Scripts that the store has not had.</param>
/// <param name="Refusal">Why this program cannot work with the store; null when it can, or could after the pending scripts.</param>
internal sealed record SchemaState(IReadOnlyList<SchemaScript> Pending, string? Refusal);
