using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Outturn.Reports.Issued;

/// <summary>The canonical form of an edition: the same edition is the same bytes, and its SHA-256 is what the edition is known by.</summary>
public static class EditionJson
{
    /// <summary>What a file of this form says of itself.</summary>
    public const string Format = "outturn-edition/1";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    public static byte[] Write(IssuedEdition edition) => JsonSerializer.SerializeToUtf8Bytes(edition, Options);

    /// <summary>The figures alone, as they stand in an edition.</summary>
    public static byte[] Write(IssuedDashboard dashboard) => JsonSerializer.SerializeToUtf8Bytes(dashboard, Options);

    /// <summary>Null where the bytes are no edition of this form.</summary>
    public static IssuedEdition? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<IssuedEdition>(json, Options) is { Format: Format } edition ? edition with { Revisions = [.. edition.Revisions.Select(Told)] } : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A blank, which editions of an earlier version have where nothing was printed, says the same as null.</summary>
    private static Revision Told(Revision revision) => revision with { Old = Known(revision.Old), New = Known(revision.New) };

    private static string? Known(string? printed) => string.IsNullOrWhiteSpace(printed) ? null : printed;
}
