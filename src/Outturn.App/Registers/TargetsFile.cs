using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.App.Registers;

/// <summary>targets.csv: the levels in force, by year, by a span within one, or from a day to a day.</summary>
internal static class TargetsFile
{
    public static readonly TableShape Shape = new("targets.csv", "the target and floor standard, or the expected range, of an indicator for a year", false,
    [
        new("ref", "The indicator (see indicators.csv).", true),
        new("year", "The year for which the levels hold (2019/20), or the half-year, quarter or month where they are phased (Q1 2019/20, Apr 2019); blank where from and to say it."),
        new("from", "The first day on which they hold, for levels that change within a year."),
        new("to", "The last day; blank until the next levels of the indicator begin."),
        .. LevelCells.Columns,
        new("benchmark", "A national figure, or that of similar councils, that stood beside the decision."),
        new("rationale", "Why this level."),
    ]);

    public static void Read(FolderFiles files, Listed<RegisterEntry> entries, ToleranceRule? rule, SourceRows rows, List<Defect> defects)
    {
        var cells = new LevelCells(rule);
        var drafts = new Dictionary<RegisterEntry, List<Draft>>();
        foreach (var row in files.Open(Shape, defects, out _)?.Rows ?? [])
        {
            var entry = row.TryNeed("ref", out var reference) ? entries.Find(row, "ref", reference) : null;
            if (entry?.Indicator is not { } indicator)
            {
                continue;
            }

            var levels = cells.Read(row, entry);
            var benchmark = row.Amount("benchmark", indicator.Definition.Unit.Name);
            if (Days(row, indicator) is not { } days)
            {
                continue;
            }

            if (!drafts.TryGetValue(entry, out var ofEntry))
            {
                drafts.Add(entry, ofEntry = []);
            }

            ofEntry.Add(new Draft(row, days.From, days.To, levels, benchmark, row.Optional("rationale")));
        }

        foreach (var (entry, ofEntry) in drafts)
        {
            Settle(entry, ofEntry, rows);
        }
    }

    /// <summary>Levels in the order of time; those without an end hold until the next begin.</summary>
    private static void Settle(RegisterEntry entry, List<Draft> drafts, SourceRows rows)
    {
        Draft[] inOrder = [.. drafts.OrderBy(draft => draft.From)];
        Draft? longest = null;
        for (var i = 0; i < inOrder.Length; i++)
        {
            var draft = inOrder[i];
            if ((i > 0 && draft.From == inOrder[i - 1].From ? inOrder[i - 1] : draft.From <= longest?.To ? longest : null) is { } holding)
            {
                draft.Row.Error(draft.Row.Text("year").Length > 0 ? "year" : "from",
                    $"These levels begin on {draft.From:dd/MM/yyyy}, while those in row {holding.Row.Number} still hold: only one level can be in force on a day.");
            }

            longest = longest is null || draft.To > longest.To ? draft : longest;

            var to = draft.To ?? (i + 1 < inOrder.Length ? inOrder[i + 1].From.AddDays(-1) : DateOnly.MaxValue);
            var levels = new Levels(draft.From, to, draft.Levels.Target, draft.Levels.Range, draft.Benchmark, draft.Rationale, draft.Levels.FloorDerived);
            entry.Levels.Add(levels);
            rows.Add(levels, draft.Row.Number);
        }
    }

    private static (DateOnly From, DateOnly? To)? Days(TableRow row, Indicator indicator)
    {
        var (hasYear, hasDays) = (row.Text("year").Length > 0, row.Text("from").Length > 0 || row.Text("to").Length > 0);
        if (hasYear && hasDays)
        {
            row.Error("year", "Give a year, or from and to, not both.");
            return null;
        }

        if (hasYear)
        {
            return (Phase(row) ?? row.OptionalPeriod("year", YearOf(indicator.Definition.Frequency))) is { } span ? (span.First, span.Last) : null;
        }

        if (row.Text("from").Length == 0)
        {
            row.Error(hasDays ? "from" : "year", hasDays
                ? "Levels need the day from which they hold."
                : "Levels need a year (2019/20) or a span within one (Q1 2019/20), or from and to.");
            return null;
        }

        var (from, to) = (row.Date("from"), row.Date("to"));
        if (to < from)
        {
            row.Error("to", "The last day lies before the first.");
            return null;
        }

        return from is { } first ? (first, to) : null;
    }

    /// <summary>A span within a year, where the cell can mean nothing else: 2011-12 is a year here and no December.</summary>
    private static Period? Phase(TableRow row) =>
        PeriodText.ReadAny(row.Text("year")) is { Frequency: Frequency.Month or Frequency.Quarter or Frequency.HalfYear } span ? span : null;

    /// <summary>The kind of year for which an indicator's levels are set: its own, where it has one.</summary>
    internal static Frequency YearOf(Frequency frequency) =>
        frequency is Frequency.Academic or Frequency.Calendar ? frequency : Frequency.Year;

    private sealed record Draft(TableRow Row, DateOnly From, DateOnly? To, ReadLevels Levels, decimal? Benchmark, string? Rationale);
}
