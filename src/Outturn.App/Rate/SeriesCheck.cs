using Outturn.Core.Indicators;
using Outturn.Core.Periods;

namespace Outturn.App.Rate;

/// <summary>What only a whole series shows: two rows for one period, a cumulative figure that falls within its year.</summary>
internal sealed class SeriesCheck(RateTable table, TimeOrder order, RateColumns columns, string source)
{
    public IEnumerable<Defect> Of(int series)
    {
        for (var place = 1; place < order.Count(series); place++)
        {
            var (before, after) = (order.Row(series, place - 1), order.Row(series, place));
            if (table.Figure(before).Period == table.Figure(after).Period)
            {
                yield return Doubled(table.Series[series], before, after);
            }
            else if (FallsWithinYear(table.Series[series].Cells, before, after))
            {
                yield return Fallen(table.Series[series], before, after);
            }
        }
    }

    private Defect Doubled(SeriesCells series, int before, int after) => new(
        Severity.Error, source, table.Figure(after).Line, columns.Name(columns.Period),
        $"{PeriodOf(series, after)} of {series.Ref} stands in row {table.Figure(before).Line} as well: keep one of the two.");

    /// <summary>What adds up can only grow; an average or a level to date may fall.</summary>
    private bool FallsWithinYear(DefinitionCells cells, int before, int after)
    {
        if (cells.Basis != Basis.Cumulative || cells.Frequency is not { } frequency || cells.RollUp is RollUp.Ratio or RollUp.Mean)
        {
            return false;
        }

        ref var earlier = ref table.Figure(before);
        ref var later = ref table.Figure(after);
        var firstOfYear = new Period(frequency, later.Period).FirstOfYear.Ordinal;
        return earlier.Period >= firstOfYear && !cells.Unit.IsRatio && earlier.Given == Given.Value && later.Given == Given.Value
            && later.Value < earlier.Value;
    }

    /// <summary>Refused where the register says that the figure adds up; else it may be an average, and somebody should look.</summary>
    private Defect Fallen(SeriesCells series, int before, int after) => new(
        series.Cells.RollUp == RollUp.Sum ? Severity.Error : Severity.Warning, source, table.Figure(after).Line, columns.Name(columns.Value),
        $"A cumulative figure has fallen within its year: {table.Figure(after).Value} for {PeriodOf(series, after)}, "
        + $"after {table.Figure(before).Value} for {PeriodOf(series, before)} in row {table.Figure(before).Line}.");

    private Period PeriodOf(SeriesCells series, int row) => new(series.Cells.Frequency!.Value, table.Figure(row).Period);
}
