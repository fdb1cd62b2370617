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
            if (life.Last.State == EditionState.InReview && me.Is(Role.Director, Role.CabinetMember) && await drafts.OfAsync(now, life, cancel) is ({ } draft, _))
            {
                work.AddRange(
                    from section in EditionRules.StillToSign(life.Last, draft.AsItIs.Sections, draft.AsItIs.SectionDigests)
                    where me.Is(section.Role) && me.Has(section.Service)
                    select new ReportWork(life, $"Sign off {section.Service}", Addresses.Section(life.Name, now.Register!.Services.First(service => service.Name == section.Service), section.Role)));
            }
            else if (StepOf(life, me) is { } step)
            {
                work.Add(step);
            }
        }

        return [.. work.OrderBy(one => one.Deadline ?? DateOnly.MaxValue)];
    }

    private static ReportWork? StepOf(ReportLife life, Person me)
    {
        var (edition, home) = (life.Last, Addresses.Report(life.Name));
        bool IsOthers(string? account) => account is not null && !Person.IsSame(account, me.Account);
        return edition.Kind == EditionKind.Withdrawal && me.May("/Reports/Withdraw") && IsOthers(edition.Steps[0].Who) ? new ReportWork(life, "Confirm its withdrawal", $"{home}/withdraw")
            : edition.State == EditionState.SignedOff && me.May("/Reports/Schedule") && IsOthers(edition.PreparedBy) ? new ReportWork(life, "Schedule its release", $"{home}/schedule")
            : null;
    }
}
