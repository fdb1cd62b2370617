using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Outturn.App.Mail;
using Outturn.Tests.Architecture;

namespace Outturn.Tests.Mail;

/// <summary>smtp-server, a mail server that others keep, as a process of its own on a port of this machine. It outlives whoever sends to it.</summary>
internal sealed class RealMailServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process process;
    private readonly Channel<string> held = Channel.CreateUnbounded<string>();
    private readonly Channel<bool> told = Channel.CreateUnbounded<bool>();
    private readonly Channel<Taken> arrived = Channel.CreateUnbounded<Taken>();
    private readonly List<Taken> taken = [];
    private readonly Task listening;

    private RealMailServer(Process process, int port)
    {
        (this.process, Port) = (process, port);
        listening = ListenAsync();
    }

    public int Port { get; }

    /// <summary>All that it has taken until now, in order: it says what it takes in turn, so its answer to a word comes after all of them.</summary>
    public async Task<IReadOnlyList<Taken>> MessagesAsync()
    {
        await TellAsync([]);
        lock (taken)
        {
            return [.. taken];
        }
    }

    public static async Task<RealMailServer> StartAsync(JsonObject? options = null)
    {
        var folder = Path.Combine(SourceTree.Root, "artifacts", "mail-server");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "smtp-server")))
        {
            throw new InvalidOperationException("The tests' mail server was not restored, because Node.js with npm was missing or had no network: install Node.js (version 20 or later) and build again.");
        }

        try
        {
            var process = Process.Start(new ProcessStartInfo("node", ["server.mjs", (options ?? []).ToJsonString()]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true })!;
            var said = JsonNode.Parse((await process.StandardOutput.ReadLineAsync())!)!;
            return new RealMailServer(process, (int)said["port"]!);
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException("The tests' mail server needs Node.js (version 20 or later) as node.", e);
        }
    }

    /// <summary>As those who send name it.</summary>
    public MailServer Server(string scheme = "smtp", string host = "127.0.0.1", string? user = null, string? password = null) =>
        new(new Uri($"{scheme}://{host}:{Port}"), "outturn@wealdshire.example", new Uri("https://outturn.wealdshire.example"), user, password);

    /// <summary>Stops at a place of the conversation when it next comes there: connect, mail, recipient, content, answer.</summary>
    public Task HoldAsync(string place) => TellAsync(new JsonObject { ["hold"] = place });

    /// <summary>Breaks the connection when it next comes to a place.</summary>
    public Task DropAsync(string place) => TellAsync(new JsonObject { ["drop"] = place });

    /// <summary>Answers by a code for an address at once, or for "content ADDRESS" when it has all of the message.</summary>
    public Task AnswerAsync(params (string Address, int Code)[] answers) =>
        TellAsync(new JsonObject { ["answers"] = new JsonObject(answers.Select(answer => KeyValuePair.Create(answer.Address, (JsonNode?)answer.Code))) });

    public Task ReleaseAsync() => TellAsync(new JsonObject { ["release"] = true });

    /// <summary>Waits until it stands where it was told to.</summary>
    public async Task<string> HeldAsync() => await held.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>Waits for the next message that it takes.</summary>
    public async Task<Taken> NextAsync() => await arrived.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        await listening;
        process.Dispose();
    }

    private async Task TellAsync(JsonObject what)
    {
        await process.StandardInput.WriteLineAsync(what.ToJsonString());
        await process.StandardInput.FlushAsync();
        await told.Reader.ReadAsync().AsTask().WaitAsync(Patience);
    }

    private async Task ListenAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var said = JsonNode.Parse(line)!;
            if (said["held"] is { } place)
            {
                held.Writer.TryWrite((string)place!);
            }
            else if (said["told"] is not null)
            {
                told.Writer.TryWrite(true);
            }
            else if (said["taken"] is not null)
            {
                var message = JsonSerializer.Deserialize<Taken>(line, JsonSerializerOptions.Web)!;
                lock (taken)
                {
                    taken.Add(message);
                }

                arrived.Writer.TryWrite(message);
            }
        }
    }
}

/// <param name="Id">Its Message-ID.</param>
/// <param name="Secure">Whether the connection was encrypted.</param>
/// <param name="Text">All of it, as it came.</param>
internal sealed record Taken([property: System.Text.Json.Serialization.JsonPropertyName("taken")] string Id, string To, bool Secure, string? User, string Text)
{
    /// <summary>With the lines put together that were too long for mail.</summary>
    public string Plain => Text.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
}
