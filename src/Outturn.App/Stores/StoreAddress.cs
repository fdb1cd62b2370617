using Npgsql;

namespace Outturn.App.Stores;

/// <summary>Where a council's store is: a file of SQLite, or a schema of PostgreSQL. The one setting that chooses between them.</summary>
public abstract record StoreAddress
{
    private StoreAddress()
    {
    }

    /// <summary>How messages call it; a password is never part of it.</summary>
    public abstract string Name { get; }

    public sealed override string ToString() => Name;

    /// <param name="Path">Of the file, in full.</param>
    public sealed record SqliteFile(string Path) : StoreAddress
    {
        public override string Name => Path;
    }

    /// <param name="Connection">As Npgsql reads it; the search path names the schema.</param>
    public sealed record PostgresSchema(string Connection) : StoreAddress
    {
        public override string Name
        {
            get
            {
                var parts = new NpgsqlConnectionStringBuilder(Connection);
                return $"postgresql://{parts.Host}/{parts.Database}{(parts.SearchPath is { Length: > 0 } schema ? $" (schema {schema})" : "")}";
            }
        }
    }

    /// <summary>Reads a path, a connection string (Host=…;Database=…) or a postgresql:// address.</summary>
    /// <returns>Null, with the reason, where it is none of them.</returns>
    public static StoreAddress? Read(string text, out string refusal)
    {
        refusal = "";
        text = text.Trim();
        if (text.Length == 0)
        {
            refusal = "No store is named: give a file (council.db) or a PostgreSQL connection.";
            return null;
        }

        try
        {
            if (text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase))
            {
                return new PostgresSchema(FromUrl(new Uri(text)));
            }

            return IsConnectionString(text) ? new PostgresSchema(new NpgsqlConnectionStringBuilder(text).ConnectionString) : new SqliteFile(Path.GetFullPath(text));
        }
        catch (Exception e) when (e is ArgumentException or FormatException or NotSupportedException)
        {
            // The text may hold a password: it is not repeated.
            refusal = "The store's address cannot be read: write a file's path, or Host=SERVER;Database=NAME;Username=USER;Search Path=SCHEMA, or postgresql://USER@SERVER/NAME?search_path=SCHEMA.";
            return null;
        }
    }

    /// <summary>Whether a path or an address given where a folder may be given is a store.</summary>
    public static bool IsStore(string text) =>
        text.StartsWith("postgres", StringComparison.OrdinalIgnoreCase) && text.Contains("://", StringComparison.Ordinal)
        || IsConnectionString(text)
        || SqliteEngine.IsStore(text);

    private static bool IsConnectionString(string text) =>
        text.Contains("Host=", StringComparison.OrdinalIgnoreCase) || text.Contains("Server=", StringComparison.OrdinalIgnoreCase);

    private static string FromUrl(Uri url)
    {
        var parts = new NpgsqlConnectionStringBuilder { Host = Uri.UnescapeDataString(url.Host), Database = Uri.UnescapeDataString(url.AbsolutePath.Trim('/')) };
        if (url.Port > 0)
        {
            parts.Port = url.Port;
        }

        var user = url.UserInfo.Split(':', 2);
        if (user[0].Length > 0)
        {
            parts.Username = Uri.UnescapeDataString(user[0]);
        }

        if (user.Length == 2)
        {
            parts.Password = Uri.UnescapeDataString(user[1]);
        }

        foreach (var option in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = option.Split('=', 2);
            parts[Uri.UnescapeDataString(pair[0]).Replace('_', ' ')] = pair.Length == 2 ? Uri.UnescapeDataString(pair[1]) : "";
        }

        return parts.ConnectionString;
    }
}
