namespace Outturn.Tests.Registers;

/// <summary>The real defects of figures (RULES 11), each in a council that is sound but for it.</summary>
public sealed class FigureCheckTests : IDisposable
{
    private readonly CheckedCouncil council = new();

    public void Dispose() => council.Dispose();

    [Fact]
    public void Run_627InTimeAnd40LateOf687_PartsAreNotTheWhole()
    {
        council.Files.Change("observations.csv", "F1,Jun 2019,,191,200,,", "F1,Jun 2019,,660,687,,\"687 calls, 647 in time and 20 late\"");

        Assert.Equal("Warning: observations.csv, row 4, column \"note\": The note's parts do not make up the whole: 647 + 20 = 667, not 687. Find the rest, or correct the note or the counts.", council.Only());
    }

    [Fact]
    public void Run_TwoIndicatorsThatDivideADenominator_AreHeldToIt()
    {
        council.Files.Add("indicators.csv", "F3,Invoices paid late,kpi,Finance,Resources,%,0,lower,month,ratio,,,,,,,Late,Invoices paid,head,director");
        council.Files.Add("targets.csv", "F3,2019/20,10,15,,,Held");
        council.Files.Add("observations.csv", "F1,Jul 2019,,660,687,,", "A1,Jul 2019,150,,,,",
            "F3,Apr 2019,,10,200,,", "F3,May 2019,,7,200,,", "F3,Jun 2019,,9,200,,", "F3,Jul 2019,,7,687,,");

        Assert.Equal("Warning: observations.csv, row 14, column \"numerator\": F1 and F3 divide their denominator between them in 3 of 4 periods, and in Jul 2019 they do not: "
            + "660 + 7 = 667, not 687. Find the rest.", council.Only());
    }

    [Fact]
    public void Run_OneNameForTwoNumbers_NamesBothIndicators()
    {
        council.Files.Change("indicators.csv", "A1,Calls,activity,ICT,Resources,number,0,,month,sum,,,,,,,,,", "A1,Invoices,activity,Finance,Resources,number,0,,month,sum,,,,,,,Invoices paid,,");
        council.Files.Change("observations.csv", "A1,Apr 2019,150", "A1,Apr 2019,200");
        council.Files.Change("observations.csv", "A1,May 2019,160", "A1,May 2019,200");
        council.Files.Change("observations.csv", "A1,Jun 2019,155", "A1,Jun 2019,199");

        Assert.Contains("F1 (denominator) and A1 (numerator) both count \"Invoices paid\", and in Jun 2019 the one has 200 and the other 199",
            Assert.Single(council.Findings(), finding => finding.Contains("both count", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_264Of273PrintedAs99_IsNotItsRatio()
    {
        council.Files.Change("observations.csv", "F1,Jun 2019,,191,200", "F1,Jun 2019,99,264,273");

        Assert.Equal("Warning: observations.csv, row 4, column \"value\": 264 of 273 is 96.7%, not 99%: the counts are used. Correct the one that is wrong, or leave the value blank.", council.Only());
    }

    [Fact]
    public void Run_NumeratorLargerThanDenominator_IsNoShare()
    {
        council.Files.Change("observations.csv", "191,200", "202,200");

        Assert.StartsWith("Warning: observations.csv, row 4, column \"numerator\": The numerator 202 is larger than the denominator 200", council.Only());
    }

    [Fact]
    public void Run_FiguresTooFarApartToDivide_AreNamedAllTheSame()
    {
        council.Files.Change("observations.csv", "F2,Q1 2019/20,900", "F2,Q1 2019/20,999999999999999");
        council.Files.Change("targets.csv", "F2,2019/20,1000,1200", "F2,2019/20,0.0000000000000000000000000001,1200");

        Assert.Contains(council.Findings(), finding => finding.Contains("£999,999,999,999,999 in Q1 2019/20 is more than 1,000,000 times the target", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_0AmongLargeFigures_AsksWhetherItWasMissing()
    {
        council.Files.Change("observations.csv", "A1,Jun 2019,155", "A1,Jun 2019,0");

        Assert.Equal("Warning: observations.csv, row 8, column \"value\": A1 is 0 in Jun 2019, where May 2019 has 160: is it a figure, or was none given? Write [x] if none was; if it is right, say so in the note.", council.Only());
    }

    [Fact]
    public void Run_0InALongSeries_SaysHowManyDeviationsOff()
    {
        council.Months("A1", 148, 152, 150, 149, 151, 150, 153, 147, 0);

        Assert.Contains("deviations from the median", Assert.Single(council.Findings(), finding => finding.Contains("A1 is 0", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FigureFarFromItsOwnHistory_SaysHowManyDeviationsOff()
    {
        council.Months("A1", 148, 152, 150, 149, 151, 150, 153, 147, 195);

        Assert.Contains(council.Findings(), finding => finding.EndsWith("195 in Dec 2019 lies 15.0 deviations above 150, the median of its 9 figures: check it, or say in the note what happened.", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_OddFigureWithANote_HasBeenSeen()
    {
        council.Files.Change("observations.csv", "A1,Jun 2019,155,,,,", "A1,Jun 2019,0,,,,The line was down");

        Assert.Empty(council.Findings());
    }

    [Fact]
    public void Run_73390AgainstATargetOf420_IsAnotherUnit()
    {
        council.Files.Change("targets.csv", "F2,2019/20,1000,1200", "F2,2019/20,420,500");
        council.Files.Change("observations.csv", "F2,Q1 2019/20,900", "F2,Q1 2019/20,73390");

        Assert.Contains("Warning: observations.csv, row 5, column \"value\": £73,390 in Q1 2019/20 is 175 times the target of £420: "
            + "is one of them in another unit, or for another span of time? If both are right, say so in the note.", council.Findings());
    }

    [Fact]
    public void Run_TenTimesTheMonthBefore_LooksForADigit()
    {
        council.Files.Change("observations.csv", "A1,Jun 2019,155", "A1,Jun 2019,1600");

        Assert.StartsWith("Warning: observations.csv, row 8, column \"value\": 1,600 in Jun 2019 is 10 times 160 of May 2019", council.Only());
    }

    [Fact]
    public void Run_OneOfTwoCases_IsASmallDenominator()
    {
        council.Files.Change("observations.csv", "191,200", "2,2");

        Assert.Equal("Warning: observations.csv, row 4, column \"denominator\": F1 counts 2 cases in Jun 2019, so that one of them moves the figure by 50%: say so in the commentary, or report it over a longer period.", council.Only());
    }

    [Fact]
    public void Run_RunningTotalWithBasisPeriod_IsNamed()
    {
        council.Quarters("F2", 210, 480, 700, 930, 220, 470, 720, 960);

        Assert.Contains(council.Findings(), finding => finding.StartsWith("Warning: observations.csv, row 15, column \"value\": F2 rises through every year and starts again lower, up to £960 in Q4 2019/20, like a running total", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_CumulativeSumThatFallsWithinItsYear_IsAnError()
    {
        council.Files.Change("indicators.csv", "£,0,lower,quarter,sum,,", "£,0,lower,quarter,sum,cumulative,");
        council.Quarters("F2", 210, 480, 470, 930, 220, 470, 720, 960);

        Assert.Contains(council.Findings(), finding => finding.StartsWith("Error: observations.csv, row 10, column \"value\": F2 is cumulative and falls within its year, from £480 in Q2 2018/19 to £470 in Q3 2018/19", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_SameFineFigureForThreePeriods_LooksCopied()
    {
        council.Files.Change("observations.csv", "A1,May 2019,160", "A1,May 2019,155");
        council.Files.Change("observations.csv", "A1,Apr 2019,150", "A1,Apr 2019,155");

        Assert.StartsWith("Warning: observations.csv, row 8, column \"value\": A1 stands at 155 for 3 months, Apr 2019 to Jun 2019", council.Only());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("7")]
    public void Run_CoarseFigureThatStands_CanBe(string value)
    {
        council.Files.Change("targets.csv", "A1,2019/20,,,100,200", "A1,2019/20,,,0,200");
        council.Files.Change("observations.csv", "A1,Apr 2019,150", $"A1,Apr 2019,{value}");
        council.Files.Change("observations.csv", "A1,May 2019,160", $"A1,May 2019,{value}");
        council.Files.Change("observations.csv", "A1,Jun 2019,155", $"A1,Jun 2019,{value}");

        Assert.Empty(council.Findings());
    }

    [Fact]
    public void Run_SeriesThatBeginsWithinAYear_NeedsSince()
    {
        council.Files.Change("observations.csv", "A1,Apr 2019,150,,,,\n", "");

        Assert.Equal("Warning: indicators.csv, row 4, column \"since\": The figures of A1 begin in May 2019, within a year, and nothing says that it began then: write 01/05/2019 under since, or give the periods before.", council.Only());
    }

    [Fact]
    public void Run_MissingMonth_IsNamed()
    {
        council.Files.Change("observations.csv", "A1,May 2019,160,,,,\n", "");

        Assert.StartsWith("Warning: observations.csv, row 7, column \"period\": A1 has no row for May 2019: give the figure, or write [x]", council.Only());
    }

    [Fact]
    public void Run_FigureOlderThanTheOthers_IsNotCarriedForward()
    {
        council.Files.Change("observations.csv", "A1,Jun 2019,155,,,,", "");

        Assert.StartsWith("Warning: observations.csv, row 7, column \"period\": A1 ends with May 2019, while most figures go to 30/06/2019: give Jun 2019", council.Only());
    }

    [Fact]
    public void Run_FigureAfterUntilAndIndicatorWithoutAny_AreNamed()
    {
        council.Files.Change("indicators.csv", "A1,Calls,activity,ICT,Resources,number,0,,month,sum,,,,", "A1,Calls,activity,ICT,Resources,number,0,,month,sum,,,31/05/2019,");
        council.Files.Add("indicators.csv", "F4,Late fees,kpi,Finance,Resources,£,0,lower,month,sum,,,,,,,,,head,director");

        Assert.Equal(
        [
            "Warning: indicators.csv, row 5, column \"ref\": F4 has no figures: give them in observations.csv, or the day it begins under since.",
            "Warning: observations.csv, row 8, column \"period\": A1 was counted until 31/05/2019, and here is a figure for Jun 2019: correct until in indicators.csv, or leave the figure out.",
        ],
        council.Findings());
    }

    [Fact]
    public void Run_NoneOfThreeCases_IsChanceAndNotAMissingFigure()
    {
        council.Files.Change("targets.csv", "F1,2019/20,95,90", "F1,2019/20,60,");
        council.Files.Change("observations.csv", "F1,Apr 2019,,190,200", "F1,Apr 2019,,130,200");
        council.Files.Change("observations.csv", "F1,May 2019,,193,200", "F1,May 2019,,0,3");
        council.Files.Change("observations.csv", "F1,Jun 2019,,191,200", "F1,Jun 2019,,131,200");

        Assert.StartsWith("Note: observations.csv, row 3, column \"denominator\": F1 counts 3 cases in May 2019", council.Only());
    }

    [Fact]
    public void Run_TargetMeantForTwelveMonths_IsNotHeldAgainstOneMonth()
    {
        string[] months = ["Apr 2018", "May 2018", "Jun 2018", "Jul 2018", "Aug 2018", "Sep 2018", "Oct 2018", "Nov 2018", "Dec 2018", "Jan 2019", "Feb 2019", "Mar 2019", "Apr 2019", "May 2019", "Jun 2019"];
        council.Files.Add("indicators.csv", "W1,Waste per household,kpi,Finance,Resources,kg,0,lower,month,rolling12,,,,,,,,,head,director");
        council.Files.Add("targets.csv", "W1,2018/19,480,500,,,Held", "W1,2019/20,480,500,,,Held");
        council.Files.Add("observations.csv", [.. months.Select((month, i) => $"W1,{month},{36 + (i * 5 % 7)},,,,")]);

        Assert.Empty(council.Findings());
    }
}
