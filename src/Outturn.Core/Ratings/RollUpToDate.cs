using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.Core.Ratings;

/// <summary>The year to date by its five roll-ups (RULES 4).</summary>
internal sealed class RollUpToDate(Definition definition, SeriesPoint[] points, JudgedFigure[] latest, int start)
{
    public YearToDate At(int i)
    {
        var point = points[i];
        if (point.YtdGiven is { } given)
        {
            var over = definition.RollUp == RollUp.Sum && definition.Basis == Basis.Period ? SumYear(i) : default;
            var (target, range) = over.Expected > 0 ? (over.Target, over.Range) : (point.Target, point.Range);
            return new YearToDate(Judge.Figure(definition, given, null, target, range, false), 1, 1, null, true, null);
        }

        if (definition.RollUp == RollUp.Latest || definition.Basis == Basis.Cumulative)
        {
            return new YearToDate(latest[i], point.Observation.IsPresent ? 1 : 0, 1, point.Observation.Counts, false, null);
        }

        var year = definition.RollUp == RollUp.Rolling12 ? SumTwelveMonths(i) : SumYear(i);
        return Judged(year, point);
    }

    private Rolled SumYear(int i)
    {
        var first = Math.Max(points[i].Period.FirstOfYear.Ordinal, start);
        return SumFrom(i, Math.Min(first, points[i].Period.Ordinal), leaveOut: true);
    }

    private Rolled SumTwelveMonths(int i) =>
        SumFrom(i, points[i].Period.Ordinal - definition.Frequency.InTwelveMonths() + 1, leaveOut: false);

    private Rolled SumFrom(int i, int first, bool leaveOut)
    {
        var rolled = new Rolled { Expected = points[i].Period.Ordinal - first + 1, Levels = definition.RollUp == RollUp.Sum ? new LevelSum(definition) : null };
        for (var j = i; j >= 0 && points[j].Period.Ordinal >= first; j--)
        {
            ref readonly var point = ref points[j];
            if (leaveOut && point.Observation.IsLeftOut)
            {
                rolled.Expected--;
                continue;
            }

            rolled.Levels?.Add(point);
            if (point.Observation.IsPresent)
            {
                Add(ref rolled, point.Observation, latest[j].Value);
            }
        }

        (rolled.Target, rolled.Range) = rolled.Levels is { } levels ? (levels.Target(), levels.Range()) : (points[i].Target, points[i].Range);
        return rolled;
    }

    /// <summary>Values are added up only where they may be used: figures with counts are pooled, except in a sum.</summary>
    private void Add(ref Rolled rolled, in Observation observation, decimal? value)
    {
        rolled.Present++;
        rolled.Valued += value is null ? 0 : 1;
        if (observation.HasCounts)
        {
            rolled.WithCounts++;
            rolled.Pool += observation.GivenCounts;
        }

        if (value is { } present && (definition.RollUp == RollUp.Sum || !observation.HasCounts))
        {
            rolled.Total += present;
        }
    }

    private YearToDate Judged(Rolled year, SeriesPoint point)
    {
        var pooled = definition.RollUp == RollUp.Ratio || (definition.RollUp != RollUp.Sum && year.WithCounts > 0);
        var rolling = definition.RollUp == RollUp.Rolling12;
        var noCounts = pooled ? year.WithCounts < year.Present
            : rolling && definition.Unit.IsRatio && year.Present > 0 && definition.Frequency.Length() < 12;
        var incomplete = year.Present < year.Expected;
        var value = noCounts || (rolling && incomplete) || year.Valued == 0 ? null
            : pooled ? year.Pool.Ratio(definition.Unit)
            : definition.RollUp == RollUp.Mean ? year.Total / year.Valued
            : (decimal?)year.Total;
        Reason? whyNot = noCounts ? Reason.NoCounts
            : incomplete && point.Accepted is null ? Reason.Incomplete
            : value is not null ? null
            : incomplete ? Reason.Incomplete
            : year.Present > 0 ? Reason.NothingToMeasure
            : Reason.NotApplicable;
        var figure = Judge.Figure(definition, value, whyNot, year.Target, year.Range, over12Months: false);
        return new YearToDate(figure, year.Present, year.Expected, pooled && value is not null ? year.Pool : null, false, incomplete && value is not null ? point.Accepted : null);
    }

    private record struct Rolled
    {
        public int Expected;
        public int Present;
        public int WithCounts;
        public int Valued;
        public Counts Pool;
        public decimal Total;
        public Target? Target;
        public ExpectedRange? Range;
        public LevelSum? Levels;
    }
}
