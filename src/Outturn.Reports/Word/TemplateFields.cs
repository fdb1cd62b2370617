using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Outturn.Reports.Word;

/// <summary>The fields of a template's header that papers may not keep: those that print who wrote a file or where it lies, and those that fetch something from elsewhere.</summary>
/// <remarks>A field holds what it printed last, so that a name stays in the file, and on every page of a PDF, though nobody asks for it again.</remarks>
internal static partial class TemplateFields
{
    /// <summary>Leaves out what prints a name; of what fetches, keeps what it showed.</summary>
    /// <returns>The first words of what it left out, and of what it cut loose.</returns>
    public static (IReadOnlyList<string> Names, IReadOnlyList<string> Fetching) Clean(XElement root)
    {
        List<string> names = [], fetching = [];
        foreach (var simple in root.Descendants(WordNames.W + "fldSimple").Reverse().ToList())
        {
            var instruction = simple.Attribute(WordNames.W + "instr")?.Value ?? "";
            if (PrintsName(instruction))
            {
                names.Add(FirstWord(instruction));
                simple.Remove();
            }
            else if (Fetches(instruction))
            {
                fetching.Add(FirstWord(instruction));
                simple.ReplaceWith(simple.Elements());
            }
        }

        foreach (var field in Of(root))
        {
            if (field.Instructions.FirstOrDefault(PrintsName) is { } name)
            {
                names.Add(FirstWord(name));
                Remove(field.Code.Concat(field.Result));
            }
            else if (field.Instructions.FirstOrDefault(Fetches) is { } fetch)
            {
                fetching.Add(FirstWord(fetch));
                Remove(field.Code);
            }
        }

        return (names, fetching);
    }

    /// <summary>Leaves out fields that begin hidden, with all that they print.</summary>
    public static void DropHidden(XElement root, Func<XElement, bool> isHidden)
    {
        foreach (var field in Of(root).Where(field => field.Code.Count > 0 && field.Code[0].Parent is { } run && isHidden(run)))
        {
            Remove(field.Code.Concat(field.Result));
        }
    }

    /// <summary>A field that stands in no other: its marks and instructions, and what it printed.</summary>
    private sealed record Field(List<XElement> Code, List<XElement> Result, List<string> Instructions);

    private static List<Field> Of(XElement root)
    {
        List<Field> fields = [];
        var (open, isResult) = (new Stack<int>(), false);
        foreach (var element in root.Descendants(WordNames.W + "r").SelectMany(run => run.Elements()).Where(element => element.Name != WordNames.W + "rPr"))
        {
            var mark = element.Name == WordNames.W + "fldChar" ? element.Attribute(WordNames.W + "fldCharType")?.Value : null;
            if (mark == "begin")
            {
                if (open.Count == 0)
                {
                    isResult = false;
                    fields.Add(new Field([], [], []));
                }

                open.Push(fields[^1].Instructions.Count);
                fields[^1].Instructions.Add("");
            }

            if (open.Count == 0)
            {
                continue;
            }

            var field = fields[^1];
            (isResult && !(mark == "end" && open.Count == 1) ? field.Result : field.Code).Add(element);
            if (element.Name == WordNames.W + "instrText")
            {
                field.Instructions[open.Peek()] += element.Value;
            }

            isResult |= mark == "separate" && open.Count == 1;
            if (mark == "end")
            {
                open.Pop();
            }
        }

        return fields;
    }

    /// <summary>Removes parts of runs, and the runs of which nothing is left.</summary>
    private static void Remove(IEnumerable<XElement> parts)
    {
        foreach (var part in parts.ToList())
        {
            var run = part.Parent;
            part.Remove();
            if (run?.Parent is not null && run.Elements().All(left => left.Name == WordNames.W + "rPr"))
            {
                run.Remove();
            }
        }
    }

    private static string FirstWord(string instruction) => instruction.Trim().Split(' ')[0].ToUpperInvariant();

    private static bool PrintsName(string instruction) => FirstWord(instruction) switch
    {
        "AUTHOR" or "LASTSAVEDBY" or "USERNAME" or "USERADDRESS" or "USERINITIALS" or "DOCPROPERTY" or "DOCVARIABLE" or "INFO" => true,
        "FILENAME" or "TEMPLATE" => WithPath().IsMatch(instruction),
        _ => false,
    };

    private static bool Fetches(string instruction) => FirstWord(instruction) switch
    {
        "INCLUDEPICTURE" or "INCLUDETEXT" or "LINK" or "DDE" or "DDEAUTO" or "IMPORT" => true,
        "HYPERLINK" => Target().Match(instruction) is { Success: true } target && !TemplateCleaning.MayLead(target.Groups[1].Value),
        _ => false,
    };

    [GeneratedRegex(@"\\p\b", RegexOptions.IgnoreCase)]
    private static partial Regex WithPath();

    /// <summary>The address of a link, which stands before its switches.</summary>
    [GeneratedRegex("""^\s*HYPERLINK\s+"?([^"\\\s][^"]*)""", RegexOptions.IgnoreCase)]
    private static partial Regex Target();
}
