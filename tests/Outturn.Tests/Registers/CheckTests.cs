namespace Outturn.Tests.Registers;

/// <summary>What a performance officer looks for around the figures: levels, definitions, commentary, meetings, proposals, people.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly CheckedCouncil council = new();

    public void Dispose() => council.Dispose();

    [Fact]
    public void Run_SoundCouncil_FindsNothing() => Assert.Empty(council.Findings());

    [Fact]
    public void Run_TargetOf0_IsAskedAbout()
    {
        council.Files.Change("targets.csv", "F1,2019/20,95,90", "F1,2019/20,0,");

        Assert.Equal("Warning: targets.csv, row 2, column \"target\": The target of F1 is 0, which every figure achieves: leave the cell blank if no target was set.", council.Only());
    }

    [Fact]
    public void Run_FloorEqualToTarget_LeavesNoAmber()
    {
        council.Files.Change("targets.csv", "F1,2019/20,95,90", "F1,2019/20,95,95");

        Assert.Equal("Note: targets.csv, row 2, column \"floor\": The floor standard of F1 is its target, so that it can be Green or Red and never Amber.", council.Only());
    }

    [Fact]
    public void Run_KpiWithoutATarget_IsNotRated()
    {
        council.Files.Change("targets.csv", "F2,2019/20,1000,1200,,,Budget", "F2,2018/19,1000,1200,,,Budget");

        Assert.StartsWith("Warning: indicators.csv, row 3, column \"target\": F2 is a KPI with figures and no target", council.Only());
    }

    [Fact]
    public void Run_TitleThatSaysCumulative_IsHeldAgainstTheBasis()
    {
        council.Files.Change("indicators.csv", "F2,Spending,", "F2,Spending (cumulative),");

        Assert.StartsWith("Warning: indicators.csv, row 3, column \"basis\": F2 says that it is cumulative", council.Only());
    }

    [Fact]
    public void Run_TitleOf30DaysOverADefinitionOf15_IsAChangedDefinition()
    {
        council.Files.Change("indicators.csv", "Paid within 30 days of receipt", "Paid within 15 days of receipt");

        Assert.Equal("Warning: indicators.csv, row 2, column \"definition\": The title of F1 says 30 days and this says 15 days: "
            + "correct one, and if the definition has changed, write under break_from from which day.", council.Only());
    }

    [Fact]
    public void Run_YearOnYearAcrossAChangedDefinition_IsNamedTwice()
    {
        council.Files.Change("indicators.csv", "month,ratio,,,,,", "month,ratio,,,,01/05/2019,");
        council.Files.Change("observations.csv", "F1,Jun 2019,,191,200,,", "F1,Jun 2019,,191,200,97,");

        Assert.Equal(
        [
            "Warning: observations.csv, row 3, column \"note\": The definition of F1 changed on 01/05/2019 (break_from) and nothing says how: say it under definition_reason, in the note of May 2019, or in a commentary on it.",
            "Warning: observations.csv, row 4, column \"previous_given\": The figure of a year before was counted by another definition, which changed on 01/05/2019: leave it out, or recount it and say so in the note.",
        ],
        council.Findings());
    }

    [Fact]
    public void Run_RedOwesCauseActionOwnerDateAndRecovery()
    {
        council.Files.Change("observations.csv", "191,200", "150,200");
        Assert.StartsWith("Warning: observations.csv, row 4, column \"cause\": F1 is Red in its last period and has no commentary for it", council.Only());

        council.Files.Write("commentary.csv", "ref,period,context,cause,action,owner,due,recovery", "F1,Jun 2019,,Two clerks left,,head,,Sep 2019");
        Assert.Equal("Warning: commentary.csv, row 2, column \"action\": F1 is Red in Jun 2019, and its commentary lacks action, due: a Red owes each.", council.Only());
    }

    [Fact]
    public void Run_CommentaryOver120Words_IsTooLong()
    {
        council.Files.Write("commentary.csv", "ref,period,context", $"F1,Jun 2019,{string.Join(' ', Enumerable.Repeat("word", 121))}");

        Assert.StartsWith("Warning: commentary.csv, row 2, column \"context\": The commentary on F1 for Jun 2019 has 121 words", council.Only());
    }

    [Fact]
    public void Run_MeetingsNobodyCanHold_AreNamed()
    {
        council.Files.Write("meetings.csv", "committee,date,year,data_to",
            "Resources,25/07/2020,2019/20,31/03/2020", "Resources,08/05/2020,2019/20,31/03/2020", "Resources,29/07/2020,2019/20,", "Resources,30/07/2020,2018/19,15/03/2020");

        Assert.Equal(
        [
            "Warning: meetings.csv, row 2, column \"date\": 25/07/2020 is a Saturday: check the date of the meeting, from which the day of issue is counted.",
            "Warning: meetings.csv, row 3, column \"date\": 08/05/2020 is a bank holiday in England: check the date of the meeting, from which the day of issue is counted.",
            "Warning: meetings.csv, row 4, column \"data_to\": Nothing says to which day the figures of its report go, so that no report belongs to it: write the last day of a month (31/03/2020).",
            "Warning: meetings.csv, row 5, column \"data_to\": 15/03/2020 is not the last day of a month: figures end with a month.",
            "Warning: meetings.csv, row 5, column \"year\": The report is on 2018/19, and its figures go to 15/03/2020, which is not in it: correct one of the two.",
        ],
        council.Findings());
    }

    [Fact]
    public void Run_ReplacedIndicatorWithASuccessor_OwesNoTargetOfItsOwn()
    {
        council.Files.Change("indicators.csv", "kpi,Finance,Resources,£,0,lower,quarter,sum,,,,,,", "kpi,Finance,Resources,£,0,lower,quarter,sum,,,31/03/2020,,F1,");
        council.Files.Write("proposals.csv", "ref,year,decision,target,floor,lower,upper,rationale",
            "F1,2020/21,keep,95,90,,,Held", "F2,2020/21,replace,,,,,Counted anew", "A1,2020/21,keep,,,100,200,Usual");

        Assert.DoesNotContain(council.Findings(), finding => finding.Contains("without a target"));
    }

    [Fact]
    public void Run_TargetSetSinceTheLastFigure_IsNoMissingTarget()
    {
        council.Files.Change("targets.csv", "F2,2019/20,1000,1200", "F2,2020/21,1000,1200");

        Assert.DoesNotContain(council.Findings(), finding => finding.Contains("no target for the period of the last one"));
    }

    [Fact]
    public void Run_ProposalsThatDoNotSayWhatTheyDo_AreNamed()
    {
        council.Files.Write("proposals.csv", "ref,year,decision,target,floor,lower,upper,rationale",
            "F1,2020/21,keep,96,90,,,Higher", "F2,2020/21,amend,1000,1200,,,");

        Assert.Equal(
        [
            "Warning: indicators.csv, row 4, column \"ref\": A1 has no proposal for 2020/21, and others have: propose to keep it at the least.",
            "Warning: proposals.csv, row 2, column \"decision\": F1 is to be kept, and it changes: target from 95% to 96%. Write amend, or keep it as it is.",
            "Warning: proposals.csv, row 3, column \"rationale\": F2 has a proposal without a rationale: each owes one, keep included.",
            "Warning: proposals.csv, row 3, column \"decision\": F2 is to be amended, and it stays as it is: write keep, or what changes.",
        ],
        council.Findings());
    }

    [Fact]
    public void Run_NobodyAnswersOrTheSamePostTwice_IsNamed()
    {
        council.Files.Change("indicators.csv", "number,0,,month,sum,,,,,,,,,head,director", "number,0,,month,sum,,,,,,,,,head,head");
        council.Files.Change("indicators.csv", "£,0,lower,quarter,sum,,,,,,,,,head,director", "£,0,lower,quarter,sum,,,,,,,,,,director");

        Assert.Equal(
        [
            "Warning: indicators.csv, row 3, column \"owner\": F2 has no owner: nobody answers for its figures.",
            "Warning: indicators.csv, row 4, column \"approver\": A1 is approved by its own owner: let somebody else look at its figures.",
        ],
        council.Findings());
    }

    [Fact]
    public void Run_Wealdshire_FindsOnlyWhatIsTrue() => Assert.Equal(
    [
        "Warning: indicators.csv, row 31, column \"ref\": CS14 has no proposal for 2020/21, and others have: propose to keep it at the least.",
        "Note: indicators.csv, row 31, column \"lower\": CS14 has no expected range, so its figure is shown beside last year's only.",
    ],
    CheckedCouncil.FindingsOf(Examples.Folder("wealdshire")));

    [Fact]
    public void Run_Hart_AsksAboutTheZerosAndTheFiguresThatStandStill()
    {
        var findings = CheckedCouncil.FindingsOf(Examples.Folder("hart"));

        Assert.DoesNotContain(findings, finding => finding.StartsWith("Error", StringComparison.Ordinal));
        Assert.Equal(["ETS01", "IT06", "PS05"], findings.Where(finding => finding.Contains(" is 0 in ", StringComparison.Ordinal)).Select(finding => finding.Split(": ")[2].Split(' ')[0]));
        var copied = Assert.Single(findings, finding => finding.Contains("19 of 45 indicators have the same figure in Q2 2014/15 as in Q1 2014/15", StringComparison.Ordinal));
        Assert.Contains("Ask about the other 12, which may be copies: HR11 2.70 days", copied, StringComparison.Ordinal);
    }
}
