using Outturn.App.Import;

namespace Outturn.App.Sheets;

/// <summary>Opens an analyst's sheet or a published dashboard as it stands: which rows are headings is found afterwards.</summary>
public static class SheetSource
{
    public static ReadResult Read(string path) => CsvSource.ReadAsItStands(path);
}
