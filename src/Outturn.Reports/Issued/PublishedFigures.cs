namespace Outturn.Reports.Issued;

/// <summary>What was printed last of every period of every indicator, whichever report printed it.</summary>
/// <remarks>Reports overlap: a later one prints months that an earlier one printed too, and a quarterly one prints what a committee's dashboard did.</remarks>
public sealed class PublishedFigures
{
    private readonly Dictionary<(string Ref, string Period), (IssuedIndicator There, IssuedPeriod Figure)> printed = [];

    /// <summary>The figures that a dashboard prints otherwise than they were printed last. One that was not printed before is none of them.</summary>
    public IEnumerable<Revision> Otherwise(IssuedDashboard dashboard) =>
        from indicator in dashboard.Indicators
        from period in indicator.Periods
        where printed.ContainsKey(Key(indicator, period))
        let last = printed[Key(indicator, period)]
        where last.Figure.Shown is not null
        let revision = IndicatorRevisions.OfPeriod(last.There, indicator, last.Figure, period)
        where revision is not null
        select revision;

    /// <summary>Takes up what an edition prints, after those that were issued before it.</summary>
    public void Take(IssuedDashboard dashboard)
    {
        foreach (var indicator in dashboard.Indicators)
        {
            foreach (var period in indicator.Periods)
            {
                printed[Key(indicator, period)] = (indicator, period);
            }
        }
    }

    private static (string, string) Key(IssuedIndicator indicator, IssuedPeriod period) => (indicator.Ref.ToUpperInvariant(), period.Period);
}
