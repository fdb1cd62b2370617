using System.Globalization;
using System.Text;

namespace Outturn.Core.Papers;

/// <summary>What a file name may tell of a paper.</summary>
/// <param name="Committee">Its full name, or null where the paper goes to no single one.</param>
/// <param name="Item">The number on the agenda, or null where none is given yet.</param>
public sealed record PaperFacts(string Council, string? Committee, string? ShortName, string Title, string Period, DateOnly? Meeting, string? Item);

/// <summary>What came of naming a paper.</summary>
/// <param name="Name">Without ending; null where it was refused.</param>
/// <param name="Refusal">Why there is none, and what to do.</param>
public sealed record PaperNaming(string? Name, string? Refusal);

/// <summary>The house's pattern of file names: "{committee} {meeting:yyyy-MM-dd}[ Item {item}] {title}".</summary>
/// <remarks>
/// What stands in square brackets is left out where something in it is not known. Names are made of letters of English, digits, spaces,
/// hyphens, underscores, commas, full stops and round brackets: what Windows, SharePoint and agenda systems all take.
/// </remarks>
public sealed class FileNamePattern
{
    /// <summary>The letters of a name without ending. An agenda system puts a path of its own before it, and Windows opens 260 in all.</summary>
    public const int MostLetters = 100;

    private const int LeastTitle = 20;
    private const string Plain = " -_,.()";
    private const string DayLetters = "yMd-_. ";

    private static readonly string[] Fields = ["council", "committee", "short_name", "title", "period", "meeting", "item"];
    private static readonly string[] Devices =
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(i => new[] { $"COM{i}", $"LPT{i}" })];

    private readonly List<Part> parts;

    private FileNamePattern(List<Part> parts) => this.parts = parts;

    private sealed record Part(string Text, string? Field, string Format, int Group);

    /// <summary>The pattern, or why it is none.</summary>
    public static FileNamePattern? Read(string text, out string refusal)
    {
        List<Part> parts = [];
        var (group, groups, start) = (0, 0, 0);
        refusal = "";
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '{':
                    if (text.IndexOf('}', i) is not (> 0 and var end))
                    {
                        refusal = "A curly bracket is opened and not closed.";
                        return null;
                    }

                    if (Field(text[(i + 1)..end], group, out refusal) is not { } field)
                    {
                        return null;
                    }

                    parts.Add(field);
                    i = end;
                    break;
                case '[' when group == 0:
                    (group, start) = (++groups, parts.Count);
                    break;
                case ']' when group > 0 && parts.Skip(start).Any(part => part.Field is not null):
                    group = 0;
                    break;
                case '[' or ']' or '}':
                    refusal = c == '}' ? "A curly bracket is closed that was not opened." : "Square brackets go around what is left out where it is not known: they hold at least one field, and not each other.";
                    return null;
                default:
                    if (!char.IsAsciiLetterOrDigit(c) && !Plain.Contains(c))
                    {
                        refusal = $"\"{c}\" may not stand in a file name: letters, digits, spaces, hyphens, underscores, commas, full stops and round brackets may.";
                        return null;
                    }

                    parts.Add(new Part(c.ToString(), null, "", group));
                    break;
            }
        }

        refusal = group > 0 ? "A square bracket is opened and not closed."
            : !parts.Exists(part => part.Field is not null) ? $"The pattern names nothing of the paper, so every file would have one name: use {Listed}."
            : "";
        return refusal.Length == 0 ? new FileNamePattern(parts) : null;
    }

    private static string Listed => string.Join(", ", Fields.Select(name => $"{{{name}}}"));

    private static Part? Field(string written, int group, out string refusal)
    {
        var (name, format) = written.Split(':', 2) is [var before, var behind] ? (before, behind) : (written, "");
        refusal = !Fields.Contains(name) ? $"There is no field {{{written}}}: there are {Listed}."
            : format.Length > 0 && name != "meeting" ? $"{{{name}}} takes no form behind a colon; only {{meeting:yyyy-MM-dd}} does."
            : format.Any(c => !DayLetters.Contains(c)) || (format.Length > 0 && !format.Contains('d')) || format.Length > 12 ? "The form of a day is made of yyyy, MM and dd with hyphens, full stops or spaces between: {meeting:yyyy-MM-dd}."
            : "";
        return refusal.Length == 0 ? new Part("", name, format.Length == 0 ? "yyyy-MM-dd" : format, group) : null;
    }

    /// <summary>The name of a paper. A title that is too long is cut at the end of a word; everything else stays whole.</summary>
    public PaperNaming Of(PaperFacts facts)
    {
        foreach (var part in parts)
        {
            if (part is { Field: { } field, Group: 0 } && Value(part, facts) is null)
            {
                return new PaperNaming(null, $"The pattern of file names asks for {{{field}}}, and {Unknown(field)} Or put it in square brackets, to be left out where it is not known.");
            }
        }

        var unknown = parts.Where(part => part.Field is not null && part.Group > 0 && Value(part, facts) is null).Select(part => part.Group).ToHashSet();
        var shown = parts.Where(part => !unknown.Contains(part.Group)).ToList();
        var name = Tidy(Text(shown, facts, facts.Title));
        if (name.Length > MostLetters)
        {
            var title = Safe(facts.Title);
            var room = title.Length - (name.Length - MostLetters);
            if (room < LeastTitle || !shown.Exists(part => part.Field == "title"))
            {
                return new PaperNaming(null, $"The file name would have {name.Length} letters, and agenda systems take {MostLetters}: leave a field out of the pattern, or use {{short_name}} for {{committee}}. It would be \"{name}\".");
            }

            var cut = title[..room];
            name = Tidy(Text(shown, facts, title[room] == ' ' || cut.LastIndexOf(' ') < LeastTitle / 2 ? cut : cut[..cut.LastIndexOf(' ')]));
        }

        return name.Length == 0 ? new PaperNaming(null, "Nothing is left of the file name: the pattern's fields hold no letter of English and no digit.")
            : Devices.Contains(name.Split('.')[0].Trim(), StringComparer.OrdinalIgnoreCase) ? new PaperNaming(null, $"\"{name}\" is the name of a device on Windows: put a word before or behind it.")
            : new PaperNaming(name, null);
    }

    private static string Text(IEnumerable<Part> parts, PaperFacts facts, string title) =>
        string.Concat(parts.Select(part => part.Field switch { null => part.Text, "title" => Safe(title), _ => Safe(Value(part, facts) ?? "") }));

    private static string? Value(Part part, PaperFacts facts)
    {
        var value = part.Field switch
        {
            "council" => facts.Council,
            "committee" => facts.Committee,
            "short_name" => facts.ShortName,
            "title" => facts.Title,
            "period" => facts.Period,
            "meeting" => facts.Meeting?.ToString(part.Format, CultureInfo.InvariantCulture),
            _ => facts.Item,
        };
        return string.IsNullOrWhiteSpace(value) ? null : value;
    }

    private static string Unknown(string field) => field switch
    {
        "item" => "nobody has given the item's number: write it in meetings.csv under item, or on the page of committees and meetings.",
        "meeting" => "no meeting is known that reads this report: give one whose figures go to the same day.",
        _ => "the paper goes to no single committee.",
    };

    /// <summary>What a text comes to in the letters that every system takes: "Adults &amp; Children: 2019/20" is "Adults and Children - 2019-20".</summary>
    private static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            safe.Append(c switch
            {
                '&' => "and",
                ':' or ';' => " -",
                '/' or '\\' or '|' or '–' or '—' or '‐' or '‑' or '−' => "-",
                '%' => " per cent",
                '£' => "GBP ",
                '\'' or '"' or '‘' or '’' or '“' or '”' => "",
                _ when char.IsAsciiLetterOrDigit(c) || Plain.Contains(c) => c.ToString(),
                _ when char.IsWhiteSpace(c) => " ",
                _ => Unmarked(c),
            });
        }

        return safe.ToString();
    }

    /// <summary>A letter without its accent; nothing for what is no such letter.</summary>
    private static string Unmarked(char c)
    {
        const string marked = "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿŵŷÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŴŶ";
        const string plain = "aaaaaaceeeeiiiinoooooouuuuyywyAAAAAACEEEEIIIINOOOOOOUUUUYWY";
        return marked.IndexOf(c) is var at and >= 0 ? plain[at].ToString() : "";
    }

    /// <summary>Single spaces, and neither spaces, hyphens nor full stops at the ends, which Windows takes off.</summary>
    private static string Tidy(string name)
    {
        var tidy = string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim(' ', '-', '.', ',', '_');
        while (tidy.Contains("..", StringComparison.Ordinal))
        {
            tidy = tidy.Replace("..", ".", StringComparison.Ordinal);
        }

        return tidy;
    }
}
