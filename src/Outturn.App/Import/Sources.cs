namespace Outturn.App.Import;

/// <summary>Reads whatever somebody sent that has tables in it: .csv, .tsv, .txt, .xlsx and .docx.</summary>
public static class Sources
{
    /// <param name="expected">Names that columns may have; they help to find a header below a title and notes.</param>
    public static ReadResult Read(string path, IReadOnlyCollection<string>? expected = null) =>
        Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".CSV" or ".TSV" or ".TXT" => CsvSource.Read(path),
            ".XLSX" => XlsxSource.Read(path, expected),
            ".DOCX" => DocxSource.Read(path, expected),
            ".XLS" or ".XLSM" or ".XLSB" or ".ODS" or ".NUMBERS" => Refuse(path, "This kind of workbook is not read: save it as .xlsx."),
            ".DOC" or ".DOCM" or ".ODT" or ".RTF" => Refuse(path, "This kind of document is not read: save it as .docx."),
            ".PDF" => Refuse(path, "A PDF is not read, for its tables are only drawn: ask for the spreadsheet or document it was made from."),
            _ => ReadByContent(path, expected),
        };

    private static ReadResult Refuse(string path, string reason) => ReadResult.Refuse(SourceFiles.Name(path), reason);

    private static ReadResult ReadByContent(string path, IReadOnlyCollection<string>? expected)
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
            return CsvSource.Read(path);
        }

        switch (OfficeFile.Open(path))
        {
            case OfficeOpening.Opened { File: var file }:
                using (file)
                {
                    return file.Kind == OfficeKind.Workbook ? XlsxSource.Read(file, expected) : DocxSource.Read(file, expected);
                }

            case OfficeOpening.Refused refused:
                return new ReadResult.Refused([refused.Defect]);
            default:
                throw new InvalidOperationException("An Office file is opened or refused.");
        }
    }
}
