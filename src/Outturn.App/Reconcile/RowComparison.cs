using Outturn.App.Import;
using Outturn.App.Sheets;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Ratings;

namespace Outturn.App.Reconcile;

/// <summary>Sets the cells of one published row beside one of our indicators.</summary>
/// <param name="council">Whose rules rated ours.</param>
/// <param name="row">The published row.</param>
internal sealed class RowComparison(Council council, PublishedRow row)
{
    /// <summary>The comparison of a cell; null where neither side says anything.</summary>
    public ComparedCell? Compare(DashboardIndicator ours, Role role, SheetCell cell) => role switch
    {
        Role.Value => Figure(ours, cell, "figure", ours.Rated.Latest.Value, ours.Rated.Latest.Decimals, () => Explanation.OfLatest(ours)),
        Role.YearToDate => Figure(ours, cell, "year to date", ours.Rated.ToDate.Figure.Value, ours.Rated.ToDate.Figure.Decimals, () => Explanation.OfYearToDate(ours)),
        Role.Rating => Rating(ours, cell, "rating", ours.Rated.Latest),
        Role.YtdRating => Rating(ours, cell, "year-to-date rating", ours.Rated.ToDate.Figure),
        Role.InRange => Range(ours, cell, "range", ours.Rated.Latest),
        Role.YtdInRange => Range(ours, cell, "range of the year to date", ours.Rated.ToDate.Figure),
        Role.Target => Level(ours, cell, "target", ours.Rated.Latest.Target?.Level),
        Role.Floor => Level(ours, cell, "floor standard", ours.Rated.Latest.Target?.FloorStandard),
        Role.Lower => Level(ours, cell, "lower limit", ours.Rated.Latest.Range?.Lower),
        Role.Upper => Level(ours, cell, "upper limit", ours.Rated.Latest.Range?.Upper),
        Role.Previous => Previous(ours, cell),
        Role.Direction => Direction(ours, cell),
        _ => null,
    };

    private ComparedCell? Level(DashboardIndicator ours, SheetCell cell, string what, decimal? level) =>
        Figure(ours, cell, what, level, level is { } set ? Math.Max(ours.Definition.Decimals, Unit.DecimalsOf(set)) : 0,
            () => Derived(ours) && what == "floor standard" ? $"Our floor comes from the rule of {council.Tolerance} of the target." : $"The register has this {what} for {ours.Period}.");

    private ComparedCell? Previous(DashboardIndicator ours, SheetCell cell) =>
        Figure(ours, cell, "previous year", ours.Previous?.Value, ours.Previous?.Decimals ?? 0,
            () => ours.Previous is { Supplied: true } ? "Ours is as the service supplied it." : $"Ours is the figure for {ours.Period.AYearBefore}.");

    private ComparedCell? Figure(DashboardIndicator ours, SheetCell cell, string what, decimal? value, int decimals, Func<string> why)
    {
        var printed = PrintedFigure.Read(cell, ours.Definition.Unit);
        var shown = value is { } exact ? ours.Definition.Unit.Print(exact, decimals) : "";
        if (printed.Refusal is { } refusal)
        {
            return Cell(ours, cell, what, shown, Comparison.Different, refusal);
        }

        return (printed.Value, value) switch
        {
            (null, null) => null,
            (null, _) => Cell(ours, cell, what, shown, Comparison.MissingInPublished, null),
            (_, null) => Cell(ours, cell, what, shown, Comparison.MissingInOurs, $"We have no {what} for {ours.Period}."),
            var (theirs, own) => Unit.Round(own.Value, printed.Decimals) == theirs
                ? Cell(ours, cell, what, shown, Comparison.Same, null)
                : Cell(ours, cell, what, shown, Comparison.Different, Rounded(ours, own.Value, printed.Decimals, decimals) + why()),
        };
    }

    private static string Rounded(DashboardIndicator ours, decimal own, int printed, int decimals) =>
        printed == decimals ? "" : $"With {printed} decimal{(printed == 1 ? "" : "s")} ours is {ours.Definition.Unit.Print(own, printed)}. ";

    private ComparedCell? Rating(DashboardIndicator ours, SheetCell cell, string what, JudgedFigure figure)
    {
        var own = figure.Rating?.Colour;
        var shown = figure.Rating?.ToString() ?? "";
        if (!RatingText.SaysNone(cell.Text) && RatingText.Read(cell.Text) is null)
        {
            return Cell(ours, cell, what, shown, Comparison.Different, $"{Quoted.Text(cell.Text)} is not a rating that is known: it should be Red, Amber or Green.");
        }

        var theirs = RatingText.Read(cell.Text);
        var why = WhyRated.Of(ours.Definition, figure, Derived(ours), council.Tolerance);
        return (theirs, own) switch
        {
            (null, null) => cell.Content.IsBlank && shown.Length == 0 ? null : Cell(ours, cell, what, shown, Comparison.Same, null),
            (null, _) => Cell(ours, cell, what, shown, Comparison.MissingInPublished, why),
            (_, null) => Cell(ours, cell, what, shown, figure.Rating is null ? Comparison.MissingInOurs : Comparison.Different, why),
            _ => theirs == own ? Cell(ours, cell, what, shown, Comparison.Same, null) : Cell(ours, cell, what, shown, Comparison.Different, why),
        };
    }

    private ComparedCell? Range(DashboardIndicator ours, SheetCell cell, string what, JudgedFigure figure)
    {
        var own = figure.Verdict is RangeVerdict.NoRange ? null : figure.Verdict;
        var theirs = RatingText.ReadRange(cell.Text);
        var shown = own?.Text() ?? "";
        return (theirs, own) switch
        {
            (null, null) => null,
            (null, _) => Cell(ours, cell, what, shown, Comparison.MissingInPublished, null),
            (_, null) => Cell(ours, cell, what, shown, Comparison.MissingInOurs, Explanation.Judgement(ours.Definition, figure)),
            _ => theirs == own || (theirs == RangeVerdict.NoRange && own != RangeVerdict.InRange)
                ? Cell(ours, cell, what, shown, Comparison.Same, null)
                : Cell(ours, cell, what, shown, Comparison.Different, Explanation.OfLatest(ours)),
        };
    }

    private ComparedCell? Direction(DashboardIndicator ours, SheetCell cell)
    {
        var own = ours.Rated.DirectionBy(council.Direction);
        var (theirs, shown) = (DirectionText.Read(cell.Text), own?.Text() ?? "");
        return (theirs, DirectionText.Way(own)) switch
        {
            (null, null) => null,
            (null, _) => Cell(ours, cell, "direction of travel", shown, Comparison.MissingInPublished, null),
            (_, null) => Cell(ours, cell, "direction of travel", shown, Comparison.MissingInOurs, $"Ours has {(shown.Length > 0 ? shown.ToLowerInvariant() : "no direction")}."),
            var (there, here) => there == here
                ? Cell(ours, cell, "direction of travel", shown, Comparison.Same, null)
                : Cell(ours, cell, "direction of travel", shown, Comparison.Different, $"Ours is by the method \"{DirectionText.Method(council.Direction)}\"."),
        };
    }

    private static bool Derived(DashboardIndicator ours) => ours.History.Targets.InForce(ours.Period)?.FloorDerived == true;

    private ComparedCell Cell(DashboardIndicator ours, SheetCell cell, string what, string shown, Comparison outcome, string? why) =>
        new(row.Table.Source, row.Number, ours.Indicator.Ref, ours.Indicator.Title, ours.Period, what, Heading.OneLine(cell.Text), shown, outcome, why);
}
