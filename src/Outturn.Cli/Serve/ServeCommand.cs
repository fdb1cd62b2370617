using System.CommandLine;
using Outturn.Cli.Stores;
using Outturn.Core.People;
using Outturn.Public;
using Outturn.Web;

namespace Outturn.Cli.Serve;

/// <summary>outturn serve: the pages for staff and members.</summary>
internal static class ServeCommand
{
    private const string SecretVariable = "OUTTURN_SIGN_ON_SECRET";
    private const string CertificateVariable = "OUTTURN_CERTIFICATE_PASSWORD";

    private const string Notes = $"""
        Serves the pages of a council's store until Ctrl+C. It listens on this machine alone (http://localhost:5080) until --listen
        names another address: then https is needed, by --certificate FILE.pfx (its password in {CertificateVariable}), or by a proxy in
        front that speaks https and hands on X-Forwarded-For and X-Forwarded-Proto, with --behind-proxy.
        The first start prints one link for the first administrator, good for seven days and once, and writes it to a file beside the keys.
        Single sign-on: --sign-on ISSUER --sign-on-client ID, with the client's secret in {SecretVariable}. Roles come by the claim "roles"
        or --sign-on-roles CLAIM (administrator, analyst, contributor, approver, director, cabinet member, clerk, releaser, member, reader;
        or words of your own, each said by --sign-on-role analyst=WORD), services by "services" or --sign-on-services CLAIM.
        Mail (reminders, returned figures, notices): --smtp smtp://HOST:587 --mail-from ADDRESS --pages https://YOUR-HOST; user by --smtp-user,
        its password in {MailServerOptions.PasswordVariable}, or in a file that {MailServerOptions.PasswordFileVariable} names. Nothing goes out unencrypted to another machine,
        unless --smtp-open says so.
        With --public FILE the public site is served too, from the store of what was issued alone, at an address of its own
        (--public-listen, {PublicServing.StandardAddress}); outturn serve-public FILE serves it on another machine.
        {StoreOptions.Notes}

        Exit code: 0 stopped by Ctrl+C, 1 the store or the address cannot be used, 2 wrong use.

        """;

    public static Command Create()
    {
        var store = StoreOptions.Store();
        var listen = new Option<string[]>("--listen") { HelpName = "URL", Description = "Where to listen; http://localhost:5080 when none is named." };
        var keys = new Option<string?>("--keys") { HelpName = "DIR", Description = "Where the keys lie that seal what browsers hold; beside a store that is a file, else ./outturn.keys." };
        var proxy = new Option<bool>("--behind-proxy") { Description = "A proxy of yours speaks https to people and hands on who they are." };
        var certificate = new Option<string?>("--certificate") { HelpName = "FILE", Description = "A certificate with its key (PFX), for https." };
        var issuer = new Option<string?>("--sign-on") { HelpName = "ISSUER", Description = "The council's provider of single sign-on (OpenID Connect)." };
        var client = new Option<string?>("--sign-on-client") { HelpName = "ID", Description = "As which this program is known to it." };
        var name = new Option<string?>("--sign-on-name") { HelpName = "TEXT", Description = "What the button calls it: your council account." };
        var roles = new Option<string>("--sign-on-roles") { HelpName = "CLAIM", Description = "The claim that lists what a person is.", DefaultValueFactory = _ => "roles" };
        var role = new Option<string[]>("--sign-on-role") { HelpName = "ROLE=WORD", Description = "The word by which the provider calls a role; may be said again." };
        var reference = new Option<string?>("--reference") { HelpName = "FILE", Description = "National data for the outcomes pages (outturn reference import makes it)." };
        var services = new Option<string>("--sign-on-services") { HelpName = "CLAIM", Description = "The claim that lists a person's services.", DefaultValueFactory = _ => "services" };
        var published = new Option<string?>("--public") { HelpName = "FILE", Description = "Serves the public site too, from this public store." };
        var (publicListen, publicAddress, publicLimit, publicContact) = (PublicServing.Listen("--public-listen"), PublicServing.Address(), PublicServing.Limit(), PublicServing.Contact());
        var command = new Verb("serve", "Serves the pages for staff and members.", Notes) { store, listen, keys, proxy, certificate, issuer, client, name, roles, role, services, reference, published, publicListen, publicAddress, publicLimit, publicContact };
        var mail = new MailServerOptions();
        mail.AddTo(command);
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetValue(store), parsed.InvocationConfiguration, TimeProvider.System, opened =>
        {
            if (RoleWords(parsed.GetValue(role) ?? [], out var wrong) is not { } words)
            {
                parsed.InvocationConfiguration.Error.WriteLine($"outturn: --sign-on-role {wrong} is not a role and the provider's word for it, such as analyst=Perf-Analysts.");
                return Task.FromResult(ExitCode.WrongUse);
            }

            var signOn = parsed.GetValue(issuer) is { } authority && Uri.TryCreate(authority, UriKind.Absolute, out var uri)
                ? new SignOnOptions(
                    uri, parsed.GetValue(client) ?? "", Environment.GetEnvironmentVariable(SecretVariable), parsed.GetRequiredValue(roles), words.Count == 0 ? null : words, parsed.GetRequiredValue(services), parsed.GetValue(name) ?? "your council account")
                : null;
            var addresses = (parsed.GetValue(listen) is { Length: > 0 } given ? given : [Serving.StandardAddress]).Select(text => Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null).ToList();
            if (addresses.Contains(null) || (signOn is null && parsed.GetValue(issuer) is not null))
            {
                parsed.InvocationConfiguration.Error.WriteLine("outturn: --listen and --sign-on take whole addresses, such as https://0.0.0.0:443.");
                return Task.FromResult(ExitCode.WrongUse);
            }

            var (server, trouble) = mail.Read(parsed, addresses[0]!);
            if (trouble is not null)
            {
                parsed.InvocationConfiguration.Error.WriteLine($"outturn: {trouble}");
                return Task.FromResult(ExitCode.WrongUse);
            }

            var options = new ServeOptions([.. addresses.OfType<Uri>()], parsed.GetValue(keys) ?? Serving.KeysFolder(opened), parsed.GetValue(proxy), parsed.GetValue(certificate), Environment.GetEnvironmentVariable(CertificateVariable), signOn) { Reference = parsed.GetValue(reference), Mail = server, Public = parsed.GetValue(published) };
            PublicOptions? site = null;
            if (parsed.GetValue(published) is { } file
                && (site = PublicServing.Read(file, parsed.GetValue(publicListen), parsed.GetValue(publicAddress), parsed.GetValue(publicLimit), parsed.GetValue(publicContact), options.BehindProxy, options.Certificate, options.CertificatePassword, parsed.InvocationConfiguration)) is null)
            {
                return Task.FromResult(ExitCode.Refused);
            }

            return Serving.RunAsync(opened, options with { PublicAddress = site?.Address }, parsed.InvocationConfiguration, cancel, site);
        }, cancel));
        return command;
    }

    /// <summary>The provider's word for each role; null, with the one that cannot be read, where one cannot.</summary>
    private static Dictionary<string, string>? RoleWords(string[] said, out string? wrong)
    {
        var words = new Dictionary<string, string>();
        foreach (var text in said)
        {
            if (text.Split('=', 2) is not [var role, { Length: > 0 } word] || Roles.Read(role) is not { } known)
            {
                wrong = text;
                return null;
            }

            words[known.Name()] = word;
        }

        wrong = null;
        return words;
    }
}
