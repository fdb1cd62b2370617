using System.Data.Common;
using Outturn.App.Stores;

namespace Outturn.App.Backups;

/// <summary>What came of bringing a store up to date.</summary>
public abstract record UpgradeResult
{
    private UpgradeResult()
    {
    }

    /// <param name="Steps">The scripts that were applied; none where it was up to date.</param>
    /// <param name="Backup">The copy that was made first; null where nothing had to be done.</param>
    public sealed record Done(IReadOnlyList<string> Steps, string? Backup) : UpgradeResult;

    /// <summary>The store is as it was.</summary>
    public sealed record Refused(string Reason) : UpgradeResult;
}

/// <summary>Brings a store of an earlier Outturn up to date: a copy first, then every pending script in one transaction, under the lock of the one writer.</summary>
public static class Upgrade
{
    public static Task<UpgradeResult> RunAsync(StoreAddress address, string copyTo, TimeProvider clock, CancellationToken cancel) =>
        RunAsync(address, copyTo, SchemaScripts.For(Engine.Of(address)), clock, cancel);

    internal static async Task<UpgradeResult> RunAsync(StoreAddress address, string copyTo, IReadOnlyList<SchemaScript> scripts, TimeProvider clock, CancellationToken cancel)
    {
        var engine = Engine.Of(address);
        try
        {
            if (engine.Refusal() is { } refusal || !await engine.ExistsAsync(cancel))
            {
                return new UpgradeResult.Refused(engine.Refusal() ?? $"There is no store at {address}.");
            }

            await using var connection = await engine.OpenAsync(cancel);
            await engine.BeginWriteAsync(connection, cancel);
            var isOpen = true;
            try
            {
                var state = await SchemaScripts.StateAsync(engine, connection, scripts, cancel);
                if (state.Refusal is { } mismatch)
                {
                    return new UpgradeResult.Refused(mismatch);
                }

                if (state.Pending.Count == 0)
                {
                    return new UpgradeResult.Done([], null);
                }

                if (File.Exists(copyTo))
                {
                    return new UpgradeResult.Refused($"{copyTo} is there already: name another file for the copy that is made first.");
                }

                await engine.CopyAsync(connection, copyTo, cancel);
                await SchemaScripts.ApplyAsync(engine, connection, state.Pending, clock.GetUtcNow().UtcDateTime, cancel);
                await connection.RunAsync("COMMIT", CancellationToken.None);
                isOpen = false;
                return new UpgradeResult.Done([.. state.Pending.Select(script => script.Name)], copyTo);
            }
            finally
            {
                if (isOpen)
                {
                    await connection.RunAsync("ROLLBACK", CancellationToken.None);
                }
            }
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException)
        {
            return new UpgradeResult.Refused($"The store could not be brought up to date and is as it was: {e.Message}");
        }
    }
}
