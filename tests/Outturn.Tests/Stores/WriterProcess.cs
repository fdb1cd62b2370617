using System.Diagnostics;

namespace Outturn.Tests.Stores;

/// <summary>A second process that writes to a store.</summary>
internal sealed class WriterProcess : IDisposable
{
    private readonly Process process;

    private WriterProcess(Process process) => this.process = process;

    /// <summary>How many changes it was told are safe.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>Starts it and waits until it has opened the store.</summary>
    public static async Task<WriterProcess> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Outturn.Writer.Marker).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        var writer = new WriterProcess(Process.Start(start)!);
        Assert.Equal("ready", await writer.process.StandardOutput.ReadLineAsync());
        return writer;
    }

    /// <summary>Reads what it says until it says nothing more, counting what it acknowledges; stops early after so many.</summary>
    public async Task ListenAsync(int most = int.MaxValue)
    {
        while (Acknowledged < most && await process.StandardOutput.ReadLineAsync() is { } line)
        {
            Assert.StartsWith("ok ", line);
            Acknowledged++;
        }
    }

    /// <summary>Waits until it is halfway through a change, where a planted fault stops it.</summary>
    public async Task UntilHalfwayAsync() => Assert.Equal("half", await process.StandardOutput.ReadLineAsync());

    /// <summary>kill −9.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            Acknowledged += line.StartsWith("ok ", StringComparison.Ordinal) ? 1 : 0;
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
