using DocumentFormat.OpenXml.Packaging;

namespace Outturn.Reports.Word;

/// <summary>The addresses that a paper links to, each of them once.</summary>
internal sealed class Links(MainDocumentPart main)
{
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

    /// <summary>The identifier by which text links to the address; null where it is no address of the web or of mail.</summary>
    public string? Id(string address)
    {
        if (ids.TryGetValue(address, out var known))
        {
            return known;
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https" or "mailto"))
        {
            return null;
        }

        var id = $"rLink{ids.Count + 1}";
        main.AddHyperlinkRelationship(new Uri(uri.AbsoluteUri), isExternal: true, id);
        return ids[address] = id;
    }
}
