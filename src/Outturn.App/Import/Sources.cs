namespace Outturn.App.Import;

/// <summary>Reads whatever somebody sent that has tables in it: .csv, .tsv, .txt, .xlsx and .docx.</summary>
public static class Sources
{
    /// <param name="expected">Names that columns may have; they help to find a header below a title and notes.</param>
    public static ReadResult Read(string path, IReadOnlyCollection<string>? expected = null) => Read(path, expected, asItStands: false);

    /// <summary>Everything there is, titles and notes too, under columns without names: for a reader that finds the headings itself.</summary>
    public static ReadResult ReadAsItStands(string path) => Read(path, null, asItStands: true);

    /// <summary>Everything there is of a file that stands on its own: a workbook linked to others is refused, for the values it shows may be theirs of long ago.</summary>
    public static ReadResult ReadUnlinked(string path)
    {
        var read = ReadAsItStands(path);
        return read is ReadResult.Read { HasLinks: true }
            ? Refuse(path, "The workbook takes values from other workbooks, which are never opened: break the links (Data > Edit Links > Break Link), save it, and send it again.")
            : read;
    }

    private static ReadResult Read(string path, IReadOnlyCollection<string>? expected, bool asItStands) =>
        Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".CSV" or ".TSV" or ".TXT" => ReadText(path, asItStands),
            ".XLSX" => asItStands ? XlsxSource.ReadAsItStands(path) : XlsxSource.Read(path, expected),
            ".DOCX" => asItStands ? DocxSource.ReadAsItStands(path) : DocxSource.Read(path, expected),
            ".XLS" or ".XLSM" or ".XLSB" or ".ODS" or ".NUMBERS" => Refuse(path, "This kind of workbook is not read: save it as .xlsx."),
            ".DOC" or ".DOCM" or ".ODT" or ".RTF" => Refuse(path, "This kind of document is not read: save it as .docx."),
            ".PDF" => Refuse(path, "A PDF is not read, for its tables are only drawn: ask for the spreadsheet or document it was made from."),
            _ => ReadByContent(path, expected, asItStands),
        };

    private static ReadResult Refuse(string path, string reason) => ReadResult.Refuse(SourceFiles.Name(path), reason);

    private static ReadResult ReadText(string path, bool asItStands) => asItStands ? CsvSource.ReadAsItStands(path) : CsvSource.Read(path);

    private static ReadResult ReadByContent(string path, IReadOnlyCollection<string>? expected, bool asItStands)
    {
        if (!SourceFiles.TryOpen(path, out var stream, out var defect))
        {
            return new ReadResult.Refused([defect]);
        }

        Span<byte> start = stackalloc byte[4];
        int read;
        using (stream)
        {
            read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        }

        if (!start[..read].SequenceEqual("PK\u0003\u0004"u8))
        {
            return ReadText(path, asItStands);
        }

        return OfficeFile.Read(path, file => file.Kind == OfficeKind.Workbook
            ? XlsxSource.Read(file, expected, asItStands)
            : DocxSource.Read(file, expected, asItStands));
    }
}
