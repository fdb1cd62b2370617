using Outturn.Core.Observations;

namespace Outturn.Tests.Registers;

/// <summary>Indicators of a folder that are worked out from others.</summary>
public sealed class FormulaFolderTests : IDisposable
{
    private const string Header = "ref,title,kind,service,committees,unit,frequency,polarity,roll_up,formula,owner,approver";

    private readonly CouncilFiles council = new();

    public FormulaFolderTests()
    {
        council.Delete("targets.csv");
        council.Write("observations.csv", "ref,period,value", "HR-01,Apr 2019,120 [p]", "HR-01,May 2019,100", "HR-02,Apr 2019,30", "HR-02,May 2019,[x]");
    }

    public void Dispose() => council.Dispose();

    [Fact]
    public void Read_FormulaOverEnteredFigures_GivesCountsAndKeepsWhyOneIsMissing()
    {
        Indicators(Worked("W", "[hr-02] / ([HR-01] + [HR-02])"));

        var worked = council.Read().Register.Indicators[0];

        Assert.Equal("[hr-02] / ([HR-01] + [HR-02])", worked.Indicator.Formula?.ToString());
        Assert.Equal([new Observation(null, new Counts(30, 150), Marker.Provisional), new Observation(null, null, Marker.NotAvailable)], worked.Figures.Select(figure => figure.Observation));
    }

    [Theory]
    [InlineData("[HR-01] /", "At character 10 of the formula the ref of an indicator, a number, - or ( was expected, and the formula ends.")]
    [InlineData("HR-01 / HR-01", "The formula of W names HR, and there is no such indicator. A ref like HR-01 stands in square brackets: [HR-01].")]
    [InlineData("W / [HR-01]", "W is worked out from itself: W from W. One of them must have figures of its own.")]
    [InlineData("Q1 / [HR-01]", "W is measured by month and Q1, from which it is worked out, by quarter: there is no figure of the one for each of the other.")]
    public void Read_FormulaThatCannotBeFollowed_IsRefusedAtItsCell(string formula, string reason)
    {
        Indicators(Worked("W", formula), "Q1,Quarterly,kpi,Finance,Resources,number,quarter,higher,sum,,head,director");

        Assert.Equal($"indicators.csv, row 2, column \"formula\": {reason}", council.Errors()[0]);
    }

    [Fact]
    public void Read_CircleOfFormulas_IsNamedInFull()
    {
        Indicators(Worked("A", "B / [HR-01]"), Worked("B", "c / [HR-01]"), Worked("C", "A / [HR-01]"));

        Assert.Equal(["indicators.csv, row 2, column \"formula\": A is worked out from itself: A from B from C from A. One of them must have figures of its own."], council.Errors());
    }

    [Fact]
    public void Read_InputWhoseOwnRowIsWrong_IsNotAlsoSaidToBeUnknown()
    {
        Indicators(Worked("W", "B / [HR-01]"), "B,Bad,kpi,Finance,Resources,number,fortnight,higher,sum,,head,director");

        Assert.Contains("\"fortnight\" is not known here", Assert.Single(council.Errors()), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FigureOfAWorkedOutIndicator_IsRefused()
    {
        Indicators(Worked("W", "[HR-02] / [HR-01]"));
        council.Add("observations.csv", "w,Apr 2019,25");

        Assert.Equal(["observations.csv, row 6, column \"ref\": W is worked out by its formula, so no figure is given for it: take this row away, or the formula in indicators.csv."], council.Errors());
    }

    [Fact]
    public void Read_ResultThatIsNoFigure_IsRefusedAndNotACrash()
    {
        Indicators("W,Square,kpi,Finance,Resources,number,month,higher,sum,[HR-01] * [HR-01],head,director");
        council.Change("observations.csv", "HR-01,May 2019,100", "HR-01,May 2019,99999999999999");

        Assert.Equal(["indicators.csv, row 2, column \"formula\": W cannot be worked out for May 2019: what comes out is too large for a figure."], council.Errors());
    }

    [Fact]
    public void Check_FigureThatWasWorkedOut_IsSpokenOfAtItsFormula()
    {
        Indicators(Worked("W", "[HR-01] / [HR-02]"));

        Assert.Equal("Warning: indicators.csv, row 2, column \"formula\": The numerator 120 is larger than the denominator 30: check both, or say in the note why it is so.",
            Assert.Single(CheckedCouncil.FindingsOf(council.Path), finding => finding.Contains("formula", StringComparison.Ordinal)));
    }

    [Fact]
    public void Check_WorkedOutFigures_AreNeitherLateNorCopied_AndInputsReachAPaperThroughThem()
    {
        Indicators(Worked("W", "[HR-01] / 1000"), Worked("V", "[HR-02] / [HR-01]"));
        council.Write("observations.csv", ["ref,period,value", .. Months.Select(month => $"HR-01,{month},123"), "HR-02,Sep 2019,12"]);

        Assert.Contains(CheckedCouncil.FindingsOf(council.Path), finding => finding.Contains("HR-01 stands at 123 for 6 months", StringComparison.Ordinal));
        Assert.DoesNotContain(CheckedCouncil.FindingsOf(council.Path), finding => finding.Contains("W stands at", StringComparison.Ordinal) || finding.Contains("committees", StringComparison.Ordinal));
    }

    private static readonly string[] Months = ["Apr 2019", "May 2019", "Jun 2019", "Jul 2019", "Aug 2019", "Sep 2019"];

    private static string Worked(string reference, string formula) => $"{reference},Worked out,kpi,Finance,Resources,%,month,higher,ratio,{formula},head,director";

    private void Indicators(params string[] rows) => council.Write("indicators.csv",
    [
        Header, .. rows,
        "HR-01,Staff,activity,Finance,,number,month,,latest,,head,director",
        "HR-02,Agency staff,activity,Finance,,number,month,,latest,,head,director",
    ]);
}
