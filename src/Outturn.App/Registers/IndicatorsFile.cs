using Outturn.App.Import;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.App.Registers;

/// <summary>indicators.csv: the register itself, one row for each indicator.</summary>
internal static class IndicatorsFile
{
    internal const int MostDecimals = 6;
    internal const int MostLagDays = 730;

    public static readonly TableShape Shape = new("indicators.csv", "an indicator", true,
    [
        new("ref", "The indicator's code, which never changes (CS04a).", true),
        new("title", "Its title as papers print it.", true),
        new("kind", "kpi (rated against a target) or activity (set beside an expected range); blank for kpi."),
        new("service", "The service (see services.csv) under which papers show it.", true),
        new("committees", "The committees (see committees.csv) whose dashboards carry it, with semicolons between."),
        new("reports", "The reports (see reports.csv) that carry it beside those dashboards, with semicolons between."),
        new("part_of", "The ref of the indicator that this is one directorate's part of: counted in the same unit, as often, and rolled up alike."),
        new("part", "The directorate whose part it is."),
        new("formula", "How it is worked out from other indicators of the same frequency, in place of figures of its own: F1 / F2, or ([HR-01] + [HR-02]) * 1.5. A ref with anything but letters, digits, dots and underscores stands in square brackets. A division at the top gives numerator and denominator, which % multiplies by 100."),
        new("unit", "What it is counted in: %, per 1,000, £, £m, days, number or any word; blank for number."),
        new("decimals", "How many decimals are shown; blank for 0. A figure shows more when rounding would contradict its colour."),
        new("polarity", "higher, lower or closest: which way is better. Needed for a KPI with a target; blank for activity."),
        new("tolerance", "For closest only: how far from the target is still Green; blank for 0."),
        new("frequency", "How often it is measured: month, quarter, half-year, year, academic (September to August), calendar (January to December) or 12 months.", true),
        new("roll_up", "How the year to date is made: ratio (from numerators and denominators), sum, mean, latest (a snapshot) or rolling12; blank for latest."),
        new("basis", "period when a figure covers its own period, cumulative when it covers the year so far; blank for period."),
        new("lag_days", "Days from the end of a period until its figure is due; blank for 0."),
        new("since", "The first day it was counted; blank if it always was."),
        new("until", "The last day it was counted; blank while it is."),
        new("break_from", "The first day counted by a changed definition: figures are not compared across it. Several days have semicolons between."),
        new("definition_from", "The first day of the definition in force, whether it breaks the series or not; blank if it has always been the same."),
        new("definition_reason", "Why the definition in force took the place of the one before."),
        new("suppress_below", $"Counts from 1 to below this whole number ({Indicator.LeastSuppressBelow} to {Indicator.MostSuppressBelow}) are not published, nor figures that would reveal them; blank where nobody can be known by a count."),
        new("replaced_by", "The ref of the indicator that replaced it."),
        new("definition", "What is counted, what is in and what is out."),
        new("numerator", "What the numerator counts."),
        new("denominator", "What the denominator counts."),
        new("source", "The system or report that the figures come from."),
        new("rationale", "Why the council measures this."),
        new("duty", "The law or code that asks for it."),
        new("priority", "The aim of the council's plan that it serves."),
        new("contract", "The contract it belongs to."),
        new("owner", "The post (see posts.csv) that answers for the figure."),
        new("approver", "The post (see posts.csv) that approves it; another than the owner."),
    ]);

    public static Listed<RegisterEntry> Read(FolderFiles files, IndicatorNames names, SourceRows rows, List<Defect> defects)
    {
        var entries = new Listed<RegisterEntry>(Shape.File, "indicator");
        if (files.Open(Shape, defects, out _) is not { } table)
        {
            entries.IsUnreadable = true;
            return entries;
        }

        foreach (var row in table.Rows)
        {
            if (!row.TryNeed("ref", out var reference))
            {
                continue;
            }

            entries.Add(row, "ref", reference, Entry(row, reference, names));
        }

        IndicatorLinks.Settle(entries);
        foreach (var entry in entries.All)
        {
            if (entry.Indicator is { } indicator)
            {
                rows.Add(indicator, entry.Row.Number);
            }
        }

        return entries;
    }

    private static RegisterEntry Entry(TableRow row, string reference, IndicatorNames names)
    {
        var (definition, tolerance) = Definition(row);
        var service = row.TryNeed("service", out var serviceName) ? names.Services.Find(row, "service", serviceName) : null;
        var isTitled = row.TryNeed("title", out var title);
        Committee[] carriedBy = [.. row.Several("committees").Select(name => names.Committees.Find(row, "committees", name)).OfType<Committee>().Distinct()];
        Report[] reports = [.. row.Several("reports").Select(name => names.Reports.Find(row, "reports", name)).OfType<Report>().Distinct()];
        var (since, until, breaks, definitionFrom) = (row.Date("since"), row.Date("until"), row.Dates("break_from"), row.Date("definition_from"));
        var formula = Formula(row);
        var lagDays = row.Whole("lag_days", MostLagDays, blank: 0);
        var (owner, approver) = (names.Posts.Find(row, "owner"), names.Posts.Find(row, "approver"));
        if (until < since)
        {
            row.Error("until", "The last day that it was counted lies before the first (see since).");
        }

        if (definition is null || !isTitled)
        {
            return new RegisterEntry(null, tolerance, row);
        }

        return new RegisterEntry(
            new Indicator(reference, title, service ?? new Service(serviceName, 0), carriedBy, definition)
            {
                LagDays = lagDays,
                Since = since,
                Until = until,
                Breaks = breaks,
                DefinitionFrom = definitionFrom ?? (breaks is [] ? null : breaks[^1]),
                DefinitionReason = row.Optional("definition_reason"),
                SuppressBelow = SuppressBelow(row),
                ReplacedBy = row.Optional("replaced_by"),
                Meaning = row.Optional("definition"),
                Numerator = row.Optional("numerator"),
                Denominator = row.Optional("denominator"),
                Source = row.Optional("source"),
                Rationale = row.Optional("rationale"),
                Duty = row.Optional("duty"),
                Priority = row.Optional("priority"),
                Contract = row.Optional("contract"),
                Owner = owner,
                Approver = approver,
                PartOf = row.Optional("part_of"),
                Part = row.Optional("part"),
                Reports = reports,
                Formula = formula,
            },
            tolerance,
            row);
    }

    private static int? SuppressBelow(TableRow row)
    {
        var below = row.Whole("suppress_below", Indicator.MostSuppressBelow, blank: 0);
        if (below is > 0 and < Indicator.LeastSuppressBelow)
        {
            row.Error("suppress_below", $"Below {below} there is no count to hide: write {Indicator.LeastSuppressBelow} or more, or leave the cell blank.");
        }

        return below < Indicator.LeastSuppressBelow ? null : below;
    }

    private static Formula? Formula(TableRow row)
    {
        if (row.Optional("formula") is not { } text)
        {
            return null;
        }

        switch (Core.Indicators.Formula.Read(text))
        {
            case FormulaResult.Read read:
                return read.Formula;
            case FormulaResult.Refused refused:
                row.Error("formula", refused.Reason);
                return null;
            default:
                throw new InvalidOperationException("A formula is read or refused.");
        }
    }

    private static (Definition? Definition, decimal Tolerance) Definition(TableRow row)
    {
        var kind = row.Word("kind", Kinds.Read, IndicatorKind.Kpi, "kpi or activity");
        var unit = new Unit(row.Text("unit"));
        if (unit.Refusal is { } noRate)
        {
            row.Error("unit", $"{Quoted.Text(unit.Name)} {noRate}");
        }
        else if (unit.Advice is { } advice)
        {
            row.Warning("unit", $"{Quoted.Text(unit.Name)} {advice}");
        }

        var decimals = row.Whole("decimals", MostDecimals, blank: 0);
        var polarity = row.Word("polarity", Polarities.Read, "higher, lower or closest");
        var tolerance = Tolerance(row, polarity, unit);
        var frequency = row.TryNeed("frequency", out _)
            ? row.Word("frequency", Frequencies.Read, "month, quarter, half-year, year, academic, calendar or 12 months")
            : null;
        var rollUp = row.Word("roll_up", RollUps.Read, RollUp.Latest, "ratio, sum, mean, latest or rolling12");
        var basis = row.Word("basis", Bases.Read, Basis.Period, "period or cumulative");
        if (Core.Indicators.Definition.Refusal(unit, rollUp) is { } refusal)
        {
            row.Error("roll_up", refusal);
            rollUp = RollUp.Latest;
        }

        return (frequency is { } known ? new Definition(kind, unit, decimals, polarity, known, rollUp, basis) : null, tolerance);
    }

    private static decimal Tolerance(TableRow row, Polarity? polarity, Unit unit)
    {
        if (row.Amount("tolerance", unit.Name) is not { } tolerance || tolerance == 0)
        {
            return 0;
        }

        if (tolerance > 0 && polarity == Polarity.ClosestIsBetter)
        {
            return tolerance;
        }

        row.Error("tolerance", tolerance < 0
            ? "A tolerance is 0 or more."
            : "A tolerance belongs to polarity closest: leave it blank, or state a floor standard in targets.csv.");
        return 0;
    }
}

/// <summary>What the row of an indicator refers to by name.</summary>
internal sealed record IndicatorNames(Listed<Post> Posts, Listed<Service> Services, Listed<Committee> Committees, Listed<Report> Reports);
