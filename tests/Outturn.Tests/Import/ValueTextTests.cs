using Outturn.App.Import;

namespace Outturn.Tests.Import;

public class ValueTextTests
{
    [Fact]
    public void Parse_Blank_IsAwaitedNotZero() => Assert.Equal(default, ValueText.Parse("  "));

    [Theory]
    [InlineData("94.2", null)]
    [InlineData("94.2 [p]", "p")]
    [InlineData("94.2[R]", "r")]
    [InlineData("94.2 [ u ]", "u")]
    public void Parse_Value_KeepsItsMarker(string text, string? marker) =>
        Assert.Equal(new ValueText(94.2m, marker, null), ValueText.Parse(text));

    [Theory]
    [InlineData("[x]", "x")]
    [InlineData(" [Z] ", "z")]
    [InlineData("[c]", "c")]
    [InlineData("[LOW]", "low")]
    [InlineData("[u]", "u")]
    public void Parse_MarkerAlone_SaysWhyThereIsNoValue(string text, string marker) =>
        Assert.Equal(new ValueText(null, marker, null), ValueText.Parse(text));

    [Theory]
    [InlineData("[p]", "The mark [p] needs a value before it")]
    [InlineData("[R]", "The mark [r] needs a value before it")]
    [InlineData("94.2 [x]", "says that there is none")]
    [InlineData("94.2 [p] [r]", "more than one marker")]
    [InlineData("94.2 [q]", "no known marker")]
    [InlineData("[]", "no known marker")]
    [InlineData("£3k [p]", "\"£3k\" is not a number: write 3000.")]
    [InlineData("[x] 5", "is not a number")]
    [InlineData("x]", "is not a number")]
    public void Parse_MarkerThatDoesNotFit_IsRefusedByName(string text, string reason)
    {
        var read = ValueText.Parse(text);

        Assert.Contains(reason, read.Refusal);
        Assert.Null(read.Value);
        Assert.Null(read.Marker);
    }

    [Fact]
    public void Parse_Percentage_IsReadInItsUnit() => Assert.Equal(new ValueText(94.2m, "p", null), ValueText.Parse("94.2% [p]", "%"));
}
