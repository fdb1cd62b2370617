using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.App.Registers.Checks;

/// <summary>Proposals for the next year: one for each indicator, with a reason, and saying what they do.</summary>
internal static class ProposalChecks
{
    public static IEnumerable<Finding> Of(IReadOnlyList<Readings> all)
    {
        Period[] years = [.. all.SelectMany(readings => readings.History.Proposals).Select(proposal => proposal.Year).Where(year => year.Frequency == Frequency.Year).Distinct().Order()];
        var (missing, noReason) = (new Alike(Severity.Warning, ProposalsFile.Shape, "ref"), new Alike(Severity.Warning, ProposalsFile.Shape, "rationale"));
        foreach (var readings in all)
        {
            if (years is [.., var next] && IsCounted(readings.Indicator, next) && readings.History.Proposals.All(proposal => proposal.Year.Last < next.First))
            {
                missing.Add(readings.Indicator, readings.Ref);
            }

            foreach (var proposal in readings.History.Proposals.Where(proposal => proposal.Rationale is null))
            {
                noReason.Add(proposal, readings.Ref);
            }
        }

        return
        [
            .. missing.Tell($"has no proposal for {years.LastOrDefault()}, and others have: propose to keep it at the least.", $"indicators have no proposal for {years.LastOrDefault()}, and others have: propose to keep them at the least."),
            .. noReason.Tell("has a proposal without a rationale: each owes one, keep included.", "proposals have no rationale: each owes one, keep included."),
            .. all.SelectMany(readings => readings.History.Proposals.SelectMany(proposal => OfProposal(readings, proposal))),
        ];
    }

    private static bool IsCounted(Indicator indicator, Period year) => indicator.CountedIn(year) && indicator.ReplacedBy is null;

    private static IEnumerable<Finding> OfProposal(Readings readings, Proposal proposal)
    {
        var current = readings.History.Targets.InForce(proposal.Year.First.AddDays(-1));
        var isSame = proposal.Target == current?.Target && proposal.Range == current?.Range && (proposal.Sheet is null || proposal.Sheet.Against(readings.Indicator).IsEmpty);
        if (proposal.Decision == Decision.Keep && !isSame && current is not null)
        {
            yield return Finding.Warning(proposal, "decision", $"{readings.Ref} is to be kept, and it changes: {Change(readings, current, proposal)}. Write amend, or keep it as it is.");
        }
        else if (proposal.Decision == Decision.Amend && isSame)
        {
            yield return Finding.Warning(proposal, "decision", $"{readings.Ref} is to be amended, and it stays as it is: write keep, or what changes.");
        }
        else if (proposal.Decision == Decision.New && readings.All.Any(reading => reading.Period.Last < proposal.Year.First.AddYears(-1)))
        {
            yield return Finding.Warning(proposal, "decision", $"{readings.Ref} is proposed as new, and has figures since {readings.All[0].Period}: write keep or amend.");
        }

        var isKpi = (proposal.Sheet?.Kind ?? readings.Definition.Kind) == IndicatorKind.Kpi;
        if (!proposal.Goes && isKpi && proposal.Target is null)
        {
            yield return Finding.Warning(proposal, "target", $"{readings.Ref} is proposed without a target: a KPI without one is not rated.");
        }

        if (!proposal.Goes && proposal.Decision != Decision.Keep && !proposal.Breaks && proposal.Target is { } target)
        {
            foreach (var finding in LevelChecks.OfTarget(readings, proposal, target, floorDerived: false))
            {
                yield return finding;
            }
        }
    }

    private static string Change(Readings readings, Levels current, Proposal proposal) => string.Join(", ", new[]
    {
        Change(readings, "target", current.Target?.Level, proposal.Target?.Level),
        Change(readings, "floor", current.Target?.FloorStandard, proposal.Target?.FloorStandard),
        Change(readings, "lower", current.Range?.Lower, proposal.Range?.Lower),
        Change(readings, "upper", current.Range?.Upper, proposal.Range?.Upper),
        Change(readings, "tolerance", current.Target?.Tolerance, proposal.Target?.Tolerance),
    }.Concat(proposal.Sheet is { } sheet ? sheet.Differences(readings.Indicator).Select(change => change.Name) : []).Where(change => change.Length > 0));

    private static string Change(Readings readings, string what, decimal? from, decimal? to) =>
        from == to ? "" : $"{what} from {(from is { } before ? readings.Print(before) : "none")} to {(to is { } after ? readings.Print(after) : "none")}";
}
