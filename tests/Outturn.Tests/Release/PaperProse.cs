using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Outturn.Tests.Papers;
using Outturn.Tests.Reports.Word;

namespace Outturn.Tests.Release;

/// <summary>The numbers of a paper that stand in no table and in no chart, in the order in which they are read.</summary>
internal static partial class PaperProse
{
    public static IReadOnlyList<string> OfHtml(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        var page = new HtmlParser().ParseDocument(stream);
        foreach (var other in page.QuerySelectorAll("header :not(.notice), nav, figure, thead, tbody, footer, .skip, style").Where(other => other.QuerySelector(".notice") is null).ToList())
        {
            other.Remove();
        }

        return Numbers(string.Join('\n', page.Body!.Descendants<IText>().Select(text => text.Data)));
    }

    public static IReadOnlyList<string> OfWord(byte[] bytes)
    {
        using var file = new WordFile(bytes);
        return Numbers(string.Join('\n', file.Body.Elements(WordFile.W + "p").Select(WordFile.Text)));
    }

    /// <summary>From the tags of a PDF, as a screen reader finds them.</summary>
    public static IReadOnlyList<string> OfTags(string tags)
    {
        var (said, inside) = (new StringBuilder(), -1);
        foreach (var line in tags.Split('\n'))
        {
            var (text, depth) = (line.Trim(), line.Length - line.TrimStart().Length);
            inside = text.Length > 0 && depth <= inside ? -1 : inside;
            if (inside < 0 && (text.StartsWith("Table", StringComparison.Ordinal) || text.StartsWith("Figure", StringComparison.Ordinal)))
            {
                inside = depth;
            }
            else if (inside < 0)
            {
                // A line of print may end within a word of the next: what is quoted says whether with a space.
                said.Append(text is ['"', .. var quoted, '"'] ? quoted : "\n");
            }
        }

        return Numbers(said.ToString());
    }

    /// <summary>What the alternative texts of the charts say, in order.</summary>
    public static IReadOnlyList<string> AlternativesOfHtml(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return [.. new HtmlParser().ParseDocument(stream).QuerySelectorAll("figure svg desc").Select(text => PaperTables.Plain(text.TextContent))];
    }

    public static IReadOnlyList<string> AlternativesOfWord(byte[] bytes)
    {
        using var file = new WordFile(bytes);
        return [.. file.Body.Descendants(WordFile.Wp + "docPr").Select(frame => PaperTables.Plain(frame.Attribute("descr")!.Value))];
    }

    /// <summary>Title and description are one text there.</summary>
    public static IReadOnlyList<string> AlternativesOfPdf(byte[] bytes) =>
        [.. Alternative().Matches(PdfSource.Of(bytes)).Select(text => PaperTables.Plain(Encoding.BigEndianUnicode.GetString(Convert.FromHexString(text.Groups[1].Value)).TrimStart('\ufeff')))];

    private static List<string> Numbers(string text) => [.. Number().Matches(text).Select(number => number.Value.TrimEnd('.', ',', '/'))];

    [GeneratedRegex(@"£?\d[\d,./]*%?")]
    private static partial Regex Number();

    [GeneratedRegex("/Alt <([0-9a-f]+)>")]
    private static partial Regex Alternative();
}
