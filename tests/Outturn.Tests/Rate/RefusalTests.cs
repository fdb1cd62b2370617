namespace Outturn.Tests.Rate;

/// <summary>What cannot be rated is named by row, column and reason, all of it at once, and nothing is written.</summary>
public sealed class RefusalTests : IDisposable
{
    private const string Header = "ref,kind,unit,decimals,polarity,tolerance,frequency,roll_up,basis,period,value,numerator,denominator,target,floor,lower,upper\n";

    private readonly RateVerb rate = new();

    public void Dispose() => rate.Dispose();

    [Theory]
    [InlineData("A,,%,,higher,,month,,,Apr 2019,£3k,,,90,85,,", "value", "\"£3k\" is not a number: write 3000.")]
    [InlineData("A,,days,,lower,,month,,,Apr 2019,12.5%,,,90,95,,", "value", "\"12.5%\" is a percentage, but the unit is days: write the figure in that unit.")]
    [InlineData("A,,number,,higher,,month,,,Apr 2019,\"1,23\",,,90,85,,", "value", "\"1,23\" could be 1.23 or 123: write the one that is meant.")]
    [InlineData("A,,%,,higher,,month,,,Apr 2019,n/a,,,90,85,,", "value",
        "\"n/a\" is not a number: write [x] if the figure is not available, [z] if it does not apply, or leave the cell blank while it is awaited.")]
    [InlineData("A,,%,,higher,,month,,,Apr 2019,94.2 [q],,,90,85,,", "value",
        "\"94.2 [q]\" has no known marker: after a value [p] provisional, [r] revised or [u] unreliable; alone [x] not available, [z] not applicable, [c] confidential, [low] rounds to zero or [u] unreliable.")]
    [InlineData("A,,%,,higher,,month,,,Apr 2019,[x],9,10,90,85,,", "value", "\"[x]\" says that there is no value, and there are counts beside it: leave one of them out.")]
    [InlineData("A,,%,,higher,,month,,,Apr 2019,,9,,90,85,,", "denominator", "There is a numerator and no denominator: counts need both, and a figure without counts needs neither.")]
    [InlineData("A,,%,,higher,,month,,,Apr 2019,,,10,90,85,,", "numerator", "There is a denominator and no numerator: counts need both, and a figure without counts needs neither.")]
    [InlineData("A,,%,,higher,,month,,,Apr 2019,,nine,10,90,85,,", "numerator", "\"nine\" is not a number.")]
    [InlineData("A,,%,,higher,,month,,,Apr 2019,,9,-10,90,85,,", "denominator", "\"-10\" is below 0: nothing can be divided among less than nothing.")]
    [InlineData("A,,%,,higher,,month,,,Apr 2019,,9,0.0000001,90,85,,", "denominator", "\"0.0000001\" is too small to divide by: write 0, or at least 0.000001.")]
    [InlineData("A,,per 0,,higher,,month,,,Apr 2019,,9,10,90,85,,", "unit", "\"per 0\" is no rate: write per and a whole number from 1 to 1,000,000, such as per 1,000.")]
    [InlineData("A,,per 10000000,,higher,,month,,,Apr 2019,94,,,90,85,,", "unit", "\"per 10000000\" is no rate: write per and a whole number from 1 to 1,000,000, such as per 1,000.")]
    [InlineData("A,,%,,higher,,month,,,2019/20,94,,,90,85,,", "period", "\"2019/20\" is a financial year, but the frequency is month: write it like Apr 2019.")]
    [InlineData("A,,%,,higher,,month,,,,94,,,90,85,,", "period", "The cell is blank: every figure is for a period.")]
    [InlineData("A,,%,,higher,,weekly,,,Apr 2019,94,,,90,85,,", "frequency", "\"weekly\" is not known here: write month, quarter, half-year, year, academic or calendar.")]
    [InlineData("A,,%,,higher,,,,,Apr 2019,94,,,90,85,,", "frequency", "The cell is blank: write month, quarter, half-year, year, academic or calendar.")]
    [InlineData("A,,%,,better,,month,,,Apr 2019,94,,,90,85,,", "polarity", "\"better\" is not known here: write higher, lower or closest.")]
    [InlineData("A,,%,,,,month,,,Apr 2019,94,,,90,85,,", "polarity", "The cell is blank and there is a target: write higher, lower or closest.")]
    [InlineData("A,measure,%,,higher,,month,,,Apr 2019,94,,,90,85,,", "kind", "\"measure\" is not known here: write kpi or activity.")]
    [InlineData("A,,%,,higher,,month,total,,Apr 2019,94,,,90,85,,", "roll_up", "\"total\" is not known here: write ratio, sum, mean, latest or rolling12.")]
    [InlineData("A,,%,,higher,,month,sum,,Apr 2019,94,,,90,85,,", "roll_up",
        "A sum of \"%\" is meaningless: only counts and amounts add up; use ratio (with numerator and denominator), mean or latest.")]
    [InlineData("A,,%,1.5,higher,,month,,,Apr 2019,94,,,90,85,,", "decimals", "\"1.5\" is not known here: write a whole number from 0 to 10.")]
    [InlineData("A,,%,,higher,,month,,so far,Apr 2019,94,,,90,85,,", "basis", "\"so far\" is not known here: write period or cumulative.")]
    [InlineData("A,,%,,higher,,month,,,Apr 2019,94,,,ninety,85,,", "target", "\"ninety\" is not a number.")]
    [InlineData("A,,%,,higher,,month,,,Apr 2019,94,,,90,95,,", "floor", "Floor standard 95 is on the wrong side of target 90: higher is better.")]
    [InlineData("A,,%,,lower,,month,,,Apr 2019,94,,,90,85,,", "floor", "Floor standard 85 is on the wrong side of target 90: lower is better.")]
    [InlineData("A,,%,,closest,6,month,,,Apr 2019,94,,,90,85,,", "floor", "Floor standard 85 is nearer to target 90 than the tolerance of 6.")]
    [InlineData("A,,%,,higher,2,month,,,Apr 2019,94,,,90,85,,", "tolerance", "Tolerance 2 belongs to polarity closest, not higher.")]
    [InlineData("A,activity,number,,,,month,,,Apr 2019,94,,,,,100,50", "lower", "The lower limit 100 is above the upper limit 50.")]
    [InlineData(",,%,,higher,,month,,,Apr 2019,94,,,90,85,,", "ref", "The cell is blank: every row needs the ref of its indicator.")]
    public void Rate_OneBadCell_IsNamedByRowColumnAndReason(string row, string column, string reason)
    {
        var run = rate.Run(Header + row + "\n");

        Assert.Equal([$"error: figures.csv, row 2, column \"{column}\": {reason}", "1 error: nothing was written."], run.Reasons);
        Assert.Equal(1, run.Code);
        Assert.Empty(rate.Left());
    }

    [Theory]
    [InlineData("frequency,period,value\nmonth,Apr 2019,1\n", "There is no column ref, which says whose figure each row is.")]
    [InlineData("ref,period,value\nA,Apr 2019,1\n", "There is no column frequency: month, quarter, half-year, year, academic or calendar.")]
    [InlineData("ref,frequency,value\nA,month,1\n", "There is no column period, such as Apr 2019, Q1 2019/20 or 2019/20.")]
    [InlineData("ref,frequency,period\nA,month,Apr 2019\n", "There are no figures: a column value is needed, or numerator and denominator.")]
    [InlineData("ref,frequency,period,numerator\nA,month,Apr 2019,1\n", "There are no figures: a column value is needed, or numerator and denominator.")]
    [InlineData("ref,frequency,period,value,target\nA,month,Apr 2019,1,2\nA,month,May 2019,1,2\n",
        "There is no column polarity and there are targets (first in row 2): higher, lower or closest.")]
    [InlineData("", "The file is empty.")]
    public void Rate_AFileThatLacksWhatIsNeeded_SaysWhatOnce(string csv, string reason)
    {
        var run = rate.Run(csv);

        Assert.Equal([$"error: figures.csv: {reason}", "1 error: nothing was written."], run.Reasons);
        Assert.Equal(1, run.Code);
        Assert.Empty(rate.Left());
    }

    [Theory]
    [InlineData("month", "Apr 2019", "2019-04", "Apr 2019")]
    [InlineData("quarter", "Q1 2019/20", "2019/20 Q1", "Q1 2019/20")]
    [InlineData("year", "2019/20", "FY2019/20", "2019/20")]
    public void Rate_TwoRowsForOnePeriodHoweverSpelled_AreBothNamed(string frequency, string first, string second, string period)
    {
        var run = rate.Run($"ref,frequency,period,value\nA,{frequency},{first},1\nB,{frequency},{first},1\nA,{frequency},{second},1\n");

        Assert.Equal($"error: figures.csv, row 4, column \"period\": {period} of A stands in row 2 as well: keep one of the two.", run.Reasons[0]);
        Assert.Equal(1, run.Code);
    }

    [Theory]
    [InlineData("unit", "days", "weeks")]
    [InlineData("decimals", "1", "")]
    [InlineData("kind", "activity", "kpi")]
    [InlineData("polarity", "lower", "higher")]
    [InlineData("frequency", "month", "quarter")]
    [InlineData("roll_up", "mean", "sum")]
    [InlineData("basis", "cumulative", "period")]
    public void Rate_RowsOfOneRefThatAreCountedDifferently_AreRefused(string column, string first, string second)
    {
        var period = column == "frequency" ? "Q1 2019/20" : "May 2019";
        var others = column == "frequency" ? ("ref", "A", "A") : ("frequency", "month", "month");
        var run = rate.Run($"ref,period,value,{column},{others.Item1}\nA,Apr 2019,1,{first},{others.Item2}\nA,{period},2,{second},{others.Item3}\n"
            .Replace(",ref\n", ",note\n", StringComparison.Ordinal));

        var there = second.Length == 0 ? "blank" : $"\"{second}\"";
        Assert.Contains($"error: figures.csv, row 3, column \"{column}\": {there} here and \"{first}\" in row 2: all rows of one ref must say the same.", run.Reasons);
        Assert.Equal(1, run.Code);
    }

    [Fact]
    public void Rate_APolarityThatOnlyALaterRowStates_HoldsForAllRowsAndMustNotBeContradicted()
    {
        var run = rate.Run("ref,frequency,period,value,polarity\nA,month,Apr 2019,1,\nA,month,May 2019,2,lower\nA,month,Jun 2019,3,Lower is better\n");
        Assert.Equal(["No comparison", "Worsened", "Worsened"], run["previous"]);

        run = rate.Run("ref,frequency,period,value,polarity\nA,month,Apr 2019,1,\nA,month,May 2019,2,lower\nA,month,Jun 2019,3,higher\n");
        Assert.Equal("error: figures.csv, row 4, column \"polarity\": \"higher\" here and \"lower\" in row 3: all rows of one ref must say the same.", run.Reasons[0]);
    }

    [Fact]
    public void Rate_ACumulativeSumThatFallsWithinItsYear_IsRefused()
    {
        var run = rate.Run("ref,frequency,period,value,roll_up,basis\nA,month,Mar 2019,9,sum,cumulative\nA,month,Apr 2019,5,sum,cumulative\nA,month,May 2019,4,sum,cumulative\n");

        Assert.Equal(
            ["error: figures.csv, row 4, column \"value\": A cumulative figure has fallen within its year: 4 for May 2019, after 5 for Apr 2019 in row 3.", "1 error: nothing was written."],
            run.Reasons);
    }

    [Fact]
    public void Rate_ManyBadRows_AreAllNamedInTheOrderOfTheFile()
    {
        var rows = string.Concat(Enumerable.Range(2, 500).Select(i => i % 2 == 0 ? $"A{i},month,Apr 2019,x{i}\n" : $"A,month,April the {i}th,5\n"));

        var run = rate.Run("ref,frequency,period,value\n" + rows);

        Assert.Equal(501, run.Reasons.Count);
        Assert.Equal("500 errors: nothing was written.", run.Reasons[^1]);
        Assert.All(Enumerable.Range(2, 500), i => Assert.StartsWith($"error: figures.csv, row {i}, column", run.Reasons[i - 2], StringComparison.Ordinal));
    }

    [Fact]
    public void Rate_AQuotationMarkThatIsNeverClosed_IsNamedWhereItOpens()
    {
        var run = rate.Run("ref,frequency,period,value\nA,month,Apr 2019,1\nB,month,\"Apr 2019,1\nC,month,Apr 2019,1\n");

        Assert.Equal(1, run.Code);
        Assert.StartsWith("error: figures.csv, row 3: A quotation mark is opened", run.Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Rate_WhatIsRefused_LeavesTheFileOfAnEarlierRunAlone()
    {
        var earlier = rate.Path("kept.csv");
        File.WriteAllText(earlier, "earlier");
        var figures = rate.Path("figures.csv");
        File.WriteAllText(figures, "ref,frequency,period,value\nA,month,Apr 2019,x\n");

        var run = rate.RunArguments(default, "rate", figures, "--out", earlier);

        Assert.Equal(1, run.Code);
        Assert.Equal("earlier", File.ReadAllText(earlier));
    }
}
