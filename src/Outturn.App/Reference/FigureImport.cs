using Microsoft.Data.Sqlite;
using Outturn.App.Import;
using Outturn.Core.Observations;

namespace Outturn.App.Reference;

/// <summary>Takes a table with one figure to a row, whatever it calls its columns; a file of the same dataset that was taken before is replaced whole.</summary>
internal sealed class FigureImport
{
    private const int LongestCell = 2048;
    private const int RowsBetweenLooks = 4096;

    private readonly SqliteConnection connection;
    private readonly KnownAreas areas;
    private readonly KnownSeries series;
    private readonly KnownPeriods periods;
    private readonly MarkerWords markers;
    private readonly Dictionary<string, int> notes = [];
    private readonly Dictionary<string, AreaInHand> given = [];
    private readonly IReadOnlyDictionary<string, int[]> places;
    private readonly RowCount count;
    private readonly char[] cell = new char[LongestCell];

    private FigureImport(SqliteConnection connection, Profile profile, int dataset, IReadOnlyDictionary<string, int[]> places, RowCount count)
    {
        (this.connection, this.places, this.count) = (connection, places, count);
        (areas, series, periods, markers) = (new KnownAreas(connection, profile.AreaNumbers), new KnownSeries(connection, profile, dataset), new KnownPeriods(connection), new MarkerWords(profile));
    }

    /// <returns>Why nothing can be taken, or null.</returns>
    public static string? Take(SqliteConnection connection, OpenedFile file, Profile profile, RowCount count, CancellationToken cancel)
    {
        if (CsvRows.Open(file.Path, headed: false) is not CsvOpening.Opened opened)
        {
            return "It cannot be read as a table.";
        }

        using var rows = opened.Rows;
        if (!rows.Read() || profile.Places([.. Enumerable.Range(0, rows.Count).Select(i => rows[i])]) is not { } places)
        {
            return $"The columns of profile {profile.Name} are not there.";
        }

        var name = profile.Dataset ?? file.Stem;
        var dataset = connection.Id(
            """
            INSERT INTO dataset (name, title, organisation, address) VALUES ($1,$2,$3,$4)
            ON CONFLICT (name) DO UPDATE SET title = coalesce(title, excluded.title), organisation = coalesce(organisation, excluded.organisation), address = coalesce(address, excluded.address) RETURNING id
            """, name, profile.Title is { } title ? (profile.Dataset is null ? $"{title}: {name}" : title) : name, profile.Organisation, profile.Address);
        connection.Run("DELETE FROM figure WHERE series IN (SELECT id FROM series WHERE dataset = $1)", dataset);
        var import = new FigureImport(connection, profile, dataset, places, count);
        import.TakeAll(rows, cancel);
        import.series.Close();
        return null;
    }

    private void TakeAll(CsvRows rows, CancellationToken cancel)
    {
        using var figures = new FigureRows(connection);
        while (rows.Read())
        {
            if (rows.Defect is { } defect)
            {
                count.Refuse(defect.Reason, rows.Number);
                continue;
            }

            if (Read(rows, out var figure, out var refusal))
            {
                refusal = figures.Add(figure) switch
                {
                    null => "",
                    true => "The same figure stands in an earlier row (its area under two codes, or in two lists).",
                    false => "An earlier row gives another figure for the same area, series and period.",
                };
            }

            if (refusal.Length == 0)
            {
                count.Store();
            }
            else
            {
                count.Refuse(refusal, rows.Number);
            }

            if (count.Read % RowsBetweenLooks == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }
        }
    }

    private bool Read(CsvRows rows, out FigureRow figure, out string refusal)
    {
        figure = default;
        var area = AreaOf(rows);
        if (area.Id == 0)
        {
            refusal = area.Refusal;
            return false;
        }

        var code = Cell(rows, "series");
        if (code.IsEmpty)
        {
            refusal = "The row names no series.";
            return false;
        }

        var of = series.Find(code) ?? series.Add(code.ToString(), Text(rows, "title"), Text(rows, "unit"));
        var period = periods.Find(Cell(rows, "period"), of.Years);
        if (period.Period is not { } read)
        {
            refusal = period.Refusal;
            return false;
        }

        if (!TryValue(rows, out var value, out var marker, out var said, out refusal) || !TryInterval(rows, value, out var lower, out var upper, out refusal))
        {
            return false;
        }

        of.Ends.Add(read.Last);
        var words = new[] { said, area.Note, Text(rows, "note") }.Where(word => word is not null);
        figure = new FigureRow(of.Id, period.Id, area.Id, value, marker, lower, upper, read.Status, NoteOf(said is null && area.Note is null ? Text(rows, "note") : string.Join(" ", words)));
        return true;
    }

    private bool TryValue(CsvRows rows, out decimal? value, out Marker marker, out string? said, out string refusal)
    {
        (value, marker, said, refusal) = (null, Marker.None, null, "");
        var status = Cell(rows, "status");
        if (!status.IsEmpty && markers.Find(status) is not { } known)
        {
            said = status.ToString();
        }
        else
        {
            marker = status.IsEmpty ? Marker.None : markers.Find(status)!.Value;
        }

        var text = Cell(rows, "value");
        if (text.IsEmpty)
        {
            (marker, said) = marker == Marker.None ? (Marker.NotAvailable, said is null ? "Blank as published." : said) : (marker, said);
            return true;
        }

        if (markers.Find(text) is { } instead)
        {
            marker = instead;
            return true;
        }

        if (!FigureValue.TryNumber(text, out var number))
        {
            refusal = $"{Quoted.Text(text)} is neither a number nor a marker that the profile knows.";
            return false;
        }

        value = number;
        return true;
    }

    private bool TryInterval(CsvRows rows, decimal? value, out decimal? lower, out decimal? upper, out string refusal)
    {
        (lower, upper, refusal) = (null, null, "");
        if (!FigureValue.TryBound(Cell(rows, "lower"), markers, out lower) || !FigureValue.TryBound(Cell(rows, "upper"), markers, out upper) || lower > upper)
        {
            refusal = "The bounds of the interval are not numbers, or the lower is above the upper.";
            return false;
        }

        if (value is null || lower is null || upper is null)
        {
            (lower, upper) = (null, null);
        }

        return true;
    }

    private AreaInHand AreaOf(CsvRows rows)
    {
        var text = Cell(rows, "area");
        var known = given.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(text, out var area))
        {
            return area;
        }

        var code = text.ToString();
        var id = areas.Find(code, Text(rows, "areaName") ?? code, out var recodedFrom, out var refusal);
        return given[code] = new AreaInHand(id, recodedFrom is null ? null : $"Published under the code {recodedFrom}.", refusal);
    }

    private int? NoteOf(string? text)
    {
        if (text is not { Length: > 0 })
        {
            return null;
        }

        if (!notes.TryGetValue(text, out var id))
        {
            id = connection.Id("INSERT INTO note (text) VALUES ($1) ON CONFLICT (text) DO UPDATE SET text = text RETURNING id", text);
            notes.Add(text, id);
        }

        return id;
    }

    /// <summary>A cell's text without spaces around it; the first that says something where a header has the column twice.</summary>
    private ReadOnlySpan<char> Cell(CsvRows rows, string role)
    {
        if (places.TryGetValue(role, out var columns))
        {
            foreach (var column in columns)
            {
                var length = rows.Copy(column, cell);
                var text = length >= 0 ? cell.AsSpan(0, length).Trim() : rows[column].AsSpan().Trim();
                if (!text.IsEmpty)
                {
                    return text;
                }
            }
        }

        return [];
    }

    private string? Text(CsvRows rows, string role) => Cell(rows, role) is { IsEmpty: false } text ? text.ToString() : null;

    private readonly record struct AreaInHand(int Id, string? Note, string Refusal);
}
