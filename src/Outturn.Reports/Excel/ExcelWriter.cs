using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Outturn.Reports.Excel;

/// <summary>Writes the figures of a paper as an accessible workbook: a sheet of notes, then one table to a sheet, no formulas, nothing merged or hidden.</summary>
/// <remarks>After the government's guidance "Creating and sharing spreadsheets". Equal documents give equal bytes.</remarks>
public static class ExcelWriter
{
    /// <summary>The notes come first, so that the sheets after them are numbered from 2.</summary>
    private const int FirstSheet = 2;

    public static void Write(Document document, Stream to)
    {
        var sheets = Sheets.Of(document);
        using var package = new MemoryStream();
        using (var workbook = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            workbook.CompressionOption = System.IO.Packaging.CompressionOption.NotCompressed;
            var main = workbook.AddWorkbookPart();
            workbook.ChangeIdOfPart(main, "rId1");
            Write(workbook.AddCoreFilePropertiesPart(), xml => WriteProperties(xml, document.Info));
            workbook.ChangeIdOfPart(workbook.CoreFilePropertiesPart!, "rId2");

            var (texts, styles) = (new SharedTexts(), new Styles(document.Info.Colour));
            var notes = NotesSheet.Lines(document, sheets);
            Write(main.AddNewPart<WorksheetPart>("sheet1"), xml => NotesSheet.Write(xml, notes, document.Info, texts, styles));
            for (var i = 0; i < sheets.Count; i++)
            {
                var part = main.AddNewPart<WorksheetPart>($"sheet{FirstSheet + i}");
                Write(part, xml => SheetPart.Write(xml, sheets[i], document.Info, texts, styles));
                Write(part.AddNewPart<TableDefinitionPart>(SheetPart.TableId), xml => SheetPart.WriteTable(xml, sheets[i], i + 1));
            }

            Write(main, xml => WriteWorkbook(xml, sheets));
            Write(main.AddNewPart<WorkbookStylesPart>("styles"), styles.Write);
            Write(main.AddNewPart<SharedStringTablePart>("texts"), texts.Write);
        }

        SteadyPackage.Write(package, to);
    }

    private static void Write(OpenXmlPart part, Action<XmlWriter> write)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        write(xml);
    }

    private static void WriteWorkbook(XmlWriter xml, IReadOnlyList<Sheet> sheets)
    {
        xml.Start("workbook");
        xml.WriteAttributeString("xmlns", "r", null, SheetMarkup.Relations);
        xml.Start("bookViews");
        xml.Empty("workbookView", ("activeTab", "0"));
        xml.WriteEndElement();
        xml.Start("sheets");
        WriteSheet(1, NotesSheet.Name);
        for (var i = 0; i < sheets.Count; i++)
        {
            WriteSheet(FirstSheet + i, sheets[i].Name);
        }

        xml.WriteEndElement();
        if (sheets.Count > 0)
        {
            xml.Start("definedNames");
            for (var i = 0; i < sheets.Count; i++)
            {
                xml.Start("definedName", ("name", "_xlnm.Print_Titles"), ("localSheetId", $"{i + 1}"));
                xml.WriteString($"{sheets[i].Reference}!${Sheet.HeaderRow}:${Sheet.HeaderRow}");
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();

        void WriteSheet(int number, string name)
        {
            xml.Start("sheet", ("name", name), ("sheetId", $"{number}"));
            xml.WriteAttributeString("r", "id", SheetMarkup.Relations, $"sheet{number}");
            xml.WriteEndElement();
        }
    }

    private static void WriteProperties(XmlWriter xml, DocumentInfo info)
    {
        const string core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        const string elements = "http://purl.org/dc/elements/1.1/";
        const string terms = "http://purl.org/dc/terms/";
        xml.WriteStartElement("cp", "coreProperties", core);
        xml.WriteAttributeString("xmlns", "dc", null, elements);
        xml.WriteAttributeString("xmlns", "dcterms", null, terms);
        xml.WriteElementString("dc", "title", elements, SheetText.Clean(info.Title));
        xml.WriteElementString("dc", "creator", elements, SheetText.Clean(info.Council));
        xml.WriteElementString("cp", "lastModifiedBy", core, SheetText.Clean(info.Council));
        xml.WriteElementString("dc", "language", elements, "en-GB");
        foreach (var name in new[] { "created", "modified" })
        {
            xml.WriteStartElement("dcterms", name, terms);
            xml.WriteAttributeString("xsi", "type", "http://www.w3.org/2001/XMLSchema-instance", "dcterms:W3CDTF");
            xml.WriteString($"{info.Date:yyyy-MM-dd}T00:00:00Z");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
