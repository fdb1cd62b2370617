using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Outturn.Writer;

/// <summary>A planted fault: ends the transaction halfway and begins another, so that a change is no longer whole.</summary>
/// <param name="table">It ends before the first row of this table.</param>
internal sealed class BrokenTransaction(string table) : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await BreakAsync(command, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await BreakAsync(command, cancellationToken);
        return result;
    }

    private bool isBroken;

    /// <summary>What was written until then is committed, and nothing else yet.</summary>
    private async Task BreakAsync(DbCommand command, CancellationToken cancel)
    {
        if (isBroken || (!command.CommandText.Contains($"INSERT INTO \"{table}\"", StringComparison.Ordinal) && !command.CommandText.Contains($"INSERT INTO {table}", StringComparison.Ordinal)))
        {
            return;
        }

        isBroken = true;

        await using var between = command.Connection!.CreateCommand();
        between.CommandText = "COMMIT; BEGIN IMMEDIATE";
        await between.ExecuteNonQueryAsync(cancel);
        await Console.Out.WriteLineAsync("half");
        await Console.Out.FlushAsync(cancel);
        await Console.In.ReadLineAsync(cancel);
    }
}

/// <summary>Names this program's assembly to the tests that start it.</summary>
public static class Marker;
