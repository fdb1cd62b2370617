using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.App.Registers;

/// <summary>Reads the cells of a proposal that change an indicator's definition sheet, or make the sheet of a new one.</summary>
internal static class SheetCells
{
    public static readonly ColumnShape[] Columns =
    [
        new("title", "A new title; for a new indicator its title. This column and those behind it stay blank for what is as it was; - takes a text away."),
        new("service", "Another service; for a new indicator its service."),
        new("committees", "Other committees, with semicolons between; for a new indicator those that it is reported to."),
        new("kind", "kpi or activity, where it moves between them; for a new indicator its kind, blank for kpi."),
        new("unit", "Another unit."),
        new("decimals", "Another number of decimals."),
        new("polarity", "higher, lower or closest, where it changes; needed for a new KPI."),
        new("tolerance", "For a new indicator where closest is better: how far from the target is still Green."),
        new("frequency", "How often it is to be measured, where it changes; needed for a new indicator."),
        new("roll_up", "Another roll-up."),
        new("basis", "Another basis."),
        new("lag_days", "Another number of days until a figure is due."),
        new("meaning", "Another definition: what is counted, what is in and what is out; needed for a new indicator."),
        new("numerator", "What the numerator is to count."),
        new("denominator", "What the denominator is to count."),
        new("source", "Another source of the figures."),
        new("duty", "Another law or code that asks for it."),
        new("priority", "Another aim of the council's plan that it serves."),
        new("contract", "Another contract that it belongs to."),
        new("break", "yes where the changed definition breaks the series: then nothing is compared across the first day of the year."),
        new("successor", "For replace: the ref of the indicator that takes its place."),
        new("benchmark", "The figure of others that stood beside the decision."),
        new("benchmark_source", "Whose figure that is, and of when."),
        new("outcome", "The outcome metric that it serves, by its official title."),
    ];

    /// <returns>Null where all cells are blank.</returns>
    public static SheetChange? Read(TableRow row, IndicatorNames names)
    {
        string? service = row.Optional("service"), committees = row.Optional("committees");
        var sheet = new SheetChange
        {
            Title = row.Optional("title"),
            Service = service is null ? null : names.Services.Find(row, "service", service)?.Name ?? service,
            Committees = committees is null ? null : string.Join(';', row.Several("committees").Select(name => names.Committees.Find(row, "committees", name)).OfType<Committee>().Distinct().Select(committee => committee.Name)),
            Kind = row.Word("kind", Kinds.Read, "kpi or activity"),
            Unit = row.Optional("unit"),
            Decimals = Whole(row, "decimals", IndicatorsFile.MostDecimals),
            Polarity = row.Word("polarity", Polarities.Read, "higher, lower or closest"),
            Frequency = row.Word("frequency", Frequencies.Read, "month, quarter, half-year, year, academic, calendar or 12 months"),
            RollUp = row.Word("roll_up", RollUps.Read, "ratio, sum, mean, latest or rolling12"),
            Basis = row.Word("basis", Bases.Read, "period or cumulative"),
            LagDays = Whole(row, "lag_days", IndicatorsFile.MostLagDays),
            Meaning = row.Optional("meaning"),
            Numerator = row.Optional("numerator"),
            Denominator = row.Optional("denominator"),
            Source = row.Optional("source"),
            Duty = row.Optional("duty"),
            Priority = row.Optional("priority"),
            Contract = row.Optional("contract"),
        };
        return sheet.IsEmpty ? null : sheet;
    }

    /// <summary>The proposal with what stands behind it in the row.</summary>
    public static Proposal With(TableRow row, Proposal proposal, SheetChange? sheet, string unit) => proposal with
    {
        Sheet = sheet,
        Breaks = row.Word("break", YesOrNo, "yes or no") == true,
        Successor = row.Optional("successor"),
        Benchmark = row.Amount("benchmark", unit),
        BenchmarkSource = row.Optional("benchmark_source"),
        Outcome = row.Optional("outcome"),
    };

    private static bool? YesOrNo(string text) => text.ToLowerInvariant() switch
    {
        "yes" or "y" or "true" => true,
        "no" or "n" or "false" => false,
        _ => null,
    };

    private static int? Whole(TableRow row, string column, int most) => row.Text(column).Length == 0 ? null : row.Whole(column, most, blank: 0);
}
