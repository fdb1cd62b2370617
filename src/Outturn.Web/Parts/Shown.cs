using System.Runtime.CompilerServices;
using Outturn.App.Registers;
using Outturn.Core.Dashboards;
using Outturn.Core.People;

namespace Outturn.Web.Parts;

/// <summary>A dashboard as somebody may see it: whole, or their own services alone.</summary>
public static class Shown
{
    private static readonly ConditionalWeakTable<Dashboard, CountsChange?> Changes = [];

    public static Dashboard To(CouncilNow now, Person person, Committee? committee, DateOnly dataTo)
    {
        var dashboard = now.DashboardOf(committee, dataTo);
        return person.IsOfOwnServices ? Of(dashboard, person) : dashboard;
    }

    public static Dashboard To(CouncilNow now, Person person, Report report, DateOnly dataTo)
    {
        var dashboard = now.DashboardOf(report, dataTo);
        return person.IsOfOwnServices ? Of(dashboard, person) : dashboard;
    }

    /// <summary>A quarterly report as somebody may see it.</summary>
    /// <param name="known">What was known when the report before came out; null where that is not kept.</param>
    public static QuarterlyReport Quarterly(CouncilNow now, Person person, Report report, DateOnly dataTo, Register? known) =>
        QuarterlyReport.Of(now.Register!, To(now, person, report, dataTo), known, person.IsOfOwnServices ? dashboard => Of(dashboard, person) : null);

    /// <summary>What changed since the report before; worked out once.</summary>
    public static CountsChange? Change(this Dashboard dashboard) => Changes.GetValue(dashboard, CountsChange.Of);

    private static Dashboard Of(Dashboard dashboard, Person person) => dashboard with
    {
        Services = [.. dashboard.Services.Where(service => person.Has(service.Service.Name))],
        Proposals = [.. dashboard.Proposals.Where(proposal => person.Has(proposal.Indicator.Service.Name))],
        LaterChanges = [.. dashboard.LaterChanges.Where(change => dashboard.Indicators.Any(indicator => indicator.Indicator.Ref == change.Ref && person.Has(indicator.Indicator.Service.Name)))],
        Ended = [.. dashboard.Ended.Where(indicator => person.Has(indicator.Service.Name))],
        Before = dashboard.Before is { } before ? Of(before, person) : null,
    };
}
