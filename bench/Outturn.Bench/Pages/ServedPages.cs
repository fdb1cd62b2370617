using System.Diagnostics;
using System.Globalization;
using Outturn.App.People;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.People;

namespace Outturn.Bench.Pages;

/// <summary>The example county's pages, served by the program as users start it, with a session of an analyst.</summary>
internal sealed class ServedPages : IDisposable
{
    /// <summary>Clock ticks of the kernel in a second, on every Linux there is.</summary>
    private const double TicksASecond = 100;

    private readonly Process server;

    private ServedPages(Process server, Uri address, string session) => (this.server, Address, Session) = (server, address, session);

    public Uri Address { get; }

    /// <summary>The cookie that an analyst's browser sends.</summary>
    public string Session { get; }

    /// <summary>Processor time the server has used so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            var stat = File.ReadAllText($"/proc/{server.Id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return TimeSpan.FromSeconds((long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksASecond);
        }
    }

    /// <summary>Memory it holds now, in MB.</summary>
    public double Megabytes => long.Parse(File.ReadLines($"/proc/{server.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024.0;

    public static async Task<ServedPages> StartAsync(BenchFolder folder)
    {
        WholeProcess.Run(folder.Outturn, "--version");
        var file = folder.NewStore("pages.db");
        var store = ((StoreResult.Opened)await Store.CreateAsync(StoreAddress.Read(file, out _)!, TimeProvider.System, CancellationToken.None)).Store;
        var council = (FolderResult.Read)CouncilFolder.Read(folder.County);
        await RegisterImport.RunAsync(store, council, council.Template, new Act("analyst", "import", "wealdshire"), new ImportOptions(), CancellationToken.None);
        await StoredPeople.KeepAsync(store, new Person("analyst", "Chief Analyst (fictional)", [Role.Administrator], [], []), "bench", null, CancellationToken.None);
        var session = await new Sessions(store).BeginAsync("analyst", "bench", "127.0.0.1", CancellationToken.None);

        var server = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(folder.Root, "artifacts", "outturn", "outturn.dll"), "serve", "--store", file, "--listen", "http://127.0.0.1:0", "--keys", folder.Path("pages.keys")]) { RedirectStandardOutput = true })!;
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split(" at ") is [.., var address] && Uri.TryCreate(address, UriKind.Absolute, out var uri))
            {
                _ = server.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new ServedPages(server, uri, $"__Host-outturn={session}");
            }
        }

        throw new InvalidOperationException("The pages were not served.");
    }

    public void Dispose()
    {
        server.Kill();
        server.WaitForExit();
        server.Dispose();
    }
}
