using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;

namespace Outturn.Core.Release;

/// <summary>Which figures of a register may not be published in papers with figures to a day: small counts, and what would tell them.</summary>
/// <remarks>Worked out over the whole register, so that a total in one committee's paper does not tell a part in another's.</remarks>
internal sealed class SuppressionPlan
{
    /// <summary>A chart shows a year of months and the year before, or six years.</summary>
    private const int YearsShown = 7;

    private readonly HashSet<SumCell> hidden = [];
    private readonly Dictionary<string, int> limits = new(StringComparer.Ordinal);

    private SuppressionPlan()
    {
    }

    public bool Hides(string reference, Period period) => hidden.Contains(new SumCell(reference, period, IsToDate: false));

    public bool HidesToDate(string reference, Period period) => hidden.Contains(new SumCell(reference, period, IsToDate: true));

    public bool HidesAnyOf(string reference) => limits.ContainsKey(reference) && hidden.Any(cell => cell.Ref == reference);

    /// <summary>The threshold in force where an indicator's figures are hidden: its own, or that of those it hangs together with.</summary>
    public int Below(string reference) => limits[reference];

    /// <returns>Null where no indicator has a threshold: then nothing is suppressed.</returns>
    public static SuppressionPlan? Of(IEnumerable<IndicatorHistory> register, Period year, DateOnly dataTo)
    {
        IndicatorHistory[] all = [.. register];
        if (all.All(history => history.Indicator.SuppressBelow is null))
        {
            return null;
        }

        var plan = new SuppressionPlan();
        foreach (var family in Families(all).Where(family => family.Exists(history => history.Indicator.SuppressBelow is not null)))
        {
            plan.Add([.. family.Select(history => history.CountedOn(dataTo))], year, dataTo);
        }

        return plan;
    }

    /// <summary>Indicators that hang together: a whole and its parts, what is worked out and what it is worked out of.</summary>
    private static List<List<IndicatorHistory>> Families(IndicatorHistory[] all)
    {
        var roots = all.ToDictionary(history => history.Indicator.Ref, history => history.Indicator.Ref, StringComparer.OrdinalIgnoreCase);
        string Root(string reference) => roots[reference].Equals(reference, StringComparison.OrdinalIgnoreCase) ? roots[reference] : Root(roots[reference]);
        foreach (var indicator in all.Select(history => history.Indicator))
        {
            foreach (var linked in (indicator.Formula?.Inputs ?? []).Append(indicator.PartOf).OfType<string>().Where(roots.ContainsKey))
            {
                roots[Root(linked)] = Root(indicator.Ref);
            }
        }

        return [.. all.GroupBy(history => Root(history.Indicator.Ref)).Select(group => group.ToList())];
    }

    private void Add(List<IndicatorHistory> family, Period year, DateOnly dataTo)
    {
        var below = family.Min(history => history.Indicator.SuppressBelow ?? int.MaxValue);
        var most = family.Max(history => history.Indicator.SuppressBelow ?? 0);
        var byRef = family.ToDictionary(history => history.Indicator.Ref, StringComparer.OrdinalIgnoreCase);
        var cells = new SuppressedCells(most);
        var figures = family.ToDictionary(history => history.Indicator.Ref, history => new FamilyFigures(history, ReportedPeriod.Of(history.Indicator.Definition.Frequency, year, dataTo), dataTo, YearsShown));
        foreach (var (reference, own) in figures)
        {
            var whole = own.Indicator.PartOf is { } above ? byRef.GetValueOrDefault(above)?.Indicator : null;
            own.AddTo(cells, own.Indicator.SuppressBelow ?? whole?.SuppressBelow);
            limits[reference] = own.Indicator.SuppressBelow ?? whole?.SuppressBelow ?? below;
        }

        foreach (var parts in figures.Values.Where(own => own.Indicator.PartOf is not null).GroupBy(own => own.Indicator.PartOf!, StringComparer.OrdinalIgnoreCase))
        {
            if (figures.Values.FirstOrDefault(own => own.Indicator.Ref.Equals(parts.Key, StringComparison.OrdinalIgnoreCase)) is { } whole)
            {
                whole.AddParts(cells, [.. parts]);
            }
        }

        do
        {
            cells.Settle();
        }
        while (figures.Values.Aggregate(false, (any, own) => own.Follow(cells, figures) || any));

        hidden.UnionWith(cells.Hidden);
    }
}
