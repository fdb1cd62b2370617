using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.Core.Ratings;

/// <summary>All figures of one indicator in time order, and the ratings that follow from them. Pure: facts in, ratings out.</summary>
public sealed class Series
{
    private readonly Definition definition;
    private readonly SeriesPoint[] points;
    private readonly int[] breaks;
    private readonly JudgedFigure[] latest;
    private readonly decimal[] shown;
    private readonly RollUpToDate toDate;
    private readonly TrendLine? trendLine;

    /// <param name="definition">How the indicator is counted and judged.</param>
    /// <param name="points">Its figures in any order, at most one a period, all of the definition's frequency.</param>
    /// <param name="since">The first period the register expects a figure for; without it the first point's (RULES 4).</param>
    /// <param name="breaks">The first periods counted by a changed definition: nothing is compared across any of them (RULES 7).</param>
    /// <exception cref="ArgumentException">Two figures for one period, or a period of another frequency.</exception>
    public Series(Definition definition, IEnumerable<SeriesPoint> points, Period? since = null, IReadOnlyList<Period>? breaks = null)
    {
        this.definition = definition;
        this.points = [.. points];
        this.breaks = breaks is null ? [] : [.. breaks.Select(period => period.Ordinal).Order()];
        SortByTime(this.points);
        for (var i = 0; i < this.points.Length; i++)
        {
            var period = this.points[i].Period;
            if (period.Frequency != definition.Frequency || (i > 0 && this.points[i - 1].Period == period))
            {
                throw new ArgumentException($"{period} is there twice or is not of frequency {definition.Frequency.Name()}.", nameof(points));
            }
        }

        latest = Array.ConvertAll(this.points, Own);
        shown = Array.ConvertAll(latest, static figure => figure.Value is { } value ? Unit.Round(value, figure.Decimals) : 0);
        var start = since?.Ordinal ?? (this.points.Length > 0 ? this.points[0].Period.Ordinal : 0);
        toDate = new RollUpToDate(definition, this.points, latest, start);
        trendLine = definition is { Kind: IndicatorKind.Kpi, Polarity: { } polarity }
            ? new TrendLine(definition.Frequency, polarity, this.points, latest, this.breaks)
            : null;
    }

    public IReadOnlyList<SeriesPoint> Points => points;

    /// <summary>Every period's own figure as judged, oldest first: what a chart needs, without the year to date and the comparisons.</summary>
    public IEnumerable<(Period Period, JudgedFigure Figure)> Figures() => points.Select((point, i) => (point.Period, latest[i]));

    /// <summary>Every period rated, oldest first.</summary>
    public IReadOnlyList<RatedPeriod> Rate()
    {
        var rated = new RatedPeriod[points.Length];
        for (var i = 0; i < rated.Length; i++)
        {
            rated[i] = Rate(i);
        }

        return rated;
    }

    /// <summary>One period rated, or null where the series has no such period.</summary>
    public RatedPeriod? Rate(Period period) => Find(period) is var i and >= 0 ? Rate(i) : null;

    /// <summary>Most series come in time order, and their points are too large to move for nothing.</summary>
    private static void SortByTime(SeriesPoint[] points)
    {
        for (var i = 1; i < points.Length; i++)
        {
            if (points[i - 1].Period.Ordinal > points[i].Period.Ordinal)
            {
                Array.Sort(points, static (left, right) => left.Period.Ordinal.CompareTo(right.Period.Ordinal));
                return;
            }
        }
    }

    private RatedPeriod Rate(int i)
    {
        var ytd = toDate.At(i);
        return definition.Kind == IndicatorKind.Activity
            ? new RatedPeriod(points[i], latest[i], ytd, Direction.NoComparison, Direction.NoComparison, null)
            : new RatedPeriod(points[i], latest[i], ytd, Against(i, Earlier(i, periods: 1)), AgainstLastYear(i), TrendAt(i));
    }

    private JudgedFigure Own(SeriesPoint point)
    {
        var observation = point.Observation;
        var over12Months = definition.RollUp == RollUp.Rolling12 && !observation.HasCounts && definition.Frequency.Length() < 12;
        return Judge.Figure(definition, observation.Value(definition.Unit), observation.WhyMissing(), point.Target, point.Range, over12Months);
    }

    private Direction AgainstLastYear(int i) =>
        points[i].PreviousGiven is { } given
            ? Compare(i, given, definition.Decimals, points[i].Target)
            : Against(i, Earlier(i, definition.Frequency.PerYear()));

    private Direction Against(int i, int earlier) =>
        earlier < 0 || latest[earlier].Value is not { } before || Broken(points[earlier].Period.Ordinal, points[i].Period.Ordinal)
            ? Direction.NoComparison
            : Compare(i, before, latest[earlier].Decimals, points[earlier].Target, shown[earlier]);

    /// <param name="beforeShown">The earlier figure as rounded already to its own decimals, where it has been.</param>
    private Direction Compare(int i, decimal before, int beforeDecimals, Target? beforeTarget, decimal? beforeShown = null)
    {
        if (latest[i].Value is not { } now || definition.Polarity is not { } polarity)
        {
            return Direction.NoComparison;
        }

        var decimals = Math.Max(latest[i].Decimals, beforeDecimals);
        now = decimals == latest[i].Decimals ? shown[i] : Unit.Round(now, decimals);
        before = decimals == beforeDecimals && beforeShown is { } rounded ? rounded : Unit.Round(before, decimals);
        if (polarity == Polarity.ClosestIsBetter)
        {
            if (points[i].Target is not { } target || beforeTarget is null)
            {
                return Direction.NoComparison;
            }

            (now, before) = (-target.Distance(now), -beforeTarget.Distance(before));
        }
        else if (polarity == Polarity.LowerIsBetter)
        {
            (now, before) = (-now, -before);
        }

        return now > before ? Direction.Improved : now < before ? Direction.Worsened : Direction.Same;
    }

    private Trend? TrendAt(int i) => latest[i].Value is null ? null : trendLine?.At(i, points[i].Period.Ordinal);

    /// <summary>Index of the period so many before another, or -1; without gaps it stands as many places before.</summary>
    private int Earlier(int i, int periods)
    {
        var ordinal = points[i].Period.Ordinal - periods;
        var j = Math.Max(0, i - periods);
        while (points[j].Period.Ordinal < ordinal)
        {
            j++;
        }

        return points[j].Period.Ordinal == ordinal ? j : -1;
    }

    private bool Broken(int from, int to) => breaks.Length > 0 && Array.Exists(breaks, at => from < at && at <= to);

    private int Find(Period period)
    {
        var (low, high) = (0, points.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = points[middle].Period.Ordinal.CompareTo(period.Ordinal);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
