using Outturn.App.Import;
using Outturn.Core.Targets;

namespace Outturn.App.Rate;

/// <summary>A file of figures, rated; or every reason why not.</summary>
public abstract record RateResult
{
    private RateResult()
    {
    }

    /// <param name="Warnings">What somebody should look at, though every row could be rated.</param>
    public sealed record Rated(RatedFile File, DefectList Warnings) : RateResult;

    public sealed record Refused(DefectList Defects) : RateResult;
}

/// <summary>The verb `rate`: any table of figures, one row a figure, in any order, rated by the rules.</summary>
public static class RateFile
{
    /// <param name="path">A CSV file; it is read once here and once again when the results are written.</param>
    /// <param name="rule">Derives the floor standards that the rows do not state; null for none.</param>
    /// <param name="rowsRead">Told every few thousand rows how many there are so far.</param>
    public static RateResult Rate(string path, ToleranceRule? rule, IProgress<int>? rowsRead, CancellationToken cancel)
    {
        var defects = new DefectList();
        switch (CsvRows.Open(path))
        {
            case CsvOpening.Opened opened:
                using (var csv = opened.Rows)
                {
                    return Rate(path, csv, rule, defects, rowsRead, cancel);
                }

            case CsvOpening.Refused refused:
                defects.AddRange(refused.Defects);
                return new RateResult.Refused(defects);
            default:
                throw new InvalidOperationException("A CSV file is opened or refused.");
        }
    }

    private static RateResult Rate(
        string path, CsvRows csv, ToleranceRule? rule, DefectList defects, IProgress<int>? rowsRead, CancellationToken cancel)
    {
        var asRead = FileState.Of(path);
        var columns = new RateColumns(csv.Header);
        defects.AddRange(columns.Missing(csv.Source));
        defects.AddRange(columns.Remarks(csv.Source));
        if (defects.Errors > 0)
        {
            return new RateResult.Refused(defects);
        }

        var table = new RateReader(csv, columns, rule, defects).ReadAll(rowsRead, cancel);
        if (table.Rows == 0 && defects.Errors == 0)
        {
            defects.Add(Defect.Warning(csv.Source, "The file has a header and no rows."));
        }

        var order = new TimeOrder(table);
        CheckSeries(new SeriesCheck(table, order, columns, csv.Source), order, defects, cancel);
        if (defects.Errors > 0)
        {
            return new RateResult.Refused(defects);
        }

        Parallel.For(0, order.Series, new ParallelOptions { CancellationToken = cancel }, new SeriesRater(table, order).Rate);
        return new RateResult.Rated(new RatedFile(path, asRead, columns, table), defects);
    }

    private static void CheckSeries(SeriesCheck check, TimeOrder order, DefectList defects, CancellationToken cancel)
    {
        for (var series = 0; series < order.Series; series++)
        {
            cancel.ThrowIfCancellationRequested();
            order.Sort(series);
            defects.AddRange(check.Of(series));
        }
    }
}
