using System.Text;
using System.Text.Json;
using Outturn.App.Import;

namespace Outturn.App.Registers;

/// <summary>The settings in a JSON file, each with the line it stands on; an object within is named by path ("colours.main").</summary>
/// <remarks>Comments and commas before a closing bracket are allowed, for people edit it by hand.</remarks>
internal sealed class JsonSettings
{
    private readonly Dictionary<string, Setting> settings = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> asked = new(StringComparer.OrdinalIgnoreCase);
    private readonly string source;
    private readonly List<Defect> defects;

    private JsonSettings(string source, List<Defect> defects) => (this.source, this.defects) = (source, defects);

    /// <summary>Null, with the reason and its line, when it cannot be read.</summary>
    public static JsonSettings? Open(string path, string source, List<Defect> defects)
    {
        switch (TextFiles.Open(path, mostBytes: 1024 * 1024))
        {
            case TextOpening.Opened opened:
                using (var reader = opened.Reader())
                {
                    var read = new JsonSettings(source, defects);
                    return read.ReadAll(Encoding.UTF8.GetBytes(reader.ReadToEnd().TrimStart('\uFEFF'))) ? read : null;
                }

            case TextOpening.Refused refused:
                defects.Add(refused.Defect);
                return null;
            default:
                throw new InvalidOperationException("A text file is opened or refused.");
        }
    }

    /// <summary>A setting's text, or null where it is absent, null or blank.</summary>
    public string? Text(string name)
    {
        asked.Add(name);
        return settings.TryGetValue(name, out var setting) && !string.IsNullOrWhiteSpace(setting.Text) ? setting.Text.Trim() : null;
    }

    /// <summary>One of a few words; <paramref name="absent"/> where there is none, or something else, which is an error.</summary>
    public T Word<T>(string name, Func<string, T?> read, T absent, string words)
        where T : struct
    {
        if (Text(name) is not { } text)
        {
            return absent;
        }

        if (read(text) is { } known)
        {
            return known;
        }

        Add(Severity.Error, name, $"{Quoted.Text(text)} is not known here: write {words}.");
        return absent;
    }

    public void Add(Severity severity, string name, string reason) =>
        defects.Add(new Defect(severity, source, settings.TryGetValue(name, out var setting) ? setting.Line : null, name, reason));

    /// <summary>Names every setting that nobody has asked for.</summary>
    public void WarnOfUnknown()
    {
        foreach (var name in settings.Keys.Except(asked, StringComparer.OrdinalIgnoreCase))
        {
            Add(Severity.Warning, name, $"This setting is not known and was not read.{Nearest.Ask(name, asked.Except(settings.Keys))}");
        }
    }

    private bool ReadAll(byte[] json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var (within, name) = (new Stack<string>(), "");
            while (reader.Read())
            {
                switch (reader.TokenType)
                {
                    case JsonTokenType.PropertyName:
                        name = reader.GetString()!;
                        break;
                    case JsonTokenType.StartObject:
                        within.Push(Path(within, name));
                        name = "";
                        break;
                    case JsonTokenType.EndObject:
                        within.Pop();
                        break;
                    case JsonTokenType.StartArray:
                        Keep(Path(within, name), new Setting(null, Line(json, reader.TokenStartIndex)));
                        reader.Skip();
                        break;
                    default:
                        Keep(Path(within, name), new Setting(TextOf(reader), Line(json, reader.TokenStartIndex)));
                        break;
                }
            }

            return true;
        }
        catch (JsonException e)
        {
            defects.Add(Defect.Error(source, (int)(e.LineNumber ?? 0) + 1, "This is not JSON from here on: look for a missing comma, quotation mark or bracket here or on the line before."));
            return false;
        }
    }

    private void Keep(string name, Setting setting)
    {
        if (!settings.TryAdd(name, setting))
        {
            defects.Add(new Defect(Severity.Error, source, setting.Line, name, $"This setting stands in line {settings[name].Line} already."));
        }
    }

    private static string Path(Stack<string> within, string name) =>
        within.TryPeek(out var outer) && outer.Length > 0 ? $"{outer}.{name}" : name;

    private static string? TextOf(Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Null => null,
        _ => Encoding.UTF8.GetString(reader.ValueSpan),
    };

    private static int Line(byte[] json, long position) => json.AsSpan(0, (int)position).Count((byte)'\n') + 1;

    private readonly record struct Setting(string? Text, int Line);
}
