namespace Outturn.Reports.Html;

/// <summary>Lets only links through that can do no harm: to the web, to a mailbox, or within the paper.</summary>
internal static class SafeLink
{
    /// <summary>The address to write, or null where the text must stay text.</summary>
    public static string? Address(string link) =>
        link.StartsWith('#') ? "#" + Uri.EscapeDataString(link[1..])
        : Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "mailto" ? address.AbsoluteUri
        : null;
}
