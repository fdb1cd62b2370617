namespace Outturn.Core.Release;

/// <summary>Which unknowns a set of sums tells exactly, whatever else they are.</summary>
internal static class Elimination
{
    private const decimal Nothing = 0.0000000001m;

    /// <param name="sums">The unknowns of each sum, with 1 where they count up and -1 where they count down.</param>
    public static IEnumerable<T> Solved<T>(IReadOnlyList<Dictionary<T, int>> sums)
        where T : notnull
    {
        T[] unknowns = [.. sums.SelectMany(sum => sum.Keys).Distinct()];
        var rows = sums.Select(sum => Array.ConvertAll(unknowns, unknown => (decimal)sum.GetValueOrDefault(unknown))).ToArray();
        var pivot = 0;
        for (var column = 0; column < unknowns.Length && pivot < rows.Length; column++)
        {
            var found = Array.FindIndex(rows, pivot, row => Math.Abs(row[column]) > Nothing);
            if (found < 0)
            {
                continue;
            }

            (rows[pivot], rows[found]) = (rows[found], rows[pivot]);
            for (var other = 0; other < rows.Length; other++)
            {
                if (other != pivot && Math.Abs(rows[other][column]) > Nothing)
                {
                    var times = rows[other][column] / rows[pivot][column];
                    for (var i = column; i < unknowns.Length; i++)
                    {
                        rows[other][i] -= times * rows[pivot][i];
                    }
                }
            }

            pivot++;
        }

        return rows.Select(row => unknowns.Where((_, i) => Math.Abs(row[i]) > Nothing).Take(2).ToArray()).Where(left => left.Length == 1).Select(left => left[0]);
    }
}
