using System.CommandLine;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Outturn.App.People;
using Outturn.App.Reference;
using Outturn.App.Stores;
using Outturn.Public;
using Outturn.Web;

namespace Outturn.Cli.Serve;

/// <summary>Serves a store's pages until it is stopped, and hands out the first administrator's link.</summary>
internal static class Serving
{
    public const string StandardAddress = "http://localhost:5080";

    private const string FirstLinkFile = "first-start.txt";

    public static string KeysFolder(Store store) => store.Address is StoreAddress.SqliteFile { Path: var path } ? path + ".keys" : Path.GetFullPath("outturn.keys");

    public static async Task<int> RunAsync(Store store, ServeOptions options, InvocationConfiguration streams, CancellationToken cancel, PublicOptions? published = null)
    {
        if (options.Refusal() is { } refusal)
        {
            streams.Error.WriteLine($"outturn: {refusal}");
            return ExitCode.Refused;
        }

        return await HoldAsync(async () =>
        {
            MakePrivate(options.KeysFolder);
            await using var app = StaffHost.Build(store, options);
            await using var site = published is null ? null : PublicHost.Build(published);
            await app.StartAsync(cancel);
            var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
            streams.Output.WriteLine($"Outturn serves {store.Address} at {string.Join(" and ", addresses.Distinct())}");
            if (site is not null)
            {
                await site.StartAsync(cancel);
                streams.Output.WriteLine($"The public site, from {published!.Store}, is at {string.Join(" and ", site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Distinct())}");
            }

            if (options.Reference is { } national && await ReferenceStore.RefusalAsync(national, cancel) is { } missing)
            {
                streams.Error.WriteLine($"outturn: {missing} Until then the outcomes pages have no national data.");
            }

            await HandOutFirstLinkAsync(app.Services.GetRequiredService<Invitations>(), options, options.Reached(new Uri(addresses.First())), streams, cancel);
            streams.Output.WriteLine("Ctrl+C stops it.");
            await streams.Output.FlushAsync(CancellationToken.None);
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel, app.Lifetime.ApplicationStopping);
            await WaitAsync(ended.Token);
            await app.StopAsync(CancellationToken.None);
            await (site?.StopAsync(CancellationToken.None) ?? Task.CompletedTask);
        }, streams);
    }

    /// <summary>Serves until that ends, and says in a sentence why where it cannot begin.</summary>
    public static async Task<int> HoldAsync(Func<Task> serve, InvocationConfiguration streams)
    {
        try
        {
            await serve();
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Net.Sockets.SocketException or CryptographicException or FormatException)
        {
            streams.Error.WriteLine($"outturn: it cannot be served: {e.Message}{(e.InnerException is AddressInUseException ? " Stop what listens there, or name another address with --listen." : "")}");
            return ExitCode.Refused;
        }
    }

    private static async Task HandOutFirstLinkAsync(Invitations invitations, ServeOptions options, Uri address, InvocationConfiguration streams, CancellationToken cancel)
    {
        var file = Path.Combine(options.KeysFolder, FirstLinkFile);
        File.Delete(file);
        if (await invitations.FirstAsync(cancel) is not { } code)
        {
            return;
        }

        var link = new Uri(address, $"/account/start/{code}").ToString();
        await using (var text = new StreamWriter(new FileStream(file, PrivateFile())))
        {
            await text.WriteLineAsync(link);
        }

        streams.Output.WriteLine($"""

            Nobody can sign in yet. The first administrator begins here (good once, for seven days; also in {file}):
              {link}

            """);
    }

    private static FileStreamOptions PrivateFile()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    /// <summary>What lies in it opens what browsers hold: for the account alone under which the program runs.</summary>
    private static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Waits until it is to stop.</summary>
    public static async Task WaitAsync(CancellationToken cancel)
    {
        var stopped = new TaskCompletionSource();
        await using var registration = cancel.Register(stopped.SetResult);
        await stopped.Task;
    }
}
