using System.CommandLine;
using Outturn.App.Mail;

namespace Outturn.Cli.Serve;

/// <summary>The options that name the mail server; its password is never one of them, because what stands on a command line can be seen by others.</summary>
internal sealed class MailServerOptions
{
    public const string PasswordVariable = "OUTTURN_SMTP_PASSWORD";
    public const string PasswordFileVariable = "OUTTURN_SMTP_PASSWORD_FILE";

    private readonly Option<string?> server = new("--smtp") { HelpName = "URL", Description = "The mail server: smtp://HOST:587 (STARTTLS) or smtps://HOST:465. Without it no mail goes out." };
    private readonly Option<string?> from = new("--mail-from") { HelpName = "ADDRESS", Description = "The address that mail comes from." };
    private readonly Option<string?> pages = new("--pages") { HelpName = "URL", Description = "Where people reach the pages, for links in mail; else where it listens." };
    private readonly Option<string?> user = new("--smtp-user") { HelpName = "NAME", Description = "As which it signs in to the mail server." };
    private readonly Option<bool> open = new("--smtp-open") { Description = "Send to a relay of the council's own network that speaks no TLS." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { server, from, pages, user, open })
        {
            command.Add(option);
        }
    }

    /// <summary>The server, or none where none is named; or what is wrong with what was said.</summary>
    public (MailServer? Server, string? Trouble) Read(ParseResult parsed, Uri listened)
    {
        if (parsed.GetValue(server) is not { } named)
        {
            return (null, parsed.GetValue(from) is null && parsed.GetValue(user) is null ? null : "--mail-from and --smtp-user say nothing without --smtp, which names the mail server.");
        }

        if (!Uri.TryCreate(named, UriKind.Absolute, out var address) || !Uri.TryCreate(parsed.GetValue(pages) ?? listened.ToString(), UriKind.Absolute, out var reached))
        {
            return (null, "--smtp and --pages take whole addresses, such as smtp://mail.council.example:587 and https://outturn.council.example.");
        }

        var (password, unread) = Password();
        var found = new MailServer(address, parsed.GetValue(from) ?? "", reached, parsed.GetValue(user), password, parsed.GetValue(open));
        return (unread ?? found.Refusal()) is { } trouble ? (null, trouble) : (found, null);
    }

    private static (string? Password, string? Trouble) Password()
    {
        if (Environment.GetEnvironmentVariable(PasswordFileVariable) is not { Length: > 0 } file)
        {
            return (Environment.GetEnvironmentVariable(PasswordVariable), null);
        }

        try
        {
            return (File.ReadAllText(file).TrimEnd('\r', '\n'), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, $"The file that {PasswordFileVariable} names cannot be read: {e.Message}");
        }
    }
}
