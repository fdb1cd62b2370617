using System.Globalization;
using System.Text;
using Outturn.App.Import;
using Outturn.Core.Indicators;

namespace Outturn.App.Rate;

/// <summary>Writes rows as they came in with their results behind: comma-separated, UTF-8 without a byte order mark, one line feed a row.</summary>
internal sealed class RatedCsvWriter(Stream output, CsvRows csv, RateColumns columns)
{
    private const int FlushAt = 256 * 1024;
    private const int LongestResults = 512;

    private readonly bool asTyped = csv.Separator == ',';
    private byte[] buffer = new byte[FlushAt + (64 * 1024)];
    private int length;

    public void WriteHeader()
    {
        foreach (var column in columns.Kept)
        {
            Quote(Encoding.UTF8.GetBytes(csv.Header[column].Name));
            Put((byte)',');
        }

        Append(Encoding.UTF8.GetBytes(string.Join(',', RateColumns.Results)));
        EndRow();
    }

    public void Write(in RatedRow result)
    {
        WriteKept();
        Room(LongestResults);
        Figure(result.Shown, result.ShownDecimals);
        Word(RateWords.Ratings[result.Rating]);
        Word(RateWords.Reasons[result.Reason]);
        Figure(result.ToDate, result.ToDateDecimals);
        Word(RateWords.Ratings[result.ToDateRating]);
        Word(RateWords.Reasons[result.ToDateReason]);
        Word(RateWords.Directions[result.Previous]);
        Word(RateWords.Directions[result.LastYear]);
        Word(RateWords.Directions[result.Trend]);
        P(result.TrendP);
        Word(RateWords.Ranges[result.Range]);
        Word(RateWords.Ranges[result.ToDateRange]);
        length--;
        EndRow();
    }

    public void Flush()
    {
        output.Write(buffer, 0, length);
        length = 0;
    }

    private void WriteKept()
    {
        if (asTyped && columns.Replaced.Count == 0 && csv.Count == csv.Header.Count)
        {
            Append(csv.RawRow);
            Put((byte)',');
            return;
        }

        foreach (var column in columns.Kept)
        {
            if (asTyped)
            {
                Append(csv.Raw(column));
            }
            else
            {
                Quote(csv.Utf8(column));
            }

            Put((byte)',');
        }
    }

    /// <summary>In quotation marks where the text would not come back without them.</summary>
    private void Quote(ReadOnlySpan<byte> text)
    {
        if (!text.ContainsAny("\",\r\n"u8) && text is not [(byte)' ' or (byte)'\t', ..] and not [.., (byte)' ' or (byte)'\t'])
        {
            Append(text);
            return;
        }

        Room((2 * text.Length) + 2);
        buffer[length++] = (byte)'"';
        foreach (var letter in text)
        {
            if (letter == '"')
            {
                buffer[length++] = (byte)'"';
            }

            buffer[length++] = letter;
        }

        buffer[length++] = (byte)'"';
    }

    private void Figure(decimal value, byte decimals)
    {
        if (decimals != RatedRow.NoFigure)
        {
            length += Unit.Bare(value, decimals, buffer.AsSpan(length));
        }

        buffer[length++] = (byte)',';
    }

    /// <summary>Four decimals, as statistics print a p.</summary>
    private void P(double p)
    {
        if (!double.IsNaN(p))
        {
            p.TryFormat(buffer.AsSpan(length), out var written, "F4", CultureInfo.InvariantCulture);
            length += written;
        }

        buffer[length++] = (byte)',';
    }

    private void Word(byte[] word)
    {
        word.CopyTo(buffer.AsSpan(length));
        length += word.Length;
        buffer[length++] = (byte)',';
    }

    private void Append(ReadOnlySpan<byte> text)
    {
        Room(text.Length);
        text.CopyTo(buffer.AsSpan(length));
        length += text.Length;
    }

    private void Put(byte letter)
    {
        Room(1);
        buffer[length++] = letter;
    }

    private void EndRow()
    {
        Put((byte)'\n');
        if (length >= FlushAt)
        {
            Flush();
        }
    }

    private void Room(int bytes)
    {
        if (length + bytes > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(2 * buffer.Length, length + bytes));
        }
    }
}
