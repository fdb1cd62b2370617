using Microsoft.Data.Sqlite;
using Outturn.App.Reference;
using Outturn.App.Stores;
using Outturn.Core.Release;

namespace Outturn.App.Release;

/// <summary>A file of an edition, by what it is called and the SHA-256 of its bytes.</summary>
/// <param name="Format">html, docx, xlsx, pdf, csv, json, or <see cref="Package"/>.</param>
public sealed record EditionFile(string Format, string Name, string MediaType, string Digest, int Length)
{
    /// <summary>The package for the agenda system, which holds others of the edition's files: the clerk's, and not for the public store.</summary>
    public const string Package = "zip";

    public bool IsForPublic => Format != Package;
}

/// <summary>An edition as it was issued.</summary>
/// <param name="Number">Its place among all that the council has issued: the number of its entry in the audit trail.</param>
/// <param name="Head">What it says of itself; its release time is when it was to be read, never later than <paramref name="IssuedAt"/>.</param>
/// <param name="IssuedAt">UTC.</param>
/// <param name="Digest">SHA-256 of its canonical JSON.</param>
public sealed record Edition(long Number, EditionHead Head, DateTime IssuedAt, string Title, string Digest, IReadOnlyList<EditionFile> Files)
{
    /// <summary>Those that go to the public store.</summary>
    public IEnumerable<EditionFile> PublicFiles => Files.Where(file => file.IsForPublic);
}

/// <summary>The public store, as the publisher writes it: one SQLite file with what has been issued, whatever engine the council's store has.</summary>
public sealed class PublicStore : IAsyncDisposable
{
    private const string Scripts = "PublicScripts/";

    private readonly SqliteConnection connection;

    private PublicStore(SqliteConnection connection) => this.connection = connection;

    /// <summary>Opens it to write for one council, and makes it where it is not there; null, with the reason, where that cannot be.</summary>
    /// <param name="source">The identity of the council's store: another council's papers are refused.</param>
    public static async Task<(PublicStore? Store, string Refusal)> OpenAsync(string path, string source, DateTime now, CancellationToken cancel)
    {
        var engine = new SqliteEngine(new StoreAddress.SqliteFile(Path.GetFullPath(path)));
        if (engine.Refusal() is { } networked)
        {
            return (null, networked);
        }

        if (Directory.Exists(path))
        {
            return (null, $"{path} is a folder: name a file in it for what is made public.");
        }

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            return (null, $"There is no folder {folder} for {Path.GetFileName(path)}: make it, or name another.");
        }

        if (File.Exists(path) && new FileInfo(path).Length > 0 && !SqliteEngine.IsStore(path))
        {
            return (null, $"{path} is not a store: name a new file for what is made public, or the one that was made for it.");
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, ForeignKeys = true, Pooling = false, DefaultTimeout = 30 }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancel);
            await connection.RunAsync("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; BEGIN IMMEDIATE", cancel);
            var refusal = await PrepareAsync(engine, connection, path, source, now, cancel);
            await connection.RunAsync(refusal is null ? "COMMIT" : "ROLLBACK", cancel);
            if (refusal is null)
            {
                return (new PublicStore(connection), "");
            }

            await connection.DisposeAsync();
            return (null, refusal);
        }
        catch (Exception e) when (e is SqliteException or IOException)
        {
            await connection.DisposeAsync();
            return (null, $"{path} cannot be written: {e.Message}");
        }
    }

    /// <summary>What a public store says was issued, in the order in which it was; null, with the reason, where it is none.</summary>
    public static async Task<(IReadOnlyList<Edition>? Issued, string Refusal)> ListAsync(string path, CancellationToken cancel)
    {
        if (!File.Exists(path) || !SqliteEngine.IsStore(path))
        {
            return (null, File.Exists(path) ? $"{path} is no public store: name the file to which outturn publish run --public copies what is issued." : $"There is no file {path}: name the public store.");
        }

        try
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
            await connection.OpenAsync(cancel);
            var engine = new SqliteEngine(new StoreAddress.SqliteFile(Path.GetFullPath(path)));
            if (!await engine.HasTableAsync(connection, "source_store", cancel))
            {
                return (null, $"{path} is no public store: name the file to which outturn publish run --public copies what is issued{(await engine.HasTableAsync(connection, "audit_entry", cancel) ? ", or this one behind --store" : "")}.");
            }

            var files = (await connection.ListAsync(
                row => (Number: row.GetInt64(0), File: new EditionFile(row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt32(5))), cancel,
                "SELECT number, format, name, media_type, digest, length FROM edition_file ORDER BY number, format")).ToLookup(row => row.Number, row => row.File);
            return (await connection.ListAsync(
                row => new Edition(
                    row.GetInt64(0), new EditionHead(row.GetString(1), row.GetInt32(2), EditionKinds.Read(row.GetString(3))!.Value, Instant(row.GetString(4)), row.Text(5)), Instant(row.GetString(4)), row.GetString(6), row.GetString(7), [.. files[row.GetInt64(0)]]),
                cancel, "SELECT number, paper, edition, kind, issued_at, reason, title, digest FROM edition ORDER BY number"), "");
        }
        catch (SqliteException e)
        {
            return (null, $"{path} cannot be read: {e.Message}");
        }
    }

    private static DateTime Instant(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    /// <summary>The numbers of the editions that are there.</summary>
    public async Task<IReadOnlyDictionary<long, (string Paper, int Edition, string Digest)>> EditionsAsync(CancellationToken cancel) =>
        (await connection.ListAsync(row => (row.GetInt64(0), (row.GetString(1), row.GetInt32(2), row.GetString(3))), cancel, "SELECT number, paper, edition, digest FROM edition")).ToDictionary();

    /// <summary>Puts one edition there, whole or not at all; nothing is done where it is there already.</summary>
    /// <param name="content">The bytes of a file by its digest, the canonical JSON among them.</param>
    public async Task PutAsync(Edition edition, IReadOnlyDictionary<string, byte[]> content, CancellationToken cancel)
    {
        await connection.RunAsync("BEGIN IMMEDIATE", cancel);
        try
        {
            if (!(await EditionsAsync(cancel)).ContainsKey(edition.Number))
            {
                Put(edition, content);
            }

            await connection.RunAsync("COMMIT", cancel);
        }
        catch
        {
            await connection.RunAsync("ROLLBACK", CancellationToken.None);
            throw;
        }
    }

    private void Put(Edition edition, IReadOnlyDictionary<string, byte[]> content)
    {
        var head = edition.Head;
        connection.Run(
            "INSERT INTO edition (number, paper, edition, kind, issued_at, title, reason, digest) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            edition.Number, head.Paper, head.Number, head.Kind.Name(), $"{edition.IssuedAt:yyyy-MM-ddTHH:mm:ssZ}", edition.Title, head.Reason, edition.Digest);
        if (head.Kind == EditionKind.Withdrawal)
        {
            connection.Run(
                """
                DELETE FROM file WHERE digest IN (SELECT digest FROM edition_file WHERE number IN (SELECT number FROM edition WHERE paper = $1))
                    AND digest NOT IN (SELECT digest FROM edition_file WHERE number IN (SELECT number FROM edition WHERE paper <> $1))
                """, head.Paper);
        }

        foreach (var (digest, bytes) in content)
        {
            connection.Run("INSERT INTO file (digest, content) VALUES ($1, $2) ON CONFLICT DO NOTHING", digest, bytes);
        }

        foreach (var file in edition.Files)
        {
            connection.Run(
                "INSERT INTO edition_file (number, format, name, media_type, digest, length) VALUES ($1, $2, $3, $4, $5, $6)",
                edition.Number, file.Format, file.Name, file.MediaType, file.Digest, file.Length);
        }
    }

    private static async Task<string?> PrepareAsync(SqliteEngine engine, SqliteConnection connection, string path, string source, DateTime now, CancellationToken cancel)
    {
        if (await engine.HasTableAsync(connection, "audit_entry", cancel) || await engine.HasTableAsync(connection, "source_file", cancel))
        {
            return $"{path} is a council's store or one of national data: what is made public has a file of its own.";
        }

        var state = await SchemaScripts.StateAsync(engine, connection, SchemaScripts.In(Scripts), cancel);
        if (state.Refusal is not null)
        {
            return state.Refusal;
        }

        await SchemaScripts.ApplyAsync(engine, connection, state.Pending, now, cancel);
        var known = await connection.ListAsync(row => row.GetString(0), cancel, "SELECT id FROM source_store");
        if (known is [var other] && other != source)
        {
            return $"{path} holds what another store has issued: name a file of its own for this one.";
        }

        if (known.Count == 0)
        {
            connection.Run("INSERT INTO source_store (id) VALUES ($1)", source);
        }

        return null;
    }
}
