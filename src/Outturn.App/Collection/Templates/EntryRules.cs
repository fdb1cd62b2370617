using System.Xml;
using Outturn.App.Import;
using Outturn.Core.Indicators;

namespace Outturn.App.Collection.Templates;

/// <summary>What the entry cells take, and the prompt that stands beside each when it is chosen.</summary>
internal static class EntryRules
{
    /// <summary>Excel's own limits.</summary>
    private const int LongestPrompt = 255;
    private const int LongestTitle = 32;

    private const string Bound = "1000000000000000";

    public static void Write(XmlWriter xml, TemplateContent content)
    {
        if (content.Rows.Count == 0)
        {
            return;
        }

        var rules = TemplateColumns.All.SelectMany((column, i) => column.IsEntry ? Of(column, i, content) : []).ToArray();
        xml.Start("dataValidations", ("count", $"{rules.Length}"));
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

    private static IEnumerable<Rule> Of(TemplateColumn column, int index, TemplateContent content)
    {
        var rows = Enumerable.Range(0, content.Rows.Count).ToArray();
        Rule Simple(string? type = null) => new(column.Heading, column.Meaning, Cells(index, rows), type);
        return column.Heading switch
        {
            TemplateColumns.Marker => [Simple("list") with { First = $"\"{string.Join(',', MarkerWords.All)}\"", Refusal = "Choose a marker from the list, or clear the cell." }],
            TemplateColumns.Owner when content.Posts.Count > 0 => [Simple("list") with
            {
                First = $"{PostsSheet.Name}!$A${PostsSheet.HeaderRow + 1}:$A${PostsSheet.HeaderRow + content.Posts.Count}",
                Refusal = $"Choose a post from the list; all of them stand on the sheet {PostsSheet.Name}.",
            }],
            _ when column.Use == ColumnUse.Day => [Simple("date") with { Operator = "between", First = "36526", Second = "109574", Refusal = "Write a day such as 30/09/2020." }],
            _ when column.Use == ColumnUse.Number => rows
                .GroupBy(row => Prompt(column, content.Rows[row]))
                .Select(same => new Rule(column.Heading, same.Key, Cells(index, [.. same]), "decimal")
                {
                    Operator = "between",
                    First = column.Heading == TemplateColumns.Denominator ? "0" : $"-{Bound}",
                    Second = Bound,
                    Refusal = column.Heading == TemplateColumns.Denominator
                        ? "Write a number that is not below 0, in digits alone."
                        : "Write a number in digits alone. Where there is no figure, leave the cell blank and choose a marker.",
                }),
            _ => [Simple()],
        };
    }

    /// <summary>What a number means in the unit of its row.</summary>
    private static string Prompt(TemplateColumn column, TemplateRow row)
    {
        if (column.Heading is TemplateColumns.Numerator or TemplateColumns.Denominator)
        {
            return row.TakesCounts ? column.Meaning : "This indicator has no counts: give its value.";
        }

        var unit = row.Indicator.Definition.Unit;
        var plain = unit.IsPercentage ? "In %, as a plain number: 94.2 means 94.2%."
            : unit.Name == Unit.Number ? "A plain number."
            : $"In {WorkbookText.Clean(unit.Name)}, as a plain number without the unit.";
        return column.Heading == TemplateColumns.Forecast ? $"{plain} What you expect the whole year to end at; give the reason too."
            : row.TakesCounts ? $"{plain} 0 is a figure. Leave it blank where you give numerator and denominator."
            : $"{plain} 0 is a figure. Leave it blank while there is none.";
    }

    private static string Cells(int column, int[] rows)
    {
        var (letter, ranges) = (SourceColumn.LetterOf(column), new List<string>());
        for (var i = 0; i < rows.Length; i++)
        {
            var from = i;
            while (i + 1 < rows.Length && rows[i + 1] == rows[i] + 1)
            {
                i++;
            }

            const int first = FiguresSheet.HeaderRow + 1;
            ranges.Add(from == i ? $"{letter}{rows[i] + first}" : $"{letter}{rows[from] + first}:{letter}{rows[i] + first}");
        }

        return string.Join(' ', ranges);
    }

    private static string Shortened(string text, int longest) => text.Length <= longest ? text : $"{text[..(longest - 1)]}…";

    private sealed record Rule(string Column, string Prompt, string Cells, string? Type)
    {
        public string? Operator { get; init; }

        public string? First { get; init; }

        public string? Second { get; init; }

        public string? Refusal { get; init; }
    }
}
