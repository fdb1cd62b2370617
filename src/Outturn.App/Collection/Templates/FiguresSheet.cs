using Outturn.App.Workbooks;

namespace Outturn.App.Collection.Templates;

/// <summary>The sheet that is filled in: a row for each indicator and period that is due.</summary>
internal static class FiguresSheet
{
    public const string Name = "Figures";
    public const int HeaderRow = TableSheet.HeaderRow;

    /// <summary>Ref, indicator and period stay in sight.</summary>
    private const int Frozen = 3;

    private static readonly IReadOnlyList<TemplateColumn> Columns = TemplateColumns.All;

    public static TableSheet Of(TemplateContent content) => new(
        Name, $"{content.Stamp.Service}: figures for {content.Stamp.Round}. Fill in the yellow cells, save, and send this workbook back.", content.Stamp.ToString(), "Figures_due", Frozen,
        $"{content.Council.Name}: {content.Stamp}", [.. Columns.Select(column => new SheetColumn(column.Heading, column.Width, HeaderLook(column)))],
        [.. content.Rows.Select(row => Cells(content, row))], EntryRules.Of(content));

    private static SheetCell[] Cells(TemplateContent content, TemplateRow row) => [.. Columns.Select(column =>
    {
        var (number, text) = column.IsEntry ? EntryCells.Of(row.Known, column.Heading) : (null, Said(content, row, column.Heading));
        return new SheetCell(LookOf(column, row), number, text);
    })];

    private static string Said(TemplateContent content, TemplateRow row, string heading) => heading switch
    {
        TemplateColumns.Ref => row.Indicator.Ref,
        TemplateColumns.Indicator => row.Indicator.Title,
        TemplateColumns.Period => row.Period.ToString(),
        TemplateColumns.WhatIsCounted => BesideEntry.WhatIsCounted(row),
        TemplateColumns.Unit => row.Indicator.Definition.Unit.Name,
        TemplateColumns.LastYear => BesideEntry.LastYear(row),
        TemplateColumns.LastFigure => BesideEntry.LastFigure(row),
        TemplateColumns.Target => BesideEntry.Target(row),
        TemplateColumns.Floor => BesideEntry.Floor(row),
        TemplateColumns.Code => content.Stamp.CodeOf(row.Indicator.Ref, row.Period),
        _ => throw new ArgumentOutOfRangeException(nameof(heading), heading, "No column of a template."),
    };

    private static Look HeaderLook(TemplateColumn column) => column.Use switch
    {
        ColumnUse.Internal => Look.InternalHeader,
        _ when column.IsEntry => Look.EntryHeader,
        _ => Look.Header,
    };

    private static Look LookOf(TemplateColumn column, TemplateRow row) => column.Use switch
    {
        ColumnUse.Number when column.Heading is TemplateColumns.Numerator or TemplateColumns.Denominator && !row.TakesCounts => Look.NotAsked,
        ColumnUse.Number => Look.Number,
        ColumnUse.Words => Look.Words,
        ColumnUse.Day => Look.Day,
        ColumnUse.Internal => Look.Internal,
        ColumnUse.Beside => Look.Beside,
        ColumnUse.Code => Look.Code,
        _ => column.Heading is TemplateColumns.Ref or TemplateColumns.Period ? Look.Strong : Look.Said,
    };
}
