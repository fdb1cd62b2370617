using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Outturn.App.Registers;
using Outturn.App.Release;
using Outturn.App.Review;
using Outturn.Core.Dashboards;
using Outturn.Core.Outcomes;
using Outturn.Core.Periods;
using Outturn.Core.Release;
using Outturn.Core.Review;
using Outturn.Reports;
using Outturn.Reports.Issued;
using Outturn.Reports.Papers;
using Outturn.Web.Parts;

namespace Outturn.Web.Release;

/// <summary>A report's paper as it would be today.</summary>
/// <param name="Read">The register as the paper's readers read it.</param>
public sealed record DraftPaper(Paper Paper, Register Read, DraftAsItIs AsItIs)
{
    /// <summary>Null for a paper that carries no rated indicators.</summary>
    public RatedPaper? Rated => Paper as RatedPaper;
}

/// <summary>Papers of reports as they would be today, each worked out, printed and digested once for a state of the council and of the national data: every page of a report shows something of it.</summary>
public sealed class DraftPapers(LiveReference reference, KnownThen then)
{
    private readonly ConditionalWeakTable<CouncilNow, ConcurrentDictionary<Asked, (DraftPaper? Draft, string Refusal)>> made = [];

    /// <summary>The draft; null, with the reason, where there can be none.</summary>
    public async Task<(DraftPaper? Draft, string Refusal)> OfAsync(CouncilNow now, ReportLife life, CancellationToken cancel)
    {
        if (now.Register is not { } register)
        {
            return (null, "The store holds no council yet.");
        }

        var national = life.Subject == PaperSubject.Outcomes
            ? await reference.ReadAsync(register.Council.Code, null, register.Groups, now.Day, editions => editions.FirstOrDefault(edition => edition.Title == life.Report), cancel)
            : null;
        var (drafts, asked) = (made.GetOrCreateValue(now), new Asked(life.Subject, life.Committee, life.Report, life.DataTo, life.Meeting, national));
        return drafts.TryGetValue(asked, out var known) ? known : drafts.GetOrAdd(asked, life.Subject switch
        {
            PaperSubject.Review => Review(now, register, life),
            PaperSubject.Outcomes => Mapping(now, register, life, national),
            _ => await DashboardAsync(now, register, life, cancel),
        });
    }

    /// <summary>A report to begin, under the name that its paper has; null, with the reason, where there can be none.</summary>
    /// <param name="asked">Without a name.</param>
    public async Task<(ReportLife? Life, string Refusal)> NewAsync(CouncilNow now, ReportLife asked, CancellationToken cancel) => await OfAsync(now, asked, cancel) switch
    {
        ({ } draft, _) => (asked with { Name = draft.Paper.Name, Meeting = draft.Rated is { } rated ? rated.Dashboard.Meeting?.Date : asked.Meeting }, ""),
        (null, var refusal) => (null, refusal),
    };

    private async Task<(DraftPaper? Draft, string Refusal)> DashboardAsync(CouncilNow now, Register register, ReportLife life, CancellationToken cancel)
    {
        var (committee, period) = (life.Report is null ? life.Committee : null, ReportedDays.Covered(life.DataTo).ToString());
        var days = RequestedPapers.EarlierDays(register, life.Report, committee, period, now.Day);
        switch (RequestedPapers.Of(register, life.Report, committee, period, now.Day, await then.ReadAsync(now, days, cancel)))
        {
            case RequestedPapers.Made { Papers: [var paper] }:
                var read = paper.Dashboard.Committee is { } reader ? register.For(reader) : register;
                return (new DraftPaper(paper, read, new DraftAsItIs(now.Entry, PaperDigest.Of(paper), EditionRules.Sections(paper.Dashboard), PaperDigest.OfSections(paper.Dashboard, read), [])), "");
            case RequestedPapers.Refused refused:
                return (null, refused.Reason);
            default:
                return (null, $"{life.Name} is not the paper of one committee or report.");
        }
    }

    private static (DraftPaper? Draft, string Refusal) Review(CouncilNow now, Register register, ReportLife life)
    {
        var year = Period.Holding(Frequency.Year, life.DataTo);
        if (register.Committees.FirstOrDefault(known => known.Name == life.Committee) is not { } committee)
        {
            return (null, register.NoCommittee(life.Committee));
        }

        var review = AnnualReview.Of(register, year, now.Reviews.GetValueOrDefault(year));
        return review.For(committee).Items.Any(item => item.Proposal is not null)
            ? Unsectioned(now, ReviewPaper.Of(review, committee, life.Meeting, ReviewSource.Carried(now.Reviews, year, committee)), register.For(committee))
            : (null, $"Nothing is proposed for {year} yet that goes to the {committee.Name}.");
    }

    private static (DraftPaper? Draft, string Refusal) Mapping(CouncilNow now, Register register, ReportLife life, ReferenceNow? national)
    {
        if (national is null)
        {
            return (null, $"The {life.Report} is not in the national data that are at hand: outturn reference import takes it in, and outturn serve --reference FILE has it at hand.");
        }

        var committee = life.Committee is null ? null : register.Committees.FirstOrDefault(known => known.Name == life.Committee);
        if (life.Committee is not null && committee is null)
        {
            return (null, register.NoCommittee(life.Committee));
        }

        var coverage = Coverage.Of(national.Framework, register.Links, Coverage.Counted(register, null, now.Day));
        return Unsectioned(now, OutcomesPaper.Of(coverage, register, committee, life.Meeting, now.Day, national.Published), register);
    }

    /// <summary>A paper that is signed off as a whole.</summary>
    private static (DraftPaper? Draft, string Refusal) Unsectioned(CouncilNow now, Paper paper, Register read) =>
        (new DraftPaper(paper, read, new DraftAsItIs(now.Entry, PaperDigest.Of(paper), [], new Dictionary<string, string>(), [])), "");

    /// <param name="National">What of the national data it is made of; null where it is of none.</param>
    private sealed record Asked(PaperSubject Subject, string? Committee, string? Report, DateOnly DataTo, DateOnly? Meeting, ReferenceNow? National);
}
