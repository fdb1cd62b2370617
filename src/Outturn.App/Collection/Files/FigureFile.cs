using System.Xml;
using Outturn.App.Import;
using Outturn.App.Sheets;
using Outturn.Core.Dashboards;

namespace Outturn.App.Collection.Files;

/// <summary>Reads the figures of a file as councils send them, for the indicators of a register: CSV or workbook, a row for each figure or a column for each period.</summary>
/// <remarks>
/// Unit, frequency and definition are the register's. Every row is accounted for against a count by other code, and what nobody can account
/// for refuses the file. Nothing is written anywhere.
/// </remarks>
public static class FigureFile
{
    private static readonly string[] Text = [".csv", ".tsv", ".txt"];

    /// <param name="rowsRead">Told now and then how many rows there are so far.</param>
    public static FigureFileResult Read(string path, Register register, FigureFileOptions options, IProgress<int>? rowsRead, CancellationToken cancel)
    {
        var isText = Text.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
        if (Path.GetExtension(path).Equals(".docx", StringComparison.OrdinalIgnoreCase))
        {
            return Refuse(Defect.Error(SourceFiles.Name(path), "Figures are not taken from a document: send the spreadsheet it was made from, as .xlsx or .csv."));
        }

        try
        {
            if (isText && CsvRows.Open(path) is CsvOpening.Opened opened)
            {
                using var csv = opened.Rows;
                if (new LongColumns(csv.Header) is { IsLong: true } columns)
                {
                    return ReadLong(path, csv, columns, register, options, rowsRead, cancel);
                }
            }

            return ReadSheets(path, isText, register, options, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or XmlException)
        {
            return Refuse(Defect.Error(SourceFiles.Name(path), $"The file cannot be read: {e.Message}"));
        }
    }

    private static FigureFileResult ReadLong(
        string path, CsvRows csv, LongColumns columns, Register register, FigureFileOptions options, IProgress<int>? rowsRead, CancellationToken cancel)
    {
        var (defects, finder) = (new DefectList(), new IndicatorFinder(register));
        int[] summed = [.. new[] { columns.Value, columns.Numerator, columns.Denominator }.Where(column => column >= 0)];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var counting = Task.Run(() => RawCount.OfText(path, csv.Encoding, csv.Separator, summed, stop.Token), cancel);
        var reader = new LongCsv(csv, columns, finder, defects);
        var batch = reader.ReadAll(rowsRead, cancel);
        if (batch.Count == 0 && defects.Errors == 0)
        {
            defects.Add(Defect.Error(csv.Source, "The file has a header and no figures."));
        }

        var raw = RawCount.None;
        if (defects.Errors > 0)
        {
            stop.Cancel();
            Task.WaitAny([counting], CancellationToken.None);
        }
        else
        {
            raw = counting.GetAwaiter().GetResult();
        }

        var isWhole = batch.Count + reader.Passed.Count == reader.Rows;
        List<RowNotUsed> notUsed = [new(csv.Source, 1, "the header"), .. reader.Passed];
        var sum = SumOf(batch);
        if (isWhole && raw.Sum is { } counted && sum is { } ours && counted != ours)
        {
            defects.Add(Defect.Error(csv.Source, $"The figures that were read add up to {ours}, and those in the file, counted another way, to {counted}: nothing was taken."));
        }

        return Finish(batch, finder, options, defects, raw, new FileCount(raw.Rows, batch.Count, reader.Rows - reader.Passed.Count, notUsed, sum),
            [.. columns.Readings().Select(reading => new ColumnReading(csv.Source, reading.Column.Letter, reading.Column.Name, reading.Reading, ""))], [],
            () => LongCells(path, columns));
    }

    private static FigureFileResult ReadSheets(string path, bool isText, Register register, FigureFileOptions options, CancellationToken cancel)
    {
        switch (Sources.ReadUnlinked(path))
        {
            case ReadResult.Refused refused:
                return Refuse([.. refused.Defects]);
            case ReadResult.Read read:
                cancel.ThrowIfCancellationRequested();
                var (defects, finder) = (new DefectList(), new IndicatorFinder(register));
                var known = new SheetOptions { Known = (reference, title) => finder.Find(reference, title) is { } place ? finder.Indicators[place].Indicator : null };
                switch (SheetReader.Read(read.Tables, known))
                {
                    case SheetResult.Refused refused:
                        return Refuse([.. refused.Defects]);
                    case SheetResult.Read sheet:
                        defects.AddRange(read.Warnings);
                        defects.AddRange(sheet.Warnings);
                        var figures = new SheetFigures(read.Tables, sheet, finder, defects);
                        var batch = figures.Read();
                        if (batch.Count == 0 && defects.Errors == 0)
                        {
                            defects.Add(Defect.Error(SourceFiles.Name(path), "There are indicators here, and no figure of any of them."));
                        }

                        var raw = defects.Errors > 0 ? RawCount.None : isText ? OfText(path) : RawCount.OfWorkbook(path);
                        return Finish(batch, finder, options, defects, raw, new FileCount(raw.Rows, batch.Count, figures.Used, figures.NotUsed(), null),
                            sheet.Readings, [], figures.Cells);
                    default:
                        throw new InvalidOperationException("A sheet is read or refused.");
                }

            default:
                throw new InvalidOperationException("A file is read or refused.");
        }
    }

    private static FigureFileResult Finish(
        FigureBatch batch, IndicatorFinder finder, FigureFileOptions options, DefectList defects, RawCount raw, FileCount count,
        IReadOnlyList<ColumnReading> columns, IReadOnlyList<string> assumptions, Func<IEnumerable<CellReading>> cells)
    {
        Fractions.Settle(batch, finder.Indicators, options, defects);
        batch.Sort(defects);
        if (count.Unaccounted != 0 && defects.Errors == 0)
        {
            defects.Add(Defect.Error(batch.Sources.Count > 0 ? batch.Sources[0] : "", $"{Math.Abs(count.Unaccounted):N0} rows are unaccounted for: {raw.Rows:N0} were counted in the file, {count.Used:N0} were read and {count.NotUsed.Count:N0} left out. Nothing was taken; please report this."));
        }

        return defects.Errors > 0 ? new FigureFileResult.Refused(defects) : new FigureFileResult.Read(batch, count, columns, assumptions, defects) { Cells = cells };
    }

    private static decimal? SumOf(FigureBatch batch)
    {
        try
        {
            var sum = 0m;
            for (var i = 0; i < batch.Count; i++)
            {
                var observation = batch[i].Observation;
                sum += observation.Typed.GetValueOrDefault() + (observation.Counts is { } counts ? counts.Numerator + counts.Denominator : 0);
            }

            return sum;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static RawCount OfText(string path)
    {
        if (CsvRows.Open(path, headed: false) is not CsvOpening.Opened opened)
        {
            return new RawCount(new Dictionary<string, int>(), null);
        }

        using var csv = opened.Rows;
        return RawCount.OfText(path, csv.Encoding, csv.Separator, []);
    }

    private static IEnumerable<CellReading> LongCells(string path, LongColumns columns)
    {
        if (CsvRows.Open(path) is not CsvOpening.Opened opened)
        {
            yield break;
        }

        using var csv = opened.Rows;
        var readings = columns.Readings().ToList();
        while (csv.Read())
        {
            foreach (var (column, reading) in readings)
            {
                if (csv[column.Index].Trim() is { Length: > 0 } text)
                {
                    var isOf = column.Index != columns.Ref && column.Index != columns.Period && reading != "not used";
                    yield return new CellReading(csv.Source, csv.Number, column.Letter, text, isOf ? $"{reading} of {csv[columns.Ref].Trim()} for {csv[columns.Period].Trim()}" : reading,
                        isOf && ValueText.Parse(text).Value is { } number ? Core.Indicators.Unit.Bare(number, Core.Indicators.Unit.DecimalsOf(number)) : "");
                }
            }
        }
    }

    private static FigureFileResult.Refused Refuse(params IReadOnlyList<Defect> reasons)
    {
        var defects = new DefectList();
        defects.AddRange(reasons);
        return new FigureFileResult.Refused(defects);
    }
}
