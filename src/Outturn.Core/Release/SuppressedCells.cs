using Outturn.Core.Periods;

namespace Outturn.Core.Release;

/// <summary>One figure that a paper can show: an indicator's for a period, or rolled up to it.</summary>
internal readonly record struct SumCell(string Ref, Period Period, bool IsToDate);

/// <summary>A total and what it is the sum of, numerators and denominators apart.</summary>
/// <param name="Total">Equals the sum of <paramref name="Members"/>.</param>
internal sealed record SumGroup(SumCell Total, IReadOnlyList<SumCell> Members);

/// <summary>Figures that hang together by sums, and which of them are not published. Cells are only ever added, so that settling ends.</summary>
/// <param name="below">Counts from 1 to below this are protected.</param>
internal sealed class SuppressedCells(int below)
{
    /// <summary>Nobody works intervals out in more rounds than these: each tightens bounds through one more sum.</summary>
    private const int MostRounds = 64;

    private readonly Dictionary<SumCell, decimal[]> amounts = [];
    private readonly List<SumGroup> groups = [];
    private readonly HashSet<SumCell> hidden = [];

    public bool Hides(SumCell cell) => hidden.Contains(cell);

    public bool Knows(SumCell cell) => amounts.ContainsKey(cell);

    public IEnumerable<SumCell> Hidden => hidden;

    /// <param name="parts">Numerator and denominator, or the one value.</param>
    public void Add(SumCell cell, decimal[] parts) => amounts[cell] = parts;

    public void Add(SumGroup group) => groups.Add(group);

    /// <returns>Whether it was published until now.</returns>
    public bool Hide(SumCell cell) => hidden.Add(cell);

    /// <summary>Hides what is needed so that no hidden cell follows from what is shown; true where anything was.</summary>
    public bool Settle()
    {
        var any = false;
        while (SettleGroups() || SettleBounds())
        {
            any = true;
        }

        return any;
    }

    private bool SettleGroups()
    {
        var any = false;
        foreach (var group in groups)
        {
            while (!IsProtected(group) && HideNext(group))
            {
                any = true;
            }
        }

        return any;
    }

    /// <summary>
    /// A hidden total needs a hidden member; under a total that is shown, two members are hidden or none, and what they make together is no
    /// small count either.
    /// </summary>
    private bool IsProtected(SumGroup group)
    {
        var members = group.Members.Where(hidden.Contains).ToList();
        return hidden.Contains(group.Total) ? members.Count > 0
            : members.Count == 0 || (members.Count > 1 && Enumerable.Range(0, members.Min(cell => amounts[cell].Length)).All(part => members.Sum(cell => amounts[cell][part]) is var sum && (sum == 0 || sum >= below)));
    }

    /// <summary>Hides the smallest member that is shown and not 0; the total where there is none. The order is the same for the same figures.</summary>
    private bool HideNext(SumGroup group) =>
        group.Members.Where(cell => !hidden.Contains(cell) && amounts[cell].Any(part => part != 0))
            .OrderBy(cell => amounts[cell][0]).ThenBy(cell => cell.Ref, StringComparer.Ordinal).ThenBy(cell => cell.Period)
            .Select(cell => (SumCell?)cell).FirstOrDefault() is { } next ? hidden.Add(next) : hidden.Add(group.Total);

    /// <summary>Does what a reader would: works out of all sums together between which bounds each hidden count lies, and whether it is told exactly.</summary>
    private bool SettleBounds()
    {
        foreach (var part in new[] { 0, 1 })
        {
            foreach (var cell in Told(part))
            {
                var open = groups.Where(group => group.Total == cell || group.Members.Contains(cell)).Concat(groups.Where(group => group.Members.Append(group.Total).Any(hidden.Contains)));
                if (open.Any(HideNextOf))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool HideNextOf(SumGroup group) => group.Members.Append(group.Total).Any(cell => !hidden.Contains(cell)) && HideNext(group);

    /// <summary>The hidden cells of which one count follows from what is shown, or lies between bounds nearer than the threshold; zeros may be known.</summary>
    public IEnumerable<SumCell> Told(int part)
    {
        var equations = groups.Where(group => group.Members.Append(group.Total).All(cell => amounts[cell].Length > part)).Select(group => Equation(group, part)).Where(equation => equation.Unknown.Count > 0).ToList();
        var bounds = equations.SelectMany(equation => equation.Unknown.Keys).Distinct().ToDictionary(cell => cell, _ => (Low: 0m, High: decimal.MaxValue));
        for (var (round, moved) = (0, true); moved && round < MostRounds; round++)
        {
            moved = false;
            foreach (var (unknown, known) in equations)
            {
                foreach (var (cell, sign) in unknown)
                {
                    moved |= Tighten(bounds, unknown, known, cell, sign);
                }
            }
        }

        var solved = Elimination.Solved(equations.Select(equation => equation.Unknown).ToList()).ToHashSet();
        return bounds.Where(pair => amounts[pair.Key][part] != 0 && (solved.Contains(pair.Key) || pair.Value.High - pair.Value.Low < below)).Select(pair => pair.Key)
            .OrderBy(cell => cell.Ref, StringComparer.Ordinal).ThenBy(cell => cell.Period).ThenBy(cell => cell.IsToDate).ToList();
    }

    /// <summary>Σ sign × unknown = known: members count up, the total down.</summary>
    private (Dictionary<SumCell, int> Unknown, decimal Known) Equation(SumGroup group, int part)
    {
        var unknown = group.Members.Where(hidden.Contains).ToDictionary(cell => cell, _ => 1);
        var known = -group.Members.Where(cell => !hidden.Contains(cell)).Sum(cell => amounts[cell][part]);
        if (hidden.Contains(group.Total))
        {
            unknown[group.Total] = -1;
        }
        else
        {
            known += amounts[group.Total][part];
        }

        return (unknown, known);
    }

    private static bool Tighten(Dictionary<SumCell, (decimal Low, decimal High)> bounds, Dictionary<SumCell, int> unknown, decimal known, SumCell cell, int sign)
    {
        var others = unknown.Where(other => other.Key != cell).Select(other => (other.Value, Bounds: bounds[other.Key])).ToList();
        decimal? Sum(bool high) => others.Exists(other => Far(other.Value, other.Bounds, high) == decimal.MaxValue) ? null
            : others.Sum(other => other.Value * Far(other.Value, other.Bounds, high));
        var (least, most) = (Sum(high: true) is { } top ? known - top : (decimal?)null, Sum(high: false) is { } bottom ? known - bottom : (decimal?)null);
        var (low, high) = sign > 0 ? (least, most) : (-most, -least);
        var (was, now) = (bounds[cell], bounds[cell]);
        now = (Math.Max(now.Low, low ?? now.Low), Math.Min(now.High, high ?? now.High));
        bounds[cell] = now;
        return now != was;
    }

    private static decimal Far(int sign, (decimal Low, decimal High) bounds, bool high) => sign > 0 == high ? bounds.High : bounds.Low;
}
