using Outturn.Core.National;
using Outturn.Core.Neighbours;
using Outturn.Core.Targets;

namespace Outturn.App.Reference;

/// <summary>Whom an area is compared with, and what government publishes outcomes by.</summary>
public sealed partial class ReferenceStore
{
    public Task<IReadOnlyList<NeighbourSetSummary>> NeighbourSetsAsync(CancellationToken cancel) =>
        connection.ListAsync(
            row => new NeighbourSetSummary(row.GetString(0), row.Day(1)!.Value, row.GetString(2), row.GetInt32(3)), cancel,
            "SELECT s.name, s.date, s.source, (SELECT count(DISTINCT area) FROM neighbour n WHERE n.neighbour_set = s.id) FROM neighbour_set s ORDER BY s.name, s.date DESC");

    /// <summary>An area's neighbours in a set, as of its latest date where none is given; null where it has none.</summary>
    public async Task<NeighbourSet?> NeighboursAsync(string set, DateOnly? date, string area, CancellationToken cancel)
    {
        var members = await connection.ListAsync(
            row => (Date: row.Day(0)!.Value, Source: row.GetString(1), Kind: (NeighbourSetKind)row.GetInt32(2), Member: new Neighbour(row.GetString(3), row.GetInt32(4), row.Text(5), row.Decimal(6))), cancel,
            """
            SELECT s.date, s.source, s.kind, n.member, n.rank, n.closeness, n.distance FROM neighbour_set s JOIN neighbour n ON n.neighbour_set = s.id
            WHERE s.name = $1 AND n.area = $3 AND s.date = coalesce($2, (SELECT max(date) FROM neighbour_set WHERE name = $1)) ORDER BY n.rank
            """, set, date.Iso(), area);
        return members.Count == 0 ? null : new NeighbourSet(set, members[0].Date, members[0].Source, members[0].Kind, area, [.. members.Select(member => member.Member)]);
    }

    /// <summary>The editions there are, by framework and name, the latest first.</summary>
    public Task<IReadOnlyList<(string Framework, string Edition, DateOnly? Date)>> EditionsAsync(CancellationToken cancel) =>
        connection.ListAsync(row => (row.GetString(0), row.GetString(1), row.Day(2)), cancel, "SELECT framework, name, date FROM edition ORDER BY framework, date DESC, name DESC");

    /// <summary>An edition whole: stated totals, outcomes, metrics, and the series that serve them.</summary>
    public async Task<FrameworkEdition?> EditionAsync(string framework, string edition, CancellationToken cancel)
    {
        var found = await connection.ListAsync(
            row => (Id: row.GetInt32(0), Date: row.Day(1), Source: row.GetString(2), Address: row.Text(3), Note: row.Text(4)), cancel,
            "SELECT id, date, source, address, note FROM edition WHERE framework = $1 AND name = $2", framework, edition);
        if (found is not [var (id, date, source, address, note)])
        {
            return null;
        }

        var stated = await connection.ListAsync(row => new StatedTotal(row.GetString(0), row.GetInt32(1), row.Day(2), row.Text(3)), cancel, "SELECT what, count, stated_on, source FROM stated_total WHERE edition = $1 ORDER BY what", id);
        var outcomes = await connection.ListAsync(row => new Outcome(row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3)), cancel, "SELECT number, name, ambition, category FROM outcome WHERE edition = $1 ORDER BY number", id);
        var serves = (await connection.ListAsync(row => (Metric: row.GetString(0), Outcome: row.GetInt32(1), Id: row.GetString(2)), cancel, "SELECT metric, outcome, id_there FROM metric_outcome WHERE edition = $1 ORDER BY outcome, id_there", id)).ToLookup(row => row.Metric);
        var metrics = await connection.ListAsync(
            row => new Metric(
                row.GetString(0), row.GetString(1), row.GetString(2), row.Text(3), row.GetInt32(4) == 1, row.GetInt32(5) == 1, row.Text(6), row.Text(7), row.Text(8), row.Text(9),
                [.. serves[row.GetString(0)].Select(serve => serve.Outcome)], [.. serves[row.GetString(0)].Select(serve => serve.Id)]),
            cancel, "SELECT id, title, kind, publisher, placeholder, in_development, unit, polarity, note, seen_in FROM metric WHERE edition = $1 ORDER BY place", id);
        var links = await connection.ListAsync(
            row => new MetricSeries(row.GetString(0), row.GetString(1), row.GetString(2), (MetricFit)row.GetInt32(3), row.GetString(4)), cancel,
            "SELECT metric, dataset, series, fit, justification FROM metric_series WHERE edition = $1 ORDER BY metric, fit, dataset, series", id);
        return new FrameworkEdition(framework, edition, date, source, address, note, stated, outcomes, metrics, links);
    }

    /// <summary>Every value of every council of today, for questions about all of England at once.</summary>
    public async Task<CouncilFigures> CouncilFiguresAsync(CancellationToken cancel)
    {
        var areas = (await AreasAsync(cancel)).Values.Where(area => area.IsCouncil && area.Code[0] == 'E').ToList();
        var ids = (await connection.ListAsync(row => (Code: row.GetString(0), Id: row.GetInt32(1)), cancel, "SELECT code, id FROM area")).ToDictionary(row => row.Code, row => row.Id);
        var polarities = (await connection.ListAsync(row => (Id: row.GetInt32(0), Polarity: row.Text(1) is { } polarity ? Polarities.Read(polarity) : null), cancel, "SELECT id, polarity FROM series")).ToDictionary(row => row.Id, row => row.Polarity);
        return CouncilFigures.Read(connection.Handle!, areas, ids, polarities, cancel);
    }
}
