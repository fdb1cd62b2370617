using Outturn.Core.Dashboards;
using Outturn.Core.Papers;

namespace Outturn.Reports.Papers;

/// <summary>The pages of each service: who answers for it, its tables, its charts and what is said of the figures.</summary>
internal static class ServicePages
{
    public static IEnumerable<Block> Blocks(Dashboard dashboard, Register? register, int level) =>
        dashboard.Services.SelectMany(service => Of(dashboard, service, register, level, redsApart: false));

    /// <param name="redsApart">Whether what is said of the Reds stands elsewhere in the paper.</param>
    public static IEnumerable<Block> Of(Dashboard dashboard, ServiceDashboard service, Register? register, int level, bool redsApart)
    {
        yield return new Heading(level, service.Service.Name);
        if (Answerable(service) is { Items.Count: > 0 } answerable)
        {
            yield return answerable;
        }

        foreach (var block in OwnText.Place(register, TextPlace.Of(service.Service)))
        {
            yield return block;
        }

        foreach (var block in IndicatorTables.Of(dashboard, service).Concat(CommentaryTables.Of(dashboard, service, redsApart)))
        {
            yield return block;
        }

        yield return new Heading(level + 1, "Charts");
        foreach (var indicator in service.Kpis.Concat(service.Activities))
        {
            yield return IndicatorChart.Of(indicator);
        }
    }

    private static Facts Answerable(ServiceDashboard service) => new(
    [
        .. new[] { ("Director", service.Service.Director), ("Portfolio", service.Service.CabinetMember) }
            .Where(pair => pair.Item2 is not null)
            .Select(pair => new Fact(pair.Item1, [pair.Item2!.Title])),
    ]);
}
