using System.Text;
using Microsoft.Data.Sqlite;
using Outturn.App.Stores.Facts;
using SQLitePCL;

namespace Outturn.App.Stores;

/// <summary>Adds observations by one prepared statement, its values as EF Core would write them: a million rows are not a million objects.</summary>
internal sealed class SqliteRows : IDisposable
{
    private const int RowsBetweenLooks = 4096;

    private readonly sqlite3 handle;
    private readonly sqlite3_stmt statement;
    private readonly byte[] text = new byte[DecimalText.Longest];
    private string lastRef = "";
    private byte[] lastRefBytes = [];
    private int added;

    public SqliteRows(sqlite3 handle)
    {
        this.handle = handle;
        Check(raw.sqlite3_prepare_v2(
            handle,
            "INSERT INTO observation (ref, frequency, ordinal, version, entry, withdrawn, value, numerator, denominator, marker, ytd_given, previous_given, accepted_words, note_words) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            out statement));
    }

    public bool IsTimeToLook => added % RowsBetweenLooks == 0;

    public void Add(ObservationFact fact)
    {
        if (!ReferenceEquals(lastRef, fact.Ref))
        {
            (lastRef, lastRefBytes) = (fact.Ref, Encoding.UTF8.GetBytes(fact.Ref));
        }

        raw.sqlite3_bind_text(statement, 1, lastRefBytes);
        raw.sqlite3_bind_int(statement, 2, (int)fact.Frequency);
        raw.sqlite3_bind_int(statement, 3, fact.Ordinal);
        raw.sqlite3_bind_int(statement, 4, fact.Version);
        raw.sqlite3_bind_int64(statement, 5, fact.Entry);
        raw.sqlite3_bind_int(statement, 6, fact.Withdrawn ? 1 : 0);
        Bind(7, fact.Value);
        Bind(8, fact.Numerator);
        Bind(9, fact.Denominator);
        raw.sqlite3_bind_int(statement, 10, (int)fact.Marker);
        Bind(11, fact.YtdGiven);
        Bind(12, fact.PreviousGiven);
        Bind(13, fact.AcceptedWords);
        Bind(14, fact.NoteWords);
        var result = raw.sqlite3_step(statement);
        if (result != raw.SQLITE_DONE)
        {
            Check(result);
        }

        raw.sqlite3_reset(statement);
        added++;
    }

    public void Dispose() => statement.Dispose();

    /// <summary>As Microsoft.Data.Sqlite writes a decimal, so that one figure has one form.</summary>
    private void Bind(int place, decimal? value)
    {
        if (value is not { } number)
        {
            raw.sqlite3_bind_null(statement, place);
            return;
        }

        raw.sqlite3_bind_text(statement, place, text.AsSpan(0, DecimalText.WriteWithPlace(number, text)));
    }

    private void Bind(int place, string? digest)
    {
        if (digest is null)
        {
            raw.sqlite3_bind_null(statement, place);
        }
        else
        {
            raw.sqlite3_bind_text(statement, place, digest);
        }
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, handle);
}
