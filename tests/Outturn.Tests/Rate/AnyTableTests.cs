using FsCheck;
using FsCheck.Fluent;

namespace Outturn.Tests.Rate;

/// <summary>Whatever stands in the cells: either every row is rated, or the reasons are given and nothing is written.</summary>
public sealed class AnyTableTests : IDisposable
{
    private static readonly string[] Amounts =
        ["", "1", "94.96", "0", "-1", "999999999999999", "-999999999999999.9999999999999", "0.000001", "0.0000000000000000000000000001", "[x]", "5 [p]", "12%", "£3k"];

    /// <summary>The cells of each column; the first few are harmless, and stand in most rows.</summary>
    private static readonly (string Column, string[] Cells)[] Columns =
    [
        ("ref", ["A", "B", "A", ""]),
        ("kind", ["kpi", "", "activity"]),
        ("unit", ["%", "per 1,000", "number", "£", "per 1,000,000", "per 0", "per 9,999,999"]),
        ("decimals", ["", "0", "10", "11", "-1"]),
        ("polarity", ["higher", "lower", "closest", "", "sideways"]),
        ("tolerance", ["", "", "", "5", "-5", "999999999999999"]),
        ("frequency", ["month", "month", "month", "quarter", "year", "academic", ""]),
        ("roll_up", ["ratio", "mean", "", "sum", "latest", "rolling12"]),
        ("basis", ["", "period", "cumulative"]),
        ("period", ["Apr 2019", "May 2019", "Apr 2020", "Q1 2019/20", "2019/20", "2019-20", "", "never"]),
        ("value", Amounts),
        ("numerator", Amounts),
        ("denominator", Amounts),
        ("target", Amounts),
        ("floor", Amounts),
        ("lower", Amounts),
        ("upper", Amounts),
    ];

    /// <summary>The columns whose cells are the same in all rows of a table, so that many tables are in order.</summary>
    private const int PerTable = 9;

    private const int Harmless = 3;

    private readonly RateVerb rate = new();

    public void Dispose() => rate.Dispose();

    [Fact]
    public void Rate_AnyTable_IsRatedWholeOrRefusedWhole()
    {
        var (rated, refused) = (0, 0);
        Prop.ForAll(Tables().ToArbitrary(), rows =>
        {
            var run = rate.Run(Table.Write([[.. Columns.Select(column => column.Column)], .. rows]), "--tolerance", "10%");
            Assert.True(run.Code is 0 or 1, string.Join('\n', run.Reasons));
            if (run.Code == 0)
            {
                rated++;
                Assert.Equal(rows, run.Rows.Skip(1).Select(row => row[..Columns.Length]));
            }
            else
            {
                refused++;
                Assert.Null(run.Output);
                Assert.Contains(run.Reasons, reason => reason.StartsWith("error: figures.csv", StringComparison.Ordinal));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
        Assert.True(rated > 20 && refused > 20, $"{rated} rated, {refused} refused");
    }

    private static Gen<string[][]> Tables() =>
        from definition in Row(0, PerTable)
        from count in Gen.Choose(1, 3)
        from rows in Row(PerTable, Columns.Length).ArrayOf(count)
        select rows.Select(row => (string[])[.. definition, .. row]).ToArray();

    private static Gen<string[]> Row(int from, int to) =>
        Gen.Choose(0, 1 << 20).ArrayOf(to - from).Select(numbers =>
            numbers.Select((number, i) => Cell(Columns[from + i].Cells, number)).ToArray());

    private static string Cell(string[] cells, int number) =>
        cells[number / 8 % (number % 8 == 0 ? cells.Length : Harmless)];
}
