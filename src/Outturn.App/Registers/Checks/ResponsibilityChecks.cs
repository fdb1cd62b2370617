using Outturn.Core.Dashboards;
using Outturn.Core.People;

namespace Outturn.App.Registers.Checks;

/// <summary>Who answers for what, and who reads it.</summary>
internal static class ResponsibilityChecks
{
    public static IEnumerable<Finding> Of(Register register)
    {
        var noOwner = new Alike(Severity.Warning, IndicatorsFile.Shape, "owner");
        var noApprover = new Alike(Severity.Warning, IndicatorsFile.Shape, "approver");
        var both = new Alike(Severity.Warning, IndicatorsFile.Shape, "approver");
        var unread = new Alike(Severity.Warning, IndicatorsFile.Shape, "committees");
        var inputs = register.Indicators.SelectMany(history => history.Indicator.Formula?.Inputs ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var indicator in register.Indicators.Select(history => history.Indicator).Where(indicator => indicator.Until is null))
        {
            Note(noOwner, indicator.Owner is null, indicator);
            Note(noApprover, indicator.Owner is not null && indicator.Approver is null, indicator);
            Note(both, indicator.Owner is not null && indicator.Owner == indicator.Approver, indicator);
            Note(unread, indicator is { Committees.Count: 0, Reports.Count: 0, PartOf: null } && !inputs.Contains(indicator.Ref), indicator);
        }

        return
        [
            .. noOwner.Tell("has no owner: nobody answers for its figures.", "indicators have no owner: nobody answers for their figures."),
            .. noApprover.Tell("has no approver: somebody other than the owner should look at its figures.", "indicators have no approver: somebody other than the owner should look at their figures."),
            .. both.Tell("is approved by its own owner: let somebody else look at its figures.", "indicators are approved by their own owners: let somebody else look at their figures."),
            .. unread.Tell("goes to no committee and into no report: name one under committees or reports, or no paper carries it.", "indicators go to no committee and into no report: name one under committees or reports, or no paper carries them."),
            .. Empty(register),
            .. Posts(register),
        ];
    }

    private static void Note(Alike alike, bool isSo, Core.Indicators.Indicator indicator)
    {
        if (isSo)
        {
            alike.Add(indicator, indicator.Ref);
        }
    }

    private static IEnumerable<Finding> Empty(Register register)
    {
        var carried = register.Indicators.SelectMany(history => history.Indicator.Committees).ToHashSet();
        var reported = register.Indicators.SelectMany(history => history.Indicator.Reports).ToHashSet();
        var used = register.Indicators.Concat(register.Proposed).Select(history => history.Indicator.Service).ToHashSet();
        return
        [
            .. register.Committees.Where(committee => !carried.Contains(committee) && register.Reports.All(report => report.Committee != committee))
                .Select(committee => Finding.Warning(committee, "committee", $"{committee.Name} has no indicator: name it under committees in {IndicatorsFile.Shape.File}.")),
            .. register.Reports.Where(report => !reported.Contains(report))
                .Select(report => Finding.Warning(report, "report", $"{report.Name} has no indicator: name it under reports in {IndicatorsFile.Shape.File}.")),
            .. register.Services.Where(service => !used.Contains(service))
                .Select(service => Finding.Note(service, "service", $"{service.Name} has no indicator, so papers leave it out.")),
        ];
    }

    /// <summary>What a cover report lacks.</summary>
    private static IEnumerable<Finding> Posts(Register register)
    {
        if (register.Posts.All(post => post.Role != PostRole.Author))
        {
            yield return Finding.Note(PostsFile.Shape, "role", "No post is the author, so the cover report names nobody to ask: give one that role.");
        }

        if (register.Services.All(service => service.CabinetMember is null) && register.Posts.All(post => post.Role != PostRole.CorporateDirector))
        {
            yield return Finding.Note(ServicesFile.Shape, "cabinet_member", "No service has a cabinet member and no post is a corporate director, so the cover report does not say who it is from.");
        }
    }
}
