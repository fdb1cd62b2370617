using System.Globalization;
using Microsoft.Data.Sqlite;
using Outturn.Core.Release;

namespace Outturn.Public.Site;

/// <summary>The public store, which is read and never written: one SQLite file with what has been issued.</summary>
/// <remarks>It is opened anew for every look, so that a file that another took the place of is seen.</remarks>
internal sealed class PublicFile(string path)
{
    /// <summary>Seconds that a look waits while somebody holds the file for themselves.</summary>
    private const int Patience = 2;

    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>Why a file is no public store, or null: one that is not there yet, or cannot be read just now, may become one.</summary>
    public static string? Refusal(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var connection = new PublicFile(path).Open();
            return List(connection, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('edition_file', 'source_store')", row => row.GetInt64(0))[0] == 2
                && List(connection, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('audit_entry', 'source_file')", row => row.GetInt64(0))[0] == 0
                ? null
                : $"{path} is no public store: name the file to which outturn serve --public, or outturn publish run --public, copies what is issued.";
        }
        catch (SqliteException e) when (e.SqliteErrorCode == NotADatabase)
        {
            return $"{path} is no public store: it is not of a form that can be read.";
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    /// <summary>What tells one state of the store from another.</summary>
    /// <exception cref="SqliteException">It is not there, is held by another, or is no public store.</exception>
    public PublicHead Head()
    {
        using var connection = Open();
        return Head(connection);
    }

    /// <summary>Everything there is, as of one instant.</summary>
    /// <param name="known">The contents that have been read before, by digest: what was issued stays as it was.</param>
    /// <exception cref="SqliteException">As for <see cref="Head()"/>.</exception>
    public (PublicHead Head, IReadOnlyList<StoredEdition> Editions) Read(IReadOnlySet<string> known)
    {
        using var connection = Open();
        using var instant = connection.BeginTransaction(deferred: true);
        var files = List(connection, "SELECT f.number, f.format, f.name, f.media_type, f.digest, f.length, EXISTS (SELECT 1 FROM file WHERE file.digest = f.digest) FROM edition_file f ORDER BY f.number, f.format", row =>
                (Number: row.GetInt64(0), File: new PublicEditionFile(row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetInt32(5), row.GetBoolean(6))))
            .ToLookup(file => file.Number, file => file.File);
        var editions = List(connection, "SELECT number, paper, edition, kind, issued_at, title, reason, digest FROM edition ORDER BY number", row => new StoredEdition(
            row.GetInt64(0), row.GetString(1), row.GetInt32(2), EditionKinds.Read(row.GetString(3)) ?? throw new FormatException($"Edition {row.GetInt64(0)} is of a kind that this version does not know."),
            DateTime.Parse(row.GetString(4), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal), row.GetString(5), row.IsDBNull(6) ? null : row.GetString(6), row.GetString(7), [.. files[row.GetInt64(0)]], null));
        return (Head(connection), [.. editions.Select(edition => edition with { Json = known.Contains(edition.Digest) ? null : Content(connection, edition.Digest) })]);
    }

    /// <summary>The bytes of a file by their SHA-256; null where they are not there, or no longer.</summary>
    public byte[]? Content(string digest)
    {
        using var connection = Open();
        return Content(connection, digest);
    }

    private static byte[]? Content(SqliteConnection connection, string digest)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT content FROM file WHERE digest = $digest";
        command.Parameters.AddWithValue("$digest", digest);
        return command.ExecuteScalar() as byte[];
    }

    private static PublicHead Head(SqliteConnection connection) =>
        List(connection, "SELECT (SELECT max(id) FROM source_store), count(*), coalesce(max(number), 0) FROM edition", row => new PublicHead(row.IsDBNull(0) ? "" : row.GetString(0), row.GetInt64(1), row.GetInt64(2)))[0];

    private SqliteConnection Open()
    {
        try
        {
            return Open(path);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == CannotOpen && File.Exists(path) && !File.Exists(path + "-wal"))
        {
            // Where nothing may be put beside the file, as SQLite would: nobody writes it there either.
            return Open(new UriBuilder(Uri.UriSchemeFile, "") { Path = Path.GetFullPath(path), Query = "immutable=1" }.Uri.AbsoluteUri);
        }
    }

    private static SqliteConnection Open(string source)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = Patience }.ConnectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA query_only = ON; SELECT count(*) FROM edition WHERE number < 0";
            command.ExecuteScalar();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static List<T> List<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        List<T> list = [];
        while (rows.Read())
        {
            list.Add(read(rows));
        }

        return list;
    }
}

/// <summary>A state of the public store: whose it is, how many editions it has and the last one's number.</summary>
internal sealed record PublicHead(string Source, long Editions, long Last);

/// <summary>A row of the store's editions.</summary>
/// <param name="IssuedAt">UTC.</param>
/// <param name="Digest">SHA-256 of its canonical JSON.</param>
/// <param name="Json">The canonical JSON; null where it is gone, or was read before.</param>
internal sealed record StoredEdition(long Number, string Paper, int Edition, EditionKind Kind, DateTime IssuedAt, string Title, string? Reason, string Digest, IReadOnlyList<PublicEditionFile> Files, byte[]? Json);

/// <summary>A file of an edition.</summary>
/// <param name="Format">html, docx, xlsx, pdf, csv or json.</param>
/// <param name="IsThere">False once its report was withdrawn.</param>
internal sealed record PublicEditionFile(string Format, string Name, string MediaType, string Digest, int Length, bool IsThere);
