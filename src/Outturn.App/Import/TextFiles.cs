using System.Text;
using System.Text.Unicode;

namespace Outturn.App.Import;

/// <summary>A text file opened at its start, or the reason why it is not text.</summary>
public abstract record TextOpening
{
    private TextOpening()
    {
    }

    /// <param name="Stream">At position 0, before a byte order mark if there is one.</param>
    public sealed record Opened(FileStream Stream, Encoding Encoding) : TextOpening
    {
        /// <summary>Characters without the byte order mark; disposing the reader closes the file.</summary>
        public StreamReader Reader() => new(Stream, Encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024);
    }

    public sealed record Refused(Defect Defect) : TextOpening;
}

/// <summary>Opens text of any size, whatever it was saved as: UTF-8, UTF-16 with a byte order mark, or Windows-1252.</summary>
/// <remarks>Reads the file through once in pieces of fixed size to learn which, so that a late £ sign cannot change the answer half way.</remarks>
public static class TextFiles
{
    private const int Piece = 128 * 1024;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <param name="mostBytes">A bigger file is refused unread.</param>
    public static TextOpening Open(string path, long mostBytes = long.MaxValue)
    {
        if (!SourceFiles.TryOpen(path, out var stream, out var defect))
        {
            return new TextOpening.Refused(defect);
        }

        var (encoding, refusal) = SourceFiles.TooBig(stream, mostBytes) is { } tooBig ? (null, tooBig) : Recognise(stream);
        if (encoding is null)
        {
            stream.Dispose();
            return new TextOpening.Refused(Defect.Error(SourceFiles.Name(path), refusal!));
        }

        stream.Position = 0;
        return new TextOpening.Opened(stream, encoding);
    }

    private static (Encoding? Encoding, string? Refusal) Recognise(FileStream stream)
    {
        Span<byte> start = stackalloc byte[8];
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (start.IsEmpty)
        {
            return (null, "The file is empty.");
        }

        if (NotText(start) is { } kind)
        {
            return (null, kind);
        }

        stream.Position = 0;
        return start switch
        {
            [0xFF, 0xFE, ..] => Utf16(stream, Encoding.Unicode),
            [0xFE, 0xFF, ..] => Utf16(stream, Encoding.BigEndianUnicode),
            _ => Utf8OrWindows1252(stream, hasMark: start is [0xEF, 0xBB, 0xBF, ..]),
        };
    }

    private static string? NotText(ReadOnlySpan<byte> start) => start switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] =>
            "This is a workbook or zip file under the name of a text file: give it its own ending (.xlsx), or save it as CSV UTF-8.",
        [0xD0, 0xCF, 0x11, 0xE0, ..] =>
            "This is an old or password-protected Office file under the name of a text file: save it as CSV UTF-8.",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "This is a PDF, not a table: ask for the spreadsheet it was made from.",
        _ => null,
    };

    private static (Encoding? Encoding, string? Refusal) Utf8OrWindows1252(FileStream stream, bool hasMark)
    {
        var (piece, held, utf8) = (new byte[Piece], 0, true);
        while (stream.Read(piece, held, piece.Length - held) is > 0 and var read)
        {
            var filled = piece.AsSpan(0, held + read);
            if (filled.Contains((byte)0))
            {
                return (null, Binary);
            }

            held = 0;
            if (utf8)
            {
                var whole = filled.Length - Unfinished(filled);
                utf8 = Utf8.IsValid(filled[..whole]);
                filled[whole..].CopyTo(piece);
                held = filled.Length - whole;
            }
        }

        return (utf8 && held == 0, hasMark) switch
        {
            (true, _) => (Encoding.UTF8, null),
            (false, true) => (null, "The file says that it is UTF-8 and is not: it is damaged, or two files were joined. Save it again as CSV UTF-8."),
            _ => (Windows1252, null),
        };
    }

    /// <summary>How many bytes at the end belong to a UTF-8 character that goes on in the next piece.</summary>
    private static int Unfinished(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var lead = bytes[^back];
            if ((lead & 0b1100_0000) != 0b1000_0000)
            {
                var length = lead switch { >= 0xF0 => 4, >= 0xE0 => 3, >= 0xC0 => 2, _ => 1 };
                return length > back ? back : 0;
            }
        }

        return 0;
    }

    private static (Encoding? Encoding, string? Refusal) Utf16(FileStream stream, Encoding encoding)
    {
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: Piece, leaveOpen: true);
        var piece = new char[Piece];
        while (reader.Read(piece, 0, piece.Length) is > 0 and var read)
        {
            if (piece.AsSpan(0, read).Contains('\0'))
            {
                return (null, Binary);
            }
        }

        return (encoding, null);
    }

    private const string Binary =
        "This is not a text file: it holds binary data. If it came from a spreadsheet, save it there as CSV UTF-8.";
}
