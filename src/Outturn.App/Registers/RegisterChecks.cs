using Outturn.App.Registers.Checks;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Targets;

namespace Outturn.App.Registers;

/// <summary>Looks for the defects that real dashboards have had (RULES 11) in a register that can be read.</summary>
/// <remarks>Errors stop a paper, warnings ask somebody to look, notes tell what is so. Knows no day: the same folder gives the same list tomorrow.</remarks>
public static class RegisterChecks
{
    private static readonly string[] FileOrder = [CouncilJson.FileName, .. CouncilFolder.Tables.Select(table => table.File)];

    /// <summary>Every finding: errors first, then by file and row.</summary>
    public static IReadOnlyList<Defect> Run(Register register, SourceRows rows) => InOrder(Findings(register), rows);

    /// <summary>Every finding on an indicator, its figures, its levels, and what is said of them.</summary>
    public static IReadOnlyList<Defect> OfIndicator(Register register, string reference)
    {
        if (register.Find(reference) is not { } history)
        {
            return [];
        }

        var parts = new HashSet<object>([history.Indicator, .. history.Figures, .. history.Targets.All, .. history.Commentaries, .. history.Proposals], ReferenceEqualityComparer.Instance);
        return InOrder(Findings(register).Where(finding => parts.Contains(finding.Part)), new SourceRows());
    }

    private static IEnumerable<Finding> Findings(Register register)
    {
        Readings[] all = [.. register.Indicators.Select(history => new Readings(history))];
        var dataTo = SpanChecks.DataTo(all);
        return
        [
            .. ResponsibilityChecks.Of(register),
            .. HouseChecks.Of(register),
            .. MeetingChecks.Of(register.Meetings, register.Indicators.Concat(register.Proposed).SelectMany(history => history.Proposals).Select(proposal => proposal.Year).ToHashSet()),
            .. all.SelectMany(readings => OfSeries(readings, dataTo)),
            .. WholeChecks.Between(all),
            .. BreakdownChecks.Of(all),
            .. StaleChecks.OfPeriods([.. all.Where(readings => readings.Indicator.Formula is null)]),
            .. LevelChecks.Of(all),
            .. CommentaryChecks.Of(all, register.Council.Counted),
            .. ProposalChecks.Of(all),
        ];
    }

    private static IReadOnlyList<Defect> InOrder(IEnumerable<Finding> findings, SourceRows rows) =>
    [
        .. findings.Select(finding => rows.Defect(finding.Severity, finding.Part, finding.Column, finding.Reason))
            .OrderBy(defect => defect.Severity)
            .ThenBy(defect => Array.IndexOf(FileOrder, defect.Source))
            .ThenBy(defect => defect.Row ?? 0),
    ];

    /// <summary>What the checks say of levels as they are set for an indicator: targets of 0 or out of reach, no Amber, no rationale.</summary>
    public static IReadOnlyList<Defect> OfLevels(IndicatorHistory history, IEnumerable<Levels> levels)
    {
        var (readings, rows) = (new Readings(history), new SourceRows());
        return [.. levels.SelectMany(level => LevelChecks.OfSetting(readings, level)).Select(finding => rows.Defect(finding.Severity, finding.Part, finding.Column, finding.Reason)).Distinct()];
    }

    /// <summary>What is asked of one series. Figures that nobody entered cannot be late, missing or copied: their inputs are asked about.</summary>
    private static IEnumerable<Finding> OfSeries(Readings readings, DateOnly? dataTo) =>
    [
        .. DefinitionChecks.Of(readings),
        .. BasisChecks.Of(readings),
        .. CountChecks.Of(readings),
        .. OutlierChecks.Of(readings),
        .. readings.Indicator.Formula is null ? OfEntered(readings, dataTo) : [],
    ];

    private static IEnumerable<Finding> OfEntered(Readings readings, DateOnly? dataTo) =>
    [
        .. SpanChecks.Of(readings, dataTo),
        .. WholeChecks.OfRemarks(readings),
        .. StaleChecks.Of(readings),
    ];
}
