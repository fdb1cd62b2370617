using System.Text;
using CsvHelper;

namespace Outturn.App.Import;

/// <summary>A CSV file opened behind its header, or every reason why not.</summary>
public abstract record CsvOpening
{
    private CsvOpening()
    {
    }

    public sealed record Opened(CsvRows Rows) : CsvOpening;

    public sealed record Refused(IReadOnlyList<Defect> Defects) : CsvOpening;
}

/// <summary>The rows of a CSV file one after the other, in bounded memory whatever the size of the file.</summary>
/// <remarks>Comma, semicolon, tab or bar is told from the text itself; a first line "sep=;" is believed. Blank rows are passed over.</remarks>
public sealed class CsvRows : IDisposable
{
    /// <summary>A row that is longer has swallowed others: a quotation mark was never closed.</summary>
    private const int LongestRow = 1024 * 1024;

    private readonly CsvReader csv;
    private readonly bool headed;
    private CsvMalformedRecord? malformed;
    private bool ended;

    private CsvRows(TextOpening.Opened file, string source, bool inMemory, bool headed)
    {
        (Source, Encoding, this.headed) = (source, file.Encoding, headed);
        csv = CsvReader.Create(file.Stream, new CsvReaderOptions
        {
            HasHeader = false,
            Encoding = file.Encoding,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            MaxRecordSize = LongestRow,
            PoolStrings = inMemory,
            OnMalformedRecord = record => malformed = record,
        });
    }

    /// <summary>The file's name, as defects name it.</summary>
    public string Source { get; }

    public Encoding Encoding { get; }

    public IReadOnlyList<SourceColumn> Header { get; private set; } = [];

    /// <summary>The line of the file on which the current row begins, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>How many cells the current row has; fewer than the header's when blank ones at the end were left out.</summary>
    public int Count => csv.FieldCount;

    /// <summary>What is wrong with the current row as a whole; its cells are not to be trusted then.</summary>
    public Defect? Defect { get; private set; }

    /// <summary>The text of a cell of the current row; blank beyond its end.</summary>
    public string this[int column] => column < csv.FieldCount ? csv.GetString(column) : "";

    /// <param name="inMemory">Whether all rows will be kept: a file too big for that is refused, and equal texts are one object.</param>
    /// <param name="headed">Whether the first row names the columns; if not it is read like any other, and rows may be of any length.</param>
    public static CsvOpening Open(string path, bool inMemory = false, bool headed = true)
    {
        switch (TextFiles.Open(path, inMemory ? SourceFiles.MostBytesInMemory : long.MaxValue))
        {
            case TextOpening.Opened file:
                var rows = new CsvRows(file, SourceFiles.Name(path), inMemory, headed);
                var defects = headed ? rows.ReadHeader() : [];
                if (defects.Count == 0)
                {
                    return new CsvOpening.Opened(rows);
                }

                rows.Dispose();
                return new CsvOpening.Refused(defects);
            case TextOpening.Refused refused:
                return new CsvOpening.Refused([refused.Defect]);
            default:
                throw new InvalidOperationException("A text file is opened or refused.");
        }
    }

    /// <summary>Moves to the next row that is not blank. A row with a <see cref="Defect"/> counts as one.</summary>
    public bool Read()
    {
        if (!Advance())
        {
            return false;
        }

        if (headed && Defect is null && FirstCellBeyondHeader() is { } stray)
        {
            Defect = Defect.Error(Source, Number,
                $"The row has {stray + 1} cells and the header {Header.Count}: {Quoted.Text(this[stray])} belongs to no column. "
                + "A value that contains the separator must stand in quotation marks.");
        }

        return true;
    }

    /// <summary>Copies a cell's text without making a string of it; 0 beyond the row's end, -1 when the buffer is too small.</summary>
    public int Copy(int column, Span<char> buffer) =>
        column >= csv.FieldCount ? 0 : csv.GetSpan(column).Length > buffer.Length ? -1 : csv.GetChars(column, buffer);

    /// <summary>The separator that the text was found to use.</summary>
    public char Separator => csv.Separator;

    /// <summary>The current row as typed, in UTF-8, quotation marks and all, without its line break.</summary>
    public ReadOnlySpan<byte> RawRow => csv.RawRecord;

    /// <summary>A cell as typed, in UTF-8, with its quotation marks; nothing beyond the row's end.</summary>
    public ReadOnlySpan<byte> Raw(int column) => column < csv.FieldCount ? csv.GetRawSpan(column) : [];

    /// <summary>A cell's text in UTF-8; blank beyond the row's end.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => column < csv.FieldCount ? csv.GetSpan(column) : [];

    public void Dispose() => csv.Dispose();

    private List<Defect> ReadHeader()
    {
        if (!Advance())
        {
            return [Defect.Error(Source, "The file is empty.")];
        }

        if (Defect is not null)
        {
            return [Defect];
        }

        var defects = new List<Defect>();
        Header = SourceColumn.Of(csv.Current.ToArray(), Source, Number, defects);
        return defects;
    }

    private bool Advance()
    {
        Defect = null;
        try
        {
            do
            {
                malformed = null;
                if (ended || !csv.Read())
                {
                    return false;
                }
            }
            while (malformed is null && IsBlank());
        }
        catch (CsvFormatException e)
        {
            ended = true;
            Number = (int)e.LineNumber;
            Defect = Defect.Error(Source, Number,
                "The row that begins here is longer than 1 MB: a quotation mark is opened and never closed. Close it, or double it if it is part of the text.");
            return true;
        }

        Number = (int)csv.LineNumber;
        Defect = malformed?.Reason switch
        {
            CsvMalformedReason.UnterminatedQuote => Defect.Error(Source, Number,
                "A quotation mark is opened in the row that begins here and never closed. Close it, or double it if it is part of the text."),
            CsvMalformedReason.TextAfterClosingQuote => Defect.Error(Source, Number,
                "A quotation mark closes before its cell ends, in the row that begins here: the one before it may be left open. "
                + "Close each, or double it if it is part of the text."),
            _ => null,
        };
        return true;
    }

    private bool IsBlank()
    {
        for (var i = 0; i < csv.FieldCount; i++)
        {
            if (!IsBlank(i))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsBlank(int column) =>
        csv.GetSpan(column) switch
        {
            [] => true,
            [> (byte)' ' and < 0x80, ..] => false,
            _ => string.IsNullOrWhiteSpace(this[column]),
        };

    private int? FirstCellBeyondHeader()
    {
        for (var i = Header.Count; i < csv.FieldCount; i++)
        {
            if (!IsBlank(i))
            {
                return i;
            }
        }

        return null;
    }
}
