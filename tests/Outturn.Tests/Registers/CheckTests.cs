using Outturn.App.Registers;

namespace Outturn.Tests.Registers;

/// <summary>The real defects of RULES 11, and what else a performance officer looks for, each in a council that is sound but for it.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly CouncilFiles council = new();

    public CheckTests()
    {
        council.Write("posts.csv", "post,title,role", "head,Head of Finance,author", "director,Director of Finance,corporate director");
        council.Write("indicators.csv",
            "ref,title,kind,service,committees,unit,decimals,polarity,frequency,roll_up,basis,since,until,break_from,replaced_by,definition,numerator,denominator,owner,approver",
            "F1,Invoices paid within 30 days,kpi,Finance,Resources,%,0,higher,month,ratio,,,,,,Paid within 30 days of receipt,In time,Invoices paid,head,director",
            "F2,Spending,kpi,Finance,Resources,£,0,lower,quarter,sum,,,,,,,,,head,director",
            "A1,Calls,activity,ICT,Resources,number,0,,month,sum,,,,,,,,,head,director");
        council.Write("targets.csv", "ref,year,target,floor,lower,upper,rationale", "F1,2019/20,95,90,,,Held", "F2,2019/20,1000,1200,,,Budget", "A1,2019/20,,,100,200,Usual");
        council.Write("observations.csv", "ref,period,value,numerator,denominator,previous_given,note",
            "F1,Apr 2019,,190,200,,", "F1,May 2019,,193,200,,", "F1,Jun 2019,,191,200,,",
            "F2,Q1 2019/20,900,,,,",
            "A1,Apr 2019,150,,,,", "A1,May 2019,160,,,,", "A1,Jun 2019,155,,,,");
    }

    public void Dispose() => council.Dispose();

    [Fact]
    public void Run_SoundCouncil_FindsNothing() => Assert.Empty(Findings());

    [Fact]
    public void Run_627InTimeAnd40LateOf687_PartsAreNotTheWhole()
    {
        council.Change("observations.csv", "F1,Jun 2019,,191,200,,", "F1,Jun 2019,,660,687,,\"687 calls, 647 in time and 20 late\"");

        Assert.Equal("Warning: observations.csv, row 4, column \"note\": The note's parts do not make up the whole: 647 + 20 = 667, not 687. Find the rest, or correct the note or the counts.", Only());
    }

    [Fact]
    public void Run_TwoIndicatorsThatDivideADenominator_AreHeldToIt()
    {
        council.Add("indicators.csv", "F3,Invoices paid late,kpi,Finance,Resources,%,0,lower,month,ratio,,,,,,,Late,Invoices paid,head,director");
        council.Add("targets.csv", "F3,2019/20,10,15,,,Held");
        council.Add("observations.csv", "F1,Jul 2019,,660,687,,", "A1,Jul 2019,150,,,,",
            "F3,Apr 2019,,10,200,,", "F3,May 2019,,7,200,,", "F3,Jun 2019,,9,200,,", "F3,Jul 2019,,7,687,,");

        Assert.Equal("Warning: observations.csv, row 14, column \"numerator\": F1 and F3 divide their denominator between them in 3 of 4 periods, and in Jul 2019 they do not: "
            + "660 + 7 = 667, not 687. Find the rest.", Only());
    }

    [Fact]
    public void Run_OneNameForTwoNumbers_NamesBothIndicators()
    {
        council.Change("indicators.csv", "A1,Calls,activity,ICT,Resources,number,0,,month,sum,,,,,,,,,", "A1,Invoices,activity,Finance,Resources,number,0,,month,sum,,,,,,,Invoices paid,,");
        council.Change("observations.csv", "A1,Apr 2019,150", "A1,Apr 2019,200");
        council.Change("observations.csv", "A1,May 2019,160", "A1,May 2019,200");
        council.Change("observations.csv", "A1,Jun 2019,155", "A1,Jun 2019,199");

        Assert.Contains("F1 (denominator) and A1 (numerator) both count \"Invoices paid\", and in Jun 2019 the one has 200 and the other 199",
            Assert.Single(Findings(), finding => finding.Contains("both count", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_264Of273PrintedAs99_IsNotItsRatio()
    {
        council.Change("observations.csv", "F1,Jun 2019,,191,200", "F1,Jun 2019,99,264,273");

        Assert.Equal("Warning: observations.csv, row 4, column \"value\": 264 of 273 is 96.7%, not 99%: the counts are used. Correct the one that is wrong, or leave the value blank.", Only());
    }

    [Fact]
    public void Run_NumeratorLargerThanDenominator_IsNoShare()
    {
        council.Change("observations.csv", "191,200", "202,200");

        Assert.StartsWith("Warning: observations.csv, row 4, column \"numerator\": The numerator 202 is larger than the denominator 200", Only());
    }

    [Fact]
    public void Run_0AmongLargeFigures_AsksWhetherItWasMissing()
    {
        council.Change("observations.csv", "A1,Jun 2019,155", "A1,Jun 2019,0");

        Assert.Equal("Warning: observations.csv, row 8, column \"value\": A1 is 0 in Jun 2019, where May 2019 has 160: is it a figure, or was none given? Write [x] if none was; if it is right, say so in the note.", Only());
    }

    [Fact]
    public void Run_0InALongSeries_SaysHowManyDeviationsOff()
    {
        Months("A1", 148, 152, 150, 149, 151, 150, 153, 147, 0);

        Assert.Contains("deviations from the median", Assert.Single(Findings(), finding => finding.Contains("A1 is 0", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FigureFarFromItsOwnHistory_SaysHowManyDeviationsOff()
    {
        Months("A1", 148, 152, 150, 149, 151, 150, 153, 147, 195);

        Assert.Contains(Findings(), finding => finding.EndsWith("195 in Dec 2019 lies 15.0 deviations above 150, the median of its 9 figures: check it, or say in the note what happened.", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_OddFigureWithANote_HasBeenSeen()
    {
        council.Change("observations.csv", "A1,Jun 2019,155,,,,", "A1,Jun 2019,0,,,,The line was down");

        Assert.Empty(Findings());
    }

    [Fact]
    public void Run_73390AgainstATargetOf420_IsAnotherUnit()
    {
        council.Change("targets.csv", "F2,2019/20,1000,1200", "F2,2019/20,420,500");
        council.Change("observations.csv", "F2,Q1 2019/20,900", "F2,Q1 2019/20,73390");

        Assert.Contains("Warning: observations.csv, row 5, column \"value\": £73,390 in Q1 2019/20 is 175 times the target of £420: "
            + "is one of them in another unit, or for another span of time? If both are right, say so in the note.", Findings());
    }

    [Fact]
    public void Run_TenTimesTheMonthBefore_LooksForADigit()
    {
        council.Change("observations.csv", "A1,Jun 2019,155", "A1,Jun 2019,1600");

        Assert.StartsWith("Warning: observations.csv, row 8, column \"value\": 1,600 in Jun 2019 is 10 times 160 of May 2019", Only());
    }

    [Fact]
    public void Run_OneOfTwoCases_IsASmallDenominator()
    {
        council.Change("observations.csv", "191,200", "2,2");

        Assert.Equal("Warning: observations.csv, row 4, column \"denominator\": F1 counts 2 cases in Jun 2019, so that one of them moves the figure by 50%: say so in the commentary, or report it over a longer period.", Only());
    }

    [Fact]
    public void Run_TargetOf0_IsAskedAbout()
    {
        council.Change("targets.csv", "F1,2019/20,95,90", "F1,2019/20,0,");

        Assert.Equal("Warning: targets.csv, row 2, column \"target\": The target of F1 is 0, which every figure achieves: leave the cell blank if no target was set.", Only());
    }

    [Fact]
    public void Run_FloorEqualToTarget_LeavesNoAmber()
    {
        council.Change("targets.csv", "F1,2019/20,95,90", "F1,2019/20,95,95");

        Assert.Equal("Note: targets.csv, row 2, column \"floor\": The floor standard of F1 is its target, so that it can be Green or Red and never Amber.", Only());
    }

    [Fact]
    public void Run_KpiWithoutATarget_IsNotRated()
    {
        council.Change("targets.csv", "F2,2019/20,1000,1200,,,Budget", "F2,2018/19,1000,1200,,,Budget");

        Assert.StartsWith("Warning: indicators.csv, row 3, column \"target\": F2 is a KPI with figures and no target", Only());
    }

    [Fact]
    public void Run_RunningTotalWithBasisPeriod_IsNamed()
    {
        Quarters("F2", 210, 480, 700, 930, 220, 470, 720, 960);

        Assert.Contains(Findings(), finding => finding.StartsWith("Warning: observations.csv, row 15, column \"value\": F2 rises through every year and starts again lower, up to £960 in Q4 2019/20, like a running total", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_CumulativeSumThatFallsWithinItsYear_IsAnError()
    {
        council.Change("indicators.csv", "£,0,lower,quarter,sum,,", "£,0,lower,quarter,sum,cumulative,");
        Quarters("F2", 210, 480, 470, 930, 220, 470, 720, 960);

        Assert.Contains(Findings(), finding => finding.StartsWith("Error: observations.csv, row 10, column \"value\": F2 is cumulative and falls within its year, from £480 in Q2 2018/19 to £470 in Q3 2018/19", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_TitleThatSaysCumulative_IsHeldAgainstTheBasis()
    {
        council.Change("indicators.csv", "F2,Spending,", "F2,Spending (cumulative),");

        Assert.StartsWith("Warning: indicators.csv, row 3, column \"basis\": F2 says that it is cumulative", Only());
    }

    [Fact]
    public void Run_TitleOf30DaysOverADefinitionOf15_IsAChangedDefinition()
    {
        council.Change("indicators.csv", "Paid within 30 days of receipt", "Paid within 15 days of receipt");

        Assert.Equal("Warning: indicators.csv, row 2, column \"definition\": The title of F1 says 30 days and this says 15 days: "
            + "correct one, and if the definition has changed, write under break_from from which day.", Only());
    }

    [Fact]
    public void Run_YearOnYearAcrossAChangedDefinition_IsNamedTwice()
    {
        council.Change("indicators.csv", "month,ratio,,,,,", "month,ratio,,,,01/05/2019,");
        council.Change("observations.csv", "F1,Jun 2019,,191,200,,", "F1,Jun 2019,,191,200,97,");

        Assert.Equal(
        [
            "Warning: observations.csv, row 3, column \"note\": The definition of F1 changed on 01/05/2019 (break_from) and nothing says how: say it in the note of May 2019, or in a commentary on it.",
            "Warning: observations.csv, row 4, column \"previous_given\": The figure of a year before was counted by another definition, which changed on 01/05/2019: leave it out, or recount it and say so in the note.",
        ],
        Findings());
    }

    [Fact]
    public void Run_SameFineFigureForThreePeriods_LooksCopied()
    {
        council.Change("observations.csv", "A1,May 2019,160", "A1,May 2019,155");
        council.Change("observations.csv", "A1,Apr 2019,150", "A1,Apr 2019,155");

        Assert.StartsWith("Warning: observations.csv, row 8, column \"value\": A1 stands at 155 for 3 months, Apr 2019 to Jun 2019", Only());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("7")]
    public void Run_CoarseFigureThatStands_CanBe(string value)
    {
        council.Change("targets.csv", "A1,2019/20,,,100,200", "A1,2019/20,,,0,200");
        council.Change("observations.csv", "A1,Apr 2019,150", $"A1,Apr 2019,{value}");
        council.Change("observations.csv", "A1,May 2019,160", $"A1,May 2019,{value}");
        council.Change("observations.csv", "A1,Jun 2019,155", $"A1,Jun 2019,{value}");

        Assert.Empty(Findings());
    }

    [Fact]
    public void Run_SeriesThatBeginsWithinAYear_NeedsSince()
    {
        council.Change("observations.csv", "A1,Apr 2019,150,,,,\n", "");

        Assert.Equal("Warning: indicators.csv, row 4, column \"since\": The figures of A1 begin in May 2019, within a year, and nothing says that it began then: write 01/05/2019 under since, or give the periods before.", Only());
    }

    [Fact]
    public void Run_MissingMonth_IsNamed()
    {
        council.Change("observations.csv", "A1,May 2019,160,,,,\n", "");

        Assert.StartsWith("Warning: observations.csv, row 7, column \"period\": A1 has no row for May 2019: give the figure, or write [x]", Only());
    }

    [Fact]
    public void Run_FigureOlderThanTheOthers_IsNotCarriedForward()
    {
        council.Change("observations.csv", "A1,Jun 2019,155,,,,", "");

        Assert.StartsWith("Warning: observations.csv, row 7, column \"period\": A1 ends with May 2019, while most figures go to 30/06/2019: give Jun 2019", Only());
    }

    [Fact]
    public void Run_FigureAfterUntilAndIndicatorWithoutAny_AreNamed()
    {
        council.Change("indicators.csv", "A1,Calls,activity,ICT,Resources,number,0,,month,sum,,,,", "A1,Calls,activity,ICT,Resources,number,0,,month,sum,,,31/05/2019,");
        council.Add("indicators.csv", "F4,Late fees,kpi,Finance,Resources,£,0,lower,month,sum,,,,,,,,,head,director");

        Assert.Equal(
        [
            "Warning: indicators.csv, row 5, column \"ref\": F4 has no figures: give them in observations.csv, or the day it begins under since.",
            "Warning: observations.csv, row 8, column \"period\": A1 was counted until 31/05/2019, and here is a figure for Jun 2019: correct until in indicators.csv, or leave the figure out.",
        ],
        Findings());
    }

    [Fact]
    public void Run_RedOwesCauseActionOwnerDateAndRecovery()
    {
        council.Change("observations.csv", "191,200", "150,200");
        Assert.StartsWith("Warning: observations.csv, row 4, column \"cause\": F1 is Red in its last period and has no commentary for it", Only());

        council.Write("commentary.csv", "ref,period,context,cause,action,owner,due,recovery", "F1,Jun 2019,,Two clerks left,,head,,Sep 2019");
        Assert.Equal("Warning: commentary.csv, row 2, column \"action\": F1 is Red in Jun 2019, and its commentary lacks action, due: a Red owes each.", Only());
    }

    [Fact]
    public void Run_CommentaryOver120Words_IsTooLong()
    {
        council.Write("commentary.csv", "ref,period,context", $"F1,Jun 2019,{string.Join(' ', Enumerable.Repeat("word", 121))}");

        Assert.StartsWith("Warning: commentary.csv, row 2, column \"context\": The commentary on F1 for Jun 2019 has 121 words", Only());
    }

    [Fact]
    public void Run_MeetingsNobodyCanHold_AreNamed()
    {
        council.Write("meetings.csv", "committee,date,year,data_to",
            "Resources,25/07/2020,2019/20,31/03/2020", "Resources,08/05/2020,2019/20,31/03/2020", "Resources,29/07/2020,2019/20,", "Resources,30/07/2020,2018/19,15/03/2020");

        Assert.Equal(
        [
            "Warning: meetings.csv, row 2, column \"date\": 25/07/2020 is a Saturday: check the date of the meeting, from which the day of issue is counted.",
            "Warning: meetings.csv, row 3, column \"date\": 08/05/2020 is a bank holiday in England: check the date of the meeting, from which the day of issue is counted.",
            "Warning: meetings.csv, row 4, column \"data_to\": Nothing says to which day the figures of its report go, so that no report belongs to it: write the last day of a month (31/03/2020).",
            "Warning: meetings.csv, row 5, column \"data_to\": 15/03/2020 is not the last day of a month: figures end with a month.",
            "Warning: meetings.csv, row 5, column \"year\": The report is on 2018/19, and its figures go to 15/03/2020, which is not in it: correct one of the two.",
        ],
        Findings());
    }

    [Fact]
    public void Run_ProposalsThatDoNotSayWhatTheyDo_AreNamed()
    {
        council.Write("proposals.csv", "ref,year,decision,target,floor,lower,upper,rationale",
            "F1,2020/21,keep,96,90,,,Higher", "F2,2020/21,amend,1000,1200,,,");

        Assert.Equal(
        [
            "Warning: indicators.csv, row 4, column \"ref\": A1 has no proposal for 2020/21, and others have: propose to keep it at the least.",
            "Warning: proposals.csv, row 2, column \"decision\": F1 is to be kept, and its levels change: target from 95% to 96%. Write amend, or correct the levels.",
            "Warning: proposals.csv, row 3, column \"rationale\": F2 has a proposal without a rationale: each owes one, keep included.",
            "Warning: proposals.csv, row 3, column \"decision\": F2 is to be amended, and its levels stay as they are: write keep, or the new levels.",
        ],
        Findings());
    }

    [Fact]
    public void Run_NobodyAnswersOrTheSamePostTwice_IsNamed()
    {
        council.Change("indicators.csv", "number,0,,month,sum,,,,,,,,,head,director", "number,0,,month,sum,,,,,,,,,head,head");
        council.Change("indicators.csv", "£,0,lower,quarter,sum,,,,,,,,,head,director", "£,0,lower,quarter,sum,,,,,,,,,,director");

        Assert.Equal(
        [
            "Warning: indicators.csv, row 3, column \"owner\": F2 has no owner: nobody answers for its figures.",
            "Warning: indicators.csv, row 4, column \"approver\": A1 is approved by its own owner: let somebody else look at its figures.",
        ],
        Findings());
    }

    [Fact]
    public void Run_Wealdshire_FindsOnlyWhatIsTrue() => Assert.Equal(
    [
        "Warning: indicators.csv, row 31, column \"ref\": CS14 has no proposal for 2020/21, and others have: propose to keep it at the least.",
        "Note: indicators.csv, row 31, column \"lower\": CS14 has no expected range, so its figure is shown beside last year's only.",
    ],
    Findings(Examples.Folder("wealdshire")));

    [Fact]
    public void Run_Hart_AsksAboutTheZerosAndTheFiguresThatStandStill()
    {
        var findings = Findings(Examples.Folder("hart"));

        Assert.DoesNotContain(findings, finding => finding.StartsWith("Error", StringComparison.Ordinal));
        Assert.Equal(["ETS01", "IT06", "PS05"], findings.Where(finding => finding.Contains(" is 0 in ", StringComparison.Ordinal)).Select(finding => finding.Split(": ")[2].Split(' ')[0]));
        var copied = Assert.Single(findings, finding => finding.Contains("19 of 45 indicators have the same figure in Q2 2014/15 as in Q1 2014/15", StringComparison.Ordinal));
        Assert.Contains("Ask about the other 12, which may be copies: HR11 2.70 days", copied, StringComparison.Ordinal);
    }

    private string Only() => Assert.Single(Findings());

    private string[] Findings() => Findings(council.Path);

    private static string[] Findings(string folder)
    {
        var read = CouncilFolder.Read(folder) switch
        {
            FolderResult.Read sound => sound,
            FolderResult.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Defects)),
            var other => throw new InvalidOperationException(other.ToString()),
        };
        return [.. RegisterChecks.Run(read.Register, read.Rows).Select(defect => $"{defect.Severity}: {defect}")];
    }

    /// <summary>Months from April 2019 in place of the indicator's own.</summary>
    private void Months(string reference, params int[] values)
    {
        string[] months = ["Apr 2019", "May 2019", "Jun 2019", "Jul 2019", "Aug 2019", "Sep 2019", "Oct 2019", "Nov 2019", "Dec 2019"];
        Replace(reference, months.Zip(values));
    }

    /// <summary>Quarters from April 2018 in place of the indicator's own.</summary>
    private void Quarters(string reference, params int[] values) =>
        Replace(reference, new[] { "2018/19", "2019/20" }.SelectMany(year => Enumerable.Range(1, 4).Select(quarter => $"Q{quarter} {year}")).Zip(values));

    private void Replace(string reference, IEnumerable<(string Period, int Value)> figures)
    {
        foreach (var line in File.ReadLines(Path.Combine(council.Path, "observations.csv")).Where(line => line.StartsWith(reference, StringComparison.Ordinal)).ToList())
        {
            council.Change("observations.csv", line + "\n", "");
        }

        council.Add("observations.csv", [.. figures.Select(figure => $"{reference},{figure.Period},{figure.Value},,,,")]);
    }
}
