using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores;

namespace Outturn.App.Backups;

/// <summary>The tables of a store as canonical lines, the same for both engines.</summary>
internal static class TableDump
{
    /// <summary>In the order in which they can be filled: what others refer to comes first.</summary>
    private static readonly string[] First = ["store", "audit_entry", "chain_head", "wording", "stored_file", "account"];

    /// <summary>What is of this place and this hour alone: a restored store has no session that is still open and no link that can still be followed.</summary>
    private static readonly Type[] NotKept = [typeof(BackupMade), typeof(People.Session), typeof(People.Invitation), typeof(Mail.MailSenderRow), typeof(Mail.CalendarAddress), typeof(Api.ApiToken)];

    /// <summary>Every table that a backup holds.</summary>
    public static IReadOnlyList<FactTable> Tables(DbContext db)
    {
        var all = FactTable.All(db.Model).Where(table => !NotKept.Contains(table.Entity.ClrType)).ToList();
        return [.. First.Select(name => all.First(table => table.Name == name)), .. all.Where(table => !First.Contains(table.Name))];
    }

    /// <summary>Writes a table's lines, and says what they come to.</summary>
    /// <param name="to">Null where only the digest is wanted.</param>
    public static async Task<BackupTable> WriteAsync(DbConnection connection, FactTable table, Stream? to, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var line = new CanonicalLine();
        var (rows, bytes) = (0L, 0L);
        await using var command = connection.CreateCommand();
        command.CommandText = table.Select();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            table.Write(line, reader);
            hash.AppendData(line.Bytes);
            to?.Write(line.Bytes);
            (rows, bytes) = (rows + 1, bytes + line.Bytes.Length);
        }

        return new BackupTable(table.Name, rows, bytes, Convert.ToHexStringLower(hash.GetCurrentHash()));
    }
}
