using Outturn.App.Import;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;

namespace Outturn.App.Registers;

/// <summary>observations.csv: the figures, one row for each indicator and period.</summary>
internal static class ObservationsFile
{
    public static readonly TableShape Shape = new("observations.csv", "a figure of an indicator for a period", true,
    [
        new("ref", "The indicator (see indicators.csv).", true),
        new("period", "The period, by the indicator's frequency: Apr 2019, Q1 2019/20, H1 2019/20, 2019/20.", true),
        new("value", "The figure, or why there is none: [x] not available, [z] not applicable, [c] confidential, [low] rounds to zero but is not, [u] unreliable. [p] provisional, [r] revised or [u] unreliable may follow a figure. Blank where numerator and denominator are given, and while a figure is awaited. 0 is a figure."),
        new("numerator", "The numerator of a percentage, rate or average; counts beat a typed value."),
        new("denominator", "The denominator; 0 means that there was nothing to measure."),
        new("basis", "period or cumulative, the same as the indicator's; blank for that."),
        new("ytd_given", "The service's own year to date, shown as supplied and never added to anything."),
        new("previous_given", "The service's own figure for the same period a year before, where there is no row for it."),
        new("accepted", "Why a year to date is accepted although periods are missing; printed beside it."),
        new("note", "Anything to remember of this figure; not printed."),
    ]);

    public static void Read(FolderFiles files, Listed<RegisterEntry> entries, SourceRows rows, List<Defect> defects)
    {
        var seen = new Dictionary<(RegisterEntry, Period), int>();
        foreach (var row in files.Open(Shape, defects, out _)?.Rows ?? [])
        {
            var entry = row.TryNeed("ref", out var reference) ? entries.Find(row, "ref", reference) : null;
            if (entry?.Indicator is not { Definition: var definition } indicator)
            {
                continue;
            }

            if (indicator.Formula is not null)
            {
                row.Error("ref", $"{indicator.Ref} is worked out by its formula, so no figure is given for it: take this row away, or the formula in {IndicatorsFile.Shape.File}.");
                continue;
            }

            var period = row.NeededPeriod("period", definition.Frequency);
            var figure = Figure(row, definition, period ?? default);
            if (period is not { } known)
            {
                continue;
            }

            if (!seen.TryAdd((entry, known), row.Number))
            {
                row.Error("period", $"{reference} has a figure for {known} in row {seen[(entry, known)]} already: keep one of the two rows.");
                continue;
            }

            entry.Figures.Add(figure);
            rows.Add(figure, row.Number);
        }
    }

    private static Figure Figure(TableRow row, Definition definition, Period period)
    {
        var unit = definition.Unit.Name;
        var value = ValueText.Parse(row.Text("value"), unit);
        if (value.Refusal is { } refusal)
        {
            row.Error("value", refusal);
        }

        var counts = Counts(row);
        var marker = value.Marker is { } written ? Markers.Read(written) ?? Marker.None : Marker.None;
        if (counts is not null && marker != Marker.None && value.Value is null)
        {
            row.Error("value", $"The mark [{value.Marker}] says that there is no figure, and there are a numerator and a denominator: keep one or the other.");
        }

        if (row.Word("basis", Bases.Read, definition.Basis, "period or cumulative") is var basis && basis != definition.Basis)
        {
            row.Error("basis", $"The figure is {basis.Name()} and the indicator's basis in {IndicatorsFile.Shape.File} is {definition.Basis.Name()}: a series has one basis.");
        }

        return new Figure(
            period,
            new Observation(value.Value, counts, marker),
            row.Amount("ytd_given", unit),
            row.Amount("previous_given", unit),
            row.Optional("accepted"),
            row.Optional("note"));
    }

    private static Counts? Counts(TableRow row)
    {
        var (numerator, denominator) = (row.Amount("numerator"), row.Amount("denominator"));
        var (isTop, isBottom) = (row.Text("numerator").Length > 0, row.Text("denominator").Length > 0);
        if (isTop != isBottom)
        {
            row.Error(isTop ? "denominator" : "numerator", isTop
                ? "There is a numerator and no denominator: give both, or neither."
                : "There is a denominator and no numerator: give both, or neither.");
        }

        if (denominator is { } divisor && Core.Observations.Counts.Refusal(divisor) is { } refusal)
        {
            row.Error("denominator", $"{Quoted.Text(row.Text("denominator"))} is {refusal}");
            return null;
        }

        return numerator is { } top && denominator is { } bottom ? new Counts(top, bottom) : null;
    }
}
