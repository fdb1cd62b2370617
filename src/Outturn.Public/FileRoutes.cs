using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Outturn.Public.Api;
using Outturn.Public.Data;
using Outturn.Public.Site;

namespace Outturn.Public;

/// <summary>The files that were issued, by their SHA-256, and the figures as data.</summary>
internal static class FileRoutes
{
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Csv = "text/csv; charset=utf-8";

    /// <summary>A paper brings its own style and pictures, and may do nothing else.</summary>
    private const string PaperPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-top-navigation-by-user-activation";

    /// <summary>A browser's own viewer of PDFs does not work in a sandbox.</summary>
    private const string PdfPolicy = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/files/{digest}/{name}", ["GET", "HEAD"], File).ExcludeFromDescription();
        app.MapGet("/data/indicators.csv", (HttpContext http) => Download(IndicatorTables.Latest(http.Site().Current).ToCsv(), Csv, "indicators.csv")).ExcludeFromDescription();
        app.MapGet("/data/figures.csv", (HttpContext http) => Download(IndicatorTables.Series(http.Site().Current).ToCsv(), Csv, "figures.csv")).ExcludeFromDescription();
        app.MapGet("/data/revisions.csv", (HttpContext http) => Download(IndicatorTables.Revisions(http.Site().Revisions).ToCsv(), Csv, "revisions.csv")).ExcludeFromDescription();
        app.MapGet("/data/indicators.xlsx", (HttpContext http) => http.Site() is { Indicators.Count: > 0 } site ? Download(IndicatorTables.Workbook(site, "Performance indicators", [.. site.Current]), Workbook, "indicators.xlsx") : Results.NotFound()).ExcludeFromDescription();
        app.MapGet("/data/indicators.json", (HttpContext http) => Download(ApiJson.Write(http.Site().Current.Select(ApiIndicator.Of)), MediaTypeNames.Application.Json, "indicators.json")).ExcludeFromDescription();
        app.MapGet("/indicators/{reference}/data.{format}", Indicator).ExcludeFromDescription();
    }

    /// <summary>Those of the site that this request is answered from.</summary>
    internal static PublicSite Site(this HttpContext http) => http.Features.Get<PublicSite>()!;

    private static IResult Indicator(string reference, string format, HttpContext http)
    {
        var (site, asked) = (http.Site(), Uri.UnescapeDataString(reference));
        if (site.Indicator(asked) is not { } found)
        {
            return site.Gone.Indicator(asked) is null ? Results.NotFound() : Results.StatusCode(StatusCodes.Status410Gone);
        }

        var name = $"{string.Concat(found.Ref.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'))}.{format}";
        return format switch
        {
            "csv" => Download(IndicatorTables.Series([found]).ToCsv(), Csv, name),
            "xlsx" => Download(IndicatorTables.Workbook(site, $"{found.Ref} {found.Shown.Title}", [found]), Workbook, name),
            "json" => Download(ApiJson.Write(ApiIndicator.Of(found)), MediaTypeNames.Application.Json, name),
            _ => Results.NotFound(),
        };
    }

    private static IResult Download(byte[] content, string type, string name) => Results.Bytes(content, type, name);

    /// <summary>The bytes as they were issued. They never change, so whoever has them need not ask again; where their report was withdrawn they are gone.</summary>
    private static IResult File(string digest, string name, HttpContext http, LiveSite live)
    {
        var issued = http.Site().Files[digest].Where(pair => pair.File.Name.Equals(name, StringComparison.Ordinal)).ToList();
        if (issued.Count == 0)
        {
            return Results.NotFound();
        }

        if (issued.TrueForAll(pair => pair.Edition.State == PublicState.Withdrawn) || live.Content(issued[0].File.Digest) is not { } content)
        {
            return Results.StatusCode(StatusCodes.Status410Gone);
        }

        var file = issued[0].File;
        var isShown = file.Format is "html" or "pdf";
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = file.Format == "pdf" ? PdfPolicy : PaperPolicy;
        headers.CacheControl = "public, max-age=31536000, immutable";
        if (isShown)
        {
            headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileNameStar = file.Name }.ToString();
        }

        var type = file.MediaType.StartsWith("text/", StringComparison.Ordinal) && !file.MediaType.Contains("charset", StringComparison.Ordinal) ? $"{file.MediaType}; charset=utf-8" : file.MediaType;
        return Results.Bytes(content, type, isShown ? null : file.Name, enableRangeProcessing: true, entityTag: new EntityTagHeaderValue($"\"{file.Digest}\""));
    }
}
