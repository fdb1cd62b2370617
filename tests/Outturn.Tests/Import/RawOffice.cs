using System.IO.Compression;
using System.Security;
using System.Text;

namespace Outturn.Tests.Import;

/// <summary>Office files written part by part, as other programs and attackers write them.</summary>
internal static class RawOffice
{
    public const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    public const string DocumentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>A workbook of one visible sheet, "Data", of these rows.</summary>
    public static byte[] Workbook(string rows, string after = "", string before = "", string[]? texts = null, string[]? formats = null, bool from1904 = false) =>
        Workbook([("Data", "", $"{before}<sheetData>{rows}</sheetData>{after}")], texts, formats, from1904);

    /// <param name="sheets">Name, attributes of its tab, and what is in it.</param>
    /// <param name="texts">What stands between &lt;si&gt; and its end, for each shared text.</param>
    /// <param name="formats">Format codes, or numbers of built-in ones; cells name them by s="1", s="2" and so on.</param>
    public static byte[] Workbook(
        IReadOnlyList<(string Name, string Attributes, string Content)> sheets, string[]? texts = null, string[]? formats = null, bool from1904 = false,
        string type = WorkbookType, params (string Name, string Content)[] more)
    {
        formats ??= [];
        var own = formats.Select((format, i) => int.TryParse(format, out var number) ? number : 164 + i).ToArray();
        var styles = $"""
            <styleSheet xmlns="{Spreadsheet}"><numFmts>{string.Concat(formats.Select((format, i) => $"<numFmt numFmtId=\"{164 + i}\" formatCode=\"{SecurityElement.Escape(format)}\"/>"))}</numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>{string.Concat(own.Select(id => $"<xf numFmtId=\"{id}\"/>"))}</cellXfs></styleSheet>
            """;
        return Zip(
        [
            ("[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Override PartName="/xl/workbook.xml" ContentType="{type}"/></Types>"""),
            ("_rels/.rels", Rels(("rId1", "officeDocument", "xl/workbook.xml"))),
            ("xl/workbook.xml", $"""
                <workbook xmlns="{Spreadsheet}" xmlns:r="{Relations}"><workbookPr{(from1904 ? " date1904=\"1\"" : "")}/><sheets>
                {string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{i + 1}\" r:id=\"s{i}\" {sheet.Attributes}/>"))}
                </sheets></workbook>
                """),
            ("xl/_rels/workbook.xml.rels", Rels([.. sheets.Select((_, i) => ($"s{i}", "worksheet", $"worksheets/sheet{i}.xml")), ("t", "sharedStrings", "/xl/sharedStrings.xml"), ("f", "styles", "styles.xml")])),
            ("xl/sharedStrings.xml", $"<sst xmlns=\"{Spreadsheet}\">{string.Concat((texts ?? []).Select(text => $"<si>{text}</si>"))}</sst>"),
            ("xl/styles.xml", styles),
            .. sheets.Select((sheet, i) => ($"xl/worksheets/sheet{i}.xml", $"<worksheet xmlns=\"{Spreadsheet}\">{sheet.Content}</worksheet>")),
            .. more,
        ]);
    }

    /// <summary>A document with this body, and the styles "Überschrift" for Word's heading 1 and "Beschriftung" for its caption.</summary>
    public static byte[] Document(string body) => Zip(
    [
        ("[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Override PartName="/word/document.xml" ContentType="{DocumentType}"/></Types>"""),
        ("_rels/.rels", Rels(("rId1", "officeDocument", "/word/document.xml"))),
        ("word/_rels/document.xml.rels", Rels(("s", "styles", "styles.xml"))),
        ("word/styles.xml", $"""<w:styles xmlns:w="{Word}"><w:style w:styleId="Uberschrift"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Beschriftung"><w:name w:val="Caption"/></w:style></w:styles>"""),
        ("word/document.xml", $"""<w:document xmlns:w="{Word}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{body}</w:body></w:document>"""),
    ]);

    /// <summary>A row of inline texts from column A on.</summary>
    public static string TextRow(int number, params string[] texts) =>
        $"<row r=\"{number}\">{string.Concat(texts.Select((text, i) => text.Length == 0 ? "" : Text($"{(char)('A' + i)}{number}", text)))}</row>";

    public static string Text(string address, string text) => $"<c r=\"{address}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>";

    public static byte[] Zip(params IReadOnlyList<(string Name, string Content)> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The file with other content in one of its parts.</summary>
    public static byte[] Replace(byte[] book, string part, string content)
    {
        using var bytes = new MemoryStream();
        bytes.Write(book);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)!.Delete();
            using var written = zip.CreateEntry(part).Open();
            written.Write(Encoding.UTF8.GetBytes(content));
        }

        return bytes.ToArray();
    }

    private static string Rels(params (string Id, string Type, string Target)[] relations) =>
        $"<Relationships xmlns=\"{Package}/relationships\">{string.Concat(relations.Select(relation =>
            $"<Relationship Id=\"{relation.Id}\" Type=\"{Relations}/{relation.Type}\" Target=\"{relation.Target}\"/>"))}</Relationships>";
}
