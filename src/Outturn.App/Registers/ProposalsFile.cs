using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.App.Registers;

/// <summary>proposals.csv: what services propose for the next year.</summary>
internal static class ProposalsFile
{
    public static readonly TableShape Shape = new("proposals.csv", "what is proposed for an indicator in a year", false,
    [
        new("ref", "The indicator (see indicators.csv); for a new one a ref that is not there yet, and its sheet in the columns from title on.", true),
        new("year", "The year that it is proposed for (2020/21).", true),
        new("decision", "keep, amend, remove, new or replace.", true),
        .. LevelCells.Columns,
        new("rationale", "Why; every proposal owes a reason, keep included."),
        .. SheetCells.Columns,
    ]);

    /// <returns>Indicators that are proposed and not in the register.</returns>
    public static IReadOnlyList<RegisterEntry> Read(FolderFiles files, Listed<RegisterEntry> entries, IndicatorNames names, ToleranceRule? rule, SourceRows rows, List<Defect> defects)
    {
        var seen = new Dictionary<(string, Period), int>();
        var proposed = new Dictionary<string, RegisterEntry>(StringComparer.OrdinalIgnoreCase);
        List<(TableRow Row, string Successor)> successors = [];
        foreach (var row in files.Open(Shape, defects, out _)?.Rows ?? [])
        {
            var decision = row.TryNeed("decision", out _)
                ? row.Word("decision", Decisions.Read, "keep, amend, remove, new or replace")
                : null;
            var sheet = SheetCells.Read(row, names);
            var entry = row.TryNeed("ref", out var reference) ? Find(row, entries, proposed, names, reference, decision, sheet) : null;
            if (entry?.Indicator is not { } indicator || decision is not { } decided
                || ReadOne(row, entry, decided, sheet, names, rule, () => row.NeededPeriod("year", TargetsFile.YearOf(indicator.Definition.Frequency))) is not { Year: var year } proposal)
            {
                continue;
            }

            if (!seen.TryAdd((indicator.Ref, year), row.Number))
            {
                row.Error("year", $"{reference} has a proposal for {year} in row {seen[(indicator.Ref, year)]} already: keep one of the two rows.");
                continue;
            }

            if (indicator.Since == DateOnly.MaxValue)
            {
                entry.Indicator = indicator with { Since = year.First };
            }

            if (proposal.Successor is { } successor)
            {
                successors.Add((row, successor));
            }

            entry.Proposals.Add(proposal);
            rows.Add(proposal, row.Number);
        }

        foreach (var (row, successor) in successors.Where(named => !entries.IsUnreadable && !entries.Contains(named.Successor) && !proposed.ContainsKey(named.Successor)))
        {
            row.Error("successor", $"{successor} is neither in {IndicatorsFile.Shape.File} nor proposed here as new.");
        }

        return [.. proposed.Values.Where(entry => entry.Proposals.Count > 0)];
    }

    /// <summary>What a row proposes for an indicator; null where it cannot be, with every reason.</summary>
    /// <param name="entry">Of an indicator that could be read; of a new one, the sheet that is proposed.</param>
    /// <param name="year">Reads the year that it is for, of the indicator's own kind.</param>
    public static Proposal? ReadOne(TableRow row, RegisterEntry entry, Decision decision, SheetChange? sheet, IndicatorNames names, ToleranceRule? rule, Func<Period?> year)
    {
        var indicator = entry.Indicator!;
        if (sheet is not null && Refused(row, sheet, indicator, decision))
        {
            return null;
        }

        var becomes = sheet is null ? entry : new RegisterEntry(sheet.ApplyTo(indicator, names.Services.All, names.Committees.All), entry.Tolerance, row);
        var levels = new LevelCells(rule).Read(row, becomes);
        entry.LacksPolarity |= becomes.LacksPolarity;
        return year() is not { } read ? null
            : SheetCells.With(row, Proposal(read, decision, levels, entry, row.Optional("rationale")), sheet, becomes.Indicator!.Definition.Unit.Name);
    }

    private static bool Refused(TableRow row, SheetChange sheet, Indicator indicator, Decision decision)
    {
        var refusal = decision is Decision.New && indicator.Since == DateOnly.MaxValue ? sheet.Refusal(null) : sheet.Refusal(indicator);
        if (refusal is not null)
        {
            row.Error(null, refusal);
        }

        return refusal is not null;
    }

    /// <summary>Keep without levels keeps those in force when the year begins.</summary>
    private static Proposal Proposal(Period year, Decision decision, ReadLevels levels, RegisterEntry entry, string? rationale)
    {
        var kept = decision == Decision.Keep && levels.IsBlank ? new TargetHistory(entry.Levels).InForce(year.First.AddDays(-1)) : null;
        return new Proposal(year, decision, levels.Target ?? kept?.Target, levels.Range ?? kept?.Range, rationale);
    }

    private static RegisterEntry? Find(TableRow row, Listed<RegisterEntry> entries, Dictionary<string, RegisterEntry> proposed, IndicatorNames names, string reference, Decision? decision, SheetChange? sheet)
    {
        if (decision != Decision.New || entries.Contains(reference) || entries.IsUnreadable)
        {
            return entries.Find(row, "ref", reference);
        }

        if (proposed.TryGetValue(reference, out var known))
        {
            return known;
        }

        if (sheet?.Title is null)
        {
            row.Warning("ref", $"{reference} is proposed as new and left out of the paper, which would not know its title: give its sheet in the columns from title on, or list it in {IndicatorsFile.Shape.File}, with the day it begins under since.");
            return null;
        }

        if (sheet.Refusal(null) is { } refusal)
        {
            row.Error(null, refusal);
            return null;
        }

        // The first day is that of the year, which is read when the frequency is known.
        var indicator = sheet.Whole(reference, DateOnly.MaxValue, row.Optional("rationale"), names.Services.All, names.Committees.All);
        return proposed[reference] = new RegisterEntry(indicator, row.Amount("tolerance", indicator.Definition.Unit.Name) ?? 0, row);
    }
}
