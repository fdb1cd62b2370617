using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;

namespace Outturn.Core.Release;

/// <summary>The figures of one indicator that papers with figures to a day can show, and the sums that they stand in.</summary>
internal sealed class FamilyFigures
{
    private readonly Definition definition;
    private readonly Period reported;
    private readonly SortedDictionary<int, Observation> observations = [];

    /// <param name="reported">The period of which the paper gives the year to date.</param>
    public FamilyFigures(IndicatorHistory history, Period reported, DateOnly dataTo, int years)
    {
        (Indicator, definition, this.reported) = (history.Indicator, history.Indicator.Definition, reported);
        var first = reported.Ordinal - (years * reported.Frequency.PerYear());
        foreach (var figure in history.Figures.Where(figure => figure.Period.Frequency == reported.Frequency && figure.Period.Last <= dataTo && figure.Period.Ordinal >= first && figure.Observation.IsPresent))
        {
            observations[figure.Period.Ordinal] = figure.Observation;
        }
    }

    public Indicator Indicator { get; }

    /// <param name="below">The threshold of its own counts; null where only others' have one.</param>
    public void AddTo(SuppressedCells cells, int? below)
    {
        foreach (var (ordinal, observation) in observations)
        {
            cells.Add(Cell(ordinal), Parts(observation));
            if (below is { } limit && SmallCount.Is(definition, observation, limit))
            {
                cells.Hide(Cell(ordinal));
            }
        }

        if (below is { } threshold && definition.Basis == Basis.Cumulative)
        {
            HideSmallSteps(cells, threshold);
        }

        if (definition.RollUp == RollUp.Rolling12 && definition.Basis == Basis.Period)
        {
            return;
        }

        var members = YearOf(reported).Select(Cell).ToList();
        if (members.Count > 0)
        {
            var total = ToDate(reported.Ordinal);
            cells.Add(total, Sum(YearOf(reported)));
            cells.Add(new SumGroup(total, members));
            if (below is { } small && IsSmallToDate(small))
            {
                cells.Hide(total);
            }
        }
    }

    /// <summary>The sums of a whole and its parts, for every period and for the year to date.</summary>
    public void AddParts(SuppressedCells cells, IReadOnlyList<FamilyFigures> parts)
    {
        foreach (var whole in observations.Keys.Select(Cell).Append(ToDate(reported.Ordinal)).Where(cells.Knows))
        {
            List<SumCell> members = [.. parts.Select(part => whole with { Ref = part.Indicator.Ref }).Where(cells.Knows)];
            if (members.Count > 0 && (observations.Values.All(observation => observation.HasCounts) || Breakdown.AddsUp(definition)))
            {
                cells.Add(new SumGroup(whole, members));
            }
        }
    }

    /// <summary>What is no sum and tells all the same: totals of twelve months that follow each other, and what is worked out of others.</summary>
    /// <returns>Whether anything more is hidden.</returns>
    public bool Follow(SuppressedCells cells, Dictionary<string, FamilyFigures> family)
    {
        var any = false;
        if (definition.RollUp == RollUp.Rolling12 && definition.Basis == Basis.Period)
        {
            var length = definition.Frequency.InTwelveMonths();
            foreach (var last in observations.Keys.Append(reported.Ordinal))
            {
                var parts = family.Values.Where(other => Indicator.Ref.Equals(other.Indicator.PartOf, StringComparison.OrdinalIgnoreCase)).ToList();
                if (Enumerable.Range(last - length + 1, length).Any(ordinal => cells.Hides(Cell(ordinal))) || parts.Exists(part => cells.Hides(ToDate(last) with { Ref = part.Indicator.Ref })))
                {
                    any |= cells.Hide(ToDate(last));
                }
            }
        }

        if (Indicator.Formula is not { } formula)
        {
            return any;
        }

        List<FamilyFigures> inputs = [.. formula.Inputs.Select(input => family.Values.FirstOrDefault(other => other.Indicator.Ref.Equals(input, StringComparison.OrdinalIgnoreCase))).OfType<FamilyFigures>()];
        foreach (var own in observations.Keys.Select(Cell).Append(ToDate(reported.Ordinal)))
        {
            List<SumCell> of = [.. inputs.Select(input => own with { Ref = input.Indicator.Ref })];
            if (of.Exists(cells.Hides))
            {
                any |= cells.Hide(own);
            }
            else if (cells.Hides(own))
            {
                foreach (var cell in of.Where(cells.Knows))
                {
                    any |= cells.Hide(cell);
                }
            }
        }

        return any;
    }

    /// <summary>A figure that is the year to date tells each period by what it grew.</summary>
    private void HideSmallSteps(SuppressedCells cells, int below)
    {
        Observation? shown = null;
        foreach (var (ordinal, observation) in observations)
        {
            if (new Period(definition.Frequency, ordinal) is var period && period.FirstOfYear == period)
            {
                shown = null;
            }

            if (shown is { } before && Parts(observation) is var now && Parts(before) is var then && now.Length == then.Length
                && SmallCount.Is(definition, now.Length == 2 ? new Observation(null, new Counts(now[0] - then[0], now[1] - then[1])) : new Observation(now[0] - then[0]), below))
            {
                cells.Hide(Cell(ordinal));
            }

            shown = cells.Hides(Cell(ordinal)) ? shown : observation;
        }
    }

    /// <summary>The periods that a year to date at a period is made of; the period alone where its figure is the year to date.</summary>
    private IEnumerable<int> YearOf(Period period) => observations.Keys.Where(ordinal => ordinal <= period.Ordinal
        && ordinal >= (definition.RollUp == RollUp.Latest || definition.Basis == Basis.Cumulative ? period.Ordinal : period.FirstOfYear.Ordinal));

    private bool IsSmallToDate(int below) => SmallCount.Is(definition, Pooled(YearOf(reported)) is { } pooled ? new Observation(null, pooled) : new Observation(Sum(YearOf(reported))[0]), below);

    private Counts? Pooled(IEnumerable<int> ordinals) =>
        ordinals.All(ordinal => observations[ordinal].HasCounts) ? ordinals.Aggregate(default(Counts), (sum, ordinal) => sum + observations[ordinal].GivenCounts) : null;

    private decimal[] Sum(IEnumerable<int> ordinals)
    {
        decimal[][] all = [.. ordinals.Select(ordinal => Parts(observations[ordinal]))];
        return [.. Enumerable.Range(0, all.Min(parts => parts.Length)).Select(i => all.Sum(parts => parts[i]))];
    }

    private static decimal[] Parts(Observation observation) => observation.Counts is { } counts ? [counts.Numerator, counts.Denominator] : [observation.Typed!.Value];

    private SumCell Cell(int ordinal) => new(Indicator.Ref, new Period(definition.Frequency, ordinal), IsToDate: false);

    private SumCell ToDate(int ordinal) => Cell(ordinal) with { IsToDate = true };
}
