using Outturn.Core.Dashboards;

namespace Outturn.Core.Tests.Release;

/// <summary>A reader of one paper who knows every sum in it: months make the year to date, parts make their whole.</summary>
internal static class Attacker
{
    /// <summary>The hidden numbers that he can tell, or narrow down to fewer values than the threshold.</summary>
    /// <param name="wholes">The whole of each part.</param>
    public static IReadOnlyList<string> PinsDown(Dashboard published, Dashboard known, IReadOnlyDictionary<string, string> wholes, int below)
    {
        var (shown, truth) = (Numbers(published), Numbers(known));
        List<string[]> sums = [.. truth.Keys.Where(name => name.EndsWith("/year", StringComparison.Ordinal)).Select(total => (string[])[total, .. truth.Keys.Where(name => name != total && name.StartsWith(total[..^4], StringComparison.Ordinal))])];
        sums.AddRange(
            from whole in wholes.Values.Distinct()
            from name in truth.Keys
            where name.StartsWith(whole + "/", StringComparison.Ordinal)
            select (string[])[name, .. wholes.Where(pair => pair.Value == whole).Select(pair => pair.Key + name[whole.Length..])]);
        string[] hidden = [.. truth.Keys.Where(name => truth[name] is not null && shown[name] is null)];
        double[][] rows = [.. sums.Select(sum => hidden.Select(name => name == sum[0] ? -1d : sum.Contains(name) ? 1 : 0).ToArray())];
        var rank = Rank(rows);
        var told = hidden.Where((name, i) => truth[name] != 0 && Rank([.. rows, [.. hidden.Select((_, j) => i == j ? 1d : 0)]]) == rank).ToList();
        foreach (var sum in sums.Where(sum => shown[sum[0]] is not null))
        {
            var unseen = sum[1..].Where(hidden.Contains).ToList();
            var left = shown[sum[0]]!.Value - sum[1..].Sum(name => shown[name] ?? 0);
            told.AddRange(unseen.Count > 0 && left > 0 && left < below ? unseen : []);
        }

        return [.. told.Distinct()];
    }

    /// <summary>Each month's figure and the year's, as the paper gives them: null where it does not.</summary>
    private static Dictionary<string, decimal?> Numbers(Dashboard dashboard) => dashboard.Indicators.SelectMany(indicator => indicator.Window
        .Select((point, i) => ($"{indicator.Indicator.Ref}/{point.Period}", point.Value))
        .Append(($"{indicator.Indicator.Ref}/year", indicator.Rated.ToDate.Figure.Value))).ToDictionary(pair => pair.Item1, pair => pair.Item2);

    private static int Rank(double[][] given)
    {
        double[][] rows = [.. given.Select(row => (double[])row.Clone())];
        var rank = 0;
        for (var column = 0; rows.Length > 0 && column < rows[0].Length && rank < rows.Length; column++)
        {
            var best = Enumerable.Range(rank, rows.Length - rank).MaxBy(i => Math.Abs(rows[i][column]));
            if (Math.Abs(rows[best][column]) < 1e-9)
            {
                continue;
            }

            (rows[rank], rows[best]) = (rows[best], rows[rank]);
            for (var i = rank + 1; i < rows.Length; i++)
            {
                var times = rows[i][column] / rows[rank][column];
                for (var j = column; j < rows[i].Length; j++)
                {
                    rows[i][j] -= times * rows[rank][j];
                }
            }

            rank++;
        }

        return rank;
    }
}
