using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Outturn.Bench.Pages;

/// <summary>The signed-in dashboard of 25 KPIs × 24 months under 50 connections, and 200 staff who read, think and read on.</summary>
internal sealed partial class PagesBenchmark : Benchmark
{
    private const string Dashboard = "/dashboards/policy-and-resources?to=2020-03-31";
    private const int Staff = 200;

    private static readonly TimeSpan Thinks = TimeSpan.FromSeconds(5);

    /// <summary>What staff look at in the course of a morning.</summary>
    private static readonly string[] Paths =
        ["/", Dashboard, "/dashboards/policy-and-resources?to=2020-03-31&view=exceptions", "/indicators", "/indicators?q=calls", "/indicators/CS04a", "/indicators/GL02", "/indicators/GL02/2020-03-31", "/collect", "/questions"];

    public override string Name => "pages";

    public override IEnumerable<Measurement> Run(BenchFolder folder)
    {
        using var served = ServedPages.StartAsync(folder).GetAwaiter().GetResult();
        Wrk(served, Dashboard, 5);
        yield return Measure(served, Dashboard, "dashboard, 50 connections", "p99 250 ms, 1.5 ms CPU a request");
        yield return Measure(served, "/indicators/CS04a", "an indicator's page, 50 connections", "");
        yield return Measure(served, "/account/sign-in", "floor: an answer without a page", "");
        var minutes = Environment.GetEnvironmentVariable("OUTTURN_SOAK") is null ? 1 : 5;
        yield return StaffAsync(served, TimeSpan.FromMinutes(minutes)).GetAwaiter().GetResult();
    }

    private static Measurement Measure(ServedPages served, string path, string what, string goal)
    {
        var (cpu, watch) = (served.Cpu, Stopwatch.StartNew());
        var said = Wrk(served, path, 15);
        var (used, time) = (served.Cpu - cpu, watch.Elapsed);
        var requests = long.Parse(Requests().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
        var errors = said.Contains("Non-2xx", StringComparison.Ordinal) || said.Contains("Socket errors", StringComparison.Ordinal) ? "; WITH ERRORS" : "";
        return new Measurement(what, [new Run(time, used)], goal,
            $"{requests / time.TotalSeconds:N0} a second; half {Percentile(said, "50")}, p99 {Percentile(said, "99")}; {used.TotalMilliseconds / requests:0.00} ms CPU a request; holds {served.Megabytes:N0} MB{errors}");
    }

    private static string Percentile(string said, string percent) => Regex.Match(said, $@"^\s+{percent}%\s+(\S+)", RegexOptions.Multiline).Groups[1].Value;

    private static string Wrk(ServedPages served, string path, int seconds)
    {
        using var wrk = Process.Start(new ProcessStartInfo("wrk", ["-t1", "-c50", $"-d{seconds}s", "--latency", "--timeout", "10s", "-H", $"Cookie: {served.Session}", new Uri(served.Address, path).ToString()]) { RedirectStandardOutput = true })!;
        var said = wrk.StandardOutput.ReadToEnd();
        wrk.WaitForExit();
        return said;
    }

    private static async Task<Measurement> StaffAsync(ServedPages served, TimeSpan lasts)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = Staff }) { BaseAddress = served.Address };
        http.DefaultRequestHeaders.Add("Cookie", served.Session);
        var (waits, errors, before) = (new System.Collections.Concurrent.ConcurrentBag<double>(), 0, served.Megabytes);
        using var end = new CancellationTokenSource(lasts);
        var (cpu, watch) = (served.Cpu, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, Staff).Select(async person =>
        {
            var next = new Random(person);
            try
            {
                await Task.Delay(Thinks * next.NextDouble(), end.Token);
                while (!end.IsCancellationRequested)
                {
                    var asked = Stopwatch.GetTimestamp();
                    using var answer = await http.GetAsync(Paths[next.Next(Paths.Length)], end.Token);
                    await answer.Content.ReadAsByteArrayAsync(end.Token);
                    waits.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                    errors += answer.IsSuccessStatusCode ? 0 : 1;
                    await Task.Delay(Thinks, end.Token);
                }
            }
            catch (OperationCanceledException)
            {
                // The time is over.
            }
        }));
        double[] sorted = [.. waits.Order()];
        return new Measurement($"{Staff} staff with {Thinks.TotalSeconds:0} s between pages, {lasts.TotalMinutes:0} min", [new Run(watch.Elapsed, served.Cpu - cpu)], "no error, p99 600 ms, memory flat",
            $"{sorted.Length:N0} pages, {errors} errors; half {sorted[sorted.Length / 2]:N0} ms, p99 {sorted[sorted.Length * 99 / 100]:N0} ms; {before:N0} MB before, {served.Megabytes:N0} MB after");
    }

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requests();
}
