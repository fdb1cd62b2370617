using System.Globalization;
using Outturn.Core.Indicators;

namespace Outturn.Reports.Issued;

/// <summary>What is other in an indicator from one edition that prints it to another.</summary>
internal static class IndicatorRevisions
{
    public const string Rating = "rating";
    public const string InRange = "place in range";
    public const string ToDate = "year to date";
    public const string ToDateRating = "year-to-date rating";
    public const string ToDateInRange = "year to date in range";
    public const string Direction = "direction of travel";
    public const string YearBefore = "a year before";
    public const string Counts = "counts";

    /// <summary>No decimal has more digits behind its point.</summary>
    private const int MostDecimals = 28;

    public static IEnumerable<Revision> Of(IssuedIndicator then, IssuedIndicator now)
    {
        Revision? Changed(string what, string? before, string? after) =>
            Blank(before) == Blank(after) ? null : new Revision(now.Ref, now.Title, now.Period, what, Blank(before), Blank(after));

        var earlier = then.Periods.ToDictionary(period => period.LastDay);
        var both = now.Periods.Where(period => period.LastDay != now.LastDay && earlier.ContainsKey(period.LastDay)).Select(period => (Was: earlier[period.LastDay], Is: period)).ToList();
        var (toDateThen, toDateNow) = Apart(new Unit(now.Unit), now.Decimals, then.YearToDate, then.YearToDateValue, now.YearToDate, now.YearToDateValue);
        List<Revision?> all =
        [
            .. both.Select(period => OfPeriod(then, now, period.Was, period.Is)),
            Changed("title", then.Title, now.Title),
            OfLatest(then, now),
            Changed(now.Kind == "kpi" ? Rating : InRange, then.Rating ?? then.Range, now.Rating ?? now.Range),
            Changed(ToDate, toDateThen, toDateNow),
            Changed(now.Kind == "kpi" ? ToDateRating : ToDateInRange, then.YearToDateRating ?? then.YearToDateRange, now.YearToDateRating ?? now.YearToDateRange),
            .. OfLevels(then, now),
            Changed(Direction, then.Direction, now.Direction),
            Changed(YearBefore, then.PreviousYear, now.PreviousYear),
            .. both.Select(period => OfYearBefore(then, now, period.Was, period.Is)),
            Changed("service", then.Service, now.Service),
            Changed("unit", then.Unit, now.Unit),
            Changed("which is better", then.Polarity, now.Polarity),
            Changed("what is counted", then.Meaning, now.Meaning),
            Changed("numerator", then.NumeratorIs, now.NumeratorIs),
            Changed("denominator", then.DenominatorIs, now.DenominatorIs),
            Changed("source", then.Source, now.Source),
            Changed("why it was chosen", then.Rationale, now.Rationale),
            Changed(Revisions.Commentary, Said(then.Commentary), Said(now.Commentary)),
        ];
        return all.OfType<Revision>();
    }

    /// <summary>The figure of a period as two editions print it.</summary>
    public static Revision? OfPeriod(IssuedIndicator then, IssuedIndicator now, IssuedPeriod was, IssuedPeriod period)
    {
        var (before, after) = then.Unit == now.Unit ? Apart(new Unit(now.Unit), now.Decimals, was.Shown, was.Value, period.Shown, period.Value) : (was.Shown, period.Shown);
        return before == after ? null : new Revision(now.Ref, now.Title, period.Period, was.Shown is null ? Revisions.Arrived : Revisions.Figure, before, after);
    }

    private static Revision? OfLatest(IssuedIndicator then, IssuedIndicator now)
    {
        // What stood in for a figure that was awaited was none of the period.
        if (then.LatestValue is null && now.LatestValue is not null)
        {
            return new Revision(now.Ref, now.Title, now.Period, Revisions.Arrived, null, now.Latest);
        }

        var (before, after) = Apart(new Unit(now.Unit), now.Decimals, then.Latest, then.LatestValue, now.Latest, now.LatestValue);
        return before != after ? new Revision(now.Ref, now.Title, now.Period, Revisions.Figure, Blank(before), Blank(after))
            : CountsOf(then) is var old && CountsOf(now) is var counts && old != counts ? new Revision(now.Ref, now.Title, now.Period, Counts, old, counts)
            : null;
    }

    /// <summary>Of a period of the chart whose own period a year before is not in it.</summary>
    private static Revision? OfYearBefore(IssuedIndicator then, IssuedIndicator now, IssuedPeriod was, IssuedPeriod period) =>
        was.YearBefore == period.YearBefore || then.Periods.Any(other => other.LastDay.Year == period.LastDay.Year - 1 && other.LastDay.Month == period.LastDay.Month) ? null
        : new Revision(now.Ref, now.Title, period.Period, YearBefore, was.YearBefore is { } old ? then.Level(old) : null, period.YearBefore is { } known ? now.Level(known) : null);

    /// <summary>Levels in words, once for all periods in a row that they changed for.</summary>
    private static IEnumerable<Revision> OfLevels(IssuedIndicator then, IssuedIndicator now)
    {
        var days = now.Periods.Select(period => (period.Period, period.LastDay)).Append((now.Period, now.LastDay)).Distinct().OrderBy(period => period.LastDay);
        (string First, Revision Change)? open = null;
        foreach (var (period, day) in days)
        {
            var (old, levels) = (Levels(then, day), Levels(now, day));
            if (open is { } before && (old, levels) == (before.Change.Old, before.Change.New))
            {
                open = (before.First, before.Change with { Period = $"{before.First} to {period}" });
                continue;
            }

            if (open is { } ended)
            {
                yield return ended.Change;
            }

            open = old == levels ? null : (period, new Revision(now.Ref, now.Title, period, "levels", old, levels));
        }

        if (open is { } last)
        {
            yield return last.Change;
        }
    }

    private static string? Levels(IssuedIndicator indicator, DateOnly day)
    {
        var levels = indicator.Levels.LastOrDefault(levels => levels.From <= day && day <= levels.To);
        var parts = levels is null ? [] : new[] { ("target", levels.TargetShown), ("floor standard", levels.FloorShown), ("from", levels.LowerShown), ("to", levels.UpperShown) }
            .Where(part => part.Item2 is not null).Select(part => $"{part.Item1} {part.Item2}").ToList();
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    /// <summary>Two figures as they were printed; with as many decimals more as show them apart where they were printed alike and are not.</summary>
    private static (string? Then, string? Now) Apart(Unit unit, int decimals, string? then, decimal? old, string? now, decimal? value)
    {
        if (then != now || old is not { } was || value is not { } known || was == known)
        {
            return (then, now);
        }

        var more = Enumerable.Range(decimals, MostDecimals + 1 - decimals).First(more => Unit.Round(was, more) != Unit.Round(known, more));
        return (unit.Print(was, more), unit.Print(known, more));
    }

    private static string? CountsOf(IssuedIndicator indicator) => indicator.Numerator is not { } numerator ? null
        : string.Create(CultureInfo.InvariantCulture, $"{Unit.Tell(numerator)}{(indicator.Denominator is { } denominator ? $" of {Unit.Tell(denominator)}" : "")}");

    private static string? Said(IssuedCommentary? said) => said is null ? null : string.Join(" ", new[]
    {
        said.Context, said.Cause, said.Action, said.Owner is null ? null : $"Owner: {said.Owner}.", said.Due is { } due ? $"Due: {due:dd/MM/yyyy}." : null, said.Recovery is null ? null : $"Recovery: {said.Recovery}.",
    }.Where(part => !string.IsNullOrWhiteSpace(part)));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
