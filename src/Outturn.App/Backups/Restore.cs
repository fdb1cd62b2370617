using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Outturn.App.Audit;
using Outturn.App.Mail;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.Observations;
using Outturn.Core.Periods;

namespace Outturn.App.Backups;

/// <summary>What came of restoring a backup.</summary>
public abstract record RestoreResult
{
    private RestoreResult()
    {
    }

    /// <param name="Breaks">Where the audit trail was broken already when the backup was made; nothing where it is whole.</param>
    public sealed record Restored(BackupManifest Manifest, IReadOnlyList<AuditBreak> Breaks) : RestoreResult;

    /// <summary>Nothing was left behind.</summary>
    public sealed record Refused(string Reason) : RestoreResult;
}

/// <summary>Makes a store of a backup, on either engine, where there is nothing yet: the whole of it or nothing.</summary>
public static class Restore
{
    private const string Unfinished = ".restoring";

    /// <param name="acceptsBrokenTrail">Restores what it can although the audit trail was broken when the backup was made.</param>
    public static Task<RestoreResult> RunAsync(string path, StoreAddress address, bool acceptsBrokenTrail, TimeProvider clock, IProgress<string>? progress, CancellationToken cancel) =>
        RunAsync(path, address, SchemaScripts.For(Engine.Of(address)), acceptsBrokenTrail, clock, progress, cancel);

    internal static async Task<RestoreResult> RunAsync(
        string path, StoreAddress address, IReadOnlyList<SchemaScript> scripts, bool acceptsBrokenTrail, TimeProvider clock, IProgress<string>? progress, CancellationToken cancel)
    {
        var engine = Engine.Of(address);
        if (engine.Refusal() is { } refusal)
        {
            return new RestoreResult.Refused(refusal);
        }

        try
        {
            if (await engine.ExistsAsync(cancel))
            {
                return new RestoreResult.Refused($"There is something at {address} already, and a restore never writes over it: move it away first, or name another place.");
            }

            using var archive = Archive.Open(path);
            var known = scripts.Select(script => script.Number).ToHashSet();
            if (archive.Manifest.Scripts.FirstOrDefault(script => !known.Contains(script.Number)) is { } newer)
            {
                return new RestoreResult.Refused($"{path} was made by a newer Outturn ({newer.Name}): restore it with that one, or a later.");
            }

            return address is StoreAddress.SqliteFile file
                ? await IntoFileAsync(archive, file, scripts, acceptsBrokenTrail, clock, progress, cancel)
                : await IntoAsync(archive, address, scripts, acceptsBrokenTrail, clock, progress, cancel);
        }
        catch (InvalidDataException e)
        {
            return new RestoreResult.Refused($"{path} is damaged or no backup: {e.Message.TrimEnd('.')}. Nothing was restored.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new RestoreResult.Refused($"{path} cannot be read, or the store not be written: {e.Message}");
        }
        catch (DbException e)
        {
            return new RestoreResult.Refused($"The store at {address} cannot be made: {e.Message}");
        }
    }

    /// <summary>The file takes its place when it is whole.</summary>
    private static async Task<RestoreResult> IntoFileAsync(
        Archive archive, StoreAddress.SqliteFile file, IReadOnlyList<SchemaScript> scripts, bool acceptsBrokenTrail, TimeProvider clock, IProgress<string>? progress, CancellationToken cancel)
    {
        var unfinished = new StoreAddress.SqliteFile(file.Path + Unfinished);
        try
        {
            File.Delete(unfinished.Path);
            var result = await IntoAsync(archive, unfinished, scripts, acceptsBrokenTrail, clock, progress, cancel);
            SqliteEngine.Release(unfinished.Path);
            if (result is RestoreResult.Restored)
            {
                if (archive.Manifest.Keys is { Count: > 0 })
                {
                    var folder = Directory.CreateDirectory(Backup.KeysFolder(file)!);
                    foreach (var (name, content) in archive.Keys())
                    {
                        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), content, cancel);
                    }
                }

                File.Move(unfinished.Path, file.Path);
            }

            return result;
        }
        finally
        {
            SqliteEngine.Release(unfinished.Path);
            foreach (var left in new[] { unfinished.Path, unfinished.Path + "-wal", unfinished.Path + "-shm" })
            {
                File.Delete(left);
            }
        }
    }

    private static async Task<RestoreResult> IntoAsync(
        Archive archive, StoreAddress address, IReadOnlyList<SchemaScript> scripts, bool acceptsBrokenTrail, TimeProvider clock, IProgress<string>? progress, CancellationToken cancel)
    {
        var engine = Engine.Of(address);
        engine.MakePlace();
        await using var connection = await engine.OpenAsync(cancel);
        await engine.BeginWriteAsync(connection, cancel);
        var isOpen = true;
        try
        {
            // An archive of an earlier version goes into the tables of its day, which are then brought up to date as a store's are.
            var (now, had) = (clock.GetUtcNow().UtcDateTime, archive.Manifest.Scripts.Select(script => script.Number).ToHashSet());
            await SchemaScripts.ApplyAsync(engine, connection, [.. scripts.Where(script => had.Contains(script.Number))], now, cancel);
            await using var db = Store.ContextFor(engine, connection, []);
            HashSet<string> taken = [];
            foreach (var today in TableDump.Tables(db))
            {
                if (!await engine.HasTableAsync(connection, today.Name, cancel))
                {
                    continue;
                }

                taken.Add(today.Name);
                var table = today.With(await ColumnsAsync(connection, today.Name, cancel));
                progress?.Report($"Restoring {table.Name.Replace('_', ' ')} ...");
                await (table.Entity.ClrType == typeof(ObservationFact)
                    ? engine.AddAsync(connection, Observations(archive, table), cancel)
                    : FillAsync(connection, archive, table, cancel));
                var filled = await TableDump.WriteAsync(connection, table, null, cancel);
                if (filled != archive.Manifest.Tables.First(known => known.Name == table.Name))
                {
                    throw new InvalidDataException($"the table {table.Name} did not come out as it went in");
                }
            }

            if (archive.Manifest.Tables.Select(table => table.Name).Except(taken).FirstOrDefault() is { } stray)
            {
                throw new InvalidDataException($"it has a table {stray}, which its scripts do not make");
            }

            await SchemaScripts.ApplyAsync(engine, connection, [.. scripts.Where(script => !had.Contains(script.Number))], now, cancel);
            progress?.Report("Verifying the audit trail ...");
            var verdict = await AuditTrail.VerifyAsync(db, (archive.Manifest.HeadNumber, archive.Manifest.HeadHash) is var noted && noted.HeadNumber > 0 ? noted : null, null, cancel);
            if (!verdict.IsWhole && !acceptsBrokenTrail)
            {
                return new RestoreResult.Refused($"The audit trail in the backup is broken ({verdict.Breaks[0]}), so the store was not what had been written when it was made. --accept-broken-trail restores it all the same.");
            }

            await HoldMailAsync(db, clock, cancel);
            await connection.RunAsync("COMMIT", CancellationToken.None);
            isOpen = false;
            return new RestoreResult.Restored(archive.Manifest, verdict.Breaks);
        }
        finally
        {
            if (isOpen)
            {
                await connection.RunAsync("ROLLBACK", CancellationToken.None);
            }
        }
    }

    /// <summary>What waited to be sent when the backup was made may have been sent since: a person decides.</summary>
    private static Task<int> HoldMailAsync(CouncilDb db, TimeProvider clock, CancellationToken cancel)
    {
        var now = new DateTime(clock.GetUtcNow().UtcTicks / 10 * 10, DateTimeKind.Utc);
        return db.Set<OutboxMessage>().Where(row => row.State == MailState.Waiting || row.State == MailState.Sending || row.State == MailState.HandedOver)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, MailState.Unknown).SetProperty(row => row.Changed, now).SetProperty(row => row.Reason, "It waited when the backup was made that this store was restored from, and may have been sent since."), cancel);
    }

    private static async Task<IReadOnlyCollection<string>> ColumnsAsync(DbConnection connection, string table, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table} WHERE 1 = 0";
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    private static async Task FillAsync(DbConnection connection, Archive archive, FactTable table, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table.Name} ({string.Join(", ", table.Columns)}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"))})";
        foreach (var i in Enumerable.Range(0, table.Columns.Count))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }

        var (reader, values) = (new LineReader(table), new object?[table.Columns.Count]);
        foreach (var line in archive.Lines(table.Name))
        {
            reader.Read(line.Span, values);
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters[i].Value = values[i] ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static IEnumerable<ObservationFact> Observations(Archive archive, FactTable table)
    {
        var (reader, values) = (new LineReader(table), new object?[table.Columns.Count]);
        int Place(string column) => table.Columns.ToList().IndexOf(column);
        var (reference, frequency, ordinal, version, entry, withdrawn) = (Place("ref"), Place("frequency"), Place("ordinal"), Place("version"), Place("entry"), Place("withdrawn"));
        var (value, numerator, denominator, marker) = (Place("value"), Place("numerator"), Place("denominator"), Place("marker"));
        var (ytd, previous, accepted, note) = (Place("ytd_given"), Place("previous_given"), Place("accepted_words"), Place("note_words"));
        foreach (var line in archive.Lines(table.Name))
        {
            reader.Read(line.Span, values);
            var fact = new ObservationFact
            {
                Ref = (string)values[reference]!, Frequency = (Frequency)values[frequency]!, Ordinal = (int)values[ordinal]!, Version = (int)values[version]!, Entry = (long)values[entry]!,
                Value = (decimal?)values[value], Numerator = (decimal?)values[numerator], Denominator = (decimal?)values[denominator], Marker = (Marker)values[marker]!,
                YtdGiven = (decimal?)values[ytd], PreviousGiven = (decimal?)values[previous], AcceptedWords = (string?)values[accepted], NoteWords = (string?)values[note],
            };
            yield return (bool)values[withdrawn]! ? fact.Restored() : fact;
        }
    }
}
