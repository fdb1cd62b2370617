using FsCheck.Fluent;
using Outturn.Core.Papers;

namespace Outturn.Core.Tests.Papers;

public sealed class FileNamePatternTests
{
    private static readonly PaperFacts Facts = new(
        "Wealdshire County Council", "Adults & Children: Cabinet Committee", "Adults/Children", "Performance Dashboard, 2019/20", "2019/20", new DateOnly(2020, 7, 29), "7");

    [Theory]
    [InlineData("{committee} {meeting:yyyy-MM-dd} Item {item} {title}", "Adults and Children - Cabinet Committee 2020-07-29 Item 7 Performance Dashboard, 2019-20")]
    [InlineData("{short_name} {period}", "Adults-Children 2019-20")]
    [InlineData("{meeting:dd.MM.yyyy}_{item}", "29.07.2020_7")]
    [InlineData("{council}", "Wealdshire County Council")]
    public void House_names_its_papers_by_its_own_pattern(string pattern, string name) => Assert.Equal(name, Read(pattern).Of(Facts).Name);

    [Fact]
    public void What_is_not_known_is_left_out_in_brackets_and_refused_outside_them()
    {
        var unknown = Facts with { Meeting = null, Item = null };
        Assert.Equal("Adults-Children Performance Dashboard, 2019-20", Read("{short_name}[ {meeting}][ Item {item}] {title}").Of(unknown).Name);
        Assert.Contains("item's number", Read("{item} {title}").Of(unknown).Refusal, StringComparison.Ordinal);
        Assert.Contains("no meeting", Read("{meeting} {title}").Of(unknown).Refusal, StringComparison.Ordinal);
        Assert.Contains("no single committee", Read("{committee}").Of(Facts with { Committee = null }).Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{titel}", "no field {titel}")]
    [InlineData("{title", "not closed")]
    [InlineData("{title}: draft", "\":\"")]
    [InlineData("{title}/x", "\"/\"")]
    [InlineData("Report", "names nothing")]
    [InlineData("{title}}", "not opened")]
    [InlineData("[{title}", "not closed")]
    [InlineData("{title}[ draft]", "at least one field")]
    [InlineData("[{title}[{item}]]", "not each other")]
    [InlineData("{item:dd}", "takes no form")]
    [InlineData("{meeting:HH}", "form of a day")]
    public void Pattern_that_cannot_name_a_file_is_refused_with_the_reason(string pattern, string reason)
    {
        Assert.Null(FileNamePattern.Read(pattern, out var refusal));
        Assert.Contains(reason, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Title_that_is_too_long_is_cut_at_the_end_of_a_word_and_the_rest_stays_whole()
    {
        var name = Read("{title} Item {item}").Of(Facts with { Title = string.Join(' ', Enumerable.Repeat("performance", 20)) }).Name!;
        Assert.True(name.Length <= FileNamePattern.MostLetters);
        Assert.EndsWith("performance Item 7", name, StringComparison.Ordinal);
        Assert.Contains("agenda systems take", Read("{committee}").Of(Facts with { Committee = new string('a', 200) }).Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("con")]
    [InlineData("COM1")]
    [InlineData("nul.x")]
    public void Name_of_a_device_of_Windows_is_refused(string title) => Assert.Contains("device", Read("{title}").Of(Facts with { Title = title }).Refusal, StringComparison.Ordinal);

    [Fact]
    public void Whatever_a_committee_and_a_title_are_called_the_name_is_safe_or_refused() =>
        Holds.Always(Prop.ForAll(ArbMap.Default.ArbFor<string[]>(), words =>
        {
            var (committee, title, item) = (words?.ElementAtOrDefault(0), words?.ElementAtOrDefault(1) ?? "", words?.ElementAtOrDefault(2));
            var naming = Read("{title}[ {committee}][ Item {item}]").Of(new PaperFacts("C", committee, null, title, "2019/20", null, item));
            return naming.Name is not { } name ? naming.Refusal is { Length: > 0 }
                : name.Length is >= 1 and <= FileNamePattern.MostLetters && name.All(c => char.IsAsciiLetterOrDigit(c) || " -_,.()".Contains(c)) && !name.Contains("..", StringComparison.Ordinal) && name[^1] is not ('.' or ' ') && name[0] is not ('.' or ' ');
        }));

    private static FileNamePattern Read(string pattern) => FileNamePattern.Read(pattern, out var refusal) ?? throw new ArgumentException(refusal);
}
