using System.Net.Sockets;
using System.Text;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.Text;
using Outturn.Core.Mail;

namespace Outturn.App.Mail;

/// <summary>What came of giving a message to the mail server.</summary>
internal abstract record PostResult
{
    private PostResult()
    {
    }

    /// <summary>The server has taken it.</summary>
    public sealed record Taken : PostResult;

    /// <summary>It is not to be tried again.</summary>
    public sealed record Refused(string Reason) : PostResult;

    /// <summary>Nothing was taken: it can be tried again.</summary>
    public sealed record Later(string Reason) : PostResult;

    /// <summary>What it says had begun to leave, and the server's answer was not heard.</summary>
    public sealed record Unheard(string Reason) : PostResult;

    /// <summary>Another sender has it.</summary>
    public sealed record NotOurs : PostResult;
}

/// <summary>One connection to the mail server.</summary>
internal sealed class SmtpPost(MailServer server) : IDisposable
{
    private static readonly TimeSpan ConnectsWithin = TimeSpan.FromSeconds(30);

    /// <summary>For each answer of the server. Longer than this takes a person's decision, so it is long.</summary>
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromMinutes(2);

    private readonly MarkedClient client = new() { Timeout = (int)AnswersWithin.TotalMilliseconds };

    /// <returns>Why there is no connection, in words without user and password; null where there is one.</returns>
    public async Task<string?> ConnectAsync(CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(ConnectsWithin);
        try
        {
            client.LocalDomain = server.From[(server.From.IndexOf('@', StringComparison.Ordinal) + 1)..];
            await client.ConnectAsync(server.Host, server.Port, server.IsEncryptedFromTheStart ? SecureSocketOptions.SslOnConnect : server.MustEncrypt ? SecureSocketOptions.StartTls : SecureSocketOptions.StartTlsWhenAvailable, limit.Token);
            if (server.User is { } user)
            {
                await client.AuthenticateAsync(Encoding.UTF8, user, server.Password!, limit.Token);
            }

            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            return e switch
            {
                OperationCanceledException => $"The mail server did not answer within {ConnectsWithin.TotalSeconds:0} seconds.",
                MailKit.Security.AuthenticationException => "The mail server did not accept the user and password.",
                SslHandshakeException => "The connection to the mail server could not be encrypted: its certificate is not trusted here, is for another name, or has ended.",
                NotSupportedException => $"The mail server does not offer what is needed: {(server.User is null ? "encryption (STARTTLS)" : "encryption (STARTTLS) or a way to sign in")}.",
                SocketException or IOException or ProtocolException or CommandException => "The mail server cannot be reached, or broke off.",
                _ => $"The mail server cannot be used ({e.GetType().Name}).",
            };
        }
    }

    /// <param name="handOver">Called when the server would take the content and before any of it leaves: notes so, and says whether it may.</param>
    public async Task<PostResult> SendAsync(OutboxMessage message, Func<bool> handOver)
    {
        var (isHandedOver, isOurs) = (false, true);
        client.BeforeContent = () =>
        {
            isOurs = handOver();
            isHandedOver = isOurs;
            return isOurs;
        };
        try
        {
            using var mime = Of(message);
            await client.SendAsync(mime, CancellationToken.None);
            return new PostResult.Taken();
        }
        catch (SmtpCommandException e)
        {
            var said = $"{(int)e.StatusCode} {OneLine(e.Message)}";
            return (int)e.StatusCode is >= 500 and < 600 ? new PostResult.Refused(said) : new PostResult.Later(said);
        }
        catch (NotOursException)
        {
            return new PostResult.NotOurs();
        }
        catch (Exception e) when (e is IOException or SocketException or ProtocolException or OperationCanceledException or TimeoutException or ServiceNotConnectedException)
        {
            return isHandedOver
                ? new PostResult.Unheard("The connection broke before the mail server had answered.")
                : new PostResult.Later("The connection to the mail server broke before anything was sent.");
        }
    }

    public bool IsOpen => client.IsConnected;

    public async Task CloseAsync()
    {
        try
        {
            await client.DisconnectAsync(quit: true, CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or SocketException or ProtocolException or CommandException)
        {
            // What was to be sent was sent: the server need not say goodbye.
        }
    }

    public void Dispose() => client.Dispose();

    private MimeMessage Of(OutboxMessage message)
    {
        var link = Uri.TryCreate(message.Link, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https" ? message.Link : server.Pages.ToString().TrimEnd('/') + message.Link;
        var mime = new MimeMessage
        {
            Subject = message.Subject, MessageId = $"{message.Id}@{client.LocalDomain}", Date = new DateTimeOffset(DateTime.SpecifyKind(message.PutAt, DateTimeKind.Utc)),
            Body = new TextPart(TextFormat.Plain) { Text = message.Body.Replace(MailText.Link, link, StringComparison.Ordinal) + "\n", ContentTransferEncoding = ContentEncoding.QuotedPrintable },
        };
        mime.From.Add(new MailboxAddress("Outturn", server.From));
        mime.To.Add(new MailboxAddress(null, message.Address));
        mime.Headers.Add("Auto-Submitted", "auto-generated");
        if (message.Kind is MailKind.Release or MailKind.Correction)
        {
            mime.Headers.Add("List-Unsubscribe", $"<mailto:{server.From}?subject=unsubscribe>");
        }

        return mime;
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim() is { Length: > 300 } longer ? longer[..300] : text.ReplaceLineEndings(" ").Trim();

    private sealed class NotOursException : Exception;

    /// <summary>Says when the server would take the content: every message has one recipient.</summary>
    private sealed class MarkedClient : SmtpClient
    {
        public Func<bool>? BeforeContent { get; set; }

        protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response)
        {
            base.OnRecipientAccepted(message, mailbox, response);
            if (BeforeContent?.Invoke() != true)
            {
                throw new NotOursException();
            }
        }
    }
}
