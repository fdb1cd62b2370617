using System.Text.Json;

namespace Outturn.Tests.Papers;

/// <summary>The year-end paper of the example county in every format, made once by the program for all tests that read it.</summary>
public sealed class YearEndPaper : IAsyncLifetime, IDisposable
{
    private const string Name = "policy-and-resources-2019-20";

    private readonly ReportVerb report = new ReportVerb().Copy("wealdshire");

    internal ProgramRun Run { get; private set; } = new(-1, "", "");

    public async Task InitializeAsync() => Run = await report.YearEndAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => report.Dispose();

    public string PathOf(string ending) => System.IO.Path.Combine(report.Out, $"{Name}.{ending}");

    public byte[] Bytes(string ending) => report.Bytes($"{Name}.{ending}");

    public JsonElement Json() => JsonDocument.Parse(Bytes("json")).RootElement;
}
