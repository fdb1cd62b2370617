using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Outturn.Public;
using Outturn.Tests.PublicSite;

namespace Outturn.BrowserTests.PublicPages;

/// <summary>The public site of the example county, and a browser to look at it.</summary>
public sealed class PublicCouncil : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("outturn-public-");
    private Chromium chromium = null!;
    private WebApplication app = null!;

    public Uri Address { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        chromium = await Chromium.StartAsync();
        var store = Path.Combine(folder.FullName, "public.db");
        var example = await PublicExample.MakeAsync(store, Repository.Path("examples", "wealdshire"));
        await example.MapAsync(NationalData.File, Repository.Path("examples", "wealdshire"), "E10000016");
        app = PublicHost.Build(new PublicOptions(store, kestrel => kestrel.Listen(IPAddress.Loopback, 0), PerMinute: 0));
        await app.StartAsync();
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <summary>A window without script: the pages need none.</summary>
    public async Task<Window> OpenAsync(int width, bool scripts = true) => await Window.OpenAsync(await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
    {
        BaseURL = Address.ToString(), ViewportSize = new ViewportSize { Width = width, Height = Window.Height }, JavaScriptEnabled = scripts, Locale = "en-GB", TimezoneId = "Europe/London", ReducedMotion = ReducedMotion.Reduce,
    }));

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await chromium.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
