using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Outturn.App.Audit;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;

namespace Outturn.App.Backups;

/// <summary>One thing that doctor looked at.</summary>
/// <param name="Mend">The command that mends it, or what else to do; null where it is in order.</param>
public sealed record DoctorLine(bool IsWell, string What, string? Mend = null);

/// <summary>Looks over a store: what is in order, and the command that mends what is not.</summary>
public static class Doctor
{
    private const long LeastFree = 500L * 1024 * 1024;
    private static readonly TimeSpan OldBackup = TimeSpan.FromDays(7);

    public static async Task<IReadOnlyList<DoctorLine>> LookAsync(StoreAddress address, TimeProvider clock, CancellationToken cancel)
    {
        var engine = Engine.Of(address);
        if (engine.Refusal() is { } refusal)
        {
            return [new DoctorLine(false, refusal, "move the store to a disk of this machine, or use PostgreSQL")];
        }

        try
        {
            if (!await engine.ExistsAsync(cancel))
            {
                return [new DoctorLine(false, $"There is no store at {address}.", "outturn init, or outturn restore FILE.zip")];
            }

            await using var connection = await engine.OpenAsync(cancel);
            if (!await engine.HasTableAsync(connection, "store", cancel))
            {
                return [new DoctorLine(false, $"{address} is a database, but not a council's store.", "outturn init at another place")];
            }

            List<DoctorLine> lines = [new(true, $"The store is at {address}."), .. await engine.LookAsync(connection, cancel)];
            var state = await SchemaScripts.StateAsync(engine, connection, SchemaScripts.For(engine), cancel);
            lines.Add(state.Refusal is { } mismatch ? new DoctorLine(false, mismatch, "restore a backup made by this version, or use the version that made it")
                : state.Pending.Count > 0 ? new DoctorLine(false, $"The store is {state.Pending.Count} step{(state.Pending.Count == 1 ? "" : "s")} behind this program.", "outturn upgrade")
                : new DoctorLine(true, "Its tables are those of this program."));
            if (lines.TrueForAll(line => line.IsWell) || state is { Refusal: null, Pending.Count: 0 })
            {
                await using var db = Store.ContextFor(engine, connection, []);
                lines.AddRange(await ContentAsync(db, clock, cancel));
            }

            if (address is StoreAddress.SqliteFile file && FreeAt(file.Path) is { } free)
            {
                lines.Add(free >= LeastFree ? new DoctorLine(true, $"{free / 1024 / 1024:N0} MB are free on its disk.") : new DoctorLine(false, $"Only {free / 1024 / 1024:N0} MB are free on its disk.", "make room, or move the store to a larger disk"));
            }

            return lines;
        }
        catch (DbException e)
        {
            return [new DoctorLine(false, $"The store at {address} cannot be read: {e.Message}", "outturn restore FILE.zip with your last backup, at another place")];
        }
    }

    private static async Task<IEnumerable<DoctorLine>> ContentAsync(CouncilDb db, TimeProvider clock, CancellationToken cancel)
    {
        List<DoctorLine> lines = [];
        var verdict = await AuditTrail.VerifyAsync(db, null, null, cancel);
        lines.Add(verdict.IsWhole ? new DoctorLine(true, $"The audit trail is whole: {verdict.Entries:N0} entries, {verdict.Facts:N0} facts.")
            : new DoctorLine(false, $"The audit trail is broken: {verdict.Breaks[0]}", "outturn audit verify names every place; restore the last backup from before it"));
        try
        {
            var register = await StoredRegister.ReadAsync(db, long.MaxValue, UkTime.DayOf(clock.GetUtcNow().UtcDateTime), cancel, withFigures: false);
            lines.Add(register is null ? new DoctorLine(false, "It holds no council yet.", "outturn import FOLDER")
                : new DoctorLine(true, $"It holds {register.Council.Name}: {register.Indicators.Count:N0} indicators."));
        }
        catch (Exception e) when (e is KeyNotFoundException or ArgumentException or IndexOutOfRangeException)
        {
            lines.Add(new DoctorLine(false, $"Its register does not hold together: {e.Message}", "outturn audit list says what changed last; import the folder that is right"));
        }

        var known = db.Set<DescriptionFact>().Select(fact => fact.Ref);
        var strangers = await db.Observations.Where(fact => !known.Contains(fact.Ref)).Select(fact => fact.Ref).Distinct().OrderBy(reference => reference).Take(5).ToListAsync(cancel);
        lines.Add(strangers.Count == 0 ? new DoctorLine(true, "Every figure has its indicator.") : new DoctorLine(false, $"There are figures of indicators that the register does not know: {string.Join(", ", strangers)}.", "outturn import FOLDER with these indicators in it"));
        var made = await db.BackupsMade.AsNoTracking().SingleOrDefaultAsync(cancel);
        var age = made is null ? TimeSpan.MaxValue : clock.GetUtcNow().UtcDateTime - DateTime.SpecifyKind(made.At, DateTimeKind.Utc);
        lines.Add(made is null ? new DoctorLine(false, "No backup was made yet.", "outturn backup FILE.zip")
            : made.HeadNumber < verdict.Entries && age > OldBackup ? new DoctorLine(false, $"The last backup, {made.File}, is {age.TotalDays:0} days old, and there were {verdict.Entries - made.HeadNumber:N0} changes since.", "outturn backup FILE.zip")
            : new DoctorLine(true, $"The last backup is {made.File}, of {UkTime.Text(made.At)}{(made.HeadNumber < verdict.Entries ? $"; {verdict.Entries - made.HeadNumber:N0} changes since" : "")}."));
        return lines;
    }

    private static long? FreeAt(string path)
    {
        try
        {
            return DriveInfo.GetDrives().Where(drive => path.StartsWith(drive.RootDirectory.FullName, StringComparison.Ordinal)).MaxBy(drive => drive.RootDirectory.FullName.Length)?.AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
