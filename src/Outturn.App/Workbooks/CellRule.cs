using System.Xml;
using Outturn.App.Import;

namespace Outturn.App.Workbooks;

/// <summary>What some cells take, and the prompt that stands beside each when it is chosen.</summary>
/// <param name="Cells">Ranges with spaces between.</param>
/// <param name="Type">Null where anything may be written.</param>
internal sealed record CellRule(string Column, string Prompt, string Cells, string? Type)
{
    /// <summary>Excel's own limits.</summary>
    private const int LongestPrompt = 255;
    private const int LongestTitle = 32;

    public const string Bound = "1000000000000000";

    public string? Operator { get; init; }

    public string? First { get; init; }

    public string? Second { get; init; }

    public string? Refusal { get; init; }

    public static void Write(XmlWriter xml, IReadOnlyList<CellRule> rules)
    {
        if (rules.Count == 0)
        {
            return;
        }

        xml.Start("dataValidations", ("count", $"{rules.Count}"));
        foreach (var rule in rules)
        {
            xml.Start("dataValidation",
                ("type", rule.Type), ("operator", rule.Operator), ("allowBlank", "1"), ("showInputMessage", "1"), ("showErrorMessage", rule.Type is null ? null : "1"),
                ("errorTitle", rule.Type is null ? null : Shortened(rule.Column, LongestTitle)), ("error", rule.Refusal is { } refusal ? Shortened(refusal, LongestPrompt) : null),
                ("promptTitle", Shortened(rule.Column, LongestTitle)), ("prompt", Shortened(rule.Prompt, LongestPrompt)), ("sqref", rule.Cells));
            foreach (var (name, formula) in new[] { ("formula1", rule.First), ("formula2", rule.Second) })
            {
                if (formula is not null)
                {
                    xml.WriteElementString(name, WorkbookXml.Main, formula);
                }
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>The cells of a column in some rows of the table.</summary>
    /// <param name="rows">From 0, in their order.</param>
    public static string CellsOf(int column, int[] rows)
    {
        var (letter, ranges) = (SourceColumn.LetterOf(column), new List<string>());
        for (var i = 0; i < rows.Length; i++)
        {
            var from = i;
            while (i + 1 < rows.Length && rows[i + 1] == rows[i] + 1)
            {
                i++;
            }

            const int first = TableSheet.HeaderRow + 1;
            ranges.Add(from == i ? $"{letter}{rows[i] + first}" : $"{letter}{rows[from] + first}:{letter}{rows[i] + first}");
        }

        return string.Join(' ', ranges);
    }

    private static string Shortened(string text, int longest) => text.Length <= longest ? text : $"{text[..(longest - 1)]}…";
}
