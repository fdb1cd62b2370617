namespace Outturn.App.Import;

/// <summary>A CSV file as one table: its first row that is not blank is the header. A header without rows is a table with a warning.</summary>
public static class CsvSource
{
    public static ReadResult Read(string path) => Read(path, headed: true);

    /// <summary>The file as it stands: every row that is not blank, under columns without names.</summary>
    public static ReadResult ReadAsItStands(string path) => Read(path, headed: false);

    private static ReadResult Read(string path, bool headed)
    {
        switch (CsvRows.Open(path, inMemory: true, headed))
        {
            case CsvOpening.Opened opened:
                using (opened.Rows)
                {
                    return ReadAll(opened.Rows, headed);
                }

            case CsvOpening.Refused refused:
                return new ReadResult.Refused(refused.Defects);
            default:
                throw new InvalidOperationException("A CSV file is opened or refused.");
        }
    }

    private static ReadResult ReadAll(CsvRows csv, bool headed)
    {
        var (rows, defects) = (new List<SourceRow>(), new List<Defect>());
        while (csv.Read())
        {
            if (csv.Defect is { } defect)
            {
                defects.Add(defect);
                continue;
            }

            var cells = new SourceCell[headed ? Math.Min(csv.Count, csv.Header.Count) : csv.Count];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = new SourceCell(csv[i]);
            }

            rows.Add(new SourceRow(csv.Number, cells));
        }

        if (defects.Count > 0)
        {
            return new ReadResult.Refused(defects);
        }

        if (!headed)
        {
            return rows.Count == 0
                ? ReadResult.Refuse(csv.Source, "The file is empty.")
                : new ReadResult.Read([new SourceTable(csv.Source, "", SourceColumn.Unnamed(rows.Max(row => row.Cells.Count)), rows)], []);
        }

        Defect[] warnings = rows.Count > 0 ? [] : [Defect.Warning(csv.Source, "The file has a header and no rows.")];
        return new ReadResult.Read([new SourceTable(csv.Source, "", csv.Header, rows)], warnings);
    }
}
