using System.Diagnostics;
using Outturn.App.Mail;
using Outturn.Tests.Import;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Mail;

/// <summary>kill −9 of `outturn serve` at places of its conversation with the mail server: each message comes there once, or waits for a person.</summary>
public sealed class KilledSenderTests : IDisposable
{
    private const int Messages = 3;

    /// <summary>Each place, and whether a person decides about the message that it stood at; in a soak all of them, else one where nothing has left yet and one where all of it has.</summary>
    private static readonly TheoryData<string, bool> All = new() { { "mail", false }, { "answer", true }, { "connect", false }, { "recipient", false }, { "content", true } };

    private static readonly bool IsSoak = Environment.GetEnvironmentVariable("OUTTURN_SOAK") == "1";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static IEnumerable<object[]> Places => All.Take(IsSoak ? int.MaxValue : 2);

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_killed_sender_leaves_no_message_behind_and_sends_none_twice(string place, bool isDecided)
    {
        await using var server = await RealMailServer.StartAsync();
        using var test = await FilledAsync();
        await KillAtAsync(server, test, place);
        await SendRestAsync(server, test);

        Assert.Equal(Messages, (await server.MessagesAsync()).Count);
        Assert.Equal(Messages, (await server.MessagesAsync()).Select(message => message.Id).Distinct().Count());
        var states = (await test.StatesAsync()).Order().ToList();
        Assert.Equal(isDecided ? [MailState.Sent, MailState.Sent, MailState.Unknown] : [MailState.Sent, MailState.Sent, MailState.Sent], states);
    }

    /// <summary>A planted fault: without the note that a message is about to leave, it goes out again.</summary>
    [Fact]
    public async Task A_sender_that_notes_nothing_beforehand_is_caught()
    {
        await using var server = await RealMailServer.StartAsync();
        using var test = await FilledAsync();
        await KillAtAsync(server, test, "answer");
        await test.SqlAsync($"UPDATE outbox SET state = {(int)MailState.Waiting} WHERE state = {(int)MailState.HandedOver}");
        await SendRestAsync(server, test);
        Assert.NotEqual((await server.MessagesAsync()).Count, (await server.MessagesAsync()).Select(message => message.Id).Distinct().Count());
    }

    private static async Task<TestStore> FilledAsync()
    {
        var test = await TestStore.CreateAsync(TestStore.Sqlite);
        test.Clock.Now = new DateTime(TimeProvider.System.GetUtcNow().UtcTicks / 10 * 10, DateTimeKind.Utc);
        foreach (var i in Enumerable.Range(0, Messages))
        {
            await test.PutAsync($"p{i}@b.example", "notice");
        }

        return test;
    }

    private async Task KillAtAsync(RealMailServer server, TestStore test, string place)
    {
        await server.HoldAsync(place);
        using var program = Serve(server, test);
        Assert.Equal(place, await server.HeldAsync());
        program.Kill();
        await program.WaitForExitAsync();
        await server.ReleaseAsync();
    }

    /// <summary>Starts the program again, once the place of the one that was killed has run out, until nothing waits.</summary>
    private async Task SendRestAsync(RealMailServer server, TestStore test)
    {
        await test.SqlAsync("UPDATE mail_sender SET until = '2020-01-01 00:00:00'");
        using var program = Serve(server, test);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await test.StatesAsync()).Any(state => state is MailState.Waiting or MailState.Sending or MailState.HandedOver))
        {
            await Task.Delay(50, limit.Token);
        }

        program.Kill();
        await program.WaitForExitAsync();
    }

    private Process Serve(RealMailServer server, TestStore test) => Process.Start(new ProcessStartInfo("dotnet",
        [Path.Combine(AppContext.BaseDirectory, "outturn.dll"), "serve", "--store", test.Text, "--keys", folder.Path("keys"), "--listen", "http://127.0.0.1:0", "--smtp", $"smtp://127.0.0.1:{server.Port}", "--mail-from", "outturn@wealdshire.example"])
    {
        RedirectStandardOutput = true,
    })!;
}
