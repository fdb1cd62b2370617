using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Outturn.Core.Release;
using Outturn.Public.Site;

namespace Outturn.Public;

/// <summary>What programs read of the site as a whole: Atom feeds, the site map, and what robots may do.</summary>
internal static class FeedRoutes
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Entries of a feed; the pages have all.</summary>
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/releases.atom", (HttpContext http, PublicOptions options) => Feed(http, options, "Releases", "/releases", http.Site().Editions)).ExcludeFromDescription();
        app.MapGet("/corrections.atom", (HttpContext http, PublicOptions options) =>
            Feed(http, options, "Corrections, supplements and withdrawals", "/releases?kind=changes", [.. http.Site().Editions.Where(edition => edition.IsChange)])).ExcludeFromDescription();
        app.MapGet("/robots.txt", (HttpContext http, PublicOptions options) => Results.Text($"User-agent: *\nDisallow: /search\nDisallow: /verify\nSitemap: {Base(http, options)}/sitemap.xml\n", "text/plain", Encoding.UTF8)).ExcludeFromDescription();
        app.MapGet("/sitemap.xml", SiteMap).ExcludeFromDescription();
    }

    private static IResult Feed(HttpContext http, PublicOptions options, string title, string page, IReadOnlyList<PublicEdition> editions)
    {
        var (site, address) = (http.Site(), Base(http, options));
        return Xml("application/atom+xml; charset=utf-8", xml =>
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, "en-GB");
            Element(xml, "id", Identity(site.Head.Source + title));
            Element(xml, "title", $"{site.Council}: {title.ToLowerInvariant()}");
            Element(xml, "updated", UkDay.Machine(editions.Count > 0 ? editions[0].IssuedAt : site.Editions.Select(edition => edition.IssuedAt).DefaultIfEmpty(DateTime.UnixEpoch).Max()));
            Link(xml, "self", address + http.Request.Path);
            Link(xml, "alternate", address + page);
            xml.WriteStartElement("author", Atom);
            Element(xml, "name", site.Council);
            xml.WriteEndElement();
            foreach (var edition in editions.Take(Most))
            {
                xml.WriteStartElement("entry", Atom);
                Element(xml, "id", Identity($"{site.Head.Source}/{edition.Paper}/{edition.Edition}"));
                Element(xml, "title", edition.Kind == EditionKind.Issue ? edition.Title : $"{edition.Kind}: {edition.Title}");
                Element(xml, "published", UkDay.Machine(edition.IssuedAt));
                Element(xml, "updated", UkDay.Machine(edition.IssuedAt));
                Link(xml, "alternate", address + edition.Address);
                Element(xml, "summary", Summary(edition));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        });
    }

    private static string Summary(PublicEdition edition)
    {
        var what = edition is { Kind: EditionKind.Issue, Content.Dashboard.Counts: { } counts } ? $"Red {counts.Red}, Amber {counts.Amber}, Green {counts.Green}, not rated {counts.NotRated}." : edition.Reason ?? edition.Title;
        var changes = edition.Revisions.Take(20).Select(revision => $" {(revision.Ref is { } reference ? reference + " " : "")}{revision.What}{(revision.Period is { } period ? $" for {period}" : "")}: {revision.Old ?? "none"} is now {revision.New ?? "none"}.");
        return what + string.Concat(changes);
    }

    private static IResult SiteMap(HttpContext http, PublicOptions options)
    {
        const string maps = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var (site, address) = (http.Site(), Base(http, options));
        return Xml("application/xml; charset=utf-8", xml =>
        {
            xml.WriteStartElement("urlset", maps);
            string[] pages = ["/", "/dashboards", "/indicators", "/releases", "/data", "/verify", "/accessibility", "/privacy"];
            var all = pages.Select(page => (Path: page, At: (DateTime?)null))
                .Concat(site.Papers.Where(paper => paper.Whole is not null).Select(paper => (Addresses.Dashboard(paper.Name), (DateTime?)paper.Last.IssuedAt)))
                .Concat(site.Frameworks.SelectMany(framework => framework.Content.Outcomes.Select(framework.AddressOf).Concat(framework.Content.Metrics.Select(framework.AddressOf)).Prepend("/outcomes").Select(path => (path, (DateTime?)framework.From.IssuedAt))))
                .Concat(site.Indicators.Select(indicator => (indicator.Address, (DateTime?)indicator.From.IssuedAt)));
            foreach (var (path, at) in all)
            {
                xml.WriteStartElement("url", maps);
                xml.WriteElementString("loc", maps, address + path);
                if (at is { } changed)
                {
                    xml.WriteElementString("lastmod", maps, UkDay.Machine(changed));
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        });
    }

    /// <summary>The site's address without a slash at its end.</summary>
    internal static string Base(HttpContext http, PublicOptions options) => options.Address?.GetLeftPart(UriPartial.Authority) ?? $"{http.Request.Scheme}://{http.Request.Host}";

    /// <summary>A name that stays the same wherever the site moves.</summary>
    private static string Identity(string of) => $"urn:uuid:{new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(of)).AsSpan(0, 16), bigEndian: true)}";

    private static IResult Xml(string type, Action<XmlWriter> write)
    {
        using var made = new MemoryStream();
        using (var xml = XmlWriter.Create(made, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CheckCharacters = false }))
        {
            xml.WriteStartDocument();
            write(xml);
        }

        return Results.Bytes(made.ToArray(), type);
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, Legal(text));

    /// <summary>Without what XML cannot hold.</summary>
    private static string Legal(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value is 9 or 10 or 13 or >= 0x20 and not (0xFFFE or 0xFFFF)));

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }
}
