using System.Diagnostics;
using Npgsql;

namespace Outturn.Tests.Stores;

/// <summary>A PostgreSQL server of the tests' own: made on first use, reached by a socket in its folder and by nothing else, gone with the tests.</summary>
/// <remarks>
/// A shell keeps the server and reads from a pipe that this process holds. However this process ends, the pipe ends with it, and the shell
/// then stops the server and deletes its folder. What a shell that was itself killed left behind, the next one clears away.
/// </remarks>
internal sealed class PostgresCluster : IDisposable
{
    private const string Database = "postgres";

    private const string Keeper = """
        trap '' PIPE
        trap 'exit 1' INT TERM HUP
        for old in /tmp/outturn-pg-*; do
          if [ -f "$old/keeper" ] && ! kill -0 "$(cat "$old/keeper")" 2>/dev/null; then
            "$1/pg_ctl" -D "$old/data" -m immediate stop >/dev/null 2>&1
            rm -rf "$old"
          fi
        done
        dir=$(mktemp -d /tmp/outturn-pg-XXXXXX) || exit 1
        echo $$ >"$dir/keeper"
        trap 'rm -rf "$dir"' EXIT
        "$1/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$dir/log" 2>&1 || { cat "$dir/log" >&2; exit 1; }
        "$1/postgres" -D "$dir/data" -k "$dir" -c listen_addresses= -c max_connections=120 -c TimeZone=UTC -c log_timezone=UTC $2 >>"$dir/log" 2>&1 </dev/null &
        server=$!
        trap 'kill -QUIT $server 2>/dev/null; wait $server; rm -rf "$dir"' EXIT
        until "$1/pg_isready" -q -h "$dir"; do
          kill -0 $server 2>/dev/null || { cat "$dir/log" >&2; exit 1; }
          sleep 0.05
        done
        echo "$dir"
        cat >/dev/null
        """;

    private const string NotDurable = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off";

    private static readonly Lazy<PostgresCluster> Ordinary = new(() => new PostgresCluster(durable: false));
    private static readonly Lazy<PostgresCluster> Durable = new(() => new PostgresCluster(durable: true));

    private readonly Process keeper;
    private readonly string socket;
    private int schemas;

    /// <param name="durable">Whether a commit is on the disk when it is acknowledged, as in a council's own server.</param>
    /// <exception cref="InvalidOperationException">The server did not start; the message is its own.</exception>
    internal PostgresCluster(bool durable)
    {
        string[] shell = ["sh", "-c", Keeper, "keeper", Binaries(), durable ? "" : NotDurable];
        string[] command = Environment.UserName == "root" ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", .. shell] : shell;
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = "/tmp",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        keeper = Process.Start(start)!;
        socket = keeper.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException($"The tests' PostgreSQL did not start: {keeper.StandardError.ReadToEnd()}");
    }

    /// <summary>The folder in which the server lives.</summary>
    internal string Folder => socket;

    /// <summary>A new and empty schema, which goes when it is disposed of.</summary>
    public static PostgresSchema Schema(bool durable = false)
    {
        var cluster = Of(durable);
        return new PostgresSchema(cluster.To(Database), $"council_{Interlocked.Increment(ref cluster.schemas)}");
    }

    /// <summary>To a database of the server, "postgres" where nobody has made another.</summary>
    public static string ConnectionString(string database = Database, bool durable = false) => Of(durable).To(database);

    /// <summary>Stops the server and deletes its folder; the two that the tests share are never disposed of, they go with the process.</summary>
    public void Dispose()
    {
        keeper.StandardInput.Close();
        keeper.WaitForExit();
        keeper.Dispose();
    }

    internal string To(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = socket,
        Database = database,
        Username = "postgres",
        ConnectionIdleLifetime = 5,
        ConnectionPruningInterval = 1,
    }.ConnectionString;

    private static PostgresCluster Of(bool durable) => (durable ? Durable : Ordinary).Value;

    /// <summary>Where initdb stands with all that belongs to it: what PATH names may be a link to it alone.</summary>
    private static string Binaries()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, "initdb")).Where(File.Exists)
            .Select(path => Path.GetDirectoryName(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path)!);
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
            : [];
        return onPath.Concat(debian).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "postgres")))
            ?? throw new InvalidOperationException("These tests need PostgreSQL 15: ./test installs it, or says how.");
    }
}
