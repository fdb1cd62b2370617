using System.IO.Compression;
using System.Security;
using System.Text;

namespace Outturn.App.Workbooks;

/// <summary>Whose a workbook is and of what day, as its properties say.</summary>
internal sealed record WorkbookProperties(string Title, string Council, DateOnly Issued, string Colour);

/// <summary>A workbook that is given out to be filled in: a sheet with the table, and sheets of words behind it.</summary>
/// <remarks>No macros, no formulas in cells, nothing merged, nothing hidden, no password. Equal contents give equal bytes.</remarks>
internal static class WorkbookPackage
{
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private static readonly DateTimeOffset TheDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="behind">The sheets behind the table's, in their order.</param>
    public static void Write(Stream to, WorkbookProperties properties, TableSheet table, params IReadOnlyList<WordsSheet> behind)
    {
        var texts = new WorkbookText();
        (string Name, string Xml)[] sheets = [(table.Name, table.Xml(texts)), .. behind.Select(sheet => (sheet.Name, sheet.Xml(texts)))];
        List<(string Part, string Xml)> parts =
        [
            ("[Content_Types].xml", ContentTypes(sheets.Length)),
            ("_rels/.rels", Rels([
                ("rId1", $"{WorkbookXml.Relations}/officeDocument", "xl/workbook.xml"),
                ("rId2", $"{Package}/relationships/metadata/core-properties", "docProps/core.xml")])),
            ("docProps/core.xml", Properties(properties)),
            ("xl/workbook.xml", Workbook([.. sheets.Select(sheet => sheet.Name)], table)),
            ("xl/_rels/workbook.xml.rels", Rels([
                .. sheets.Select((_, i) => ($"rId{i + 1}", $"{WorkbookXml.Relations}/worksheet", $"worksheets/sheet{i + 1}.xml")),
                ("styles", $"{WorkbookXml.Relations}/styles", "styles.xml"),
                ("texts", $"{WorkbookXml.Relations}/sharedStrings", "sharedStrings.xml")])),
            ("xl/styles.xml", Looks.Xml(properties.Colour)),
            ("xl/sharedStrings.xml", texts.Xml()),
            .. sheets.Select((sheet, i) => ($"xl/worksheets/sheet{i + 1}.xml", sheet.Xml)),
            ("xl/worksheets/_rels/sheet1.xml.rels", Rels([("rId1", $"{WorkbookXml.Relations}/table", "../tables/table1.xml")])),
            ("xl/tables/table1.xml", table.TableXml()),
        ];
        WriteParts(to, parts);
    }

    private static void WriteParts(Stream to, List<(string Part, string Xml)> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (part, xml) in parts)
            {
                var entry = zip.CreateEntry(part, CompressionLevel.Optimal);
                entry.LastWriteTime = TheDate;
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n{xml}"));
            }
        }

        bytes.Position = 0;
        bytes.CopyTo(to);
    }

    private static string ContentTypes(int sheets) =>
        $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
        + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Types}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Types}.styles+xml\"/>"
        + $"<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{Types}.sharedStrings+xml\"/><Override PartName=\"/xl/tables/table1.xml\" ContentType=\"{Types}.table+xml\"/>"
        + string.Concat(Enumerable.Range(1, sheets).Select(sheet => $"<Override PartName=\"/xl/worksheets/sheet{sheet}.xml\" ContentType=\"{Types}.worksheet+xml\"/>"))
        + "</Types>";

    private static string Rels(IEnumerable<(string Id, string Type, string Target)> relations) =>
        $"<Relationships xmlns=\"{Package}/relationships\">"
        + string.Concat(relations.Select(relation => $"<Relationship Id=\"{relation.Id}\" Type=\"{relation.Type}\" Target=\"{relation.Target}\"/>"))
        + "</Relationships>";

    private static string Workbook(IReadOnlyList<string> sheets, TableSheet table) =>
        $"<workbook xmlns=\"{WorkbookXml.Main}\" xmlns:r=\"{WorkbookXml.Relations}\"><bookViews><workbookView activeTab=\"0\"/></bookViews><sheets>"
        + string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{sheet}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"))
        + $"</sheets><definedNames><definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">{table.Name}!$A:${table.LastFrozen},{table.Name}!${TableSheet.HeaderRow}:${TableSheet.HeaderRow}</definedName></definedNames></workbook>";

    private static string Properties(WorkbookProperties said)
    {
        const string properties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        var day = $"<dcterms:{{0}} xsi:type=\"dcterms:W3CDTF\">{said.Issued:yyyy-MM-dd}T00:00:00Z</dcterms:{{0}}>";
        return $"<cp:coreProperties xmlns:cp=\"{properties}\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
            + $"<dc:title>{Text(said.Title)}</dc:title><dc:creator>{Text(said.Council)}</dc:creator>"
            + $"<cp:lastModifiedBy>{Text(said.Council)}</cp:lastModifiedBy><dc:language>en-GB</dc:language>"
            + string.Format(null, day, "created") + string.Format(null, day, "modified") + "</cp:coreProperties>";
    }

    private static string Text(string text) => SecurityElement.Escape(WorkbookText.Clean(text));
}
