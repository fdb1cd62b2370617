using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Outturn.Core.Dashboards;

namespace Outturn.Web;

/// <summary>The style sheet and the script, out of the program itself: each under an address that changes with it, and so kept by browsers for good.</summary>
public static class Look
{
    private const string ForGood = "public, max-age=31536000, immutable";

    private static readonly byte[]? StyleBytes = Read("outturn.css");
    private static readonly byte[] ScriptBytes = Read("outturn.js")!;

    /// <summary>False where the program was built without GOV.UK Frontend.</summary>
    public static bool IsThere => StyleBytes is not null;

    public static string StylePath { get; } = $"/look/{Name(StyleBytes)}.css";

    public static string ScriptPath { get; } = $"/look/{Name(ScriptBytes)}.js";

    /// <summary>The council's colour, as a style sheet of its own: pages carry no style.</summary>
    public static string ColourPath(Council? council) => $"/look/colour-{(council?.Colour ?? Council.StandardColour).TrimStart('#')}.css";

    internal static void Map(IEndpointRouteBuilder app)
    {
        Serve(app, StylePath, "text/css; charset=utf-8", StyleBytes ?? []);
        Serve(app, ScriptPath, "text/javascript; charset=utf-8", ScriptBytes);
        app.MapGet("/look/colour-{colour:regex(^[0-9a-fA-F]{{6}}$)}.css", (string colour, HttpContext http) =>
        {
            http.Response.Headers.CacheControl = ForGood;
            return TypedResults.Text($":root{{--council:#{colour}}}", "text/css");
        }).AllowAnonymous();
        app.MapGet("/favicon.ico", () => TypedResults.NoContent()).AllowAnonymous();
    }

    private static void Serve(IEndpointRouteBuilder app, string path, string type, byte[] content) => app.MapGet(path, (HttpContext http) =>
    {
        http.Response.Headers.CacheControl = ForGood;
        return TypedResults.Bytes(content, type);
    }).AllowAnonymous();

    private static byte[]? Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string Name(byte[]? content) => content is null ? "none" : Convert.ToHexStringLower(SHA256.HashData(content))[..16];
}
