using System.Globalization;
using System.Text;

namespace Outturn.Reports.Html;

/// <summary>The shares of the width that columns have, as one style for all tables that share them.</summary>
internal sealed class ColumnWidths
{
    private readonly Dictionary<string, string> classes = new(StringComparer.Ordinal);
    private readonly StringBuilder rules = new();

    private ColumnWidths()
    {
    }

    /// <summary>The style rules.</summary>
    public string Rules => rules.ToString();

    public static ColumnWidths For(Document document)
    {
        var widths = new ColumnWidths();
        foreach (var table in document.Tables)
        {
            widths.Add(table);
        }

        return widths;
    }

    /// <summary>The class of a table's widths.</summary>
    public string Class(Table table) => classes[Key(table)];

    private static string Key(Table table) => string.Join(' ', table.Columns.Select(column => column.Width));

    private void Add(Table table)
    {
        if (!classes.TryAdd(Key(table), $"w{classes.Count + 1}"))
        {
            return;
        }

        var sum = (double)Math.Max(1, table.Columns.Sum(column => column.Width));
        for (var i = 0; i < table.Columns.Count; i++)
        {
            rules.Append(CultureInfo.InvariantCulture, $".{Class(table)} col:nth-child({i + 1}){{width:{100 * table.Columns[i].Width / sum:0.#}%}}\n");
        }
    }
}
