using FsCheck;
using FsCheck.Fluent;
using Outturn.App.Sheets;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Targets;
using Outturn.Core.Tests;

namespace Outturn.Tests.Sheets;

/// <summary>What a sheet leaves unsaid, and what it says wrongly.</summary>
public sealed class SheetAssumptionTests : SheetFixture
{
    [Fact]
    public void Read_NeitherPolarityNorFloor_IsNotRatedAndSaysWhatToAdd()
    {
        const string Sheet = "Ref,Indicator,Target,Q1 2019/20\nA,Calls answered,80,81\n";
        var read = Read(Sheet);

        Assert.Equal("Not rated: No target", Rated(Of(read, "A"), "Q1 2019/20").Latest.Rating!.ToString());
        Assert.Contains(read.Assumptions, line => line.Contains("add a column polarity (higher or lower), or say --polarity higher: A."));
        Assert.Equal("Green", Rated(Of(Read(Sheet, new SheetOptions { Polarity = Polarity.HigherIsBetter }), "A"), "Q1 2019/20").Latest.Rating!.ToString());
    }

    [Theory]
    [InlineData("-3", "\"-3\" is below 0: nothing can be divided among less than nothing.")]
    [InlineData("0.0000000000000000000000000001", "\"0.0000000000000000000000000001\" is too small to divide by: write 0, or at least 0.000001.")]
    public void Read_WhatNothingCanBeDividedBy_IsRefused(string denominator, string reason) => Assert.Contains(
        Refused($"Ref,Indicator,Unit,Period,Numerator,Denominator\nA,Calls answered,%,Q1 2019/20,999999999999999,{denominator}\n"),
        defect => defect.EndsWith(reason, StringComparison.Ordinal));

    [Fact]
    public void Read_ToleranceRule_DerivesTheFloorThatTheSheetLeavesOut()
    {
        var read = Read("Ref,Indicator,Good is,Target,Q1 2019/20\nA,Calls answered,higher,80,73\n", new SheetOptions { Tolerance = new ToleranceRule(10) });

        Assert.Equal("Amber", Rated(Of(read, "A"), "Q1 2019/20").Latest.Rating!.ToString());
        Assert.True(Of(read, "A").Targets.All.Single().FloorDerived);
    }

    [Theory]
    [InlineData("Higher = better", Polarity.HigherIsBetter)]
    [InlineData("Bigger is better", Polarity.HigherIsBetter)]
    [InlineData("Aim to maximise", Polarity.HigherIsBetter)]
    [InlineData("↑", Polarity.HigherIsBetter)]
    [InlineData("Low is good", Polarity.LowerIsBetter)]
    [InlineData("smaller", Polarity.LowerIsBetter)]
    [InlineData("Reduce", Polarity.LowerIsBetter)]
    [InlineData("▼", Polarity.LowerIsBetter)]
    [InlineData("Closest to target", Polarity.ClosestIsBetter)]
    public void Read_WordsForPolarity_AreUnderstood(string words, Polarity polarity) =>
        Assert.Equal(polarity, Of(Read($"Ref,Indicator,Polarity,Target,Q1 2019/20\nA,Calls,{words},80,81\n"), "A").Indicator.Definition.Polarity);

    [Theory]
    [InlineData("Northmoor Borough Council", "Northmoor Borough Council")]
    [InlineData("Southdown District Council: Key Performance Indicators", "Southdown District Council")]
    [InlineData("Borough of Hill", "scorecard")]
    [InlineData("LONDON BOROUGH OF HILLSIDE", "LONDON BOROUGH OF HILLSIDE")]
    [InlineData("London Borough of Hill and Dale: scorecard", "London Borough of Hill and Dale")]
    [InlineData("Kent County Council Performance Report Q2 2019/20", "Kent County Council")]
    [InlineData("Bath and North East Somerset Council – KPIs", "Bath and North East Somerset Council")]
    [InlineData("Our Council Plan", "scorecard")]
    [InlineData("The Council", "scorecard")]
    [InlineData("Council tax and benefits", "scorecard")]
    public void Read_TitleOfTheSheet_NamesTheCouncilWhereItIsOne(string title, string council) =>
        Assert.Equal(council, Read($"{title},,,\n,,,\nRef,Indicator,Target,Q1 2019/20\nA,Calls answered,80,81\n").Register.Council.Name);

    [Fact]
    public void Read_NothingSaysHowAYearComesTogether_HasNoYearToDateAndSaysWhatToAdd()
    {
        const string Sheet = "Ref,Indicator,Good is,Target,Roll-up,Apr 2019,May 2019\nA,Homes built,higher,10,{0},12,9\n";
        var (unsaid, sum) = (Read(string.Format(System.Globalization.CultureInfo.InvariantCulture, Sheet, "")), Read(string.Format(System.Globalization.CultureInfo.InvariantCulture, Sheet, "sum")));

        Assert.True(Of(unsaid, "A").Indicator.Definition.IsRollUpUnsaid);
        Assert.Contains(unsaid.Assumptions, line => line.StartsWith("No year to date, because the sheet does not say how a year's figures come together"));
        Assert.False(Of(sum, "A").Indicator.Definition.IsRollUpUnsaid);
        Assert.Equal(21, Rated(Of(sum, "A"), "May 2019").ToDate.Figure.Value);
    }

    [Fact]
    public void Read_AnnualTargetBesideQuarters_IsPointedOut() =>
        Assert.Contains(
            Read("Ref,Indicator,Unit,Good is,Annual target,Q1 2019/20\nA,Homes built,number,higher,100,21\nB,Calls answered,%,higher,90,91\n").Assumptions,
            line => line == "A target for the year is set beside each figure by itself, which is wrong where the figures of a year add up to it: then give a target for each quarter: A.");

    [Theory]
    [InlineData("31.2 (p)", Marker.Provisional)]
    [InlineData("31.2 (Provisional)", Marker.Provisional)]
    [InlineData("31.2% p", Marker.Provisional)]
    [InlineData("31.2% (r)", Marker.Revised)]
    [InlineData("31.2 [p]", Marker.Provisional)]
    public void Read_ProvisionalAsCouncilsWriteIt_IsRatedAndSaysSo(string cell, Marker marker)
    {
        var observation = Of(Read($"Ref,Indicator,Unit,Good is,Target,Q1 2019/20\nA,Calls answered,%,higher,30,{cell}\n"), "A").Figures.Single().Observation;

        Assert.Equal((31.2m, marker), (observation.Typed, observation.Marker));
    }

    [Fact]
    public void Read_FigureThatCouldBePence_IsRefused() =>
        Assert.Contains("\"31.2p\" is not a number", Assert.Single(Refused("Ref,Indicator,Target,Q1 2019/20\nA,Cost of a bin,30,31.2p\n")));

    [Fact]
    public void Read_FigureWithAFootnoteMark_IsRefusedWithWhatToWrite() =>
        Assert.Contains(
            "\"1,150*\" has a mark that stands for something said elsewhere: write the figure alone, with [p] behind it where it is provisional",
            Assert.Single(Refused("Ref,Indicator,Good is,Target,Q1 2019/20\nA,Carbon,lower,1200,\"1,150*\"\n")));

    [Fact]
    public void Read_FigureThatComesOnceAYear_IsAwaitedInAQuarter() =>
        Assert.Equal("Q1 2019/20 71", Figures(Of(Read("Ref,Indicator,Good is,Target,Q1 2019/20,Q2 2019/20\nA,Satisfaction,+,70,71,Annual\n"), "A")));

    [Theory]
    [InlineData("Prev. Yr Q1")]
    [InlineData("Prev year")]
    [InlineData("Last Yr")]
    public void Read_PreviousYearInShort_IsThePreviousYear(string heading) =>
        Assert.Equal(77, Of(Read($"Ref,Indicator,Good is,Target,Q1 2019/20,{heading}\nA,Calls answered,higher,80,81,77\n"), "A").Figures.Single().PreviousGiven);

    [Fact]
    public void Read_TargetThatIsNoNumber_IsNamedOnce() =>
        Assert.Single(Refused("Ref,Indicator,Good is,Target,Floor,Q1 2019/20\nA,Calls answered,higher,8O,70,81\n"));

    [Fact]
    public void Read_NothingButTitlesAndFigures_IsEnough()
    {
        var read = Read("Indicator,Apr 2019\nComplaints received,\"1,204\"\nShare of homes let (%),12.5\n", file: "Hill District.csv");

        Assert.Equal("Hill District", read.Register.Council.Name);
        Assert.Equal(["AS01", "AS02"], read.Register.Indicators.Select(indicator => indicator.Indicator.Ref));
        Assert.Equal(["number", "%"], read.Register.Indicators.Select(indicator => indicator.Indicator.Definition.Unit.Name));
        Assert.Equal([0, 1], read.Register.Indicators.Select(indicator => indicator.Indicator.Definition.Decimals));
        Assert.Contains("No service is given: \"All services\".", read.Assumptions);
        Assert.Contains("No ref is given: made from the service's initials and a number.", read.Assumptions);
    }

    [Fact]
    public void Read_AmountsInPounds_AreCountedInPounds() =>
        Assert.Equal(("£", 1234m), Read("Indicator,Apr 2019\nRent owed,\"£1,234\"\n") is var read
            ? (Of(read, "AS01").Indicator.Definition.Unit.Name, Of(read, "AS01").Figures[0].Observation.Typed)
            : default);

    [Fact]
    public void Read_CellsWithoutAFigure_SayWhyAndAreNamed()
    {
        var read = Read("Ref,Indicator,Q1 2019/20,Q2 2019/20,Q3 2019/20,Q4 2019/20\nA,Calls,5,n/a,TBC,[z]\n");

        Assert.Equal(["None", "NotAvailable", "NotApplicable"], Of(read, "A").Figures.Select(figure => figure.Observation.Marker.ToString()));
        Assert.Contains("Cells that say there is no figure are read as not available; write [z] where it does not apply: \"n/a\" in D2.", read.Assumptions);
        Assert.Contains(read.Assumptions, line => line.EndsWith("\"TBC\" in E2.", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_BadCells_AreAllNamedAndNothingIsTaken()
    {
        var defects = Refused("""
            Ref,Indicator,Polarity,Target,Floor,Apr 2019,May 2019
            A,Spend,lower,10,5,£3k,abc
            B,Calls,higher,80,75,"1,23",5
            B,Calls again,higher,80,75,1,2
            ,,,,,7,
            """);

        Assert.Equal(
        [
            "scorecard.csv, row 3, column \"Indicator\": B stands here and in row 4 again: each indicator has one row.",
            "scorecard.csv, row 5, column \"Indicator\": The row has figures and names no indicator: give it a title, or leave the row out.",
        ], defects);
        defects = Refused("""
            Ref,Indicator,Polarity,Target,Floor,Apr 2019,May 2019
            A,Spend,lower,10,5,£3k,abc
            B,Calls,higher,80,75,"1,23",5
            """);
        Assert.Equal(
        [
            "scorecard.csv, row 2, column \"Apr 2019\": \"£3k\" is not a number: write 3000.",
            "scorecard.csv, row 2, column \"May 2019\": \"abc\" is not a number.",
            "scorecard.csv, row 2, column \"Floor\": A: floor standard 5 is on the wrong side of target 10: lower is better.",
            "scorecard.csv, row 3, column \"Apr 2019\": \"1,23\" could be 1.23 or 123: write the one that is meant.",
        ], defects);
    }

    [Fact]
    public void Read_NoYearAnywhere_IsRefusedWithWhatToSay() =>
        Assert.Equal(
            ["scorecard.csv: No year can be found for the headings \"Q1\", \"Q2\": write it there (Q1 2019/20, Apr 2019), in the sheet's title or name, or say --period 2019/20."],
            Refused("Ref,Indicator,Q1,Q2\nA,Calls,5,6\n"));

    [Fact]
    public void Read_NoTableOfIndicators_SaysWhatWasSeen() =>
        Assert.StartsWith("scorecard.csv: No row has the headings of a table of indicators (row 1 has \"Name of dog\" and \"Breed\")", Assert.Single(Refused("Name of dog,Breed\nRex,Collie\n")));

    [Fact]
    public void Read_ToleranceThatIsAMargin_IsRefused() =>
        Assert.Contains("looks like a margin, not a level", Assert.Single(Refused("Ref,Indicator,Polarity,Target,Tolerance,Q1 2019/20\nA,Calls,higher,95,5,96\n")));

    [Fact]
    public void Read_AnyRegisterWrittenAsAWideSheet_ReadsBackEqualFigures() =>
        Prop.ForAll(Registers.ToArbitrary(), sheet =>
        {
            var read = Read(sheet.Csv);
            Assert.Equal(sheet.Figures, read.Register.Indicators.Select(indicator =>
                string.Join(";", indicator.Figures.Select(figure => $"{figure.Period}={figure.Observation.Typed:0.00}"))));
            Assert.Equal(sheet.Targets, read.Register.Indicators.Select(indicator => indicator.Targets.All[0].Target!.Level));
        }).Always();

    private static Gen<(string Csv, string[] Figures, decimal[] Targets)> Registers =>
        from frequency in Gen.Elements(Frequency.Month, Frequency.Quarter, Frequency.Year)
        from first in Gen.Choose(2010, 2030)
        from count in Gen.Choose(2, 14)
        from order in Gen.Elements(true, false)
        from rows in Gen.ListOf(Gen.Zip(Gen.ArrayOf(Gen.Choose(-99_999, 999_999).Select(n => n / 100m), count), Gen.Choose(0, 1000))).Where(rows => rows.Count is > 0 and < 8)
        select Sheet(Period.Holding(frequency, new DateOnly(first, 7, 1)), order, [.. rows]);

    private static (string, string[], decimal[]) Sheet(Period first, bool forward, (decimal[] Values, int Target)[] rows)
    {
        var periods = Enumerable.Range(0, rows[0].Values.Length).Select(i => first with { Ordinal = first.Ordinal + i }).ToArray();
        var shown = forward ? periods : [.. periods.Reverse()];
        var header = "Ref,Indicator,Unit,Polarity,Target," + string.Join(",", shown.Select(period => period.ToString()));
        var lines = rows.Select((row, i) =>
            $"R{i},Indicator {i},number,higher,{row.Target}," + string.Join(",", shown.Select(period => row.Values[Array.IndexOf(periods, period)].ToString("0.00"))));
        return (header + "\n" + string.Join("\n", lines) + "\n",
            [.. rows.Select(row => string.Join(";", periods.Select((period, i) => $"{period}={row.Values[i]:0.00}")))],
            [.. rows.Select(row => (decimal)row.Target)]);
    }
}
