using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Outturn.App.Collection;
using Outturn.App.People;
using Outturn.App.Registers;
using Outturn.App.Review;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Core.Review;
using Outturn.Tests.Import;
using Outturn.Tests.Stores;
using Outturn.Web;

namespace Outturn.Tests.StaffPages;

/// <summary>The real pages over a real store with the example county in it, and somebody of every role.</summary>
internal sealed class StaffApp : IAsyncDisposable
{
    /// <summary>The service of those whose roles reach their own.</summary>
    public const string Own = "Finance";

    private readonly TemporaryFolder keys = new();
    private readonly WebApplication app;

    private StaffApp(TestStore store, string? reference)
    {
        Council = store;
        app = StaffHost.Build(store.Store, new ServeOptions([new Uri("http://127.0.0.1:0")], keys.Path("keys")) { Reference = reference ?? OpenData.File });
    }

    public TestStore Council { get; }

    public Uri Address { get; private set; } = null!;

    public Sessions Sessions => app.Services.GetRequiredService<Sessions>();

    public IEnumerable<RouteEndpoint> Endpoints => app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <param name="reference">The national data; else those that come with Outturn.</param>
    /// <param name="area">The code of the area that the example county is taken for.</param>
    public static async Task<StaffApp> StartAsync(string engine = TestStore.Sqlite, string? reference = null, string? area = null)
    {
        var store = await TestStore.CreateAsync(engine);
        store.Clock.Now = new DateTime(2020, 5, 20, 9, 0, 0, DateTimeKind.Utc);
        var county = StoreFixture.WithQuarterly(StoreFixture.Folder("wealdshire"));
        Assert.IsType<RegisterImportResult.Compared>(await StoreFixture.TakeAsync(store, area is null ? county : county with { Register = county.Register with { Council = county.Register.Council with { Code = area } } }));
        await YearOpening.RunAsync(store.Store, Period.Year(2020), looksOnly: false, "analyst", null, CancellationToken.None);
        await Rounds.OpenAsync(store.Store, Period.Holding(Frequency.Month, new DateOnly(2020, 4, 30)), null, "analyst", null, CancellationToken.None);
        Assert.IsType<ReviewResult.Taken>(await ReviewOpening.RunAsync(
            store.Store, Period.Year(2020), register => (new ReviewPlan([new ReviewMeeting(register.Committees[0], new DateOnly(2020, 7, 29))]), null), "analyst", null, CancellationToken.None));
        foreach (var role in Roles.All)
        {
            Assert.IsType<PersonResult.Kept>(await StoredPeople.KeepAsync(store.Store, PersonOf(role), "analyst", null, CancellationToken.None));
        }

        var started = new StaffApp(store, reference);
        await started.app.StartAsync();
        started.Address = new Uri(started.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return started;
    }

    public static string Account(Role role) => role.Name().Replace(' ', '.');

    public async Task<Visitor> SignInAsync(Role role) => new(Address, await Sessions.BeginAsync(Account(role), "a test", "127.0.0.1", CancellationToken.None));

    public Visitor Nobody() => new(Address, null);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Council.Dispose();
        keys.Dispose();
    }

    private static Person PersonOf(Role role) => new(Account(role), $"The {role.Name()} (fictional)", [role], role.IsOfOwnServices() ? [Own] : [], role switch
    {
        Role.Contributor => ["payments-manager"],
        Role.Approver => ["director-finance"],
        Role.Analyst => ["chief-analyst"],
        _ => [],
    });
}

/// <summary>A browser without script, signed in or not.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient http;
    private readonly Dictionary<string, string> cookies = [];

    public Visitor(Uri address, string? session)
    {
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
        if (session is not null)
        {
            cookies["__Host-outturn"] = session;
        }
    }

    public IReadOnlyDictionary<string, string> Cookies => cookies;

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    /// <summary>Sends a form as its page would: with the token that was in the page, and what it was shown of.</summary>
    public async Task<Answer> PostAsync(string page, string to, params (string Name, string Value)[] fields)
    {
        var shown = await GetAsync(page);
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        return await PostAsync(to, [("__RequestVerificationToken", shown.Token), .. shown.Seen is { } seen ? [("Seen", seen)] : Array.Empty<(string, string)>(), .. fields]);
    }

    public Task<Answer> PostAsync(string to, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, to, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        using var response = await http.SendAsync(request);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = (cookie[..cookie.IndexOf('=')], cookie[(cookie.IndexOf('=') + 1)..].Split(';')[0]);
            if (value.Length == 0)
            {
                cookies.Remove(name);
            }
            else
            {
                cookies[name] = value;
            }
        }

        return new Answer(response.StatusCode, response.Headers.Location?.ToString(), await response.Content.ReadAsStringAsync(), response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value)));
    }

    public void Dispose() => http.Dispose();
}

/// <summary>What came back.</summary>
internal sealed record Answer(HttpStatusCode Status, string? Location, string Text, IReadOnlyDictionary<string, string> Headers)
{
    private const string TokenStart = "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"";

    public bool IsSignIn => Status == HttpStatusCode.Redirect && Location!.StartsWith("/account/sign-in", StringComparison.Ordinal);

    /// <summary>By which the page's form says what it was shown of; null where it has none.</summary>
    public string? Seen => Text.Split("name=\"Seen\" value=\"") is [_, var rest, ..] ? rest[..rest.IndexOf('"')] : null;

    /// <summary>Of its first form.</summary>
    public string Token => Text.Split(TokenStart) is [_, var rest, ..] ? rest[..rest.IndexOf('"')] : "";
}
