using Microsoft.Data.Sqlite;
using Outturn.Core.National;

namespace Outturn.App.Reference;

/// <summary>The areas of the store while a file is taken: codes, superseded codes and numbers become the area under which figures are kept.</summary>
internal sealed class KnownAreas
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, int> ids = [];
    private readonly Dictionary<string, string> recodes = [];
    private readonly Dictionary<string, string> numbers = [];
    private readonly string? scheme;

    public KnownAreas(SqliteConnection connection, string? scheme)
    {
        (this.connection, this.scheme) = (connection, scheme);
        Fill("SELECT code, id FROM area", (row, code) => ids[code] = row.GetInt32(1));
        Fill("SELECT s.area, min(n.code) FROM superseded s JOIN successor n ON n.area = s.area WHERE s.recode = 1 GROUP BY s.area HAVING count(*) = 1", (row, code) => recodes[code] = row.GetString(1));
        Fill("SELECT number, area FROM area_number WHERE scheme = $1", (row, number) => numbers[number] = row.GetString(1), scheme ?? "");
    }

    /// <summary>The area for a code or number as a file gives it; a code that no list names becomes an area by the name it has there.</summary>
    /// <returns>0, with the reason, where it is neither.</returns>
    public int Find(string given, string name, out string? recodedFrom, out string refusal)
    {
        (recodedFrom, refusal) = (null, "");
        var code = given;
        if (scheme is not null && !numbers.TryGetValue(given, out code))
        {
            refusal = $"\"{given}\" is no {scheme} number of an area.";
            return 0;
        }

        if (recodes.TryGetValue(code!, out var now))
        {
            (recodedFrom, code) = (code, now);
        }

        if (ids.TryGetValue(code!, out var id))
        {
            return id;
        }

        if (!AreaCodes.IsCode(code))
        {
            refusal = $"\"{given}\" is not the code of an area (E10000016).";
            return 0;
        }

        return ids[code!] = Add(code!, recodedFrom is null ? name : code!);
    }

    private int Add(string code, string name)
    {
        var (type, tiers) = AreaCodes.Told(code);
        return connection.Id("INSERT INTO area (code, name, type, tiers, listed) VALUES ($1, $2, $3, $4, 0) RETURNING id", code, name, type, (int)tiers);
    }

    private void Fill(string sql, Action<SqliteDataReader, string> take, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Statement(sql, values);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            take(rows, rows.GetString(0));
        }
    }
}
