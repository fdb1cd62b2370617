using System.Text;
using Microsoft.Data.Sqlite;
using Outturn.App.Stores;
using Outturn.Core.National;
using Outturn.Core.Observations;
using SQLitePCL;

namespace Outturn.App.Reference;

/// <summary>A figure on its way into the store, by the numbers that its series, period, area and note have there.</summary>
internal readonly record struct FigureRow(int Series, int Period, int Area, decimal? Value, Marker Marker, decimal? Lower, decimal? Upper, FigureStatus Status, int? Note);

/// <summary>Adds figures by one prepared statement; what stands there already is said and left.</summary>
internal sealed class FigureRows : IDisposable
{
    private readonly sqlite3 handle;
    private readonly sqlite3_stmt insert;
    private readonly sqlite3_stmt find;
    private readonly byte[] text = new byte[DecimalText.Longest];

    public FigureRows(SqliteConnection connection)
    {
        handle = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(handle, "INSERT INTO figure (series, period, area, value, marker, lower, upper, status, note) VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING", out insert));
        Check(raw.sqlite3_prepare_v2(handle, "SELECT value, marker FROM figure WHERE series = ? AND period = ? AND area = ?", out find));
    }

    /// <summary>Null when it was added; else whether the figure that is there already has the same value.</summary>
    public bool? Add(in FigureRow row)
    {
        raw.sqlite3_bind_int(insert, 1, row.Series);
        raw.sqlite3_bind_int(insert, 2, row.Period);
        raw.sqlite3_bind_int(insert, 3, row.Area);
        Bind(4, row.Value);
        raw.sqlite3_bind_int(insert, 5, (int)row.Marker);
        Bind(6, row.Lower);
        Bind(7, row.Upper);
        raw.sqlite3_bind_int(insert, 8, (int)row.Status);
        if (row.Note is { } note)
        {
            raw.sqlite3_bind_int(insert, 9, note);
        }
        else
        {
            raw.sqlite3_bind_null(insert, 9);
        }

        var result = raw.sqlite3_step(insert);
        raw.sqlite3_reset(insert);
        if (result != raw.SQLITE_DONE)
        {
            Check(result);
        }

        return raw.sqlite3_changes(handle) == 1 ? null : IsSame(row);
    }

    public void Dispose()
    {
        insert.Dispose();
        find.Dispose();
    }

    private bool IsSame(in FigureRow row)
    {
        raw.sqlite3_bind_int(find, 1, row.Series);
        raw.sqlite3_bind_int(find, 2, row.Period);
        raw.sqlite3_bind_int(find, 3, row.Area);
        raw.sqlite3_step(find);
        var value = raw.sqlite3_column_text(find, 0).utf8_to_string();
        var same = value == (row.Value is { } ours ? Encoding.UTF8.GetString(text, 0, DecimalText.Write(ours, text)) : null) && raw.sqlite3_column_int(find, 1) == (int)row.Marker;
        raw.sqlite3_reset(find);
        return same;
    }

    private void Bind(int place, decimal? value)
    {
        if (value is { } number)
        {
            raw.sqlite3_bind_text(insert, place, text.AsSpan(0, DecimalText.Write(number, text)));
        }
        else
        {
            raw.sqlite3_bind_null(insert, place);
        }
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, handle);
}
