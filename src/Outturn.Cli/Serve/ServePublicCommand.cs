using System.CommandLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Outturn.Public;
using Outturn.Web;

namespace Outturn.Cli.Serve;

/// <summary>How the public site is asked for, beside the staff's pages or alone.</summary>
internal static class PublicServing
{
    public const string StandardAddress = "http://localhost:5090";

    public static Option<string[]> Listen(string name) => new(name) { HelpName = "URL", Description = $"Where the public site listens; {StandardAddress} when none is named." };

    public static Option<string?> Address() => new("--public-address") { HelpName = "URL", Description = "The address by which people reach the public site, for its feeds and site map; as each request names it, when none is given." };

    public static Option<int> Limit() => new("--public-limit") { HelpName = "N", Description = "How often one address may search or ask the API in a minute; 0 for any number.", DefaultValueFactory = _ => PublicOptions.UsualPerMinute };

    public static Option<string?> Contact() => new("--public-contact") { HelpName = "ADDRESS", Description = "Where people ask the council about the public pages: an e-mail address or a page. Its statements on accessibility and privacy name it." };

    /// <summary>Null, with the reason said, where it cannot be served so.</summary>
    public static PublicOptions? Read(string store, string[]? listen, string? address, int limit, string? contact, bool proxy, string? certificate, string? password, InvocationConfiguration streams)
    {
        var addresses = (listen is { Length: > 0 } given ? given : [StandardAddress]).Select(text => Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri : null).ToList();
        Uri? reached = null;
        if (addresses.Contains(null) || (address is not null && !Uri.TryCreate(address, UriKind.Absolute, out reached)))
        {
            streams.Error.WriteLine("outturn: the addresses of the public site are whole ones, such as https://0.0.0.0:443.");
            return null;
        }

        var serve = new ServeOptions([.. addresses.OfType<Uri>()], "", proxy, certificate, password);
        var options = new PublicOptions(store, kestrel => StaffHost.Listen(kestrel, serve), reached, proxy, limit, contact);
        if ((serve.Refusal() ?? options.Refusal()) is { } refusal)
        {
            streams.Error.WriteLine($"outturn: {refusal}");
            return null;
        }

        return options;
    }
}

/// <summary>outturn serve-public: the public site alone, on a machine that has nothing but the public store.</summary>
internal static class ServePublicCommand
{
    private const string CertificateVariable = "OUTTURN_CERTIFICATE_PASSWORD";

    private const string Notes = $"""
        Serves what has been issued, and its API, until Ctrl+C. It needs the file of the public store and nothing else: the council's own
        store may be on another machine. The file is never written; what is put there shows within two seconds, and while it is not there,
        or held by another program, the site says that the figures cannot be shown just now.
        It listens on this machine alone ({PublicServing.StandardAddress}) until --listen names another address: then https is needed, by
        --certificate FILE.pfx (its password in {CertificateVariable}), or by a proxy in front with --behind-proxy.

        Exit code: 0 stopped by Ctrl+C, 1 the address cannot be used, 2 wrong use.

        """;

    public static Command Create()
    {
        var store = new Argument<string>("FILE") { Description = "The public store." };
        var (listen, address, limit, contact) = (PublicServing.Listen("--listen"), PublicServing.Address(), PublicServing.Limit(), PublicServing.Contact());
        var proxy = new Option<bool>("--behind-proxy") { Description = "A proxy of yours speaks https to people and hands on who they are." };
        var certificate = new Option<string?>("--certificate") { HelpName = "FILE", Description = "A certificate with its key (PFX), for https." };
        var command = new Verb("serve-public", "Serves the public site alone, from the public store.", Notes) { store, listen, address, limit, contact, proxy, certificate };
        command.SetAction(async (parsed, cancel) =>
        {
            var streams = parsed.InvocationConfiguration;
            if (PublicServing.Read(parsed.GetRequiredValue(store), parsed.GetValue(listen), parsed.GetValue(address), parsed.GetValue(limit), parsed.GetValue(contact), parsed.GetValue(proxy), parsed.GetValue(certificate), Environment.GetEnvironmentVariable(CertificateVariable), streams) is not { } options)
            {
                return ExitCode.Refused;
            }

            return await Serving.HoldAsync(async () =>
            {
                await using var app = PublicHost.Build(options);
                await app.StartAsync(cancel);
                streams.Output.WriteLine($"Outturn serves what was issued in {options.Store} at {string.Join(" and ", app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Distinct())}");
                if (!File.Exists(options.Store))
                {
                    streams.Output.WriteLine("There is no such file yet: until there is, the site says that the figures cannot be shown.");
                }

                streams.Output.WriteLine("Ctrl+C stops it.");
                await streams.Output.FlushAsync(CancellationToken.None);
                await Serving.WaitAsync(cancel);
                await app.StopAsync(CancellationToken.None);
            }, streams);
        });
        return command;
    }
}
