namespace Outturn.Reports.Html;

/// <summary>Tables: on a narrow screen each row becomes a small list, its cells named by their columns. A table without rows says so.</summary>
/// <remarks>The roles say what the elements are anyway, because browsers forget it when a row is laid out as a list.</remarks>
internal static class TableMarkup
{
    /// <summary>From this many columns on a table may be wider than a screen that still shows it as a table.</summary>
    private const int Wide = 7;

    /// <summary>Longer text stands below its column's name on a narrow screen, not beside it.</summary>
    private const int LongText = 40;

    public static void Write(TextWriter html, Table table, ColumnWidths widths)
    {
        var name = Markup.Escape(table.Name);
        if (table.Rows.Count == 0)
        {
            html.Write($"<div class=\"table\" id=\"{name}\">\n<p class=\"caption\">{Markup.Escape(table.Caption)}</p>\n<p>None.</p>\n</div>\n");
            return;
        }

        html.Write(table.Columns.Count >= Wide
            ? $"<section class=\"table\" id=\"{name}\" aria-labelledby=\"{name}-caption\" tabindex=\"0\">\n"
            : $"<div class=\"table\" id=\"{name}\">\n");
        html.Write($"<table class=\"{(table.IsForm ? "form" : "stacks")} {widths.Class(table)}\" role=\"table\">\n<caption id=\"{name}-caption\">{Markup.Escape(table.Caption)}</caption>\n<colgroup>");
        for (var i = 0; i < table.Columns.Count; i++)
        {
            html.Write("<col>");
        }

        html.Write("</colgroup>\n<thead role=\"rowgroup\">\n<tr role=\"row\">");
        var headers = table.Columns.Select(column => Markup.Escape(column.Header)).ToArray();
        for (var i = 0; i < headers.Length; i++)
        {
            html.Write($"<th scope=\"col\" role=\"columnheader\"{Alignment(table.Columns[i])}>{headers[i]}</th>");
        }

        html.Write("</tr>\n</thead>\n<tbody role=\"rowgroup\">\n");
        foreach (var row in table.Rows)
        {
            Row(html, table, row, headers);
        }

        html.Write(table.Columns.Count >= Wide ? "</tbody>\n</table>\n</section>\n" : "</tbody>\n</table>\n</div>\n");
    }

    private static void Row(TextWriter html, Table table, IReadOnlyList<Cell> row, string[] headers)
    {
        html.Write("<tr role=\"row\">");
        for (var i = 0; i < row.Count; i++)
        {
            var end = "</td>";
            var isText = row[i] is TextCell { Value.Length: > LongText };
            var look = isText && table.Columns[i].Align == Align.Left ? " class=\"text\"" : Alignment(table.Columns[i]);
            if (i == table.RowHeader)
            {
                html.Write($"<th scope=\"row\" role=\"rowheader\"{Alignment(table.Columns[i])}>");
                end = "</th>";
            }
            else
            {
                html.Write($"<td role=\"cell\"{look} data-label=\"{headers[i]}\">");
            }

            CellMarkup.Write(html, row[i]);
            html.Write(end);
        }

        html.Write("</tr>\n");
    }

    private static string Alignment(Column column) => column.Align switch
    {
        Align.Right => " class=\"figure\"",
        Align.Centre => " class=\"centre\"",
        _ => "",
    };
}
