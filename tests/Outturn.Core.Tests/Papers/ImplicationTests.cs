using Outturn.Core.Dashboards;
using Outturn.Core.Papers;
using Outturn.Core.People;

namespace Outturn.Core.Tests.Papers;

public sealed class ImplicationTests
{
    private static readonly Committee Housing = new("Housing Committee", "Housing", ["dashboard"]);
    private static readonly Committee Roads = new("Roads Committee", "Roads", ["dashboard"]);
    private static readonly Report Scorecard = new("Scorecard", ReportKind.Dashboard, Housing, 1);
    private static readonly DateOnly July = new(2020, 7, 29);

    [Fact]
    public void Blocks_stand_in_the_order_of_the_house_and_the_row_for_one_committee_chooses_its_wording()
    {
        var register = Register(
            [Block("legal", 1), Block("equality", 2), Block("legal", 3) with { For = Roads.Name, Wording = "none" }],
            ("block-legal", "Standard."), ("block-legal-none", "None."), ("block-equality", "Screened."));
        Assert.Equal(["Standard.", "Screened."], Texts(register, Housing, null));
        Assert.Equal(["None.", "Screened."], Texts(register, Roads, null));
    }

    [Fact]
    public void Words_for_one_meeting_go_before_the_standard_ones_and_a_committees_own_before_those_for_all()
    {
        var register = Register([Block("legal", 1)], ("block-legal", "Standard."), ("roads/block-legal", "For roads."), ("housing/block-legal-on-2020-07-29", "In July alone."));
        Assert.Equal(["In July alone."], Texts(register, Housing, July));
        Assert.Equal(["Standard."], Texts(register, Housing, July.AddDays(1)));
        Assert.Equal(["For roads."], Texts(register, Roads, July));
    }

    [Fact]
    public void Obligatory_block_that_nobody_has_written_is_missing_and_an_optional_one_is_left_out()
    {
        var register = Register([Block("legal", 1) with { IsObligatory = true }, Block("climate", 2)], ("block-legal", "  "));
        var missing = Assert.Single(Implications.Of(register, Housing, null, July));
        Assert.True(missing.IsMissing);
        Assert.Equal("block-legal", missing.Place);
        Assert.False(Assert.Single(Implications.Of(Register([Block("legal", 1) with { IsObligatory = true }], ("block-legal", "Written.")), Housing, null, July)).IsMissing);
    }

    [Fact]
    public void Lines_to_be_signed_are_those_for_every_paper_and_those_of_the_report_or_else_of_its_committee()
    {
        var post = new Post("mo", "Monitoring Officer");
        var house = new House { Signatures = [new("Cleared by", post, null, 2), new("Agreed by", post, Housing.Name, 1), new("Noted by", post, Scorecard.Name, 3)] };
        Assert.Equal(["Agreed by", "Cleared by"], house.SignaturesOf(Housing.Name, null).Select(line => line.Label));
        Assert.Equal(["Cleared by", "Noted by"], house.SignaturesOf(Housing.Name, Scorecard.Name).Select(line => line.Label));
        Assert.Equal(["Agreed by", "Cleared by"], house.SignaturesOf(Housing.Name, "Another").Select(line => line.Label));
        Assert.Equal(["Cleared by"], house.SignaturesOf(Roads.Name, null).Select(line => line.Label));
    }

    [Theory]
    [InlineData("Unrestricted", true)]
    [InlineData("public", true)]
    [InlineData("Exempt", false)]
    [InlineData("Official sensitive", false)]
    [InlineData("Whatever", false)]
    public void Paper_is_open_only_where_its_classification_says_so(string classification, bool isPublic) =>
        Assert.Equal(isPublic, (new Council("Testshire", "T") with { Classification = classification }).IsPublic);

    private static TextBlock Block(string name, int order) => new(name, name, false, null, null, order);

    private static string[] Texts(Register register, Committee committee, DateOnly? meeting) => [.. Implications.Of(register.For(committee), committee, null, meeting).Select(implication => implication.Text ?? "missing")];

    private static Register Register(IReadOnlyList<TextBlock> blocks, params (string Place, string Text)[] texts) =>
        new(new Council("Testshire", "T"), [], [], [Housing, Roads], [], [], texts.ToDictionary(text => text.Place, text => text.Text)) { House = new House { Blocks = blocks } };
}
