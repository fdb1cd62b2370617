using Outturn.App.Registers;
using Outturn.Core.Release;
using Outturn.Reports;
using Outturn.Reports.Issued;
using Outturn.Reports.Papers;
using Outturn.Tests.Papers;
using Outturn.Tests.Registers;

namespace Outturn.Tests.Release;

/// <summary>A supplement is one page: a row for each figure that arrived, with all that is worked out of it, and one for each that is other.</summary>
public sealed class SupplementTests
{
    private static readonly EditionHead Head = new(ReleasedCounty.Report, 2, EditionKind.Supplement, new DateTime(2026, 8, 3, 8, 30, 0, DateTimeKind.Utc), "Two figures came late.");

    [Fact]
    public void What_arrived_is_a_row_for_each_figure_and_the_counts_say_what_it_came_to()
    {
        var (issued, now, revisions) = Between(line => !line.StartsWith("GL02,Mar 2026", StringComparison.Ordinal) && !line.StartsWith("CS01,Mar 2026", StringComparison.Ordinal), line => line);
        var tables = Tables(LaterPapers.Supplement(issued, now, Head, revisions));
        var row = Assert.Single(tables).Rows;
        Assert.Equal(["Indicator", "Period", "Figure", "Rating", "Year to date", "Direction of travel"], row[0]);
        Assert.Equal([["CS01", "Mar 2026", "98%", "Green"], ["GL02", "Mar 2026", "86%", "Red"]], row.Skip(1).Select(cells => cells.Take(4).Select((cell, at) => at == 0 ? cell[..4] : cell).ToArray()).ToArray());
        Assert.All(row.Skip(1), cells => Assert.Matches("^[0-9]+%, (Green|Red)$", cells[4]));
        var said = string.Join(' ', Texts(LaterPapers.Supplement(issued, now, Head, revisions)));
        Assert.Contains("3 are now Red (2 in the report)", said, StringComparison.Ordinal);
        Assert.Contains("Nothing else has changed.", said, StringComparison.Ordinal);
        Assert.Contains("GL02 ", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_was_put_right_is_one_row_with_the_old_beside_the_new()
    {
        var (issued, now, revisions) = Between(line => true, line => line.Replace("GL02,Mar 2026,,199,232", "GL02,Mar 2026,,228,232", StringComparison.Ordinal));
        var rows = Assert.Single(Tables(LaterPapers.Supplement(issued, now, Head, revisions))).Rows;
        Assert.Equal(["Indicator", "Period", "What is other"], rows[0]);
        Assert.Matches("^figure 98% \\(was 86%\\); rating Green \\(was Red\\)", Assert.Single(rows.Skip(1))[2]);
        Assert.Contains("No figure has arrived.", Texts(LaterPapers.Supplement(issued, now, Head, revisions)));
    }

    /// <summary>The report as it was issued without some rows of figures and their commentary, and as it is with others.</summary>
    private static (IssuedEdition Issued, RatedPaper Now, IReadOnlyList<Revision> Revisions) Between(Func<string, bool> keptThen, Func<string, string> changedSince)
    {
        var (then, now) = (Paper(lines => lines.Where(keptThen)), Paper(lines => lines.Select(changedSince)));
        var issued = IssuedEditions.Of(then, new EditionHead(ReleasedCounty.Report, 1, EditionKind.Issue, new DateTime(2026, 7, 7, 8, 30, 0, DateTimeKind.Utc), null), []);
        return (issued, now, Revisions.Between(issued.Dashboard!, IssuedEditions.Of(now.Dashboard)));
    }

    private static RatedPaper Paper(Func<IEnumerable<string>, IEnumerable<string>> edit)
    {
        using var copy = new ReportVerb().CopyOf(Examples.County);
        foreach (var file in (string[])["observations.csv", "commentary.csv"])
        {
            var path = Path.Combine(copy.Council, file);
            File.WriteAllLines(path, [.. edit(File.ReadAllLines(path))]);
        }

        var register = Assert.IsType<FolderResult.Read>(CouncilFolder.Read(copy.Council)).Register;
        var requested = RequestedPapers.Of(register, null, register.Committees[0].Name, "2025/26", new DateOnly(2026, 7, 1));
        return requested is RequestedPapers.Refused refused ? throw new InvalidOperationException(refused.Reason) : ((RequestedPapers.Made)requested).Papers[0];
    }

    private static IReadOnlyList<PaperTable> Tables(RatedPaper supplement)
    {
        using var html = new MemoryStream();
        supplement.Write(PaperFormat.Html, html);
        return PaperTables.OfHtml(html.ToArray());
    }

    private static List<string> Texts(RatedPaper supplement) =>
        [.. supplement.Document.Sections.SelectMany(section => section.Blocks).SelectMany(block => block switch { Paragraph paragraph => [paragraph], BulletList list => list.Items, _ => Array.Empty<Paragraph>() }).Select(paragraph => string.Concat(paragraph.Runs.Select(run => run.Text)))];
}
