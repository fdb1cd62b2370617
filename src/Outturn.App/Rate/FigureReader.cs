using Outturn.App.Import;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;

namespace Outturn.App.Rate;

/// <summary>Reads a row's value and its counts (RULES 1).</summary>
internal sealed class FigureReader(RateColumns columns, CurrentRow row)
{
    public void Read(ref FigureRow figure, DefinitionCells cells)
    {
        var typed = ReadTyped(ref figure, cells);
        if (ReadCounts(cells) is not { } counts)
        {
            return;
        }

        if (typed is null && figure.Marker != Marker.None)
        {
            row.Error(columns.Value, $"{Quoted.Text(row.Text(columns.Value))} says that there is no value, and there are counts beside it: leave one of them out.");
            return;
        }

        if (typed is { } value)
        {
            Compare(value, counts, cells);
        }

        figure.Given = Given.Counts;
        (figure.Value, figure.Denominator) = (counts.Numerator, counts.Denominator);
    }

    private decimal? ReadTyped(ref FigureRow figure, DefinitionCells cells)
    {
        if (columns.Value < 0)
        {
            return null;
        }

        var text = ValueText.Parse(row.Text(columns.Value), cells.Unit.Name);
        if (text.Refusal is { } refusal)
        {
            row.Error(columns.Value, refusal);
        }

        figure.Marker = text.Marker is { } marker ? Markers.Read(marker)!.Value : Marker.None;
        (figure.Given, figure.Value) = (text.Value is null ? Given.Nothing : Given.Value, text.Value.GetValueOrDefault());
        return text.Value;
    }

    private Counts? ReadCounts(DefinitionCells cells)
    {
        var unitName = cells.Unit.Name is ['£', ..] ? cells.Unit.Name : Unit.Number;
        var (numerator, denominator) = (row.Number(columns.Numerator, unitName), row.Number(columns.Denominator, Unit.Number));
        if (numerator is { } part && denominator is { } whole)
        {
            if (Counts.Refusal(whole) is not { } refusal)
            {
                return new Counts(part, whole);
            }

            row.Error(columns.Denominator, $"{Quoted.Text(row.Text(columns.Denominator))} is {refusal}");
        }
        else if (numerator is not null && row.IsBlank(columns.Denominator))
        {
            HalfGiven(columns.Denominator, columns.Numerator, "numerator", "denominator");
        }
        else if (denominator is not null && row.IsBlank(columns.Numerator))
        {
            HalfGiven(columns.Numerator, columns.Denominator, "denominator", "numerator");
        }

        return null;
    }

    private void HalfGiven(int missing, int given, string givenName, string missingName) => row.Error(
        missing >= 0 ? missing : given,
        $"There is a {givenName} and no {missingName}: counts need both, and a figure without counts needs neither.");

    private void Compare(decimal typed, Counts counts, DefinitionCells cells)
    {
        if (counts.Ratio(cells.Unit) is not { } ratio)
        {
            row.Warn(columns.Value, $"{Quoted.Text(row.Text(columns.Value))} is not used: the counts beat it, and with a denominator of 0 there is nothing to measure.");
        }
        else if (Unit.Round(typed, cells.Decimals) != Unit.Round(ratio, cells.Decimals))
        {
            row.Warn(columns.Value, $"{Quoted.Text(row.Text(columns.Value))} is not what the counts beside it make, {Unit.Bare(ratio, cells.Decimals)}: the counts are used.");
        }
    }
}
