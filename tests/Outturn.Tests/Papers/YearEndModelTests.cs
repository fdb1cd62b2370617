using Outturn.Tests.Reports.Word;

namespace Outturn.Tests.Papers;

/// <summary>
/// The paper set beside a real one, paragraph by paragraph: the year-end dashboard report that Kent County Council's Policy and
/// Resources Cabinet Committee had on 29 July 2020 (names left out). The same facts stand in the same places, in our own words.
/// </summary>
public sealed class YearEndModelTests(YearEndPaper paper) : IClassFixture<YearEndPaper>
{
    private static readonly string[] Model = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Papers", "year-end-dashboard-2020.txt"));

    /// <summary>Where a fact stands in the model, where in ours, and the facts; a fact with | says the model's wording and ours.</summary>
    public static TheoryData<string, string, string[]> Paragraphs => new()
    {
        { "From:", "From:", ["Leader of", "County Council"] },
        { "[name], Deputy Leader", "From:", ["Deputy Leader and Cabinet Member for Finance,"] },
        { "[name], Cabinet Member", "From:", ["Cabinet Member for Communications,"] },
        { "[name], Corporate Director", "From:", ["Corporate Director for Strategic and Corporate"] },
        { "To:", "To:", ["Policy and Resources Cabinet Committee – 29 July 2020"] },
        { "Subject:", "Subject:", ["Strategic and Corporate Services Performance Dashboard"] },
        { "Classification:", "Classification:", ["Unrestricted"] },
        { "The Strategic and Corporate", "The Strategic and Corporate", ["Strategic and Corporate Services Performance Dashboard", "targets set for", "Key Performance Indicators (KPIs)", "year end report|year-end report", "proposed KPIs and targets for next year|KPIs and targets proposed for 2020/21"] },
        { "21 of the 25 KPIs", "Of the 25 KPIs", ["21", "25 KPIs", "Green", "3", "Amber", "1", "Red", "Freedom of Information Act requests completed within 20 working days"] },
        { "The Policy and Resources", "The Policy and Resources", ["The Policy and Resources Cabinet Committee is asked to NOTE", "Strategic and Corporate Services", "2020-21|2020/21"] },
        { "1. Introduction", "1. Introduction", ["Introduction"] },
        { "1.1.", "1.1.", ["review", "functions", "within", "remit", "third and final report for the 2019/20 financial year", "throughout the year|through the year"] },
        { "2. Performance", "2. Performance", ["Performance Dashboard"] },
        { "- 2.1.", "2.1.", ["year-end results to March 2020", "attached", "Appendix 1"] },
        { "- 2.2.", "2.2.", ["25 Key Performance Indicators (KPIs)", "2019/20", "May 2019", "came before the", "for comment", "activity indicators", "context"] },
        { "- 2.3.", "2.3.", ["RAG", "Red", "Amber", "Green", "progress against target", "Guidance Notes|guidance notes", "Appendix 1"] },
        { "- 2.4.", "2.4.", ["25 KPIs", "latest RAG status|latest ratings"] },
        { "- 21 are rated Green", "21 are Green", ["21 are", "Green", "target was achieved or exceeded|target was achieved or passed"] },
        { "- 3 are rated Amber", "3 are Amber", ["3 are", "Amber", "floor standard", "target"] },
        { "- 1 is rated Red", "1 is Red", ["1 is", "Red", "floor standard"] },
        { "- 2.5.", "2.5.", ["Freedom of Information Act requests completed within 20 working days", "KPI", "rated Red|rated Red", "Red"] },
        { "- 2.6.", "2.10.", ["2020-21|2020/21", "attached", "Appendix 2", "largely unchanged from", "2019-20|2019/20", "except for increases in floor standard for two indicators", "CS04a", "CS04b"] },
        { "3. Recommendation(s)", "3. Recommendation(s)", ["Recommendation(s)"] },
        { "4. Contact details", "4. Contact details", ["Contact details"] },
        { "Report Author", "Report author", ["Report Author|Report author"] },
        { "Chief Analyst", "Report author", ["Chief Analyst"] },
        { "Relevant Director", "Relevant director", ["Relevant Director|Relevant director"] },
        { "Strategic Commissioner", "Relevant director", ["Strategic Commissioner"] },
    };

    [Theory]
    [MemberData(nameof(Paragraphs))]
    public void Cover_EveryParagraphOfTheModel_HasItsFactsInOurs(string theirs, string ours, string[] facts)
    {
        var (model, own) = (string.Join(' ', Model.Where(line => line.TrimStart().StartsWith(theirs, StringComparison.Ordinal))), Own(ours));
        Assert.All(facts, fact =>
        {
            var wordings = fact.Split('|');
            Assert.Contains(wordings[0], model);
            Assert.Contains(wordings[^1], own);
        });
    }

    [Fact]
    public void Cover_ParagraphsStandInTheOrderOfTheModel()
    {
        var own = Text();
        var places = Paragraphs.Select(row => (string)row[1]).Distinct().Select(start => own.FindIndex(line => line.StartsWith(start, StringComparison.Ordinal))).ToList();

        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Cover_RecommendationAtTheEnd_IsTheOneAtTheTopWordForWord()
    {
        var (own, top) = (Text(), Own("The Policy and Resources"));
        Assert.Equal(2, own.Count(line => line == top));
    }

    [Fact]
    public void Cover_NoSentenceOfTheModel_IsCopied()
    {
        var own = Text();
        Assert.DoesNotContain(
            Model.SelectMany(line => line.Split(". ")).Select(sentence => sentence.Trim(' ', '.', '-', ';')).Where(sentence => sentence.Length > 60 && !sentence.StartsWith("Subject", StringComparison.Ordinal)),
            sentence => own.Any(line => line.Contains(sentence, StringComparison.Ordinal)));
    }

    private string Own(string start) => Text().First(line => line.StartsWith(start, StringComparison.Ordinal));

    /// <summary>The paragraphs of the Word file, each on one line.</summary>
    private List<string> Text()
    {
        using var file = new WordFile(paper.Bytes("docx"));
        return [.. file.Paragraphs.Select(paragraph => PaperTables.Plain(paragraph.Text))];
    }
}
