using Outturn.Core.Dashboards;

namespace Outturn.Tests.Registers;

/// <summary>What a folder says of an indicator beside its figures: versions of its definition, whose part it is, which reports carry it.</summary>
public sealed class RegisterPartTests : IDisposable
{
    private const string Header = "ref,title,kind,service,committees,unit,frequency,polarity,roll_up,break_from,definition_from,definition_reason,part_of,part,reports";
    private const string Whole = "W,Invoices,kpi,Finance,Resources,number,month,higher,sum,,,,,,";

    private readonly CouncilFiles council = new();

    public RegisterPartTests()
    {
        council.Delete("targets.csv");
        council.Write("observations.csv", "ref,period,value,numerator,denominator,note");
    }

    public void Dispose() => council.Dispose();

    [Fact]
    public void Read_DefinitionThatChangedTwice_KnowsEveryBreakAndWhyTheLastOneIsInForce()
    {
        Indicators("W,Invoices,kpi,Finance,Resources,number,month,higher,sum,01/06/2019; 2018-04-01;01/06/2019,01/06/2019,The law changed,,,");

        var indicator = council.Read().Register.Indicators[0].Indicator;

        Assert.Equal([new DateOnly(2018, 4, 1), new DateOnly(2019, 6, 1)], indicator.Breaks);
        Assert.Equal((new DateOnly(2019, 6, 1), "The law changed"), (indicator.DefinitionFrom, indicator.DefinitionReason));
    }

    [Fact]
    public void Read_BreakThatIsNoDate_IsNamedByItself()
    {
        Indicators("W,Invoices,kpi,Finance,Resources,number,month,higher,sum,01/06/2019;June 2018,,,,,");

        Assert.Equal(["indicators.csv, row 2, column \"break_from\": \"June 2018\" is not a date: write it like 31/03/2020 (day first) or 2020-03-31."], council.Errors());
    }

    [Fact]
    public void Check_EveryBreakOwesAnExplanation_AndTheReasonOfTheDefinitionInForceIsOne()
    {
        Indicators("W,Invoices,kpi,Finance,Resources,number,month,higher,sum,01/05/2019;01/06/2019,01/06/2019,The law changed,,,");
        council.Add("observations.csv", "W,Apr 2019,1,,,", "W,May 2019,2,,,", "W,Jun 2019,3,,,");

        Assert.Contains("The definition of W changed on 01/05/2019 (break_from) and nothing says how", Assert.Single(Findings("\"note\"")), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_BreakAfterTheDefinitionInForceBegan_IsAContradiction()
    {
        Indicators("W,Invoices,kpi,Finance,Resources,number,month,higher,sum,01/06/2019,01/05/2019,The law changed,,,");

        Assert.Equal("Warning: indicators.csv, row 2, column \"definition_from\": The definition in force is said to have begun on 01/05/2019, and another began on 01/06/2019 (break_from): write the first day of the one that is in force now.",
            Assert.Single(Findings("definition_from")));
    }

    [Theory]
    [InlineData("W1,Part,kpi,Finance,,number,month,higher,sum,,,,X,People,", "\"part_of\": indicators.csv has no indicator \"X\". Did you mean \"W\"?")]
    [InlineData("W1,Part,kpi,Finance,,number,month,higher,sum,,,,W1,People,", "\"part_of\": W1 is said to be a part of itself: name the indicator that it is a part of.")]
    [InlineData("W1,Part,kpi,Finance,,£,month,higher,sum,,,,W,People,", "\"part_of\": W1 is counted in £ and W in number: a part is counted in the unit of its whole, as often, and rolls up as it does.")]
    [InlineData("W1,Part,kpi,Finance,,number,quarter,higher,sum,,,,W,People,", "\"part_of\": W1 is measured by quarter and W by month: a part is counted in the unit of its whole, as often, and rolls up as it does.")]
    [InlineData("W1,Part,kpi,Finance,,number,month,higher,mean,,,,W,People,", "\"part_of\": W1 rolls up by mean and W by sum: a part is counted in the unit of its whole, as often, and rolls up as it does.")]
    [InlineData("W1,Part,kpi,Finance,,number,month,higher,sum,,,,W,,", "\"part\": A part belongs to a directorate: write its name.")]
    [InlineData("W1,Part,kpi,Finance,,number,month,higher,sum,,,,,People,", "\"part_of\": There is a directorate and no whole: write the ref of the indicator that this is a part of, or leave part blank.")]
    public void Read_PartThatCannotBe_IsRefusedWithTheReason(string row, string reason)
    {
        Indicators(Whole, row);

        Assert.Equal([$"indicators.csv, row 3, column {reason}"], council.Errors());
    }

    [Fact]
    public void Read_PartOfAPartAndADirectorateTwice_AreRefused()
    {
        Indicators(Whole, Part("W1", "People"), "W2,Part,kpi,Finance,,number,month,higher,sum,,,,W1,People,", Part("W3", "people"));

        Assert.Equal(
        [
            "indicators.csv, row 4, column \"part_of\": W1 is itself a part of W, and parts have no parts: name W where W2 is a part of that.",
            "indicators.csv, row 5, column \"part\": The part of W for people stands in row 3 already: each directorate has one.",
        ],
        council.Errors());
    }

    [Fact]
    public void Check_PartsThatDoNotMakeUpTheirWhole_AreNamedWithTheDifference()
    {
        Indicators(Whole, Part("W1", "People"), Part("W2", "Places"));
        council.Add("observations.csv", "W,Apr 2019,687,,,", "W1,Apr 2019,627,,,", "W2,Apr 2019,40,,,", "W,May 2019,50,,,", "W1,May 2019,40,,,", "W2,May 2019,10,,,");

        Assert.Equal("Warning: observations.csv, row 2, column \"value\": The value of W for Apr 2019 is 687, and its parts (W1, W2) make 667: 20 too few. Correct the one that is wrong, or say in the note why they differ.",
            Assert.Single(Findings("its parts")));

        council.Change("observations.csv", "687,,,", "687,,,Twenty calls were lost");
        Assert.Empty(Findings("its parts"));
    }

    [Fact]
    public void Check_PartThatGoesToNoCommittee_IsReadThroughItsWhole()
    {
        Indicators(Whole, Part("W1", "People"), "N,Nobody's,activity,Finance,,number,month,,sum,,,,,,");

        Assert.StartsWith("Warning: indicators.csv, row 4, column \"committees\": N goes to no committee and into no report", Assert.Single(Findings("\"committees\"")), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Reports_AreNamedSetsInTheirOrder()
    {
        council.Write("reports.csv", "report,kind,committee,order", "Quarterly Report,quarterly,Resources,2", "Scorecard,,,1");
        Indicators("W,Invoices,kpi,Finance,Resources,number,month,higher,sum,,,,,,Scorecard;quarterly report", Part("W1", "People"));

        var register = council.Read().Register;
        var committee = register.Committees.Single();

        Assert.Equal([new Report("Scorecard", ReportKind.Dashboard, null, 1), new Report("Quarterly Report", ReportKind.Quarterly, committee, 2)], register.Reports);
        Assert.Equal(register.Reports, register.Indicators[0].Indicator.Reports);
        Assert.Empty(register.Indicators[1].Indicator.Reports);
    }

    [Fact]
    public void Read_ReportThatIsNotListed_IsRefusedOnlyWhereThereIsAList()
    {
        Indicators("W,Invoices,kpi,Finance,Resources,number,month,higher,sum,,,,,,Scorcard");
        Assert.Equal("Scorcard", council.Read().Register.Reports.Single().Name);

        council.Write("reports.csv", "report,kind", "Scorecard,monthly");
        Assert.Equal(
        [
            "reports.csv, row 2, column \"kind\": \"monthly\" is not known here: write dashboard or quarterly.",
            "indicators.csv, row 2, column \"reports\": reports.csv has no report \"Scorcard\". Did you mean \"Scorecard\"?",
        ],
        council.Errors());
    }

    [Fact]
    public void Check_ReportWithoutIndicators_IsNamed()
    {
        council.Write("reports.csv", "report", "Scorecard");
        Indicators(Whole);

        Assert.Equal("Warning: reports.csv, row 2, column \"report\": Scorecard has no indicator: name it under reports in indicators.csv.", Assert.Single(Findings("Scorecard")));
    }

    private static string Part(string reference, string directorate) => $"{reference},Part,kpi,Finance,,number,month,higher,sum,,,,W,{directorate},";

    private void Indicators(params string[] rows) => council.Write("indicators.csv", [Header, .. rows]);

    private string[] Findings(string with) => [.. CheckedCouncil.FindingsOf(council.Path).Where(finding => finding.Contains(with, StringComparison.Ordinal))];
}
