using System.Text.Json;
using Outturn.Tests.Registers;

namespace Outturn.Tests.Papers;

/// <summary>The example county's quarterly report to March 2026 in every format, made once by the program for all tests that read it.</summary>
public sealed class QuarterPaper : IAsyncLifetime, IDisposable
{
    public const string Report = "Quarterly Performance Report";

    private const string Name = "quarterly-performance-report-q4-2025-26";

    private readonly ReportVerb verb = new ReportVerb().CopyOf(Examples.County);

    internal ProgramRun Run { get; private set; } = new(-1, "", "");

    public async Task InitializeAsync() => Run = await ReportVerb.RunAsync("report", verb.Council, "--report", Report, "--period", "Q4 2025/26", "--out", verb.Out);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => verb.Dispose();

    public string PathOf(string ending) => System.IO.Path.Combine(verb.Out, $"{Name}.{ending}");

    public byte[] Bytes(string ending) => verb.Bytes($"{Name}.{ending}");

    public JsonElement Json() => JsonDocument.Parse(Bytes("json")).RootElement;
}
