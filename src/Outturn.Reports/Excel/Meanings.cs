using Outturn.Core.Ratings;

namespace Outturn.Reports.Excel;

/// <summary>What the words in the tables of a workbook mean: only of those that stand in it.</summary>
internal static class Meanings
{
    public static IEnumerable<string> Of(IReadOnlyList<Sheet> sheets)
    {
        var cells = sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row).ToHashSet();
        return
        [
            .. cells.OfType<RatingCell>().OrderBy(cell => cell.Rating.WhyNot).ThenByDescending(cell => cell.Rating.Colour)
                .Select(cell => $"{cell.Text} – {(cell.Rating.Colour is { } rag ? Of(rag) : Of(cell.Rating.WhyNot!.Value))}"),
            .. cells.OfType<RangeCell>().OrderBy(cell => cell.Verdict).Select(cell => $"{cell.Text} – {Of(cell.Verdict)}"),
            .. cells.OfType<DirectionCell>().OrderBy(cell => cell.Direction).Select(cell => $"{cell.Text} – {Of(cell.Direction)}"),
            .. cells.OfType<FigureCell>().Select(cell => cell.Remark).OfType<string>().Distinct().Order(StringComparer.Ordinal)
                .Select(remark => (Remark: remark, Meaning: Of(remark))).Where(known => known.Meaning is not null)
                .Select(known => $"{known.Remark} – {known.Meaning}"),
        ];
    }

    private static string Of(RagRating rag) => rag switch
    {
        RagRating.Green => "the target was achieved or exceeded.",
        RagRating.Amber => "the floor standard was achieved or exceeded, the target was not.",
        _ => "the floor standard was not achieved or, where there is none, the target was not.",
    };

    private static string Of(Reason reason) => reason switch
    {
        Reason.NoTarget => "no target was set for the period.",
        Reason.NotDue => "the figure is not due yet.",
        Reason.Awaited => "the figure is due and has not come in.",
        Reason.NotAvailable => "there is no figure, or none that is reliable enough to use.",
        Reason.NotApplicable => "the indicator does not apply to the period.",
        Reason.Suppressed => "the figure is confidential, or too small to be given.",
        Reason.NothingToMeasure => "there were no cases in the period.",
        Reason.Incomplete => "a period of the year to date has no figure.",
        Reason.NoCounts => "numerator and denominator, which a year to date needs, were not supplied.",
        Reason.NoPolarity => "there is a target, and nobody has said which way is better.",
        Reason.NoRollUp => "nobody has said how a year's figures come together, so there is no year to date.",
        Reason.Over12Months => "target and floor standard are meant for twelve months, and the figure is for less.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    private static string Of(RangeVerdict verdict) => verdict switch
    {
        RangeVerdict.NoRange => "no expected range was set.",
        RangeVerdict.Below => "below the expected range, which is neither good nor bad.",
        RangeVerdict.InRange => "within the expected range, its limits included.",
        RangeVerdict.Above => "above the expected range, which is neither good nor bad.",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    private static string Of(Direction direction) => direction switch
    {
        Direction.NoComparison => "a figure to compare with is missing, or the definition changed.",
        Direction.Improved => "better than the figure it is compared with.",
        Direction.Worsened => "worse than the figure it is compared with.",
        Direction.Same => "as good as the figure it is compared with.",
        Direction.TooFewPoints => "there are too few figures for a trend.",
        Direction.Improving => "a statistically significant trend for the better.",
        Direction.Worsening => "a statistically significant trend for the worse.",
        Direction.Stable => "no statistically significant trend.",
        _ => throw new ArgumentOutOfRangeException(nameof(direction)),
    };

    private static string? Of(string remark) => remark switch
    {
        "provisional" => "the figure may still change.",
        "revised" => "the figure has changed since it was first given.",
        "unreliable" => "the figure rests on doubtful data; use it with care.",
        "as supplied" => "the service gave the figure; it was not computed here.",
        "definition changed" => "figures from this period on do not compare with those before it.",
        _ => null,
    };
}
