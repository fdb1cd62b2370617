using Outturn.App.Import;
using Outturn.Core.Indicators;
using Outturn.Core.Targets;

namespace Outturn.App.Rate;

/// <summary>Reads the levels a row is judged by: target, floor standard and tolerance of a KPI, the limits of an activity indicator (RULES 2, 6).</summary>
/// <param name="rule">Derives the floor standards that the rows do not state; null where none is to be derived.</param>
internal sealed class LevelReader(RateColumns columns, CurrentRow row, ToleranceRule? rule)
{
    private bool saidThatPolarityIsMissing;

    public void Read(ref FigureRow figure, DefinitionCells cells, SeriesCells series)
    {
        var unitName = cells.Unit.Name;
        var (target, floor, tolerance) = (row.Number(columns.Target, unitName), row.Number(columns.Floor, unitName), row.Number(columns.Tolerance, unitName));
        var (lower, upper) = (row.Number(columns.Lower, unitName), row.Number(columns.Upper, unitName));
        if (cells.Kind == IndicatorKind.Kpi)
        {
            Remark(series, lower is null ? upper is null ? -1 : columns.Upper : columns.Lower, "a limit belongs to an activity indicator: a KPI is not judged by it.");
            ReadTarget(ref figure, cells, series, target, floor, tolerance.GetValueOrDefault());
            return;
        }

        Remark(series, target is null ? floor is null ? -1 : columns.Floor : columns.Target, "a target belongs to a KPI: an activity indicator is not rated by it.");
        if (lower > upper)
        {
            row.Error(columns.Lower, $"The lower limit {lower} is above the upper limit {upper}.");
        }

        (figure.HasLevel, figure.Level) = (lower is not null, lower.GetValueOrDefault());
        (figure.HasLimit, figure.Limit) = (upper is not null, upper.GetValueOrDefault());
    }

    private void ReadTarget(ref FigureRow figure, DefinitionCells cells, SeriesCells series, decimal? target, decimal? floor, decimal tolerance)
    {
        if (target is not { } level)
        {
            Remark(series, floor is null || !row.IsBlank(columns.Target) ? -1 : columns.Floor, "a floor standard without a target: the row is not rated.");
            return;
        }

        if (cells.Polarity is not { } polarity)
        {
            SayThatPolarityIsMissing(cells);
            return;
        }

        if (Target.Refusal(level, floor, polarity, tolerance) is { } refusal)
        {
            var column = tolerance < 0 || (tolerance != 0 && polarity != Polarity.ClosestIsBetter) ? columns.Tolerance : columns.Floor;
            row.Error(column, char.ToUpperInvariant(refusal[0]) + refusal[1..]);
            return;
        }

        floor ??= Derived(level, polarity, tolerance);
        (figure.HasLevel, figure.Level, figure.Tolerance) = (true, level, tolerance);
        (figure.HasLimit, figure.Limit) = (floor is not null, floor.GetValueOrDefault());
    }

    /// <summary>The floor of the rule; none where it would lie within what still is Green.</summary>
    private decimal? Derived(decimal level, Polarity polarity, decimal tolerance) =>
        rule?.Floor(level, polarity) is { } derived && Target.Refusal(level, derived, polarity, tolerance) is null ? derived : null;

    private void SayThatPolarityIsMissing(DefinitionCells cells)
    {
        if (columns.Polarity >= 0)
        {
            if (cells.Refusal(DefinitionField.Polarity) is null)
            {
                row.Error(columns.Polarity, "The cell is blank and there is a target: write higher, lower or closest.");
            }
        }
        else if (!saidThatPolarityIsMissing)
        {
            saidThatPolarityIsMissing = true;
            row.ErrorOfFile($"There is no column polarity and there are targets (first in row {row.Line}): higher, lower or closest.");
        }
    }

    /// <summary>Said on the first row of a ref that has it.</summary>
    private void Remark(SeriesCells series, int column, string remark)
    {
        if (column >= 0 && (series.Remarked ??= []).Add(remark))
        {
            row.Warn(column, $"{Quoted.Text(row.Text(column))}: {remark}");
        }
    }
}
