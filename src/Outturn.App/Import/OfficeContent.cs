using System.Text;

namespace Outturn.App.Import;

/// <summary>Tells what a file really is, whatever its name says, and what its sender can do about it.</summary>
internal static class OfficeContent
{
    public const string Macros = "The file contains macros: save it without them, as .xlsx or .docx.";

    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <summary>How far into an old Office file the names of its streams are looked for.</summary>
    private const int Directory = 256 * 1024;

    /// <returns>Null for a zip file, as Office files are; else what it is and what to do.</returns>
    public static string? NotOffice(FileStream stream)
    {
        Span<byte> start = stackalloc byte[512];
        stream.Position = 0;
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        return start switch
        {
            [] => "The file is empty.",
            [(byte)'P', (byte)'K', 3, 4, ..] => null,
            [0xD0, 0xCF, 0x11, 0xE0, ..] => IsEncrypted(stream)
                ? "The file is protected by a password: save a copy without it."
                : "This is an old Office file (.xls or .doc): save it as .xlsx or .docx.",
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "This is a PDF: ask for the spreadsheet or document it was made from.",
            _ when start.Contains((byte)0) && !start.StartsWith("\u00ff\u00fe"u8) => "This is not a workbook or document: its content is unknown.",
            _ when IsMarkup(start) => "This is a web page or XML under the name of an Office file: open it in Office and save it as .xlsx or .docx.",
            _ => "This is plain text under the name of an Office file: give it the ending .csv, or save it as .xlsx or .docx.",
        };
    }

    public static (OfficeKind Kind, string? Reason) Of(string contentType) => contentType switch
    {
        _ when contentType.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) && contentType.Contains("binary", StringComparison.OrdinalIgnoreCase) =>
            (OfficeKind.Workbook, "This is a binary workbook (.xlsb): save it as .xlsx."),
        _ when contentType.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) => (OfficeKind.Workbook, Macros),
        _ when contentType.StartsWith(Workbook, StringComparison.OrdinalIgnoreCase) => (OfficeKind.Workbook, null),
        _ when contentType.StartsWith(Document, StringComparison.OrdinalIgnoreCase) => (OfficeKind.Document, null),
        _ => (OfficeKind.Document, "This is neither a workbook nor a document: save it as .xlsx or .docx."),
    };

    private static bool IsMarkup(ReadOnlySpan<byte> start)
    {
        var text = Encoding.UTF8.GetString(start).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        return text.StartsWith('<');
    }

    /// <summary>A protected workbook is an old Office file with a stream named EncryptedPackage.</summary>
    private static bool IsEncrypted(FileStream stream)
    {
        var name = Encoding.Unicode.GetBytes("EncryptedPackage");
        var piece = new byte[Math.Min(stream.Length, Directory)];
        foreach (var from in new[] { 0, stream.Length - piece.Length })
        {
            stream.Position = from;
            stream.ReadExactly(piece);
            if (piece.AsSpan().IndexOf(name) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
