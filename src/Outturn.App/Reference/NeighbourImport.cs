using Microsoft.Data.Sqlite;
using Outturn.Core.National;
using Outturn.Core.Neighbours;

namespace Outturn.App.Reference;

/// <summary>Takes published neighbours in any of three layouts: one to a row, the codes side by side, or pairs side by side.</summary>
internal sealed class NeighbourImport
{
    private readonly SqliteConnection connection;
    private readonly ProfiledRows rows;
    private readonly RowCount count;
    private readonly int set;
    private readonly HashSet<(string, string)> taken = [];

    private NeighbourImport(SqliteConnection connection, ProfiledRows rows, RowCount count, int set) => (this.connection, this.rows, this.count, this.set) = (connection, rows, count, set);

    public static void Take(SqliteConnection connection, OpenedFile file, Profile profile, ProfiledRows rows, RowCount count, DateOnly? date)
    {
        var facts = profile.Sets.GetValueOrDefault(file.Stem);
        var name = facts?.Name ?? file.Stem;
        var day = facts?.Date ?? (date ?? DateOnly.FromDateTime(File.GetLastWriteTimeUtc(file.Original))).ToString("yyyy-MM-dd");
        var set = connection.Id(
            "INSERT INTO neighbour_set (name, date, source, kind) VALUES ($1,$2,$3,$4) ON CONFLICT (name, date) DO UPDATE SET source = excluded.source RETURNING id",
            name, day, facts?.Source ?? $"{profile.Organisation ?? "Not said by whom"}, {Path.GetFileName(file.Original)}", (int)NeighbourSetKind.Published);
        connection.Run("DELETE FROM neighbour WHERE neighbour_set = $1", set);
        var import = new NeighbourImport(connection, rows, count, set);
        foreach (var row in rows.Rows)
        {
            switch (profile.Layout)
            {
                case "rows":
                    import.TakeOne(row);
                    break;
                case "columns":
                    import.TakeSideBySide(row, step: 1);
                    break;
                default:
                    import.TakeSideBySide(row, step: 2);
                    break;
            }
        }
    }

    private void TakeOne(Import.SourceRow row)
    {
        if (Area(row, "area", "number") is not { } area || Area(row, "member", "memberNumber") is not { } member || !int.TryParse(rows[row, "rank"], out var rank))
        {
            count.Refuse("The row has no area, no neighbour or no rank.", row.Number);
            return;
        }

        if (!taken.Add((area, member)) || !taken.Add((area, $"#{rank}")))
        {
            count.Refuse("The area has this neighbour, or this rank, in an earlier row too.", row.Number);
            return;
        }

        Add(area, rank, member, rows[row, "closeness"], null);
        count.Store();
    }

    private void TakeSideBySide(Import.SourceRow row, int step)
    {
        if (rows[row, "area"] is not { } area || !AreaCodes.IsCode(area))
        {
            count.Refuse("The row has no code of an area.", row.Number);
            return;
        }

        var (rank, first) = (0, rows.Places["first"][0]);
        for (var column = first; column < rows.Width && row[column].Text.Trim() is { Length: > 0 } member; column += step)
        {
            if (!AreaCodes.IsCode(member) || !taken.Add((area, member)))
            {
                count.Refuse($"\"{member}\" is no code of an area, or stands in the row twice.", row.Number);
                connection.Run("DELETE FROM neighbour WHERE neighbour_set = $1 AND area = $2", set, area);
                return;
            }

            var beside = step == 2 ? row[column + 1] : default;
            var distance = beside.Number ?? (FigureValue.TryNumber(beside.Text, out var read) ? read : null);
            Add(area, ++rank, member, null, distance);
        }

        count.Store();
    }

    /// <summary>By its code, or by its number where the list leaves the code out.</summary>
    private string? Area(Import.SourceRow row, string role, string numberRole)
    {
        if (rows[row, role] is { } code && AreaCodes.IsCode(code))
        {
            return code;
        }

        using var command = connection.Statement("SELECT area FROM area_number WHERE number = $1", rows[row, numberRole] ?? "");
        return (string?)command.ExecuteScalar();
    }

    private void Add(string area, int rank, string member, string? closeness, decimal? distance) =>
        connection.Run(
            "INSERT INTO neighbour (neighbour_set, area, rank, member, closeness, distance) VALUES ($1,$2,$3,$4,$5,$6)", set, area, rank, member, closeness, distance?.ToString());
}
