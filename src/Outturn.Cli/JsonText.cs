using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Outturn.Cli;

/// <summary>What a verb says to a script.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(object said) => JsonSerializer.Serialize(said, Options);

    public static Option<bool> Option() => new("--json") { Description = "Print it as JSON, for scripts." };
}
