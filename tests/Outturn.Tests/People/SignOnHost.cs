using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Outturn.App.Audit;
using Outturn.App.People;
using Outturn.App.Registers;
using Outturn.Core.People;
using Outturn.Tests.Import;
using Outturn.Tests.Stores;
using Outturn.Web;
using Outturn.Web.Access;

namespace Outturn.Tests.People;

/// <summary>The real pages over a real store of their own, with single sign-on, on a port of this machine.</summary>
internal sealed class SignOnHost : IAsyncDisposable
{
    private readonly TemporaryFolder keys = new();
    private readonly WebApplication app;

    private SignOnHost(TestStore store, SignOnOptions signOn)
    {
        Council = store;
        app = StaffHost.Build(store.Store, new ServeOptions([new Uri("http://127.0.0.1:0")], keys.Path("keys"), SignOn: signOn));
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(Log);
    }

    public TestStore Council { get; }

    public Uri Address { get; private set; } = null!;

    public LoggedLines Log { get; } = new();

    /// <summary>What a sign-on is checked by, to be switched off on purpose.</summary>
    public SignOnHandlerOptions Checks => app.Services.GetRequiredService<IOptionsMonitor<SignOnHandlerOptions>>().Get("sign-on");

    /// <param name="clock">Null for a clock that stands where the store's stands.</param>
    public static async Task<SignOnHost> StartAsync(SignOnOptions signOn, TimeProvider? clock = null, string? example = null)
    {
        var store = await TestStore.CreateAsync(TestStore.Sqlite);
        if (clock is not null)
        {
            store.Clock.Now = clock.GetUtcNow().UtcDateTime;
        }

        if (example is not null)
        {
            await StoreFixture.TakeAsync(store, example);
        }

        var host = new SignOnHost(store, signOn);
        await host.app.StartAsync();
        host.Address = new Uri(host.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return host;
    }

    public Uri At(string path) => new(Address, path);

    public async Task<IReadOnlyDictionary<string, Person>> PeopleAsync()
    {
        using var council = new LiveCouncil(Council.Store);
        return (await council.ReadAsync(CancellationToken.None)).People;
    }

    public async Task<int> SessionsAsync() => (await new Sessions(Council.Store).ListAsync(null, CancellationToken.None)).Count;

    public Task<IReadOnlyList<AuditLine>> TrailAsync() => AuditList.ReadAsync(Council.Store, new AuditFilter(), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Council.Dispose();
        keys.Dispose();
    }
}

/// <summary>What the program writes into its log.</summary>
internal sealed class LoggedLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyCollection<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
