using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Outturn.Public;
using Outturn.Tests.Architecture;

namespace Outturn.Tests.PublicSite;

/// <summary>A public site, served over a store of its own that is gone afterwards.</summary>
internal sealed class OwnSite : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly WebApplication app;

    private OwnSite(DirectoryInfo folder, string store, WebApplication app, HttpClient http, PublicExample example) => (this.folder, Store, this.app, Http, Example) = (folder, store, app, http, example);

    public string Store { get; }

    public HttpClient Http { get; }

    public PublicExample Example { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>The example county's.</summary>
    /// <param name="perMinute">How many requests one address may make in a minute; 0 for any number.</param>
    public static async Task<OwnSite> StartAsync(int perMinute = 0, string? contact = null)
    {
        var folder = Directory.CreateTempSubdirectory("outturn-public-");
        var store = Path.Combine(folder.FullName, "public.db");
        return await OverAsync(folder, store, await PublicExample.MakeAsync(store, Path.Combine(SourceTree.Root, "examples", "wealdshire")), perMinute, contact);
    }

    public static async Task<OwnSite> OverAsync(DirectoryInfo folder, string store, PublicExample? example = null, int perMinute = 0, string? contact = null)
    {
        var app = PublicHost.Build(new PublicOptions(store, kestrel => kestrel.Listen(IPAddress.Loopback, 0), PerMinute: perMinute, Contact: contact));
        await app.StartAsync();
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        };
        return new OwnSite(folder, store, app, http, example ?? new PublicExample(store));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

/// <summary>The public site of the example county, for tests that change nothing.</summary>
public sealed class ServedSite : IAsyncLifetime
{
    private OwnSite site = null!;

    public string Store => site.Store;

    public HttpClient Http => site.Http;

    public IServiceProvider Services => site.Services;

    public async Task InitializeAsync() => site = await OwnSite.StartAsync();

    public async Task DisposeAsync() => await site.DisposeAsync();
}
