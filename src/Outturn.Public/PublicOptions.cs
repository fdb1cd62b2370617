using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Outturn.Public;

/// <summary>How the public site is served.</summary>
/// <param name="Store">The file of the public store: all that the site is given.</param>
/// <param name="Listen">Where it listens.</param>
/// <param name="Address">The address by which people reach it, for feeds and the site map; null to take it from each request.</param>
/// <param name="BehindProxy">Whether a proxy of the council's speaks https to people and hands on who they are.</param>
/// <param name="PerMinute">How many requests of the API, and of searches, one address may make in a minute; 0 for any number.</param>
/// <param name="Contact">Where people ask the council about these pages: an e-mail address, or the address of a page; null where nobody has said.</param>
public sealed record PublicOptions(string Store, Action<KestrelServerOptions> Listen, Uri? Address = null, bool BehindProxy = false, int PerMinute = PublicOptions.UsualPerMinute, string? Contact = null)
{
    public const int UsualPerMinute = 600;

    /// <summary>Why it is not served so, or null. A store that is not there yet is no reason: nothing has been issued yet.</summary>
    public string? Refusal() =>
        !Look.IsThere ? "The public pages were built without GOV.UK Frontend, because Node.js with npm was missing or had no network. Install Node.js (version 20 or later) and build again."
        : Directory.Exists(Store) ? $"{Store} is a folder: name the file of the public store."
        : Site.PublicFile.Refusal(Store) is { } other ? other
        : Address is { } address && (address.Scheme is not ("http" or "https") || address.AbsolutePath != "/") ? $"{address} is not the address of a site: write https://NAME, without a path."
        : PerMinute < 0 ? "The number of requests in a minute is 0 (any number) or more."
        : Contact is not null && ContactLink is null ? $"\"{Contact}\" is neither an e-mail address nor the address of a page: write performance@example.gov.uk or https://www.example.gov.uk/contact."
        : null;

    /// <summary>Where a link to the contact leads; null where there is none.</summary>
    public string? ContactLink =>
        Contact is null ? null
        : !Contact.Contains(':') && System.Net.Mail.MailAddress.TryCreate(Contact, out var mail) && mail.Address == Contact ? $"mailto:{Contact}"
        : Uri.TryCreate(Contact, UriKind.Absolute, out var page) && page.Scheme is "http" or "https" ? page.AbsoluteUri
        : null;
}
