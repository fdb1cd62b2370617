using Outturn.Core.Targets;

namespace Outturn.App.Registers;

/// <summary>The levels of an indicator one after the other, as targets.csv has them: on each day the one in force, and no two together.</summary>
internal static class LevelSpans
{
    /// <remarks>Levels set for a year and changed within it lie over each other in a register: the change holds, and the rest of the year stays.</remarks>
    public static IEnumerable<Levels> Of(TargetHistory targets)
    {
        int[] edges = [.. targets.All.SelectMany(levels => new[] { levels.From.DayNumber, levels.To.DayNumber + 1 }).Distinct().Order()];
        var (current, from) = ((Levels?)null, 0);
        foreach (var edge in edges)
        {
            var next = edge <= DateOnly.MaxValue.DayNumber ? targets.InForce(DateOnly.FromDayNumber(edge)) : null;
            if (ReferenceEquals(next, current))
            {
                continue;
            }

            if (current is not null)
            {
                yield return current with { From = DateOnly.FromDayNumber(from), To = DateOnly.FromDayNumber(edge - 1) };
            }

            (current, from) = (next, edge);
        }
    }
}
