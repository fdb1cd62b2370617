using Outturn.App.Workbooks;
using Outturn.Core.Indicators;

namespace Outturn.App.Collection.Templates;

/// <summary>What the entry cells take, and the prompt that stands beside each when it is chosen.</summary>
internal static class EntryRules
{
    public static IReadOnlyList<CellRule> Of(TemplateContent content) =>
        content.Rows.Count == 0 ? [] : [.. TemplateColumns.All.SelectMany((column, i) => column.IsEntry ? Of(column, i, content) : [])];

    private static IEnumerable<CellRule> Of(TemplateColumn column, int index, TemplateContent content)
    {
        var rows = Enumerable.Range(0, content.Rows.Count).ToArray();
        CellRule Simple(string? type = null) => new(column.Heading, column.Meaning, CellRule.CellsOf(index, rows), type);
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
                .Select(same => new CellRule(column.Heading, same.Key, CellRule.CellsOf(index, [.. same]), "decimal")
                {
                    Operator = "between",
                    First = column.Heading == TemplateColumns.Denominator ? "0" : $"-{CellRule.Bound}",
                    Second = CellRule.Bound,
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
}
