using Outturn.App.Sheets;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.Tests.Sheets;

/// <summary>Sheets as councils lay them out.</summary>
public sealed class SheetLayoutTests : SheetFixture
{
    [Fact]
    public void Read_QuarterColumnsUnderATitleWithTheYear_AreQuartersOfThatYear()
    {
        var read = Read("""
            Corporate scorecard 2019/20,,,,,,,,,,,,
            ,,,,,,,,,,,,
            Ref,Performance indicator,Service,Good is,Target,Floor,2018/19 outturn,Q1,Q2,Q3,Q4,RAG,Comments
            CS01,Calls answered within 30 seconds,Customer Services,High,80%,75%,78.2%,81.5%,79.0%,77%,80%,Amber,A busy winter
            HR01,Sickness days per FTE,HR,Lower is better,7.5,9,8.1,7.9,8.4,9.3,7.4,Green,
            """);

        Assert.Equal("Q1 2019/20 81.5; Q2 2019/20 79; Q3 2019/20 77; Q4 2019/20 80", Figures(Of(read, "CS01")));
        Assert.Equal("%", Of(read, "CS01").Indicator.Definition.Unit.Name);
        Assert.Equal("Amber", Rated(Of(read, "HR01"), "Q1 2019/20").Latest.Rating!.ToString());
        Assert.Equal(78.2m, Of(read, "CS01").Figures[^1].PreviousGiven);
        Assert.Equal("A busy winter", Of(read, "CS01").Commentaries.Single().Context);
        Assert.Equal(["Customer Services", "HR"], read.Register.Services.Select(service => service.Name));
        Assert.Contains(read.Assumptions, line => line.StartsWith("The year 2019/20 comes from the title", StringComparison.Ordinal));
        Assert.Equal("figures for Q3 2019/20", Reading(read, "J"));
        Assert.Equal("Q4 2019/20", read.LastPeriod.ToString());
    }

    [Fact]
    public void Read_GivenRating_IsComparedAndNeverBelieved()
    {
        var read = Read("ref,indicator,target,floor,Q1 2019/20,RAG\nFI06,Invoices paid on time,97%,90%,97%,Amber\nFI07,Debt collected,90%,80%,91%,G\n");

        Assert.Contains("Ratings given are compared with ours and not taken over: 1 the same, 1 different, 0 where ours is not rated.", read.Assumptions);
        Assert.Contains("FI06 for Q1 2019/20 is Amber in the sheet (F2): 97% reached the target of 97%, and reaching a level exactly is achieving it: Green.", read.Assumptions);
    }

    [Fact]
    public void Read_MonthsAloneWithTheYearInTheFileName_RunFromAprilToMarch()
    {
        var read = Read("Code;Measure;Target;Threshold;Apr;May;Jun;Jan;Mar\nW1;Missed bins;40;50;35;36;37;41;30\n", file: "Waste KPIs 2019-20.csv");

        Assert.Equal("Apr 2019 35; May 2019 36; Jun 2019 37; Jan 2020 41; Mar 2020 30", Figures(Of(read, "W1")));
        Assert.Equal(Polarity.LowerIsBetter, Of(read, "W1").Indicator.Definition.Polarity);
        Assert.Equal(Frequency.Month, Of(read, "W1").Indicator.Definition.Frequency);
    }

    [Fact]
    public void Read_MonthsUnderTwoYears_BelongToTheYearTheyStandUnder()
    {
        var read = Read("""
            ,,,2018/19,,2019/20,
            No.,KPI,Annual target,Feb,Mar,Apr,May
            1,Visits,100,10,11,12,13
            """);

        Assert.Equal("Feb 2019 10; Mar 2019 11; Apr 2019 12; May 2019 13", Figures(Of(read, "1")));
    }

    [Fact]
    public void Read_QuartersWithoutAYearOverTheirColumns_TakeItFromTheTitle()
    {
        var read = Read("""
            Scorecard – Quarter 2 2024/25,,,,,,,,
            ,,,Quarter 1,,,Quarter 2,,
            Ref,KPI,Good to be,Target,Actual,RAG,Target,Actual,RAG
            H1,Homes built,High,50,42,R,40,44,G
            """);

        Assert.Equal("Q1 2024/25 42; Q2 2024/25 44", Figures(Of(read, "H1")));
        Assert.Equal("Green", Rated(Of(read, "H1"), "Q2 2024/25").Latest.Rating!.ToString());
        Assert.Equal("target for Q2 2024/25", Reading(read, "G"));
    }

    [Fact]
    public void Read_TwoLinesOfHeadings_GiveEachQuarterItsOwnTarget()
    {
        var read = Read("""
            Ref,Indicator,Q1 2019/20,,,Q2 2019/20,,,Commentary
            ,,Actual,Target,RAG,Actual,Target,RAG,
            P1,Major applications in time,62,60,Green,64,65,Amber,New team
            """, new SheetOptions { Polarity = Polarity.HigherIsBetter });

        Assert.Equal("Q1 2019/20 62; Q2 2019/20 64", Figures(Of(read, "P1")));
        Assert.Equal("Green", Rated(Of(read, "P1"), "Q1 2019/20").Latest.Rating!.ToString());
        Assert.Equal("Red", Rated(Of(read, "P1"), "Q2 2019/20").Latest.Rating!.ToString());
        Assert.Equal("New team", Of(read, "P1").Commentaries.Single().Context);
        Assert.Equal("target for Q2 2019/20", Reading(read, "G"));
    }

    [Fact]
    public void Read_OneRowForEachPeriod_IsASeriesWithItsOwnTargets()
    {
        var read = Read("""
            ref,indicator,unit,polarity,period,numerator,denominator,target,floor
            FOI,FOI requests in time,%,higher,Apr-19,90,100,95,90
            FOI,FOI requests in time,%,higher,May-19,171,180,95,90
            FOI,FOI requests in time,%,higher,Jun-19,[x],[x],95,90
            """.Replace("[x],[x]", ","));

        var foi = Of(read, "FOI");
        Assert.Equal("Apr 2019 90; May 2019 95", Figures(foi));
        Assert.Equal(RollUp.Ratio, foi.Indicator.Definition.RollUp);
        Assert.Equal(100m * 261 / 280, Rated(foi, "May 2019").ToDate.Figure.Value);
        Assert.Equal(new DateOnly(2019, 6, 30), Assert.Single(foi.Targets.All).To);
    }

    [Fact]
    public void Read_OneRowForEachYearWithQuarterColumns_TakesTheYearFromTheRow()
    {
        var read = Read("Indicator,Financial year,Q1,Q2,Target,Floor\nVisits,2018/19,5,6,10,8\nVisits,2019/20,7,11,10,8\n");

        var visits = Of(read, "AS01");
        Assert.Equal("Q1 2018/19 5; Q2 2018/19 6; Q1 2019/20 7; Q2 2019/20 11", Figures(visits));
        Assert.Equal("Green", Rated(visits, "Q2 2019/20").Latest.Rating!.ToString());
    }

    [Fact]
    public void Read_OneFigureForEachIndicator_TakesThePeriodFromTheTitle()
    {
        var read = Read("""
            Performance report - Quarter 2 2022/23,,,,
            Measure,Actual,Target,Tolerance,Previous year
            Calls answered,94%,95%,90%,93%
            """);

        Assert.Equal("Q2 2022/23 94", Figures(Of(read, "AS01")));
        Assert.Equal("Amber", Rated(Of(read, "AS01"), "Q2 2022/23").Latest.Rating!.ToString());
        Assert.Equal(93m, Of(read, "AS01").Figures.Single().PreviousGiven);
    }

    [Fact]
    public void Read_AnnualFiguresInColumns_AreASeriesOfYears()
    {
        var read = Read("Indicator,2017/18,2018/19,2019/20,Target 2019/20,Floor 2019/20\nRecycling %,44.1,45.2,46,45,43\n");

        Assert.Equal("2017/18 44.1; 2018/19 45.2; 2019/20 46", Figures(Of(read, "AS01")));
        Assert.Equal("Green", Rated(Of(read, "AS01"), "2019/20").Latest.Rating!.ToString());
        Assert.Equal("Not rated: No target", Rated(Of(read, "AS01"), "2018/19").Latest.Rating!.ToString());
    }

    [Fact]
    public void Read_LinesWithNothingButATitle_AreTheServicesOfTheRowsBelow()
    {
        var read = Read("""
            Indicator,Target,Floor,Q1 2019/20
            Customer Services,,,
            Calls answered,80,75,81
            Planning and Housing,,,
            Homes built,40,30,35
            Total,,,116
            Source: service returns,,,
            """);

        Assert.Equal(["CS01 Calls answered", "PH01 Homes built"], read.Register.Indicators.Select(indicator => indicator.Indicator.ToString()));
        Assert.Equal(["Customer Services", "Planning and Housing"], read.Register.Services.Select(service => service.Name));
        Assert.Contains("A line of its own is taken for the service of the rows below it: \"Customer Services\" in row 2 and \"Planning and Housing\" in row 4.", read.Assumptions);
        Assert.Contains("Rows of totals and averages are left out: Total in row 6.", read.Assumptions);
        Assert.Contains("Lines beside the table are left out: row 7, \"Source: service returns\".", read.Assumptions);
    }

    [Fact]
    public void Read_HeadingsRepeatedForEachService_AreTablesOfOneSheet()
    {
        var read = Read("""
            Scorecard 2019/20,,,
            Customer Services,,,
            Ref,Measure,Target,Q1
            CS01,Calls answered,>=80,81
            Human Resources,,,
            Ref,Measure,Target,Q1
            HR01,Sickness days,< 8,9
            """);

        Assert.Equal("Customer Services", Of(read, "CS01").Indicator.Service.Name);
        Assert.Equal("Human Resources", Of(read, "HR01").Indicator.Service.Name);
        Assert.Equal(Polarity.LowerIsBetter, Of(read, "HR01").Indicator.Definition.Polarity);
        Assert.Equal("Green", Rated(Of(read, "CS01"), "Q1 2019/20").Latest.Rating!.ToString());
    }

    [Fact]
    public void Read_ActivityWithARange_IsActivityWithoutRating()
    {
        var read = Read("Title,Lower expected,Upper expected,Apr 2019,May 2019\nVisits to libraries,400,500,450,612\n");

        Assert.Equal(IndicatorKind.Activity, Of(read, "AS01").Indicator.Definition.Kind);
        Assert.Equal("Above", Rated(Of(read, "AS01"), "May 2019").Latest.Verdict.ToString());
    }

    [Fact]
    public void Read_MonthColumnsForAQuarterlyIndicator_AreTheQuartersThatEndThen()
    {
        var read = Read("Ref,Indicator,Frequency,May-19,Jun-19,Jul-19,Aug-19,Sep-19\nA,Monthly one,Monthly,1,2,3,4,5\nB,Quarterly one,Quarterly,,7,,,8\n");

        Assert.Equal("Q1 2019/20 7; Q2 2019/20 8", Figures(Of(read, "B")));
        Assert.Equal("May 2019 1; Jun 2019 2; Jul 2019 3; Aug 2019 4; Sep 2019 5", Figures(Of(read, "A")));
    }

    [Fact]
    public void Read_MonthsWithQuarterAndYearTotalsBetween_KeepTheMonths()
    {
        var read = Read("Ref,Indicator,Apr 2019,May 2019,Jun 2019,Q1 2019/20,YTD\nA,Calls,1,2,3,6,6\n");

        Assert.Equal("Apr 2019 1; May 2019 2; Jun 2019 3", Figures(Of(read, "A")));
        Assert.Equal(6m, Of(read, "A").Figures[^1].YtdGiven);
        Assert.Contains(read.Assumptions, line => line.StartsWith("Figures for longer periods beside those for months are not used", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Target\n(annual)", "TARGET ", "Floor - standard")]
    [InlineData("target (%)", "The  Target", "threshold")]
    public void Read_CapitalsMarksAndLineBreaksInHeadings_MakeNoDifference(string target, string same, string floor)
    {
        Assert.NotEqual(target, same);
        foreach (var heading in (string[])[target, same])
        {
            var read = Read($"\"K.P.I.\",\"{heading}\",\"{floor}\",\"Apr\n2019\"\nCalls,80,75,81\n".Replace("K.P.I.", "Performance   Indicator"));
            Assert.Equal((80m, 75m), (Of(read, "AS01").Targets.All[0].Target!.Level, Of(read, "AS01").Targets.All[0].Target!.FloorStandard));
        }
    }

    [Fact]
    public void Read_GreenAmberAndRedBands_AreTargetAndFloor()
    {
        var read = Read("Ref,Title,Green,Amber,Red,Mar 2020\nA1,Calls answered,≥ 90%,80-90%,< 80%,91%\nA2,Days taken,<= 5,5 to 8,> 8,7\n");

        Assert.Equal((90m, 80m), (Of(read, "A1").Targets.All[0].Target!.Level, Of(read, "A1").Targets.All[0].Target!.FloorStandard));
        Assert.Equal("Amber", Rated(Of(read, "A2"), "Mar 2020").Latest.Rating!.ToString());
    }

    [Fact]
    public void Read_QuarterTotalEqualToItsLastMonth_IsOneFigure()
    {
        const string Sheet = "Ref,Indicator,Frequency,Jun-19,Q1 2019/20,Jul-19\nB,Void days,Quarterly,22,22.0,\n";

        Assert.Equal("Q1 2019/20 22", Figures(Of(Read(Sheet), "B")));
        Assert.Equal("scorecard.csv, row 2, column \"Jun-19\": B has two figures for Q1 2019/20, here and in E2: keep one of them.", Assert.Single(Refused(Sheet.Replace("22.0", "23"))));
    }

    [Theory]
    [InlineData("2011-10,2011-11,2011-12,2012-01", "Oct 2011 1; Nov 2011 2; Dec 2011 3; Jan 2012 4")]
    [InlineData("2010-11,2011-12,2012-13,2013-14", "2010/11 1; 2011/12 2; 2012/13 3; 2013/14 4")]
    public void Read_PeriodsThatMayBeYearsOrMonths_AreToldByTheOthers(string periods, string figures)
    {
        Assert.Equal(figures, Figures(Of(Read($"Ref,Indicator,{periods}\nA,Calls,1,2,3,4\n"), "A")));
        Assert.Equal(figures, Figures(Of(Read("Ref,Indicator,Period,Value\n" + string.Concat(periods.Split(',').Select((period, i) => $"A,Calls,{period},{i + 1}\n"))), "A")));
    }

    [Fact]
    public void Read_PeriodThatMayBeAYearOrAMonthAlone_IsRefusedByName()
    {
        const string Reason = "\"2011-12\" could be the year 2011/12 or Dec 2011: write the one that is meant, or add a column frequency.";

        Assert.Equal($"scorecard.csv, row 2, column \"Period\": {Reason}", Assert.Single(Refused("Ref,Indicator,Period,Value\nA,Calls,2011-12,5\n")));
        Assert.Equal($"scorecard.csv: {Reason}", Assert.Single(Refused("Ref,Indicator,2011-12\nA,Calls,5\n")));
        Assert.Equal("Dec 2011 5", Figures(Of(Read("Ref,Indicator,Frequency,Period,Value\nA,Calls,monthly,2011-12,5\n"), "A")));
    }

    [Fact]
    public void Read_KpiInAColumnOfKinds_IsNotAHeading()
    {
        var read = Read("ref,indicator,kind,frequency,roll_up,period,value\nA,Calls,kpi,month,latest,Apr 2019,\nA,Calls,kpi,month,latest,May 2019,5\n");

        Assert.Equal("May 2019 5", Figures(Of(read, "A")));
    }

    [Theory]
    [InlineData("Position at 31 March 2021", "Mar 2021 5")]
    [InlineData("Quarter 4 2020/21 - Cabinet 29 July 2021", "Q4 2020/21 5")]
    public void Read_DayInATitle_IsAPeriodOnlyWhereAMonthEnds(string title, string figures) =>
        Assert.Equal(figures, Figures(Of(Read($"{title},,\nRef,Indicator,Result\nA,Calls,5\n"), "A")));

    [Fact]
    public void Read_MeetingDateAlone_IsNoPeriod() =>
        Assert.Contains("The figure has no period", Assert.Single(Refused("Cabinet 29 July 2021,,\nRef,Indicator,Result\nA,Calls,5\n")));
}
