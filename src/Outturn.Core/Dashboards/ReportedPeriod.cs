using Outturn.Core.Periods;

namespace Outturn.Core.Dashboards;

/// <summary>Which period of an indicator a report speaks of.</summary>
public static class ReportedPeriod
{
    /// <summary>
    /// The last period of its kind that ended within the report's year by the day its figures go to. Where none has ended yet, the
    /// first that will: it is not due, and last year's figure is not passed off as this year's (RULES 2, "never carried forward").
    /// </summary>
    public static Period Of(Frequency frequency, Period year, DateOnly dataTo)
    {
        var period = Period.EndedBy(frequency, dataTo);
        while (period.Last < year.First)
        {
            period = period.Next;
        }

        return period;
    }
}
