using Microsoft.Data.Sqlite;
using Outturn.Core.National;

namespace Outturn.App.Reference;

/// <summary>The series of one dataset while its figures are taken, with what their figures say of their rhythm.</summary>
internal sealed class KnownSeries
{
    private readonly SqliteConnection connection;
    private readonly Profile profile;
    private readonly int dataset;
    private readonly Dictionary<string, SeriesInHand> series = [];
    private readonly Dictionary<string, SeriesInHand>.AlternateLookup<ReadOnlySpan<char>> byCode;

    public KnownSeries(SqliteConnection connection, Profile profile, int dataset)
    {
        (this.connection, this.profile, this.dataset) = (connection, profile, dataset);
        byCode = series.GetAlternateLookup<ReadOnlySpan<char>>();
        using var command = connection.Statement("SELECT code, id, years FROM series WHERE dataset = $1", dataset);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            series.Add(rows.GetString(0), new SeriesInHand(rows.GetInt32(1), YearsOf(rows.Text(2))));
        }
    }

    public SeriesInHand? Find(ReadOnlySpan<char> code) => byCode.TryGetValue(code, out var found) ? found : null;

    /// <summary>A series that no list has named before; what the profile knows of it counts more than what the row says.</summary>
    public SeriesInHand Add(string code, string? title, string? unit)
    {
        var facts = profile.Series.GetValueOrDefault(code);
        var id = connection.Id(
            "INSERT INTO series (dataset, code, title, unit, decimals, polarity, years, description, publisher, address) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) RETURNING id",
            dataset, code, facts?.Title ?? title ?? code, facts?.Unit ?? unit, facts?.Decimals, facts?.Polarity, profile.Years, facts?.Description, profile.Organisation, profile.Address);
        return series[code] = new SeriesInHand(id, YearsOf(profile.Years));
    }

    /// <summary>Writes down how often each series comes out and where it ends, as its figures say.</summary>
    public void Close()
    {
        foreach (var one in series.Values.Where(one => one.Ends.Count > 0))
        {
            connection.Run("UPDATE series SET gap_months = $2, latest_end = $3 WHERE id = $1", one.Id, Cadence.MonthsBetween(one.Ends), ((DateOnly?)one.Ends.Max).Iso());
        }
    }

    private YearKind YearsOf(string? years) => (years is null ? null : YearKinds.Read(years)) ?? (profile.Years is { } usual ? YearKinds.Read(usual) : null) ?? YearKind.Calendar;
}

/// <param name="Years">What a bare year means in it.</param>
internal sealed record SeriesInHand(int Id, YearKind Years)
{
    public SortedSet<DateOnly> Ends { get; } = [];
}
