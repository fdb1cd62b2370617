using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Outturn.Tests.PublicSite;

namespace Outturn.Bench.Pages;

/// <summary>The public pages of the example county under 50 connections, and nginx with the same bytes in files beside them, by turns.</summary>
internal sealed partial class PublicBenchmark : Benchmark
{
    private const string Goal = "2,000 a second, p99 100 ms";
    private const int Seconds = 10;

    /// <summary>Clock ticks of the kernel in a second, on every Linux there is.</summary>
    private const double TicksASecond = 100;

    private static readonly (string Path, string What)[] Pages =
        [("/", "home"), ("/dashboards/policy-and-resources-2025-26", "a dashboard, 28 KPIs"), ("/indicators/CS04a", "an indicator's page")];

    public override string Name => "public";

    public override IEnumerable<Measurement> Run(BenchFolder folder)
    {
        WholeProcess.Run(folder.Outturn, "--version");
        var store = folder.NewStore("public.db");
        PublicExample.MakeAsync(store, Path.Combine(folder.Root, "examples", "wealdshire")).GetAwaiter().GetResult();
        var port = FreePort();
        using var site = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(folder.Root, "artifacts", "outturn", "outturn.dll"), "serve-public", store, "--listen", $"http://127.0.0.1:{port}"]) { RedirectStandardOutput = true })!;
        try
        {
            site.StandardOutput.ReadLine();
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            using var nginx = new Nginx(folder.Path("nginx"), Pages.ToDictionary(page => page.Path, page => http.GetByteArrayAsync(page.Path).GetAwaiter().GetResult()));
            Wrk(port, "/", 3);
            foreach (var (path, what) in Pages)
            {
                yield return Measure(port, path, what, Goal, [site.Id]);
                yield return Measure(nginx.Port, path, $"floor: nginx, the same bytes ({what})", "", nginx.Workers);
            }
        }
        finally
        {
            site.Kill();
            site.WaitForExit();
        }
    }

    private static Measurement Measure(int port, string path, string what, string goal, IReadOnlyList<int> processes)
    {
        var (cpu, watch) = (Cpu(processes), Stopwatch.StartNew());
        var said = Wrk(port, path, Seconds);
        var (used, time) = (Cpu(processes) - cpu, watch.Elapsed);
        var requests = long.Parse(Requests().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
        var errors = said.Contains("Non-2xx", StringComparison.Ordinal) || said.Contains("Socket errors", StringComparison.Ordinal) ? "; WITH ERRORS" : "";
        return new Measurement(what, [new Run(time, used)], goal, $"{requests / time.TotalSeconds:N0} a second; half {Percentile(said, "50")}, p99 {Percentile(said, "99")}; {used.TotalMilliseconds / requests:0.000} ms CPU a request{errors}");
    }

    private static TimeSpan Cpu(IReadOnlyList<int> processes) => TimeSpan.FromSeconds(processes.Sum(id =>
    {
        var stat = File.ReadAllText($"/proc/{id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksASecond;
    }));

    private static string Percentile(string said, string percent) => Regex.Match(said, $@"^\s+{percent}%\s+(\S+)", RegexOptions.Multiline).Groups[1].Value;

    private static string Wrk(int port, string path, int seconds)
    {
        using var wrk = Process.Start(new ProcessStartInfo("wrk", ["-t1", "-c50", $"-d{seconds}s", "--latency", "--timeout", "10s", $"http://127.0.0.1:{port}{path}"]) { RedirectStandardOutput = true })!;
        var said = wrk.StandardOutput.ReadToEnd();
        wrk.WaitForExit();
        return said;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requests();

    /// <summary>nginx with two workers over files, started and ended here.</summary>
    private sealed class Nginx : IDisposable
    {
        private readonly Process nginx;

        public Nginx(string folder, IReadOnlyDictionary<string, byte[]> pages)
        {
            Directory.CreateDirectory(Path.Combine(folder, "pages"));
            Port = FreePort();
            var locations = pages.Select((page, i) =>
            {
                File.WriteAllBytes(Path.Combine(folder, "pages", $"{i}.html"), page.Value);
                return $"location = {page.Key} {{ try_files /{i}.html =404; }}";
            });
            File.WriteAllText(Path.Combine(folder, "nginx.conf"), $$"""
                daemon off; worker_processes 2; pid {{folder}}/nginx.pid; error_log {{folder}}/error.log;
                events { worker_connections 512; }
                http { access_log off; sendfile on; default_type "text/html; charset=utf-8"; open_file_cache max=100; server { listen 127.0.0.1:{{Port}}; root {{folder}}/pages; {{string.Join(' ', locations)}} } }
                """);
            nginx = Process.Start(new ProcessStartInfo("nginx", ["-p", folder, "-c", Path.Combine(folder, "nginx.conf")]))!;
            for (var waited = Stopwatch.StartNew(); waited.Elapsed < TimeSpan.FromSeconds(10) && Workers.Count < 2;)
            {
                Thread.Yield();
            }
        }

        public int Port { get; }

        public IReadOnlyList<int> Workers =>
            File.Exists($"/proc/{nginx.Id}/task/{nginx.Id}/children") ? [.. File.ReadAllText($"/proc/{nginx.Id}/task/{nginx.Id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)] : [];

        public void Dispose()
        {
            using var quit = Process.Start(new ProcessStartInfo("nginx", ["-p", Path.GetDirectoryName(Configuration())!, "-c", Configuration(), "-s", "stop"]))!;
            quit.WaitForExit();
            nginx.WaitForExit();
            nginx.Dispose();
        }

        private string Configuration() => nginx.StartInfo.ArgumentList[^1];
    }
}
