using Outturn.Core.Dashboards;
using Outturn.Core.Papers;

namespace Outturn.App.Registers.Checks;

/// <summary>Blocks of text that a paper owes and nobody has written, and a pattern that cannot name the papers there are.</summary>
internal static class HouseChecks
{
    public static IEnumerable<Finding> Of(Register register)
    {
        var subjects = register.Committees.Where(committee => register.Indicators.Any(history => history.Indicator.Committees.Contains(committee)))
            .Select(committee => (Committee: (Committee?)committee, Report: (Report?)null)).Concat(register.Reports.Select(report => (Committee: report.Committee, Report: (Report?)report)));
        var missing = subjects.SelectMany(subject => Implications.Of(subject.Committee is { } committee ? register.For(committee) : register, subject.Committee, subject.Report, null)
            .Where(implication => implication.IsMissing).Select(implication => (implication.Block, implication.Place, Who: subject.Report?.Name ?? subject.Committee!.Name)));
        foreach (var owed in missing.GroupBy(owed => (owed.Block, owed.Place)))
        {
            yield return Finding.Warning(owed.Key.Block, "obligatory", $"Nobody has written {owed.Key.Block.Heading} for {Words.List([.. owed.Select(one => one.Who)])}, and a paper without it may not be signed off: write {TextsFolder.Name}/{owed.Key.Place}.md.");
        }
    }
}
