using Outturn.Public.Api;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Outturn.Public.Serving;

/// <summary>A page that needs nothing of the store: for when there is none, or too much was asked, or something broke. The API is told the same as problem+json.</summary>
internal static class PlainPage
{
    public static Task WriteAsync(HttpContext http, int status, string title, string text)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        var (type, body) = http.Request.Path.StartsWithSegments("/api")
            ? ("application/problem+json", JsonSerializer.Serialize(new Dictionary<string, object> { ["type"] = "about:blank", ["title"] = title, ["status"] = status, ["detail"] = text }, ApiJson.Options))
            : ("text/html; charset=utf-8", Html(title, text));
        var bytes = Encoding.UTF8.GetBytes(body);
        http.Response.ContentType = type;
        http.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }

    private static string Html(string title, string text) => $"""
        <!DOCTYPE html>
        <html lang="en-GB" class="govuk-template">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>{HtmlEncoder.Default.Encode(title)}</title>
          <link rel="stylesheet" href="{Look.Path(null)}">
        </head>
        <body class="govuk-template__body">
          <div class="govuk-width-container">
            <main class="govuk-main-wrapper" id="main">
              <h1 class="govuk-heading-l">{HtmlEncoder.Default.Encode(title)}</h1>
              <p class="govuk-body">{HtmlEncoder.Default.Encode(text)}</p>
              <p class="govuk-body"><a class="govuk-link" href="/">Home</a></p>
            </main>
          </div>
        </body>
        </html>

        """;
}
