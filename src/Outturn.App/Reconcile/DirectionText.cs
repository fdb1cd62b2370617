using System.Text.RegularExpressions;
using Outturn.Core.Ratings;

namespace Outturn.App.Reconcile;

/// <summary>A direction of travel as papers print it: a word or an arrow, of which up is better.</summary>
internal static partial class DirectionText
{
    /// <summary>Better above 0, worse below, 0 the same; null where none is given.</summary>
    public static int? Read(string text)
    {
        var words = text.ToLowerInvariant();
        int[] found = [.. new[] { (Better(), 1), (Worse(), -1), (Same(), 0) }.Where(way => way.Item1.IsMatch(words)).Select(way => way.Item2)];
        return found.Length == 1 ? found[0] : null;
    }

    public static int? Way(Direction? direction) => direction switch
    {
        Direction.Improved or Direction.Improving => 1,
        Direction.Worsened or Direction.Worsening => -1,
        Direction.Same or Direction.Stable => 0,
        _ => null,
    };

    public static string Method(DirectionMethod method) => method switch
    {
        DirectionMethod.Previous => "against the period before",
        DirectionMethod.LastYear => "against the same period a year before",
        _ => "trend",
    };

    [GeneratedRegex(@"improv|better|positive|\bup\b|[↑▲⬆⇑↗]")]
    private static partial Regex Better();

    [GeneratedRegex(@"wors|deteriorat|declin|negative|\bdown\b|[↓▼⬇⇓↘]")]
    private static partial Regex Worse();

    [GeneratedRegex(@"\bsame\b|no change|unchanged|stable|static|[↔⇔→➔=►]")]
    private static partial Regex Same();
}
