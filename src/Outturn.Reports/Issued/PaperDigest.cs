using System.Security.Cryptography;
using Outturn.Core.Dashboards;
using Outturn.Reports.Html;
using Outturn.Reports.Papers;

namespace Outturn.Reports.Issued;

/// <summary>By what a paper, or a section of it, is told from what it was when somebody signed it off: the SHA-256 of all that a reader would see, and of its exact figures.</summary>
public static class PaperDigest
{
    /// <remarks>A paper without figures of its own is dated by the day on which it is made where it goes to no meeting: another day makes it no other paper.</remarks>
    public static string Of(Paper paper) => paper is RatedPaper rated
        ? Of(rated.Document, rated.Dashboard)
        : Of(paper.Document with { Info = paper.Document.Info with { Date = DateOnly.MinValue } }, null);

    /// <summary>Of each service's section, by the service's name.</summary>
    /// <param name="register">As the paper's committee reads it.</param>
    public static IReadOnlyDictionary<string, string> OfSections(Dashboard dashboard, Register register) => dashboard.Services.ToDictionary(
        service => service.Service.Name,
        service =>
        {
            var section = dashboard with { Services = [service], Proposals = [.. dashboard.Proposals.Where(proposed => proposed.Indicator.Service == service.Service)] };
            var info = new DocumentInfo(service.Service.Name, dashboard.Council.Name, dashboard.DataTo, dashboard.Council.Colour);
            return Of(new Document(info, [new Section(Orientation.Landscape, [.. ServicePages.Blocks(section, register, level: 3)])]), section);
        });

    private static string Of(Document document, Dashboard? dashboard)
    {
        using var all = new MemoryStream();
        HtmlWriter.Write(document, all);
        if (dashboard is not null)
        {
            all.Write(EditionJson.Write(IssuedEditions.Of(dashboard)));
        }

        return Convert.ToHexStringLower(SHA256.HashData(all.GetBuffer().AsSpan(0, (int)all.Length)));
    }
}
