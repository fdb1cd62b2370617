using Outturn.App.Registers;
using Outturn.App.Release;
using Outturn.Core.Release;
using Outturn.Reports;
using Outturn.Reports.Issued;
using Outturn.Reports.Papers;
using Outturn.Tests.Papers;
using Outturn.Tests.Registers;
using Outturn.Web.Release;

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

    [Fact]
    public void What_was_changed_and_is_printed_alike_is_told_with_the_decimals_that_show_it_and_so_is_the_year_before()
    {
        var (_, _, revisions) = Between(line => true, line => line.Replace("GL02,Mar 2026,,199,232", "GL02,Mar 2026,,200,232", StringComparison.Ordinal).Replace("GL02,Mar 2025,,203,223", "GL02,Mar 2025,,180,223", StringComparison.Ordinal));
        Assert.Contains(revisions, revision => revision is { Ref: "GL02", Period: "Mar 2026", What: Revisions.Figure, Old: "85.8%", New: "86.2%" });
        Assert.Contains(revisions, revision => revision is { Ref: "GL02", Period: "Mar 2026", What: "a year before" });
    }

    [Fact]
    public async Task A_correction_after_a_supplement_tells_its_own_changes_and_not_those_of_the_supplement_again()
    {
        using var county = await ReleasedCounty.IssuedAsync();
        async Task<IReadOnlyList<Revision>> NextAsync(EditionKind kind, int indicator)
        {
            var all = (await county.DraftAsync()).Rated!.Dashboard.Indicators.Where(one => one.Indicator.Formula is null && one.Indicator.PartOf is null && one.Rated.Point.Observation.IsPresent).ToList();
            await county.ReviseAsync(all[indicator]);
            ReleasedCounty.Taken(await ReportSteps.BeginEditionAsync(county.Store, ReleasedCounty.Report, kind, "analyst", "A reason.", default));
            await county.SignOffAsync();
            await county.ScheduleAsync(county.Test.Clock.Now);
            Assert.Single(await Issuing.IssueDueAsync(county.Store, county.Test.Clock.Now, default));
            return (await EditionMaking.ReadAsync(county.Store, (await county.LifeAsync()).LastSaid!.Digest, default))!.Revisions;
        }

        var supplement = await NextAsync(EditionKind.Supplement, 0);
        var correction = await NextAsync(EditionKind.Correction, 3);
        Assert.NotEmpty(supplement);
        Assert.NotEmpty(correction);
        Assert.Empty(correction.Select(revision => revision.Ref).Intersect(supplement.Select(revision => revision.Ref)));
    }

    [Fact]
    public async Task The_checklist_names_what_another_report_has_published_otherwise_and_a_correction_without_a_change()
    {
        using var county = await ReleasedCounty.IssuedAsync();
        var now = await county.NowAsync();
        var quarterly = now.Register!.Reports[0];
        var revised = (await county.DraftAsync()).Rated!.Dashboard.Indicators.First(one => one.Indicator.Reports.Contains(quarterly) && one.Indicator.Formula is null && one.Indicator.PartOf is null && one.Rated.Point.Observation.IsPresent);
        var life = (await county.Drafts.NewAsync(now, Core.Release.ReportLife.OfDashboard(quarterly.Committee, quarterly, new DateOnly(2026, 3, 31)), default)).Life!;
        ReleasedCounty.Taken(await ReportSteps.BeginAsync(county.Store, life, "analyst", default));
        ReleasedCounty.Taken(await ReportSteps.BeginEditionAsync(county.Store, ReleasedCounty.Report, EditionKind.Correction, "analyst", "A reason.", default));
        async Task<IReadOnlyList<ChecklistItem>> ChecklistAsync(string name)
        {
            var known = await county.NowAsync();
            return await new ReportChecks(county.Store).OfAsync(known, known.Life(name)!, (await county.Drafts.OfAsync(known, known.Life(name)!, default)).Draft!, default);
        }

        Assert.DoesNotContain(await ChecklistAsync(life.Name), item => item.Check == Check.PublishedOtherwise);
        Assert.Contains(await ChecklistAsync(ReleasedCounty.Report), item => item.Check == Check.Unchanged);
        await county.ReviseAsync(revised);
        var found = Assert.Single(await ChecklistAsync(life.Name), item => item.Check == Check.PublishedOtherwise);
        Assert.Contains($"{revised.Indicator.Ref} was published otherwise: in Policy and Resources Cabinet Committee, results to March 2026", found.Said, StringComparison.Ordinal);
        Assert.DoesNotContain(await ChecklistAsync(ReleasedCounty.Report), item => item.Check == Check.Unchanged);
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
