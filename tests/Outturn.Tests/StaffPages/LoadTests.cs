using System.Collections.Concurrent;
using System.Net;
using Outturn.Core.People;

namespace Outturn.Tests.StaffPages;

/// <summary>Many staff at once, who read, think, send figures and read on: nobody meets an error, and the program does not grow.</summary>
public sealed class LoadTests : IAsyncLifetime
{
    private static readonly bool IsSoak = Environment.GetEnvironmentVariable("OUTTURN_SOAK") is not null;

    private static readonly string[] Paths =
        ["/", "/dashboards", "/dashboards/policy-and-resources?to=2020-03-31", "/indicators", "/indicators/FN07", "/indicators/FN07/2020-03-31", "/collect", "/collect/enter/FN07/2020-04-30", "/questions"];

    private StaffApp app = null!;

    public async Task InitializeAsync() => app = await StaffApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Nobody_meets_an_error_and_memory_stays_flat()
    {
        var (staff, thinks, lasts) = IsSoak ? (200, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5)) : (30, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(4));
        await WorkAsync(staff, thinks, lasts / 4, Role.Analyst);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (pages, wrong) = await WorkAsync(staff, thinks, lasts, Role.Analyst);
        Assert.Empty(wrong);
        Assert.True(pages > staff, $"Only {pages} pages were read.");
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(grown < 64 * 1024 * 1024, $"It holds {grown / 1024 / 1024} MB more than before.");
    }

    [Fact]
    public async Task An_error_among_many_answers_would_be_noticed()
    {
        var (_, wrong) = await WorkAsync(Paths.Length + 1, TimeSpan.Zero, TimeSpan.FromMilliseconds(300), Role.Contributor, "/indicators/ICT01");
        Assert.Contains(wrong, said => said == "/indicators/ICT01: NotFound");
    }

    private async Task<(int Pages, IReadOnlyCollection<string> Wrong)> WorkAsync(int staff, TimeSpan thinks, TimeSpan lasts, Role role, params string[] also)
    {
        var (pages, wrong) = (0, new ConcurrentBag<string>());
        string[] paths = [.. Paths, .. also];
        using var end = new CancellationTokenSource(lasts);
        await Task.WhenAll(Enumerable.Range(0, staff).Select(async person =>
        {
            using var visitor = await app.SignInAsync(role);
            for (var i = person; i == person || !end.IsCancellationRequested; i++)
            {
                var path = paths[i % paths.Length];
                var answer = await visitor.GetAsync(path);
                Interlocked.Increment(ref pages);
                if (answer.Status != HttpStatusCode.OK)
                {
                    wrong.Add($"{path}: {answer.Status}");
                }

                await Task.WhenAny(Task.Delay(thinks), Task.Delay(Timeout.Infinite, end.Token));
            }
        }));
        return (pages, wrong);
    }
}
