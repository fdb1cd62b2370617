using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.App.Registers;

/// <summary>proposals.csv: what services propose for the next year.</summary>
internal static class ProposalsFile
{
    public static readonly TableShape Shape = new("proposals.csv", "what is proposed for an indicator in a year", false,
    [
        new("ref", "The indicator (see indicators.csv; a new one is listed there first, with since).", true),
        new("year", "The year that it is proposed for (2020/21).", true),
        new("decision", "keep, amend, remove, new or replace.", true),
        .. LevelCells.Columns,
        new("rationale", "Why; every proposal owes a reason, keep included."),
    ]);

    public static void Read(FolderFiles files, Listed<RegisterEntry> entries, ToleranceRule? rule, SourceRows rows, List<Defect> defects)
    {
        var cells = new LevelCells(rule);
        var seen = new Dictionary<(RegisterEntry, Period), int>();
        foreach (var row in files.Open(Shape, defects, out _)?.Rows ?? [])
        {
            var decision = row.TryNeed("decision", out _)
                ? row.Word("decision", Decisions.Read, "keep, amend, remove, new or replace")
                : null;
            var entry = row.TryNeed("ref", out var reference) ? Find(row, entries, reference, decision) : null;
            if (entry?.Indicator is not { } indicator)
            {
                continue;
            }

            var levels = cells.Read(row, entry);
            var year = row.NeededPeriod("year", TargetsFile.YearOf(indicator.Definition.Frequency));
            if (year is not { } known || decision is not { } decided)
            {
                continue;
            }

            if (!seen.TryAdd((entry, known), row.Number))
            {
                row.Error("year", $"{reference} has a proposal for {known} in row {seen[(entry, known)]} already: keep one of the two rows.");
                continue;
            }

            var proposal = Proposal(known, decided, levels, entry, row.Optional("rationale"));
            entry.Proposals.Add(proposal);
            rows.Add(proposal, row.Number);
        }
    }

    /// <summary>Keep without levels keeps those in force when the year begins.</summary>
    private static Proposal Proposal(Period year, Decision decision, ReadLevels levels, RegisterEntry entry, string? rationale)
    {
        var kept = decision == Decision.Keep && levels.IsBlank ? new TargetHistory(entry.Levels).InForce(year.First.AddDays(-1)) : null;
        return new Proposal(year, decision, levels.Target ?? kept?.Target, levels.Range ?? kept?.Range, rationale);
    }

    private static RegisterEntry? Find(TableRow row, Listed<RegisterEntry> entries, string reference, Decision? decision)
    {
        if (decision != Decision.New || entries.Contains(reference) || entries.IsUnreadable)
        {
            return entries.Find(row, "ref", reference);
        }

        row.Warning("ref", $"{reference} is proposed as new and left out of the paper, which would not know its title: list it in {IndicatorsFile.Shape.File}, with the day it begins under since.");
        return null;
    }
}
