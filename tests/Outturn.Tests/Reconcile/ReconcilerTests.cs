using System.Text;
using Outturn.App.Import;
using Outturn.App.Reconcile;
using Outturn.App.Registers;
using Outturn.App.Sheets;
using Outturn.Core.Dashboards;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;
using Outturn.Tests.Import;
using Outturn.Tests.Registers;

namespace Outturn.Tests.Reconcile;

public sealed class ReconcilerTests : IDisposable
{
    private static readonly string Hart = Examples.Folder("hart");

    private static readonly DateOnly AsAt = new(2020, 7, 1);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Compare_HartsOwnRatings_DifferInSixIndicatorsAndEachSaysWhy()
    {
        var hart = Assert.IsType<FolderResult.Read>(CouncilFolder.Read(Hart)).Register;
        var published = Assert.IsType<ReadResult.Read>(Sources.ReadAsItStands(Path.Combine(Hart, "published.csv"))).Tables;
        var reconciliation = Compared(hart, published);

        Assert.Equal(
        [
            "ETS01 Red Green: 0 is below the target of 40, and lower is better: Green.",
            "FI06 Amber Green: 97.0% reached the target of 97.0%, and reaching a level exactly is achieving it: Green.",
            "HR11 Red Green: 2.70 is below the target of 3.15, and lower is better: Green.",
            "HS16 Green Red: 28 missed the target of 40 and the floor standard of 36, which is 10% from the target: Red.",
            "IT06 Green Red: 0.0% missed the target of 98.0% and the floor standard of 88.2%, which is 10% from the target: Red.",
            "PS05 Green Red: 0.0% missed the target of 90.0% and the floor standard of 81.0%, which is 10% from the target: Red.",
        ], reconciliation.Differences.Select(cell => $"{cell.Ref} {cell.Published} {cell.Ours}: {cell.Why}"));
        Assert.All(reconciliation.Differences, cell => Assert.Equal("rating", cell.What));
        Assert.Equal(45, reconciliation.Cells.Count(cell => cell is { What: "figure", Outcome: Comparison.Same }));
        Assert.Equal(41, reconciliation.Cells.Count(cell => cell is { What: "target", Outcome: Comparison.Same }));
    }

    [Theory]
    [InlineData("94%", Comparison.Same)]
    [InlineData("94.4%", Comparison.Same)]
    [InlineData("94.44 [p]", Comparison.Same)]
    [InlineData("94.4% (provisional)", Comparison.Same)]
    [InlineData("94.5%", Comparison.Different)]
    [InlineData("95%", Comparison.Different)]
    [InlineData("n/a", Comparison.MissingInPublished)]
    [InlineData("93% (last figure, Dec 2019)", Comparison.MissingInPublished)]
    public void Compare_PrintedFigure_IsHeldToTheDecimalsItWasPrintedWith(string printed, Comparison outcome) =>
        Assert.Equal(outcome, Cell("figure", $"Ref,Mar 2020\nA,{printed}\n").Outcome);

    [Theory]
    [InlineData("Amber")]
    [InlineData("AMBER ▲")]
    [InlineData("A")]
    [InlineData("● Amber")]
    [InlineData("🟠")]
    [InlineData("Yellow")]
    public void Compare_RatingInWordsLettersOrShapes_IsUnderstood(string rating) =>
        Assert.Equal(Comparison.Same, Cell("rating", $"Ref,Period,RAG\nA,Mar 2020,{rating}\n").Outcome);

    [Fact]
    public void Compare_RatingThatIsNone_IsDifferentFromOurs()
    {
        Assert.Equal(Comparison.MissingInPublished, Cell("rating", "Ref,Period,RAG,Target\nA,Mar 2020,,95\nB,Mar 2020,Green,\n").Outcome);
        Assert.Contains("\"Purple\" is not a rating", Cell("rating", "Ref,Period,RAG\nA,Mar 2020,Purple\n").Why);
    }

    [Fact]
    public void Compare_YearToDateRating_StandsBehindTheYearToDate()
    {
        var cells = Compared(Ours(), Table("Ref,Indicator,Mar-20,RAG,Year to date,RAG,Target,Floor,Previous year,DoT\nA,Calls answered,94,Amber,94,Amber,95%,90%,93.0%,⇧\n")).Cells;

        Assert.Equal(
            ["figure", "rating", "year to date", "year-to-date rating", "target", "floor standard", "previous year"],
            cells.Where(cell => cell.Outcome == Comparison.Same && cell.Ref == "A").Select(cell => cell.What));
    }

    [Fact]
    public void Compare_WorkbookOfOurs_LastFigureInTheColumnBehind_IsNoFigureOfThisPeriod() =>
        Assert.Equal(Comparison.MissingInPublished, Cell("figure", "Ref,Period,Latest,Latest remark\nA,Mar 2020,93%,\"last figure, Dec 2019\"\n").Outcome);

    [Fact]
    public void Compare_RowByTitleAlone_IsMatchedWhereOneIndicatorHasIt() =>
        Assert.Equal("A", Cell("rating", "Performance indicator,Period,Status\ncalls   answered,March 2020,Amber\n").Ref);

    [Fact]
    public void Compare_WhatOneSideLacks_IsNamed()
    {
        var reconciliation = Compared(Ours(), Table("Ref,Period,Value,Rating\nA,Mar 2020,94.4,Amber\nZ9,Mar 2020,1,Red\n"));

        Assert.False(reconciliation.Agrees);
        Assert.Equal(["Z9 MissingInOurs", "B MissingInPublished"], reconciliation.Differences.Select(cell => $"{cell.Ref} {cell.Outcome}"));
    }

    [Fact]
    public void Compare_AskedForAPeriod_LeavesOtherPeriodsAside()
    {
        var reconciliation = Compared(Ours(), Table("Ref,Period,Value\nA,Feb 2020,11\nA,Mar 2020,94.4\nB,Q4 2019/20,7\n"), Period.Year(2019));

        Assert.True(reconciliation.Agrees);
        Assert.Contains("1 published row is for other periods and not compared.", reconciliation.Remarks);
    }

    [Fact]
    public void Compare_UnreadablePeriods_AreAllNamed() =>
        Assert.Equal(
            ["published.csv, row 2, column \"Period\": \"soon\" is not a period: write it like Apr 2019, Q1 2019/20 or 2019/20.",
             "published.csv, row 3, column \"Period\": \"later\" is not a period: write it like Apr 2019, Q1 2019/20 or 2019/20."],
            Assert.IsType<ReconcileResult.Refused>(Reconciler.Compare(new ReconcileRequest(Ours(), null, null, AsAt), Table("Ref,Period,Value\nA,soon,1\nB,later,2\n")))
                .Defects.Select(defect => defect.ToString()));

    [Fact]
    public void Compare_TheSheetThatTheRegisterCameFrom_Agrees()
    {
        var sheet = Table("Ref,Indicator,Polarity,Target,Floor,Q1 2019/20,Q2 2019/20\nA,Calls,higher,95,90,94.2,95\nB,Days lost,lower,8,9,8.04,12\n");
        var register = Assert.IsType<SheetResult.Read>(SheetReader.Read(sheet)).Register;

        Assert.True(Compared(register, sheet).Agrees);
        Assert.Equal(8, Compared(register, sheet).Cells.Count);
    }

    private ComparedCell Cell(string what, string csv) => Compared(Ours(), Table(csv)).Cells.First(cell => cell.What == what);

    private static Reconciliation Compared(Register register, IReadOnlyList<SourceTable> published, Period? period = null) =>
        Assert.IsType<ReconcileResult.Compared>(Reconciler.Compare(new ReconcileRequest(register, null, period, AsAt), published)).Reconciliation;

    /// <summary>A is at 94.44%, Amber, in March 2020; B at 7 in the last quarter.</summary>
    private Register Ours() => Assert.IsType<SheetResult.Read>(SheetReader.Read(Table(
        "Ref,Indicator,Frequency,Polarity,Unit,Roll-up,Target,Floor,Previous year,Feb 2020,Mar 2020\nA,Calls answered,month,higher,%,latest,95,90,93,94.9,94.44\nB,Visits,quarter,higher,number,latest,,,,,7\n"))).Register;

    private IReadOnlyList<SourceTable> Table(string csv) =>
        Assert.IsType<ReadResult.Read>(Sources.ReadAsItStands(folder.Write("published.csv", Encoding.UTF8.GetBytes(csv)))).Tables;
}

public sealed class WhyRatedTests
{
    [Theory]
    [InlineData(Polarity.HigherIsBetter, 95, 90, 0, 95, "95% reached the target of 95%, and reaching a level exactly is achieving it: Green.")]
    [InlineData(Polarity.HigherIsBetter, 95, 90, 0, 96, "96% is above the target of 95%, and higher is better: Green.")]
    [InlineData(Polarity.HigherIsBetter, 95, 90, 0, 90, "90% missed the target of 95% and reached the floor standard of 90%, and reaching a level exactly is achieving it: Amber.")]
    [InlineData(Polarity.LowerIsBetter, 5, 10, 0, 7, "7% missed the target of 5% but held the floor standard of 10% (lower is better): Amber.")]
    [InlineData(Polarity.LowerIsBetter, 5, null, 0, 7, "7% missed the target of 5% (lower is better), and there is no floor standard: Red.")]
    [InlineData(Polarity.ClosestIsBetter, 100, 90, 2, 98, "98% is within 2% of the target of 100%, and closest is better: Green.")]
    public void Of_AnyRating_SaysWhatItWasWorkedOutFrom(Polarity polarity, int level, int? floor, int tolerance, int value, string sentence)
    {
        var definition = new Core.Indicators.Definition(Core.Indicators.IndicatorKind.Kpi, new Core.Indicators.Unit("%"), 0, polarity, Frequency.Month, Core.Indicators.RollUp.Latest);
        var target = new Target(level, floor, polarity, tolerance);
        var rated = new Series(definition, [new SeriesPoint(Period.Month(2020, 3), new Core.Observations.Observation(value), target)]).Rate()[0];

        Assert.Equal(sentence, WhyRated.Of(definition, rated.Latest));
    }
}
