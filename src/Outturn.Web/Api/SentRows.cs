using System.Text.Json;

namespace Outturn.Web.Api;

/// <summary>The rows of a body. Each field is looked at by itself, so that all that cannot be read are named at once, each with what is expected.</summary>
internal static class SentRows
{
    /// <summary>More than a year's figures of a large service.</summary>
    public const int Most = 5_000;

    private const string Example = "{\"ref\": \"CS01\", \"period\": \"2026-06\", \"value\": 94.2}";
    private const string Text = "a text";
    private const string Number = "a number, such as 94.2";

    private static readonly string[] Fields = ["ref", "period", "value", "numerator", "denominator", "marker", "note", "reasons"];

    /// <summary>The rows; null, with the reason, where one of them cannot be read or there is no list of them.</summary>
    public static async Task<(IReadOnlyList<SentRow>? Rows, string Refusal, IReadOnlyList<BadRow> Bad)> ReadAsync(Stream body, CancellationToken cancel)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancel);
            if (json.RootElement.ValueKind != JsonValueKind.Array)
            {
                return (null, $"The body is a list of figures, such as [{Example}], not {Told(json.RootElement)}.", []);
            }

            if (json.RootElement.GetArrayLength() is var count && count is 0 or > Most)
            {
                return (null, count == 0 ? "The list is empty: send at least one figure." : $"{count:N0} figures are more than are taken at once: send {Most:N0} at the most.", []);
            }

            List<BadRow> bad = [];
            List<SentRow> rows = [.. json.RootElement.EnumerateArray().Select((row, at) => Row(at + 1, row, bad))];
            return bad.Count == 0 ? (rows, "", []) : (null, $"Nothing was taken: {bad.Select(one => one.Row).Distinct().Count()} of {rows.Count} rows are not as they have to be.", bad);
        }
        catch (JsonException e)
        {
            return (null, $"The body is no JSON: it cannot be read from line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1} on. It is a list of figures, such as [{Example}].", []);
        }
    }

    private static SentRow Row(int number, JsonElement sent, List<BadRow> bad)
    {
        List<(string? Field, string Reason)> wrong = [];
        var row = new SentRow("", "");
        try
        {
            row = Row(sent, wrong);
        }
        catch (InvalidOperationException)
        {
            wrong.Add((null, "A text in it is not UTF-8, or has half a character."));
        }

        bad.AddRange(wrong.Select(one => new BadRow(number, row.Ref is "" ? null : row.Ref, row.Period is "" ? null : row.Period, one.Field, null, one.Reason)));
        return row;
    }

    /// <exception cref="InvalidOperationException">A text is no Unicode.</exception>
    private static SentRow Row(JsonElement sent, List<(string? Field, string Reason)> wrong)
    {
        if (sent.ValueKind != JsonValueKind.Object)
        {
            wrong.Add((null, $"A row is an object, such as {Example}, not {Told(sent)}."));
            return new SentRow("", "");
        }

        var given = sent.EnumerateObject().ToLookup(field => field.Name, field => field.Value);
        foreach (var field in given)
        {
            wrong.AddRange(!Fields.Contains(field.Key) ? [(field.Key, $"There is no field {field.Key}: a row has {string.Join(", ", Fields)}.")]
                : field.Count() > 1 ? [(field.Key, $"{field.Key} stands in the row {field.Count()} times: once is meant.")] : Array.Empty<(string?, string)>());
        }

        T? Wrong<T>(string field, string expected, JsonElement found)
        {
            wrong.Add((field, $"{field} is {expected}, not {Told(found)}."));
            return default;
        }

        JsonElement? Given(string field) => given[field].Select(value => (JsonElement?)value).FirstOrDefault(value => value is { ValueKind: not JsonValueKind.Null });
        string? Words(string field, string expected) => Given(field) is not { } value ? null : value.ValueKind == JsonValueKind.String ? value.GetString() : Wrong<string>(field, expected, value);
        decimal? Figure(string field) => Given(field) is not { } value ? null : value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var figure) ? figure : Wrong<decimal?>(field, Number, value);
        string Needed(string field, string example)
        {
            var (before, words) = (wrong.Count, Words(field, $"{Text}, such as {example}"));
            if (string.IsNullOrWhiteSpace(words) && wrong.Count == before)
            {
                wrong.Add((field, $"{field} is missing: it is {Text}, such as {example}."));
            }

            return words ?? "";
        }

        Dictionary<string, string>? Reasons()
        {
            const string expected = "an object with a text for the code of each warning, such as {\"outside-history\": \"A flood shut the line.\"}";
            if (Given("reasons") is not { } value)
            {
                return null;
            }

            return value.ValueKind == JsonValueKind.Object && value.EnumerateObject().All(reason => reason.Value.ValueKind == JsonValueKind.String)
                ? value.EnumerateObject().DistinctBy(reason => reason.Name).ToDictionary(reason => reason.Name, reason => reason.Value.GetString()!)
                : Wrong<Dictionary<string, string>>("reasons", expected, value);
        }

        return new SentRow(Needed("ref", "\"CS01\""), Needed("period", "\"2026-06\""), Figure("value"), Figure("numerator"), Figure("denominator"), Words("marker", $"{Text}: x, z, c, low, u, p or r"), Words("note", Text), Reasons());
    }

    /// <summary>What stands there, in the words of a sentence.</summary>
    private static string Told(JsonElement found) => found.ValueKind switch
    {
        JsonValueKind.String => $"the text {Cut(found.GetRawText())}",
        JsonValueKind.Number => $"the number {Cut(found.GetRawText())}",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => Cut(found.GetRawText()),
        _ => found.GetRawText(),
    };

    private static string Cut(string text) => text.Length <= 60 ? text : $"{text[..60]}…";
}
