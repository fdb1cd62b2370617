namespace Outturn.Public;

/// <summary>Where things are: addresses that stay as they are.</summary>
internal static class Addresses
{
    public static string Dashboard(string paper) => $"/dashboards/{Uri.EscapeDataString(paper)}";

    public static string Indicator(string reference) => $"/indicators/{Uri.EscapeDataString(reference)}";

    public static string File(string digest, string name) => $"/files/{digest}/{Uri.EscapeDataString(name)}";
}
