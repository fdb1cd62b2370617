using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Outturn.Core.Dashboards;

namespace Outturn.Public;

/// <summary>The one style sheet, out of the program itself, in the council's colour: its address changes with it, and so it is kept by browsers for good.</summary>
internal static class Look
{
    private static readonly string? Style = Read();
    private static readonly string Name = Style is null ? "none" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))[..16];

    /// <summary>False where the program was built without GOV.UK Frontend.</summary>
    public static bool IsThere => Style is not null;

    /// <param name="colour">As #rrggbb; null for the colour of a council that has said none.</param>
    public static string Path(string? colour) => $"/look/{Name}-{(colour ?? Council.StandardColour).TrimStart('#').ToLowerInvariant()}.css";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/look/{name}-{colour:regex(^[0-9a-fA-F]{{6}}$)}.css", (string name, string colour) =>
            name == Name ? Results.Text($"{Style}:root{{--council:#{colour}}}", "text/css", Encoding.UTF8) : Results.NotFound()).ExcludeFromDescription();
        app.MapGet("/favicon.ico", () => Results.NoContent()).ExcludeFromDescription();
    }

    private static string? Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("public.css");
        return stream is null ? null : new StreamReader(stream).ReadToEnd();
    }
}
