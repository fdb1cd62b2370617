using Outturn.App.Import;

namespace Outturn.App.Review.Workbook;

/// <summary>The table of proposals in a file that came back: its columns by their headings, wherever they stand, the rows below, and the stamp above.</summary>
/// <param name="Stamp">Null for a table that is no workbook of ours: proposals.csv.</param>
/// <param name="Strays">A warning for each column without a heading in which somebody wrote.</param>
internal sealed record ProposalTable(SourceTable Table, ProposalStamp? Stamp, Defect? BadStamp, IReadOnlyList<Defect> Strays)
{
    /// <summary>A header that stands further down is not looked for.</summary>
    private const int Deepest = 50;

    /// <returns>Null, with every reason, where the file has none.</returns>
    public static ProposalTable? Read(string path, List<Defect> defects)
    {
        switch (Sources.ReadUnlinked(path))
        {
            case ReadResult.Refused refused:
                defects.AddRange(refused.Defects);
                return null;
            case ReadResult.Read read:
                var found = read.Tables.Select(sheet => (Sheet: sheet, Header: sheet.Rows.Take(Deepest).FirstOrDefault(IsHeader))).Where(pair => pair.Header is not null).ToList();
                if (found.Count != 1)
                {
                    defects.Add(found.Count == 0
                        ? Defect.Error(SourceFiles.Name(path), "There is no table of proposals: a row of headings with Ref and Decision, and the rows below it.")
                        : Defect.Error(found[1].Sheet.Source, $"Two sheets hold a table of proposals, {found[0].Sheet.Source} and this one: delete the one that does not count."));
                    return null;
                }

                defects.AddRange(read.Warnings);
                return Of(read, found[0].Sheet, found[0].Header!, defects);
            default:
                throw new InvalidOperationException("A file is read or refused.");
        }
    }

    private static ProposalTable? Of(ReadResult.Read file, SourceTable sheet, SourceRow header, List<Defect> defects)
    {
        var before = defects.Count;
        var columns = SourceColumn.Of([.. header.Cells.Select(cell => cell.Text)], sheet.Source, header.Number, defects);
        if (defects.Count > before)
        {
            return null;
        }

        SourceRow[] rows = [.. sheet.Rows.Where(row => row.Number > header.Number).Select(row => row with { Cells = [.. row.Cells.Select(Trimmed)] }).Where(row => row.Cells.Any(cell => !cell.IsBlank))];
        var table = sheet with { Header = columns, Rows = rows };
        var (stamp, bad) = StampOf(file, sheet, header, columns);
        return new ProposalTable(table, stamp, bad, [.. Beyond(table, columns)]);
    }

    /// <summary>The stamp above the table or anywhere near the top of the file; a defect where it was changed, or is missing from what was a workbook of ours.</summary>
    private static (ProposalStamp? Stamp, Defect? Bad) StampOf(ReadResult.Read file, SourceTable sheet, SourceRow header, IReadOnlyList<SourceColumn> columns)
    {
        var meant = file.Tables.OrderBy(table => table.Source == sheet.Source ? 0 : 1)
            .SelectMany(table => table.Rows.Take(Deepest).SelectMany(row => row.Cells.Where(cell => ProposalStamp.IsMeant(cell.Text)).Select(cell => (table.Source, row.Number, cell.Text)))).FirstOrDefault();
        if (meant.Text is null)
        {
            return (null, ProposalColumns.Context.Any(column => columns.Any(written => written.IsNamed(column.Heading)))
                ? new Defect(Severity.Error, sheet.Source, Math.Max(1, header.Number - 1), null, "The line that says when and for whom the workbook was issued is missing: fill in the workbook as it was issued.")
                : null);
        }

        return ProposalStamp.Read(meant.Text) is { } stamp ? (stamp, null) : (null, new Defect(Severity.Error, meant.Source, meant.Number, null,
            $"{Quoted.Text(meant.Text)} is not what the workbook said when it was issued: put the line back, or fill in the workbook as it was issued."));
    }

    private static bool IsHeader(SourceRow row) => row.Cells.Any(cell => SourceColumn.Plain(cell.Text) == ProposalColumns.Ref) && row.Cells.Any(cell => SourceColumn.Plain(cell.Text) == ProposalColumns.Decision);

    private static SourceCell Trimmed(SourceCell cell) => new(cell.Text.Trim().ReplaceLineEndings("\n"), cell.Number, cell.Date) { IsFormula = cell.IsFormula };

    private static IEnumerable<Defect> Beyond(SourceTable table, IReadOnlyList<SourceColumn> columns) =>
        from row in table.Rows
        from place in Enumerable.Range(0, row.Cells.Count)
        where !row.Cells[place].IsBlank && !columns.Any(column => column.Index == place && column.Name.Length > 0)
        group (row, place) by place into column
        let first = column.First()
        select new Defect(Severity.Warning, table.Source, first.row.Number, null,
            $"Column {SourceColumn.LetterOf(column.Key)} has no heading and was left out: {Quoted.Text(first.row.Cells[column.Key].Text)}.");
}
