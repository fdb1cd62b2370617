using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Outturn.Public.Site;

namespace Outturn.Public.Api;

/// <summary>What the document of the API says beyond what its routes tell by themselves: what each parameter takes, and what each answer means.</summary>
internal static class ApiDescription
{
    private static readonly Dictionary<string, (string Description, Func<OpenApiSchema> Schema)> Parameters = new(StringComparer.Ordinal)
    {
        ["q"] = ("Words, all of which are in the ref, title, meaning, service or reports.", Text),
        ["service"] = ("The service's name, in letters of any case.", Text),
        ["report"] = ("The committee, or the named report, in letters of any case.", Text),
        ["rating"] = ("The latest rating.", () => OneOf(PublicIndicator.Ratings)),
        ["indicators kind"] = ("Whether it is rated, or an activity with a range.", () => OneOf(IndicatorFilter.Kinds)),
        ["current"] = ("True for those that a latest report has, false for the others.", () => new OpenApiSchema { Type = JsonSchemaType.Boolean }),
        ["year"] = ("The financial year that is reported on, such as 2025/26.", Text),
        ["paper"] = ("The report's name, as its address has it.", Text),
        ["editions kind"] = ("What the edition is.", () => OneOf(Asked.Kinds)),
        ["ref"] = ("The indicator's ref, in letters of any case.", Text),
        ["reference"] = ("The indicator's ref, in letters of any case.", Text),
        ["number"] = ("The edition's place among all that the council has issued.", () => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" }),
        ["since"] = ("Changes that were published on that day or after it, in the United Kingdom: year, month and day, such as 2026-11-12.", () => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" }),
        ["page"] = ("Which page of the list; one behind the last is refused.", () => Number(least: 1, most: null, usual: 1)),
        ["per_page"] = ("How many a page has.", () => Number(least: 1, Paging.MostPerPage, Paging.UsualPerPage)),
    };

    private static readonly Dictionary<string, string> Answers = new(StringComparer.Ordinal)
    {
        ["200"] = "What was asked for.",
        ["304"] = "It is as it was when it was given the ETag that If-None-Match names, and is not sent again.",
        ["400"] = "A parameter cannot be read: the detail names it, and says what may be written.",
        ["404"] = "There is none of that name.",
        ["410"] = "It is not published any more: the detail says since when, and why.",
        ["429"] = "The address has asked too often.",
        ["503"] = "What is published cannot be read just now.",
    };

    public static void Set(OpenApiOptions options)
    {
        options.AddDocumentTransformer((made, _, _) =>
        {
            made.Info = new OpenApiInfo { Title = "Outturn", Version = "1", Description = "What the council has issued: indicators, their series, dashboards, editions and revisions. No key is needed. Lists come in pages; every answer has an ETag; errors are problem+json." };
            made.Servers = [];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, _, _) =>
        {
            Describe(operation);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            Describe(schema, context);
            return Task.CompletedTask;
        });
    }

    private static void Describe(OpenApiOperation operation)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            var (description, schema) = Parameters.TryGetValue(parameter.Name!, out var known) ? known : Parameters[$"{operation.OperationId} {parameter.Name}"];
            (parameter.Description, parameter.Schema) = (description, schema());
        }

        operation.Responses!.Add("304", new OpenApiResponse());
        foreach (var (status, answer) in operation.Responses.Select(pair => (pair.Key, (OpenApiResponse)pair.Value)))
        {
            answer.Description = Answers[status];
            answer.Headers = new Dictionary<string, IOpenApiHeader>();
            if (status is "200" or "304")
            {
                answer.Headers["ETag"] = Header("By which it is asked for again: If-None-Match.", Text(), isAlwaysThere: true);
            }

            if (status == "200" && operation.Parameters?.Any(parameter => parameter.Name == "page") == true)
            {
                answer.Headers["Link"] = Header("The first, previous, next and last page (RFC 8288).", Text(), isAlwaysThere: true);
            }

            if (status is "429" or "503")
            {
                answer.Headers["Retry-After"] = Header("Seconds to wait before it is asked again.", Number(least: 1, most: null, usual: null), isAlwaysThere: true);
            }
        }
    }

    private static void Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonPropertyInfo is { Name: "rating" or "year_to_date_rating" } && context.JsonTypeInfo.Type == typeof(string))
        {
            schema.Enum = [.. Values(PublicIndicator.Ratings), JsonNullSentinel.JsonNull];
        }
        else if (context.JsonPropertyInfo is { Name: "kind" } && context.JsonTypeInfo.Type == typeof(string))
        {
            schema.Enum = Values(IndicatorFilter.Kinds);
        }
        else if (context.JsonTypeInfo.Type == typeof(ProblemDetails) && context.JsonPropertyInfo is null)
        {
            schema.Description = "An error, as RFC 9457 has it: the detail says what is wrong, and what to do.";
            schema.Required = new HashSet<string> { "type", "title", "status", "detail" };
        }
    }

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiSchema OneOf(IReadOnlyList<string> values) => new() { Type = JsonSchemaType.String, Enum = Values(values) };

    private static List<JsonNode> Values(IReadOnlyList<string> values) => [.. values.Select(value => JsonValue.Create(value))];

    private static OpenApiSchema Number(int least, int? most, int? usual) => new() { Type = JsonSchemaType.Integer, Format = "int32", Minimum = $"{least}", Maximum = most is null ? null : $"{most}", Default = usual };

    private static OpenApiHeader Header(string description, OpenApiSchema schema, bool isAlwaysThere) => new() { Description = description, Schema = schema, Required = isAlwaysThere };
}
