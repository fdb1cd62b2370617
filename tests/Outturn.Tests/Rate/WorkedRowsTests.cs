using FsCheck.Fluent;
using Outturn.Core.Tests;

namespace Outturn.Tests.Rate;

/// <summary>The 912 worked rows through the verb, from file to file.</summary>
public sealed class WorkedRowsTests : IDisposable
{
    private static readonly string[] Results =
        ["shown", "rating", "reason", "ytd", "ytd_rating", "ytd_reason", "previous", "last_year", "trend", "trend_p", "range", "ytd_range"];

    private static readonly IReadOnlyList<string[]> Worked = Table.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Rate", "series.csv")));

    private static readonly IReadOnlyList<string[]> Given = [.. Worked.Select(row => row[..^Results.Length])];

    private readonly RateVerb rate = new();

    public void Dispose() => rate.Dispose();

    [Fact]
    public void Rate_TheWorkedRows_GiveEveryResultColumnAsExpectedBehindTheirOwn()
    {
        var run = rate.Run(Table.Write(Given));

        Assert.Equal((0, 913), (run.Code, run.Rows.Count));
        Assert.Equal(Results, Worked[0][^Results.Length..]);
        Assert.Equal(Worked, run.Rows);
        Assert.Empty(run.Reasons);
    }

    [Fact]
    public void Rate_ColumnsInAnyOrderAndTheirNamesInAnySpelling_GiveTheSameResults()
    {
        int[] order = [.. Enumerable.Range(0, Given[0].Length).OrderBy(i => (i * 7) % 17)];
        var shuffled = Given.Select(row => order.Select(i => row[i]).ToArray()).ToList();
        shuffled[0] = [.. shuffled[0].Select(name => name.ToUpperInvariant().Replace("ROLL_UP", "Roll-up"))];

        var run = rate.Run(Table.Write(shuffled));

        Assert.Contains("Roll-up", run.Rows[0]);
        Assert.Equal(shuffled, run.Rows.Select(row => row[..^Results.Length]));
        Assert.Equal(Worked.Select(row => row[^Results.Length..]), run.Rows.Select(row => row[^Results.Length..]));
    }

    [Fact]
    public void Rate_AFileThatHasBeenRatedBefore_HasItsResultsReplacedAndIsToldSo()
    {
        var stale = Worked.Select((row, i) => i == 0 ? row : [.. row[..^Results.Length], .. Results.Select(_ => "stale")]);

        var run = rate.Run(Table.Write(stale));

        Assert.Equal(Worked, run.Rows);
        Assert.Equal("warning: figures.csv: Columns shown, rating, reason, ytd, ytd_rating, ytd_reason, previous, last_year, trend, trend_p, range, ytd_range"
            + " are replaced by the results of this run.", run.Reasons[0]);
    }

    [Fact]
    public void Rate_RowsInAnyOrder_EachKeepsItsResults()
    {
        var results = Worked.Skip(1).ToDictionary(row => (row[0], row[8]), row => row[^Results.Length..]);
        Prop.ForAll(Gen.Shuffle(Given.Skip(1).ToArray()).ToArbitrary(), shuffled =>
        {
            var run = rate.Run(Table.Write([Given[0], .. shuffled]));
            Assert.Equal(shuffled, run.Rows.Skip(1).Select(row => row[..^Results.Length]));
            Assert.All(run.Rows.Skip(1), row => Assert.Equal(results[(row[0], row[8])], row[^Results.Length..]));
        }).Always(10);
    }

    [Fact]
    public void Rate_OneSeriesByItself_IsRatedAsAmongAllOthers()
    {
        foreach (var series in Worked.Skip(1).GroupBy(row => row[0]).Take(12))
        {
            var run = rate.Run(Table.Write([Given[0], .. series.Select(row => row[..^Results.Length])]));
            Assert.Equal(series, run.Rows.Skip(1));
        }
    }
}
