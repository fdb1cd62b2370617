using System.Data.Common;
using Microsoft.Data.Sqlite;
using Outturn.Core.National;
using Outturn.Core.Observations;
using Outturn.Core.Targets;

namespace Outturn.App.Reference;

/// <summary>A publication as the store holds it.</summary>
public sealed record Publication(string Dataset, string? Title, string? Organisation, string? Address, DateOnly? PublishedOn, string File, string Sha256, string Profile, int Read, int Stored, int Refused, int Series);

/// <summary>A published set as a whole: for how many areas it has neighbours.</summary>
public sealed record NeighbourSetSummary(string Name, DateOnly Date, string Source, int Areas);

/// <summary>National data to read: areas, series and figures, neighbours, frameworks. It decides nothing; Core ranks and compares.</summary>
public sealed partial class ReferenceStore : IAsyncDisposable
{
    private const string SeriesColumns =
        """
        SELECT d.name, s.code, s.title, s.unit, s.decimals, s.polarity, coalesce(s.cadence_months, s.gap_months), coalesce(s.published_on, d.published_on), coalesce(s.publisher, d.organisation),
            coalesce(s.address, d.address), s.description, s.latest_end, s.id
        FROM series s JOIN dataset d ON d.id = s.dataset
        """;

    private readonly SqliteConnection connection;

    private ReferenceStore(SqliteConnection connection) => this.connection = connection;

    /// <summary>Null, with the reason, where there is none or it cannot be read.</summary>
    public static async Task<(ReferenceStore? Store, string Refusal)> OpenAsync(string path, CancellationToken cancel)
    {
        var (connection, refusal) = await ReferenceSchema.OpenToReadAsync(path, cancel);
        return (connection is null ? null : new ReferenceStore(connection), refusal);
    }

    /// <summary>Why a file cannot be read as national data; null where it can.</summary>
    public static async Task<string?> RefusalAsync(string path, CancellationToken cancel)
    {
        var (store, refusal) = await OpenAsync(path, cancel);
        await (store?.DisposeAsync() ?? default);
        return store is null ? refusal : null;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    public Task<IReadOnlyList<Publication>> PublicationsAsync(CancellationToken cancel) =>
        connection.ListAsync(
            row => new Publication(row.GetString(0), row.Text(1), row.Text(2), row.Text(3), row.Day(4), row.GetString(5), row.GetString(6), row.GetString(7), row.GetInt32(8), row.GetInt32(9), row.GetInt32(10), row.GetInt32(11)),
            cancel,
            """
            SELECT d.name, d.title, d.organisation, d.address, d.published_on, f.name, f.sha256, f.profile, f.rows_read, f.rows_stored, f.rows_refused, (SELECT count(*) FROM series s WHERE s.dataset = d.id AND s.latest_end IS NOT NULL)
            FROM dataset d JOIN source_file f ON f.id = d.file ORDER BY d.name
            """);

    /// <summary>Every area by its code, those of superseded codes too.</summary>
    public async Task<IReadOnlyDictionary<string, Area>> AreasAsync(CancellationToken cancel)
    {
        var successors = (await connection.ListAsync(row => (Area: row.GetString(0), Code: row.GetString(1)), cancel, "SELECT area, code FROM successor ORDER BY area, code")).ToLookup(pair => pair.Area, pair => pair.Code);
        var areas = await connection.ListAsync(
            row => new Area(row.GetString(0), row.GetString(1), row.GetString(2), (Tiers)row.GetInt32(3))
            {
                RegionCode = row.Text(4), Region = row.Text(5), CountyCode = row.Text(6), County = row.Text(7), CombinedAuthorityCode = row.Text(8), CombinedAuthority = row.Text(9),
                Superseded = row.Number(11) is { } recode ? new Supersession(row.Number(10), recode == 1, [.. successors[row.GetString(0)]], row.Text(12)) : null,
            },
            cancel,
            """
            SELECT a.code, a.name, a.type, a.tiers, a.region_code, a.region, a.county_code, a.county, a.combined_authority_code, a.combined_authority, s.end_year, s.recode, s.source
            FROM area a LEFT JOIN superseded s ON s.area = a.code ORDER BY a.code
            """);
        return areas.ToDictionary(area => area.Code);
    }

    /// <summary>All series that have figures, in the order of their names.</summary>
    public Task<IReadOnlyList<NationalSeries>> SeriesAsync(CancellationToken cancel) =>
        connection.ListAsync(Series, cancel, $"{SeriesColumns} WHERE s.latest_end IS NOT NULL ORDER BY d.name, s.code");

    /// <summary>Series by dataset/code, by code, or by title; several where a name is not of one alone.</summary>
    public Task<IReadOnlyList<NationalSeries>> FindSeriesAsync(string name, CancellationToken cancel) =>
        connection.ListAsync(
            Series, cancel,
            $"{SeriesColumns} WHERE s.latest_end IS NOT NULL AND (d.name || '/' || s.code = $1 COLLATE NOCASE OR s.code = $1 COLLATE NOCASE OR s.title = $1 COLLATE NOCASE) ORDER BY d.name || '/' || s.code <> $1, d.name, s.code LIMIT 50",
            name);

    /// <summary>What a series has for some areas, or for all where none are named, in the order of periods and areas.</summary>
    public Task<IReadOnlyList<NationalFigure>> FiguresAsync(NationalSeries series, IReadOnlyCollection<string>? areas, CancellationToken cancel) =>
        connection.ListAsync(
            Figure, cancel,
            $"""
            SELECT a.code, {FigureColumns}
            FROM series s JOIN dataset d ON d.id = s.dataset JOIN figure f ON f.series = s.id JOIN period p ON p.id = f.period JOIN area a ON a.id = f.area LEFT JOIN note n ON n.id = f.note
            WHERE d.name = $1 AND s.code = $2 AND ($3 = '' OR instr($3, ' ' || a.code || ' ') > 0)
            ORDER BY p.last, p.first, p.label, a.code
            """,
            series.Dataset, series.Code, areas is null ? "" : $" {string.Join(' ', areas)} ");

    /// <summary>The latest period of a series for which the area has a figure, with the figures of all areas in it.</summary>
    public async Task<IReadOnlyList<NationalFigure>> LatestAsync(NationalSeries series, string area, CancellationToken cancel)
    {
        var ours = await FiguresAsync(series, [area], cancel);
        if (ours.LastOrDefault(figure => figure.Value is not null) is not { } latest)
        {
            return [];
        }

        return [.. (await FiguresAsync(series, null, cancel)).Where(figure => figure.Period == latest.Period)];
    }

    /// <summary>The latest figure with a value of every series that has one for an area.</summary>
    public async Task<IReadOnlyList<(NationalSeries Series, NationalFigure Figure)>> LatestOfAsync(string area, CancellationToken cancel)
    {
        var series = (await SeriesAsync(cancel)).ToDictionary(one => one.Name);
        return await connection.ListAsync(
            row => (series[row.GetString(12)], Figure(row)), cancel,
            $"""
            WITH ours AS (
                SELECT f.*, row_number() OVER (PARTITION BY f.series ORDER BY p.last DESC, p.first DESC, p.label DESC) AS place
                FROM figure f JOIN period p ON p.id = f.period WHERE f.area = (SELECT id FROM area WHERE code = $1) AND f.value IS NOT NULL)
            SELECT $1, {FigureColumns}, d.name || '/' || s.code
            FROM ours f JOIN series s ON s.id = f.series JOIN dataset d ON d.id = s.dataset JOIN period p ON p.id = f.period LEFT JOIN note n ON n.id = f.note
            WHERE f.place = 1 ORDER BY d.name, s.code
            """, area);
    }

    private const string FigureColumns = "p.label, p.kind, p.first, p.last, p.status, p.qualifier, f.value, f.marker, f.lower, f.upper, n.text";

    private static NationalFigure Figure(DbDataReader row) => new(
        row.GetString(0), Period(row, 1), row.Decimal(7), (Marker)row.GetInt32(8),
        row.Decimal(9) is { } lower && row.Decimal(10) is { } upper ? new Interval(lower, upper) : null, (FigureStatus)row.GetInt32(5), row.Text(11));

    private static PublishedPeriod Period(DbDataReader row, int at) =>
        new(row.GetString(at), (PublishedPeriodKind)row.GetInt32(at + 1), row.Day(at + 2)!.Value, row.Day(at + 3)!.Value, (FigureStatus)row.GetInt32(at + 4), row.Text(at + 5));

    private static NationalSeries Series(DbDataReader row)
    {
        var (published, latest) = (row.Day(7), row.Day(11));
        var lag = published is { } on && latest is { } end ? Math.Max(0, on.DayNumber - end.DayNumber) : Cadence.UsualLag;
        return new NationalSeries(row.GetString(0), row.GetString(1), row.GetString(2))
        {
            Unit = row.Text(3), Decimals = row.Number(4), Polarity = row.Text(5) is { } polarity ? Polarities.Read(polarity) : null,
            Cadence = new Cadence(row.Number(6) ?? 12, lag), PublishedOn = published, Publisher = row.Text(8), Address = row.Text(9), Description = row.Text(10),
        };
    }
}
