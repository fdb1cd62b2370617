using Microsoft.AspNetCore.Http;

namespace Outturn.Web.Parts;

/// <summary>A small table that is edited in the page: every row a line of boxes, blank lines below for new ones.</summary>
/// <param name="Name">What its boxes' names begin with.</param>
public sealed record EditTable(string Name, string Caption, IReadOnlyList<EditColumn> Columns, IReadOnlyList<EditRow> Rows)
{
    private const int MostRows = 500;

    /// <summary>Lines for new rows.</summary>
    public const int Blank = 2;

    /// <summary>As the form sent it; lines left blank are no rows.</summary>
    public EditTable Sent(IFormCollection form)
    {
        List<EditRow> rows = [];
        for (var i = 0; i < MostRows && form.ContainsKey($"{Name}.{i}.was"); i++)
        {
            var cells = Columns.ToDictionary(column => column.Key, column => form[$"{Name}.{i}.{column.Key}"].ToString().Trim());
            var was = form[$"{Name}.{i}.was"].ToString();
            if (was.Length > 0 || cells.Values.Any(cell => cell.Length > 0))
            {
                rows.Add(new EditRow(was, cells, form[$"{Name}.{i}.remove"] == "yes"));
            }
        }

        return this with { Rows = rows };
    }

    /// <summary>The rows that are to stay.</summary>
    public IEnumerable<EditRow> Kept => Rows.Where(row => !row.IsRemoved);
}

/// <param name="Options">What can be chosen; null where it is typed.</param>
public sealed record EditColumn(string Key, string Label, IReadOnlyList<(string Value, string Text)>? Options = null, bool IsWide = false, bool IsShort = false);

/// <param name="Was">The name by which the row was known; blank for a new one.</param>
public sealed record EditRow(string Was, IReadOnlyDictionary<string, string> Cells, bool IsRemoved = false)
{
    public string this[string key] => Cells.GetValueOrDefault(key) ?? "";

    /// <summary>Null where nothing is typed.</summary>
    public string? Text(string key) => this[key] is { Length: > 0 } text ? text : null;
}
