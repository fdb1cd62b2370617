using Outturn.App.Registers;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Core.Release;
using Outturn.Web.Access;
using Outturn.Web.Parts;
using Outturn.Web.Release;

namespace Outturn.Web.Pages;

/// <summary>What a report on its way asks of somebody today.</summary>
/// <param name="Text">What they are to do.</param>
/// <param name="Address">The page on which they do it.</param>
public sealed record ReportWork(ReportLife Life, string Text, string Address)
{
    /// <summary>The last working day on which the paper can go out; null without a meeting.</summary>
    public DateOnly? Deadline => ClearDays.Deadline(Life.Meeting);

    /// <summary>Of every report on its way: sections to sign off, releases to schedule, withdrawals to confirm. The most pressing first.</summary>
    public static async Task<IReadOnlyList<ReportWork>> OfAsync(CouncilNow now, Person me, DraftPapers drafts, CancellationToken cancel)
    {
        List<ReportWork> work = [];
        foreach (var life in now.Lives.Where(life => life.OnItsWay is not null))
        {
            if (life.Last.Kind == EditionKind.Withdrawal)
            {
                work.AddRange(Withdrawal(life, me));
            }
            else if (Concerns(life, me) && await drafts.OfAsync(now, life, cancel) is ({ } draft, _))
            {
                work.AddRange(life.Last.State == EditionState.InReview ? InReview(now, life, draft, me) : SignedOff(life, draft, me));
            }
        }

        return [.. work.OrderBy(one => one.Deadline ?? DateOnly.MaxValue)];
    }

    /// <summary>Whether somebody could have to act on a report of that state; most have not, and no draft is worked out for them.</summary>
    private static bool Concerns(ReportLife life, Person me) => life.Last.State switch
    {
        EditionState.InReview => me.Is(Role.Director, Role.CabinetMember) || (me.May("/Reports/SignOff") && (life.Subject != PaperSubject.Dashboard || life.Last.SignOffs.Count > 0)),
        EditionState.SignedOff => me.May("/Reports/Schedule"),
        _ => false,
    };

    private static IEnumerable<ReportWork> Withdrawal(ReportLife life, Person me) =>
        me.May("/Reports/Withdraw") && !Person.IsSame(life.Last.BegunBy, me.Account) ? [new ReportWork(life, "Confirm its withdrawal", $"{Addresses.Report(life.Name)}/withdraw")] : [];

    private static IEnumerable<ReportWork> InReview(CouncilNow now, ReportLife life, DraftPaper draft, Person me)
    {
        var owed = EditionRules.StillToSign(life.Last, draft.AsItIs.Sections, draft.AsItIs.SectionDigests);
        foreach (var section in owed.Where(section => me.Is(section.Role) && me.Has(section.Service)))
        {
            yield return new ReportWork(life, $"Sign off {section.Service}", Addresses.Section(life.Name, now.Register!.Services.First(service => service.Name == section.Service), section.Role));
        }

        if (owed.Count == 0 && me.May("/Reports/SignOff"))
        {
            yield return new ReportWork(life, draft.AsItIs.Sections.Count == 0 ? "Sign it off" : "Sign it off: every section is", Addresses.Report(life.Name));
        }
    }

    private static IEnumerable<ReportWork> SignedOff(ReportLife life, DraftPaper draft, Person me)
    {
        if (life.Last.ContentDigest != draft.AsItIs.ContentDigest)
        {
            if (me.May("/Reports/Send"))
            {
                yield return new ReportWork(life, "Take it back: figures or words have changed since it was signed off", $"{Addresses.Report(life.Name)}/back");
            }
        }
        else if (!Person.IsSame(life.Last.PreparedBy, me.Account))
        {
            yield return new ReportWork(life, "Schedule its release", $"{Addresses.Report(life.Name)}/schedule");
        }
    }
}
