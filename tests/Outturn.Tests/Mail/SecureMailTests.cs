using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Outturn.App.Mail;
using Outturn.Tests.Import;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Mail;

/// <summary>Mail goes out encrypted, to the server that was meant, and its password and addresses stand in no log.</summary>
public sealed class SecureMailTests : IDisposable
{
    private const string Password = "a-password-that-no-log-may-hold";
    private const string To = "somebody.private@b.example";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("smtp", false)]
    [InlineData("smtps", true)]
    public async Task A_server_whose_certificate_nobody_vouches_for_gets_nothing(string scheme, bool secure)
    {
        await using var server = await RealMailServer.StartAsync(Secured(secure));
        using var test = await TestStore.CreateAsync(TestStore.Sqlite);
        await test.PutAsync(To, "one");
        var pass = await new MailSender(test.Store, server.Server(scheme, user: "outturn", password: Password)).PassAsync(CancellationToken.None);
        Assert.Contains("certificate", pass.Trouble);
        Assert.Empty(await server.MessagesAsync());
        Assert.Equal(MailState.Waiting, (await test.OneAsync()).State);
    }

    [Theory]
    [InlineData("smtp", false, Password, true)]
    [InlineData("smtps", true, Password, true)]
    [InlineData("smtp", false, "another-password-of-nobody", false)]
    public async Task The_program_signs_in_by_TLS_and_its_log_holds_no_password_and_no_address(string scheme, bool secure, string password, bool isTaken)
    {
        await using var server = await RealMailServer.StartAsync(Secured(secure));
        using var test = await TestStore.CreateAsync(TestStore.Sqlite);
        test.Clock.Now = new DateTime(TimeProvider.System.GetUtcNow().UtcTicks / 10 * 10, DateTimeKind.Utc);
        await server.AnswerAsync(("refused.private@b.example", 550));
        await test.PutAsync("refused.private@b.example", "a");
        await test.PutAsync(To, "one");
        File.WriteAllText(folder.Path("password"), password + "\n");
        var start = new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "outturn.dll"), "serve", "--store", test.Text, "--keys", folder.Path("keys"), "--listen", "http://127.0.0.1:0", "--smtp", $"{scheme}://localhost:{server.Port}", "--mail-from", "outturn@wealdshire.example", "--smtp-user", "outturn"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["SSL_CERT_FILE"] = folder.Path("certificate.pem");
        start.Environment["OUTTURN_SMTP_PASSWORD_FILE"] = folder.Path("password");
        using var program = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await test.OutboxAsync()).Any(message => message is { State: MailState.Waiting, Attempts: 0 } or { State: MailState.Sending or MailState.HandedOver }))
        {
            await Task.Delay(50, limit.Token);
        }

        CtrlC.Press(program);
        var log = await program.StandardOutput.ReadToEndAsync() + await program.StandardError.ReadToEndAsync();
        Assert.DoesNotContain("private@b.example", log);
        Assert.DoesNotContain(password, log);
        Assert.Contains(isTaken ? "1 refused" : "did not accept the user and password", log);
        if (isTaken)
        {
            var taken = Assert.Single(await server.MessagesAsync());
            Assert.Equal((To, true, "outturn"), (taken.To, taken.Secure, taken.User));
        }

        Assert.DoesNotContain(password, File.ReadAllText(test.Text, System.Text.Encoding.Latin1));
        Assert.Equal(isTaken ? [MailState.Sent, MailState.Refused] : [MailState.Waiting, MailState.Waiting], (await test.StatesAsync()).Order());
    }

    [Theory]
    [InlineData("smtp://mail.council.example:587", true)]
    [InlineData("smtp://127.0.0.1:25", false)]
    public void Another_machine_is_sent_to_encrypted_or_not_at_all(string address, bool must) =>
        Assert.Equal(must, new MailServer(new Uri(address), "a@b.example", new Uri("https://c.example")).MustEncrypt);

    [Theory]
    [InlineData("http://mail.example", "a@b.example", null, null, false)]
    [InlineData("smtp://user:secret@mail.example", "a@b.example", null, null, false)]
    [InlineData("smtp://mail.example", "nobody", null, null, false)]
    [InlineData("smtp://mail.example", "a@b.example", "user", null, false)]
    [InlineData("smtp://mail.example", "a@b.example", "user", "secret", true)]
    public void A_mail_server_that_cannot_be_used_is_refused_before_anything_starts(string address, string from, string? user, string? password, bool open)
    {
        var server = new MailServer(new Uri(address), from, new Uri("https://c.example"), user, password, open);
        Assert.NotNull(server.Refusal());
        Assert.DoesNotContain("secret", server.Refusal() + server);
    }

    /// <summary>A certificate for this machine, for the server to show and for whoever trusts it.</summary>
    private JsonObject Secured(bool secure)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        File.WriteAllText(folder.Path("certificate.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(folder.Path("key.pem"), key.ExportPkcs8PrivateKeyPem());
        return new JsonObject { ["secure"] = secure, ["key"] = folder.Path("key.pem"), ["cert"] = folder.Path("certificate.pem"), ["user"] = "outturn", ["password"] = Password };
    }
}
