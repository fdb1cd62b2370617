using Outturn.App.Import;
using Outturn.Core.Targets;

namespace Outturn.App.Rate;

/// <summary>Reads every row of a file, and names everything that is wrong with it.</summary>
internal sealed class RateReader
{
    private const int RowsBetweenLooks = 4096;

    private readonly CsvRows csv;
    private readonly RateColumns columns;
    private readonly DefectList defects;
    private readonly CurrentRow row;
    private readonly DefinitionReader definitions;
    private readonly PeriodReader periods;
    private readonly FigureReader figures;
    private readonly LevelReader levels;
    private readonly RateTable table = new();

    public RateReader(CsvRows csv, RateColumns columns, ToleranceRule? rule, DefectList defects)
    {
        (this.csv, this.columns, this.defects) = (csv, columns, defects);
        row = new CurrentRow(csv, columns, defects);
        definitions = new DefinitionReader(columns, row);
        periods = new PeriodReader(columns, row);
        figures = new FigureReader(columns, row);
        levels = new LevelReader(columns, row, rule);
    }

    public RateTable ReadAll(IProgress<int>? rowsRead, CancellationToken cancel)
    {
        while (csv.Read())
        {
            if (csv.Defect is { } defect)
            {
                defects.Add(defect);
                continue;
            }

            ReadRow();
            if (table.Rows % RowsBetweenLooks == 0)
            {
                cancel.ThrowIfCancellationRequested();
                rowsRead?.Report(table.Rows);
            }
        }

        return table;
    }

    private void ReadRow()
    {
        ref var figure = ref table.AddRow();
        figure.Line = csv.Number;
        var cells = definitions.Read();
        var series = ReadSeries(ref figure, cells);
        var period = cells.Frequency is { } frequency ? periods.Read(frequency) : null;
        figure.Period = period.GetValueOrDefault();
        if (period is null || cells.Frequency != series.Cells.Frequency)
        {
            figure.Series = FigureRow.NoSeries;
        }

        figures.Read(ref figure, cells);
        levels.Read(ref figure, cells, series);
    }

    private SeriesCells ReadSeries(ref FigureRow figure, DefinitionCells cells)
    {
        var reference = row.Text(columns.Ref);
        if (reference.IsEmpty)
        {
            row.Error(columns.Ref, "The cell is blank: every row needs the ref of its indicator.");
            figure.Series = FigureRow.NoSeries;
            return new SeriesCells("", cells, figure.Line);
        }

        figure.Series = table.SeriesOf(reference, cells, figure.Line);
        var series = table.Series[figure.Series];
        if (series.Line == figure.Line && cells.Unit.Advice is { } advice)
        {
            row.Warn(columns.Definition[(int)DefinitionField.Unit], $"{Quoted.Text(cells.Unit.Name)} {advice}");
        }

        if (!ReferenceEquals(series.Cells, cells))
        {
            definitions.Compare(series, cells);
            definitions.CompareOrTakePolarity(series, cells);
        }

        return series;
    }
}
