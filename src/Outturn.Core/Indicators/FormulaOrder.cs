namespace Outturn.Core.Indicators;

/// <summary>The order in which worked-out indicators can be worked out, inputs first, and the circles in which none can.</summary>
internal sealed class FormulaOrder
{
    private readonly Dictionary<string, Indicator> open = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Indicator> inOrder = [];

    public FormulaOrder(IEnumerable<Indicator> indicators)
    {
        Indicator[] worked = [.. indicators.Where(indicator => indicator.Formula is not null)];
        foreach (var indicator in worked)
        {
            open.TryAdd(indicator.Ref, indicator);
        }

        var waiting = worked.ToDictionary<Indicator, Indicator, int>(indicator => indicator, OpenInputs, ReferenceEqualityComparer.Instance);
        var users = worked.SelectMany(user => OpenInputsOf(user).Select(input => (Input: input, User: user))).ToLookup(pair => pair.Input, pair => pair.User, StringComparer.OrdinalIgnoreCase);
        var ready = new Queue<Indicator>(worked.Where(indicator => waiting[indicator] == 0));
        while (ready.TryDequeue(out var indicator))
        {
            inOrder.Add(indicator);
            open.Remove(indicator.Ref);
            foreach (var user in users[indicator.Ref].Where(user => --waiting[user] == 0))
            {
                ready.Enqueue(user);
            }
        }

        Circles = [.. FindCircles(worked)];
    }

    public IReadOnlyList<Indicator> InOrder => inOrder;

    /// <summary>Each from the indicator that stands first in the register, round to its last input.</summary>
    public IReadOnlyList<IReadOnlyList<Indicator>> Circles { get; }

    private int OpenInputs(Indicator indicator) => OpenInputsOf(indicator).Count();

    private IEnumerable<string> OpenInputsOf(Indicator indicator) => indicator.Formula!.Inputs.Where(open.ContainsKey);

    /// <summary>From each indicator that could not be worked out along its inputs that could not either, until the way meets itself.</summary>
    private IEnumerable<IReadOnlyList<Indicator>> FindCircles(Indicator[] worked)
    {
        var seen = new HashSet<Indicator>(ReferenceEqualityComparer.Instance);
        foreach (var start in worked.Where(indicator => open.ContainsKey(indicator.Ref)))
        {
            var way = new List<Indicator>();
            var at = start;
            while (seen.Add(at))
            {
                way.Add(at);
                at = open[OpenInputsOf(at).First()];
            }

            if (way.FindIndex(indicator => ReferenceEquals(indicator, at)) is var from and >= 0)
            {
                yield return way[from..];
            }
        }
    }
}
