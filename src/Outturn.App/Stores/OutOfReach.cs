using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Outturn.App.Stores;

/// <summary>Tells a store that cannot be reached (gone, locked, full, damaged, its server down) from a fault of ours.</summary>
public static class OutOfReach
{
    private static readonly int[] OfTheFile =
        [raw.SQLITE_BUSY, raw.SQLITE_LOCKED, raw.SQLITE_READONLY, raw.SQLITE_IOERR, raw.SQLITE_CORRUPT, raw.SQLITE_FULL, raw.SQLITE_CANTOPEN, raw.SQLITE_PROTOCOL, raw.SQLITE_NOTADB];

    public static bool IsBecause(Exception e) => Cause(e) switch
    {
        SqliteException sqlite => OfTheFile.Contains(sqlite.SqliteErrorCode),
        PostgresException answered => answered.IsTransient,
        NpgsqlException => true,
        _ => false,
    };

    /// <summary>What an engine said at the bottom of an exception; null where none did.</summary>
    public static DbException? Cause(Exception e)
    {
        for (Exception? at = e; at is not null; at = at.InnerException)
        {
            if (at is DbException cause)
            {
                return cause;
            }
        }

        return null;
    }
}
