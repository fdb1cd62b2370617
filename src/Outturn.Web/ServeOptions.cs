using Outturn.App.Mail;
using Outturn.Core.People;

namespace Outturn.Web;

/// <summary>How the pages are served.</summary>
/// <param name="Listen">The addresses listened at, http or https.</param>
/// <param name="KeysFolder">Where the keys lie that seal what browsers hold.</param>
/// <param name="BehindProxy">Whether a proxy of the council's speaks https to people and hands on who they are.</param>
/// <param name="Certificate">A certificate with its key (PFX), for https without a proxy.</param>
/// <param name="SignOn">The council's provider of single sign-on; null for passwords alone.</param>
public sealed record ServeOptions(IReadOnlyList<Uri> Listen, string KeysFolder, bool BehindProxy = false, string? Certificate = null, string? CertificatePassword = null, SignOnOptions? SignOn = null)
{
    /// <summary>The file of national data; null where none is served.</summary>
    public string? Reference { get; init; }

    /// <summary>The file to which what is issued is copied, for the public site; null where nothing is.</summary>
    public string? Public { get; init; }

    /// <summary>The address by which people reach the public site, for notices; null where it is not said.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>The server that mail goes out by; null where none does.</summary>
    public MailServer? Mail { get; init; }

    /// <summary>The address to hand out for one that is listened at.</summary>
    public Uri Reached(Uri listened) => ServerCertificate.Reached(this, listened);

    /// <summary>Why it is not served so, or null.</summary>
    public string? Refusal() =>
        !Look.IsThere ? "The pages were built without GOV.UK Frontend, because Node.js with npm was missing or had no network. Install Node.js (version 20 or later) and build again."
        : Listen.FirstOrDefault(address => address.Scheme is not ("http" or "https")) is { } other ? $"{other} is no address that can be listened at: write http://HOST:PORT or https://HOST:PORT."
        : Listen.FirstOrDefault(address => address.Host is not ("localhost" or "*") && !System.Net.IPAddress.TryParse(address.Host.Trim('[', ']'), out _)) is { } named ? $"{named} is a name, and what is listened at is an address of this machine: write {named.Scheme}://0.0.0.0:{named.Port} for all of them, or one by its number."
        : Listen.Any(address => address.Scheme == "https") && Certificate is null ? "For https a certificate is needed: --certificate FILE.pfx, or put a proxy in front and add --behind-proxy."
        : !BehindProxy && Listen.FirstOrDefault(address => address.Scheme == "http" && !address.IsLoopback) is { } open ? $"{open} could be read by others on the way: use https with --certificate, or put a proxy in front and add --behind-proxy."
        : Certificate is { } file && ServerCertificate.Refusal(file, CertificatePassword) is { } useless ? useless
        : Mail?.Refusal() ?? SignOn?.Refusal();
}

/// <summary>A provider of single sign-on by OpenID Connect.</summary>
/// <param name="Authority">Its issuer, whose description lies at /.well-known/openid-configuration.</param>
/// <param name="ClientId">As which this program is known there.</param>
/// <param name="RolesClaim">The claim that lists what a person is.</param>
/// <param name="Roles">The value of that claim for each role; the role's own name where none is given.</param>
/// <param name="ServicesClaim">The claim that lists a person's services.</param>
public sealed record SignOnOptions(
    Uri Authority, string ClientId, string? ClientSecret, string RolesClaim = "roles", IReadOnlyDictionary<string, string>? Roles = null, string ServicesClaim = "services", string Name = "your council account")
{
    internal const string Scheme = "sign-on";

    /// <summary>The authority as it was written: its tokens name it so, letter by letter.</summary>
    internal string Issuer => Authority.OriginalString;

    public string? Refusal() =>
        Authority.Scheme != "https" && !Authority.IsLoopback ? $"{Authority} is not https: what it says of people could be changed on the way."
        : string.IsNullOrWhiteSpace(ClientId) ? "Single sign-on needs the name by which the provider knows this program: --sign-on-client."
        : Roles?.Keys.FirstOrDefault(name => Core.People.Roles.Read(name) is null) is { } other ? $"There is no role \"{other}\"."
        : null;

    /// <summary>The roles that a value of the claim stands for; several may be given by one.</summary>
    internal IReadOnlyList<Role> RolesOf(string value)
    {
        var given = Roles?.Select(pair => (Role: Core.People.Roles.Read(pair.Key), pair.Value)).ToList() ?? [];
        return [.. given.Where(pair => pair.Value == value.Trim()).Select(pair => pair.Role).Append(Core.People.Roles.Read(value) is { } role && given.All(pair => pair.Role != role) ? role : null).OfType<Role>()];
    }
}
