using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;
using Outturn.Core.Release;
using Outturn.Core.Review;

namespace Outturn.Reports.Papers;

/// <summary>The paper that brings next year's indicators to a committee, with what is proposed.</summary>
/// <param name="Review">The part of it that goes to the committee, as it is published.</param>
public sealed record ProposalsPaper(string Name, Document Document, AnnualReview Review) : Paper(Name, Document);

/// <summary>Lays out a year's review as a document: the cover report, and the proposals of each service as its appendix.</summary>
public static class ReviewPaper
{
    /// <param name="committee">Whose indicators it is on; null for all of them.</param>
    /// <param name="day">The day of the meeting; where none is known, the day before the year that is proposed for.</param>
    /// <param name="carried">Comments on the last review that were to be taken up in this one.</param>
    public static ProposalsPaper Of(AnnualReview whole, Committee? committee, DateOnly? day, IReadOnlyList<CommitteeComment> carried)
    {
        var published = Suppression.Of(whole.Register);
        var review = (ReferenceEquals(published, whole.Register) ? whole : AnnualReview.Of(published, whole.Year, whole.Record)).For(committee);
        var cover = ReviewReports.Of(review, committee, day, carried);
        List<Section> sections =
        [
            new(Orientation.Portrait, [.. CoverPages.Blocks(cover)]),
            new(Orientation.Landscape, [new Heading(2, $"Appendix 1: KPIs and activity indicators proposed for {review.Year}"), .. review.Services.SelectMany(service => OfService(service, review))]),
        ];
        Block[] behind =
        [
            .. new[] { ("New definitions", ReviewTables.Sheets(review)), ("Changed definitions", ReviewTables.Changed(review)), ("Changed levels and the last two years", ReviewTables.BackTests(review)), ("Benchmarks", ReviewTables.BenchmarksOf(review)) }
                .Where(part => part.Item2 is not null).SelectMany(part => new Block[] { new Heading(3, part.Item1), part.Item2! }),
        ];
        if (behind.Length > 0)
        {
            sections.Add(new(Orientation.Landscape, [new Heading(2, "Appendix 2: Definitions, evidence and benchmarks"), .. behind]));
        }

        if (ReviewTables.Comments(review, committee) is { } comments)
        {
            sections.Add(new(Orientation.Landscape, [new Heading(2, $"Appendix {sections.Count}: Comments of the committee"), comments]));
        }

        var council = review.Register.Council;
        var info = new DocumentInfo(cover.Title, council.Name, day ?? review.Year.First.AddDays(-1), council.Colour, council.Notice) { Logo = review.Register.House.Logo };
        return new ProposalsPaper(PaperName.OfReview(review.Register, committee, review.Year), new Document(info, sections), review);
    }

    private static IEnumerable<Block> OfService(ServiceReview service, AnnualReview review)
    {
        yield return new Heading(3, service.Service.Name);
        foreach (var block in OwnText.Place(review.Register, TextPlace.OfReview(review.Year, service.Service)))
        {
            yield return block;
        }

        foreach (var table in new[] { ReviewTables.Proposed(service, review.Year, IndicatorKind.Kpi), ReviewTables.Proposed(service, review.Year, IndicatorKind.Activity), ReviewTables.Gone(service, review.Year) })
        {
            if (table is not null)
            {
                yield return table;
            }
        }

        string[] owed = [.. service.Items.Where(item => item.Proposal is null).Select(item => $"{item.Indicator.Title} ({item.Ref})")];
        if (owed.Length > 0)
        {
            yield return new Note($"Not proposed yet: {Words.List(owed)}.");
        }
    }
}
