using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Outturn.Tests.PublicSite;

/// <summary>An OpenAPI document, against which answers are held: each status, header and member of an answer has to stand in it.</summary>
internal sealed class Described(JsonElement document)
{
    public JsonElement Document => document;

    public static async Task<Described> OfAsync(HttpClient http, string address)
    {
        using var read = JsonDocument.Parse(await http.GetStringAsync(address));
        return new Described(read.RootElement.Clone());
    }

    /// <summary>What in an answer is other than it is described; nothing where all is as it stands there.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync(HttpResponseMessage answer)
    {
        var (asked, status) = (answer.RequestMessage!, ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture));
        var path = document.GetProperty("paths").EnumerateObject().Single(known => Regex.IsMatch(asked.RequestUri!.AbsolutePath, $"^{Regex.Replace(known.Name, @"\{[^}]+\}", "[^/]+")}$"));
        if (!path.Value.GetProperty(asked.Method.Method.ToLowerInvariant()).GetProperty("responses").TryGetProperty(status, out var response))
        {
            return [$"{status} is not described."];
        }

        List<string> wrong = [];
        foreach (var header in response.TryGetProperty("headers", out var headers) ? headers.EnumerateObject() : default)
        {
            if (header.Value.TryGetProperty("required", out var required) && required.GetBoolean() && !answer.Headers.Contains(header.Name))
            {
                wrong.Add($"{status} has no {header.Name}.");
            }
        }

        var (type, body) = (answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync());
        if (!response.TryGetProperty("content", out var content))
        {
            return [.. wrong, .. body.Length == 0 ? Array.Empty<string>() : [$"{status} has a body."]];
        }

        if (type is null || !content.TryGetProperty(type, out var described))
        {
            return [.. wrong, $"{status} is {type}."];
        }

        using var read = JsonDocument.Parse(body);
        Check("", described.GetProperty("schema"), read.RootElement, wrong);
        return wrong;
    }

    /// <summary>What a reference in the document leads to.</summary>
    public JsonElement Follow(JsonElement schema) => schema.TryGetProperty("$ref", out var reference)
        ? reference.GetString()!.Split('/').Skip(1).Aggregate(document, (at, name) => at.GetProperty(name))
        : schema;

    private void Check(string at, JsonElement described, JsonElement value, List<string> wrong)
    {
        var schema = Follow(described);
        if (schema.TryGetProperty("oneOf", out var choices))
        {
            List<List<string>> tried = [.. choices.EnumerateArray().Select(choice => Tried(at, choice, value))];
            wrong.AddRange(tried.Exists(one => one.Count == 0) ? [] : tried[^1]);
            return;
        }

        if (schema.TryGetProperty("type", out var type) && !(type.ValueKind == JsonValueKind.Array ? type.EnumerateArray() : new[] { type }.AsEnumerable()).Any(name => Is(name.GetString()!, value)))
        {
            wrong.Add($"{at} is {value.GetRawText()}, not {type}.");
            return;
        }

        if ((schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value))) || (schema.TryGetProperty("const", out var only) && !JsonElement.DeepEquals(only, value)))
        {
            wrong.Add($"{at} is {value.GetRawText()}, which is not one of those described.");
        }

        if (schema.TryGetProperty("minimum", out var least) && value.GetDecimal() < least.GetDecimal())
        {
            wrong.Add($"{at} is {value.GetRawText()}, less than {least}.");
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var (item, number) in value.EnumerateArray().Select((item, number) => (item, number)))
            {
                Check($"{at}/{number}", schema.GetProperty("items"), item, wrong);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            CheckMembers(at, schema, value, wrong);
        }
    }

    private void CheckMembers(string at, JsonElement schema, JsonElement value, List<string> wrong)
    {
        var known = schema.GetProperty("properties");
        if (schema.TryGetProperty("required", out var required))
        {
            wrong.AddRange(required.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{at} has no {name}."));
        }

        foreach (var member in value.EnumerateObject())
        {
            if (known.TryGetProperty(member.Name, out var described))
            {
                Check($"{at}/{member.Name}", described, member.Value, wrong);
            }
            else
            {
                wrong.Add($"{at}/{member.Name} is not described.");
            }
        }
    }

    private List<string> Tried(string at, JsonElement schema, JsonElement value)
    {
        List<string> wrong = [];
        Check(at, schema, value, wrong);
        return wrong;
    }

    private static bool Is(string type, JsonElement value) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        _ => value.ValueKind == JsonValueKind.Object,
    };
}
