using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;

namespace Outturn.Core.Review;

/// <summary>How many cases of a period were closed in so many days; all of a period together are its denominator.</summary>
public sealed record CaseDays(Period Period, int Days, decimal Cases)
{
    /// <summary>The figures an indicator would have had, had the limit been another: the cases closed within it, of all.</summary>
    /// <param name="limit">In days; a case closed on that day is within it.</param>
    public static IReadOnlyList<Figure> Within(IEnumerable<CaseDays> cases, int limit) =>
    [
        .. from period in cases.GroupBy(closed => closed.Period)
           orderby period.Key
           select new Figure(period.Key, new Observation(null, new Counts(period.Where(closed => closed.Days <= limit).Sum(closed => closed.Cases), period.Sum(closed => closed.Cases)))),
    ];

    /// <summary>The indicator's history, had the limit been another; null where no cases are known.</summary>
    public static IndicatorHistory? WithLimit(IndicatorHistory history, int limit) =>
        history.Cases.Count == 0 ? null : history with { Figures = Within(history.Cases, limit) };
}
