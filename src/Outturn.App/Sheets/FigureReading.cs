using Outturn.App.Import;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;

namespace Outturn.App.Sheets;

/// <summary>Reads the figures of one indicator: values, counts, and cells that say why there is none.</summary>
internal sealed class FigureReading(Unit unit, Frequency frequency, Notes notes, List<Defect> defects)
{
    /// <summary>The most decimals that any of the figures is written with.</summary>
    public int DecimalsWritten { get; private set; }

    public List<Figure> Read(Dictionary<Period, Dictionary<Role, SheetCell>> cells)
    {
        var figures = new List<Figure>();
        foreach (var (period, at) in cells.Where(cell => cell.Key.Frequency == frequency).OrderBy(cell => cell.Key))
        {
            var observation = Observation(at);
            var (ytd, previous) = (Number(at, Role.YearToDate), Number(at, Role.Previous));
            var note = at.TryGetValue(Role.Note, out var said) ? said.Text : null;
            if (observation.IsPresent || observation.Marker != Marker.None || ytd is not null || previous is not null || note is not null)
            {
                figures.Add(new Figure(period, observation, ytd, previous, Note: note));
            }
        }

        return figures;
    }

    private Observation Observation(Dictionary<Role, SheetCell> at)
    {
        var (value, marker) = at.TryGetValue(Role.Value, out var cell) ? Value(cell) : (null, Marker.None);
        if (!at.TryGetValue(Role.Numerator, out var top) || !at.TryGetValue(Role.Denominator, out var bottom))
        {
            return new Observation(value, null, marker);
        }

        if (marker is not (Marker.None or Marker.Provisional or Marker.Revised or Marker.Unreliable) || (marker != Marker.None && value is null))
        {
            return new Observation(value, null, marker);
        }

        var counts = Count(top) is { } numerator && Count(bottom) is { } denominator ? new Counts(numerator, denominator) : (Counts?)null;
        if (counts is { Denominator: var divisor } && Counts.Refusal(divisor) is { } refusal)
        {
            defects.Add(bottom.Error($"{Quoted.Text(bottom.Text)} is {refusal}"));
            counts = null;
        }

        return new Observation(value, counts, marker);
    }

    private decimal? Count(SheetCell cell)
    {
        if (SheetWords.IsAwaited(cell.Text) || SheetWords.IsNotAvailable(cell.Text))
        {
            return null;
        }

        var number = SheetNumber.Read(cell, Unit.Number);
        if (number.Refusal is { } refusal)
        {
            defects.Add(cell.Error(refusal));
        }

        return number.Value;
    }

    private (decimal? Value, Marker Marker) Value(SheetCell cell)
    {
        if (SheetWords.IsAwaited(cell.Text))
        {
            notes.Add("Cells that say a figure is to come, or could not be worked out, are read as awaited.", $"{Quoted.Text(cell.Text)} in {cell.Address}");
            return (null, Marker.None);
        }

        if (SheetWords.IsNotAvailable(cell.Text))
        {
            notes.Add("Cells that say there is no figure are read as not available; write [z] where it does not apply.", $"{Quoted.Text(cell.Text)} in {cell.Address}");
            return (null, Marker.NotAvailable);
        }

        var read = SheetNumber.Read(cell, unit.Name);
        if (read.Refusal is { } refusal)
        {
            defects.Add(cell.Error(refusal));
        }

        if (read.Value is { } value)
        {
            DecimalsWritten = Math.Max(DecimalsWritten, SheetNumber.AsShown(cell, value).Scale);
        }

        return (read.Value, read.Marker is { } marker ? Markers.Read(marker) ?? Marker.None : Marker.None);
    }

    private decimal? Number(Dictionary<Role, SheetCell> at, Role role)
    {
        if (!at.TryGetValue(role, out var cell) || SheetWords.IsAwaited(cell.Text) || SheetWords.IsNotAvailable(cell.Text) || SheetWords.IsNoLevel(cell.Text))
        {
            return null;
        }

        var read = SheetNumber.Read(cell, unit.Name);
        if (read.Refusal is { } refusal)
        {
            defects.Add(cell.Error(refusal));
        }

        return read.Value;
    }
}
