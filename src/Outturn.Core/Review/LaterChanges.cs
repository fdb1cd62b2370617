using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.Core.Review;

/// <summary>What a change to the register does to years that were adopted: those before are closed, and those themselves change by a committee's decision alone.</summary>
/// <param name="Closed">Why the change cannot be: it reaches into a year that an adoption closed.</param>
/// <param name="Later">What changes within a year that was adopted: year, ref and a sentence.</param>
public sealed record LaterChanges(IReadOnlyList<string> Closed, IReadOnlyList<(Period Year, string Ref, string What)> Later)
{
    /// <param name="adopted">The years that were adopted.</param>
    public static LaterChanges Between(Register before, Register after, IReadOnlyList<Period> adopted)
    {
        var (closed, later) = (new List<string>(), new List<(Period, string, string)>());
        if (adopted.Count == 0)
        {
            return new LaterChanges(closed, later);
        }

        var known = before.Indicators.ToDictionary(history => history.Indicator.Ref);
        foreach (var history in after.Indicators)
        {
            known.Remove(history.Indicator.Ref, out var was);
            if (was is not null && !ReferenceEquals(was, history))
            {
                OfIndicator(was, history, adopted, closed, later);
            }
            else if (was is null && adopted.Where(year => history.Indicator.CountedIn(year)).ToList() is [var year, ..])
            {
                later.Add((year, history.Indicator.Ref, $"Added: {history.Indicator.Title}"));
            }
        }

        later.AddRange(known.Values.Select(gone => (adopted[^1], gone.Indicator.Ref, $"Taken out of the register: {gone.Indicator.Title}")));
        return new LaterChanges(closed, later);
    }

    private static void OfIndicator(IndicatorHistory was, IndicatorHistory now, IReadOnlyList<Period> adopted, List<string> closed, List<(Period, string, string)> later)
    {
        var reference = now.Indicator.Ref;
        var firstOpen = NewYear.OwnYear(now.Indicator, adopted.Max()).First;
        if (!Spans(was, DateOnly.MinValue, firstOpen.AddDays(-1)).SequenceEqual(Spans(now, DateOnly.MinValue, firstOpen.AddDays(-1))))
        {
            closed.Add($"The levels of {reference} before {firstOpen:dd/MM/yyyy} are closed since {adopted.Max()} was adopted: they stay as they were reported.");
        }

        foreach (var year in adopted)
        {
            var own = NewYear.OwnYear(now.Indicator, year);
            later.AddRange(Spans(now, own.First, own.Last).Except(Spans(was, own.First, own.Last))
                .Select(span => (span, LevelWords.Differences(now.Indicator.Definition, was.Targets.InForce(span.From), now.Targets.InForce(span.From))))
                .Where(pair => pair.Item2.Count > 0)
                .Select(pair => (year, reference, Words.Capital(string.Join("; ", pair.Item2)) + (pair.span.From > own.First ? $" from {Words.Date(pair.span.From)}" : ""))));
            if (Counting(was.Indicator) != Counting(now.Indicator) && (now.Indicator.DefinitionFrom ?? own.First) is var from && from >= own.First && from <= own.Last)
            {
                later.Add((year, reference, $"Definition changed from {Words.Date(from)}"));
            }

            if (was.Indicator.Until != now.Indicator.Until && (now.Indicator.Until ?? was.Indicator.Until) is { } until && until >= own.First && until < own.Last)
            {
                later.Add((year, reference, now.Indicator.Until is null ? "Counted on to the end of the year" : $"Counted until {Words.Date(until)} alone"));
            }
        }
    }

    private static IReadOnlyList<(DateOnly From, DateOnly To, Target? Target, ExpectedRange? Range)> Spans(IndicatorHistory history, DateOnly first, DateOnly last) =>
    [
        .. history.Targets.All.Where(levels => levels.From <= last && levels.To >= first)
            .Select(levels => (levels.From < first ? first : levels.From, levels.To > last ? last : levels.To, levels.Target, levels.Range)),
    ];

    private static (Definition, string?, string?, string?) Counting(Indicator indicator) => (indicator.Definition, indicator.Meaning, indicator.Numerator, indicator.Denominator);
}
