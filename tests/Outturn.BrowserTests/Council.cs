using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Outturn.App.People;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.BrowserTests.Accounts;
using Outturn.Core.People;
using Outturn.Web;
using Outturn.Web.Access;

namespace Outturn.BrowserTests;

/// <summary>The example county with its pages served, and a browser to look at them. It is shared by all tests: one that changes what others look at takes a copy.</summary>
public sealed class Council : IAsyncLifetime, IAsyncDisposable
{
    public const string Name = "Council";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("outturn-pages-");
    private readonly SetClock clock = new();
    private readonly Dictionary<WindowOptions, Window> kept = [];
    private Chromium? chromium;
    private IBrowser browser = null!;
    private WebApplication app = null!;
    private Store store = null!;
    private int newcomers;

    /// <summary>Where the pages are: by this name a browser takes the connection for as safe as https.</summary>
    public Uri Address { get; private set; } = null!;

    public Store Store => store;

    public IServiceProvider Services => app.Services;

    /// <summary>Who may open every page.</summary>
    public Colleague Administrator { get; private set; } = null!;

    private string StoreFile => Path.Combine(folder.FullName, "wealdshire.db");

    /// <summary>The store as it was made, before anybody used it.</summary>
    private string FirstFile => Path.Combine(folder.FullName, "first.db");

    public async Task InitializeAsync()
    {
        chromium = await Chromium.StartAsync();
        browser = chromium.Browser;
        Administrator = await ExampleStore.MakeAsync(FirstFile, clock);
        await ServeAsync(FirstFile);
    }

    /// <summary>The same county in a store and under a clock of its own, as it was in the beginning.</summary>
    public async Task<Council> CopyAsync()
    {
        var copy = new Council { browser = browser, Administrator = Administrator };
        await copy.ServeAsync(FirstFile);
        return copy;
    }

    /// <summary>Sets the clock on, and back when the test is done.</summary>
    public IDisposable Later(TimeSpan by) => clock.Later(by);

    public async Task<CouncilNow> NowAsync() => await Services.GetRequiredService<LiveCouncil>().ReadAsync(default);

    /// <summary>Somebody new, so that what a test does to an account is nothing to another.</summary>
    public async Task<Colleague> NewcomerAsync(Role role = Role.Analyst)
    {
        var number = Interlocked.Increment(ref newcomers);
        var person = new Person($"n.{number}", $"Newcomer {number} (fictional)", [role], role.IsOfOwnServices() ? ["Finance"] : [], []);
        Assert.IsType<PersonResult.Kept>(await StoredPeople.KeepAsync(store, person, "test", null, default));
        return new Colleague(person.Account);
    }

    /// <summary>Somebody new who has set their password and authenticator already.</summary>
    public async Task<Colleague> SignedUpAsync(Role role = Role.Analyst) => await Colleague.SignedUpAsync(store, (await NewcomerAsync(role)).Account);

    /// <summary>Lets somebody who has signed in wrongly try again at once.</summary>
    public void ForgetFailures(string account) => Services.GetRequiredService<Guessing>().Succeeded(account);

    /// <summary>The link that an administrator would hand to somebody.</summary>
    public async Task<string> InviteAsync(string account) => $"/account/start/{await Services.GetRequiredService<Invitations>().InviteAsync(account, "test", default)}";

    /// <summary>A session as signing in begins one, without the steps.</summary>
    public Task<string> BeginSessionAsync(string account) => Services.GetRequiredService<Sessions>().BeginAsync(account, "A browser of the tests", "127.0.0.1", default);

    /// <summary>An empty window of a browser of its own: nobody has signed in there.</summary>
    public async Task<Window> OpenAsync(WindowOptions? options = null, string? session = null)
    {
        var (width, scripts) = options ?? new WindowOptions();
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(), ViewportSize = new ViewportSize { Width = width, Height = Window.Height }, JavaScriptEnabled = scripts, Locale = "en-GB", TimezoneId = "Europe/London",
            ReducedMotion = ReducedMotion.Reduce,
        });
        var window = await Window.OpenAsync(context);
        if (session is not null)
        {
            await window.KeepSessionAsync(session, Address);
        }

        return window;
    }

    /// <summary>A window that is kept, for looking at page after page: to open one takes longer than to look. It is cleared of who was in it, and nobody else may hold it.</summary>
    public async Task<Window> ReuseAsync(WindowOptions options, string? session)
    {
        if (!kept.TryGetValue(options, out var window))
        {
            kept.Add(options, window = await OpenAsync(options));
        }

        await window.ClearAsync(options.Width);
        if (session is not null)
        {
            await window.KeepSessionAsync(session, Address);
        }

        return window;
    }

    /// <summary>A window in which somebody has signed in.</summary>
    public async Task<Window> OpenAsAsync(string account, WindowOptions? options = null) => await OpenAsync(options, await BeginSessionAsync(account));

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        Store.Release(store.Address);
        folder.Delete(recursive: true);
    }

    private async Task ServeAsync(string from)
    {
        File.Copy(from, StoreFile);
        store = Assert.IsType<StoreResult.Opened>(await Store.OpenAsync(StoreAddress.Read(StoreFile, out _)!, clock, default)).Store;
        var options = new ServeOptions([new Uri("http://localhost:0")], Path.Combine(folder.FullName, "keys")) { Reference = NationalData.File };
        Assert.Null(options.Refusal());
        app = StaffHost.Build(store, options);
        await app.StartAsync();
        var port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
        Address = new Uri($"http://localhost:{port}");
    }
}

[CollectionDefinition(Council.Name)]
public sealed class OneCouncil : ICollectionFixture<Council>;
