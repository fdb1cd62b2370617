using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using Outturn.Web.Access;

namespace Outturn.BrowserTests.Pages;

/// <summary>A page as the program's own table of addresses has it.</summary>
/// <param name="Name">Its path in Pages: "/Account/SignIn".</param>
/// <param name="Policy">Who may open it; null where nobody has said.</param>
internal sealed record PageEndpoint(string Name, RoutePattern Pattern, Policy? Policy)
{
    /// <summary>Every page that can be asked for.</summary>
    public static IReadOnlyList<PageEndpoint> All(EndpointDataSource endpoints) =>
    [
        .. from endpoint in endpoints.Endpoints.OfType<RouteEndpoint>()
           let page = endpoint.Metadata.GetMetadata<PageActionDescriptor>()
           where page is not null && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") != false
           select new PageEndpoint(page.ViewEnginePath, endpoint.RoutePattern, endpoint.Metadata.GetMetadata<Policy>()),
    ];

    /// <summary>Its address, with a value for each part that is one.</summary>
    /// <exception cref="InvalidOperationException">A part has no value, and is not optional.</exception>
    public string Address(IReadOnlyDictionary<string, string> values) => "/" + string.Join('/', Pattern.PathSegments
        .Select(segment => string.Concat(segment.Parts.Select(part => Text(part, values))))
        .Where(text => text.Length > 0));

    /// <summary>Whether a path is one of its addresses.</summary>
    public bool Has(string path) => new TemplateMatcher(new RouteTemplate(Pattern), []).TryMatch(path, []);

    private string Text(RoutePatternPart part, IReadOnlyDictionary<string, string> values) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter when values.TryGetValue(parameter.Name, out var value) => Uri.EscapeDataString(value),
        RoutePatternParameterPart { IsOptional: true } => "",
        RoutePatternParameterPart parameter => throw new InvalidOperationException($"Nobody has said how {Name} is opened: give {{{parameter.Name}}} a value in Openings.cs, or the page its steps."),
        _ => throw new InvalidOperationException($"The address of {Name} has a part of a new kind: teach PageEndpoint.cs to write it."),
    };
}
