using FsCheck;
using FsCheck.Fluent;
using Outturn.App;
using Outturn.App.Registers;
using Outturn.App.Review.Workbook;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Review;
using Outturn.Core.Targets;
using Outturn.Core.Tests;
using Outturn.Tests.Collection.Templates;
using Outturn.Tests.Import;

namespace Outturn.Tests.Review;

/// <summary>Whatever is proposed comes back from a workbook as it was.</summary>
public sealed class AnyProposalTests : IDisposable
{
    private static readonly Period Year = Period.Year(2026);
    private static readonly Service Service = new("Contact Centre", 1);
    private static readonly Committee[] Committees = [new("Policy and Resources", "P&R", ["dashboard"]), new("Scrutiny", "Scrutiny", ["dashboard"])];

    private static readonly string[] Texts =
        ["Because.", "Two lines\nof it", "= SUM(A1)", "-1", "_x0041_", "\"quoted\", with commas; and more", "ünïcode 漢 🏛", " spaces around ", "100", "yes", "01/02/2026", "&amp; <b>", "'quote first", "9999999999999999999"];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Any_proposals_come_back_from_an_untouched_workbook_as_they_were() => Prop.ForAll(Registers.ToArbitrary(), register =>
    {
        var (rows, errors) = Read(register, Written(register));
        var review = AnnualReview.Of(register, Year, null);
        Assert.Empty(errors);
        Assert.Equal(review.Items.Select(item => item.Ref), rows.Select(row => row.Ref));
        Assert.All(rows, row => Assert.Equal(ReadProposalKind.Unchanged, row.Kind));
        Assert.Equal(review.Items.Select(item => PlainProposal.Of(item.Proposal!, register.Find(item.Ref)?.Indicator)), rows.Select(row => row.Proposal));
    }).Always();

    [Fact]
    public void A_workbook_in_which_one_cell_was_changed_does_not_pass_for_an_untouched_one() => Prop.ForAll(Registers.ToArbitrary(), register =>
    {
        using var editor = new TemplateEditor(Written(register), "Proposals");
        editor.Type(editor.Below.First(), "Rationale", "Something that nobody had said.");
        var (rows, _) = Read(register, editor.Save());
        Assert.Equal("Something that nobody had said.", rows[0].Proposal!.Rationale);
        Assert.Equal([ReadProposalKind.Proposed, .. rows.Skip(1).Select(_ => ReadProposalKind.Unchanged)], rows.Select(row => row.Kind));
    }).Always(20);

    private static byte[] Written(Register register)
    {
        using var stream = new MemoryStream();
        var items = AnnualReview.Of(register, Year, null).Items.ToList();
        ProposalWorkbook.Write(stream, new ProposalContent(new ProposalStamp("0f3c9d2a", 57, new DateOnly(2026, 1, 5), Year, Service.Name), register.Council, items));
        return stream.ToArray();
    }

    private (IReadOnlyList<ReadProposal> Rows, IReadOnlyList<Defect> Errors) Read(Register register, byte[] workbook)
    {
        List<Defect> defects = [];
        var file = ProposalTable.Read(folder.Write("any.xlsx", workbook), defects)!;
        var review = AnnualReview.Of(register, Year, null);
        var rows = new ProposalRows(CouncilTable.Of(file.Table, ProposalColumns.Shape, defects)!, file.Stamp, review, review, "service", _ => true, false, defects).Read();
        return (rows, [.. defects.Where(defect => defect.Severity == Severity.Error && !defect.Reason.Contains("To keep changes nothing", StringComparison.Ordinal) && !defect.Reason.Contains("Nothing is amended", StringComparison.Ordinal))]);
    }

    private static Gen<string> Text { get; } = Gen.Elements(Texts);

    private static Gen<string?> Maybe { get; } = Gen.OneOf(Gen.Constant<string?>(null), Text.Select(text => (string?)text));

    private static Gen<IndicatorHistory> Known(int number) =>
        from kind in Gen.Elements(IndicatorKind.Kpi, IndicatorKind.Kpi, IndicatorKind.Activity)
        from unit in Gen.Elements("%", "days", "number", "£")
        from target in Given.Target
        from current in Given.Number
        from frequency in Gen.Elements(Frequency.Month, Frequency.Quarter, Frequency.Year, Frequency.Academic, Frequency.Calendar)
        from range in Range
        from proposal in Proposal(kind, target, range)
        let definition = new Definition(kind, new Unit(unit), 1, kind == IndicatorKind.Kpi ? target.Polarity : null, frequency, RollUp.Latest)
        let indicator = new Indicator($"CS{number:00}", $"Indicator {number}", Service, [Committees[0]], definition)
        let levels = new Levels(new DateOnly(2020, 1, 1), DateOnly.MaxValue, kind == IndicatorKind.Kpi ? new Target(current, null, target.Polarity, target.Tolerance) : null, kind == IndicatorKind.Activity ? new ExpectedRange(1, 2) : null)
        select new IndicatorHistory(indicator, new TargetHistory([levels]), [], [], [proposal with { Year = Core.Collection.NewYear.OwnYear(indicator, Year) }]);

    private static Gen<Proposal> Proposal(IndicatorKind kind, Target target, ExpectedRange range) =>
        from decision in Gen.Elements(Decision.Keep, Decision.Amend, Decision.Remove, Decision.Replace)
        from rationale in Text
        from sheet in Sheet
        from breaks in Gen.Elements(true, false)
        from benchmark in Gen.OneOf(Gen.Constant((decimal?)null), Given.Number.Select(number => (decimal?)number))
        from source in Maybe
        from outcome in Maybe
        select new Proposal(Year, decision, kind == IndicatorKind.Kpi ? target : null, kind == IndicatorKind.Activity ? range : null, rationale)
        {
            Sheet = sheet, Breaks = breaks, Successor = decision == Decision.Replace ? "CS02" : null, Benchmark = benchmark, BenchmarkSource = source, Outcome = outcome,
        };

    private static Gen<SheetChange?> Sheet { get; } =
        from title in Maybe
        from meaning in Maybe
        from numerator in Maybe
        from duty in Maybe
        from contract in Maybe
        from decimals in Gen.Elements<int?>(null, 0, 3)
        from lag in Gen.Elements<int?>(null, 0, 40)
        from rollUp in Gen.Elements<RollUp?>(null, RollUp.Mean, RollUp.Latest)
        from basis in Gen.Elements<Basis?>(null, Basis.Cumulative)
        from committees in Gen.Elements(null, "Scrutiny", "Policy and Resources;Scrutiny")
        let sheet = new SheetChange
        {
            Title = title, Meaning = meaning, Numerator = numerator, Denominator = duty, Duty = duty, Contract = contract, Source = contract, Priority = meaning, Decimals = decimals, LagDays = lag, RollUp = rollUp, Basis = basis, Committees = committees,
        }
        select sheet.IsEmpty ? null : sheet;

    private static Gen<ExpectedRange> Range { get; } =
        from lower in Given.Number
        from width in Given.Number
        from side in Gen.Choose(0, 2)
        select new ExpectedRange(side == 1 ? null : lower, side == 2 ? null : lower + Math.Abs(width));

    private static Gen<IndicatorHistory> Begun { get; } =
        from target in Given.Target
        from rationale in Text
        from title in Text
        from meaning in Text
        from unit in Gen.Elements("%", "days", "£")
        from frequency in Gen.Elements(Frequency.Month, Frequency.Academic)
        let sheet = new SheetChange { Title = title, Service = Service.Name, Committees = "Scrutiny", Unit = unit, Polarity = target.Polarity, Frequency = frequency, Meaning = meaning, Kind = IndicatorKind.Kpi }
        let whole = sheet.Whole("CS90", Year.First, rationale, [Service], Committees)
        select new IndicatorHistory(whole, new TargetHistory([]), [], [], [new Proposal(Core.Collection.NewYear.OwnYear(whole, Year), Decision.New, target, null, rationale) { Sheet = sheet }]);

    private static Gen<Register> Registers { get; } =
        from known in Gen.Choose(2, 6).SelectMany(count => Gen.CollectToList(Enumerable.Range(1, count).Select(Known)))
        from begun in Begun
        select new Register(new Council("Wealdshire County Council", "WEA"), [], [Service], Committees, [], [.. known], new Dictionary<string, string>()) { Proposed = [begun] };
}
