using DocumentFormat.OpenXml.Packaging;

namespace Outturn.Reports.Word;

/// <summary>Why a Word file may not be a template: what a paper must not carry to its readers.</summary>
internal static class TemplateCheck
{
    public static string? Reason(WordprocessingDocument file)
    {
        if (file.MainDocumentPart is not { } main || Parts.Read(main)?.Element(WordNames.W + "body") is null)
        {
            return "The template holds no Word document.";
        }

        if (file.DocumentType is DocumentFormat.OpenXml.WordprocessingDocumentType.MacroEnabledDocument
                or DocumentFormat.OpenXml.WordprocessingDocumentType.MacroEnabledTemplate
            || main.VbaProjectPart is not null)
        {
            return "The template can hold macros, and papers must not carry them: save it in Word as a document without macros (.docx).";
        }

        foreach (var part in file.GetAllParts())
        {
            if (part is EmbeddedControlPersistencePart or EmbeddedControlPersistenceBinaryDataPart or EmbeddedObjectPart or EmbeddedPackagePart)
            {
                return "The template holds an embedded object or control: put a picture in its place.";
            }

            if (part is not DocumentSettingsPart && part.ExternalRelationships.FirstOrDefault() is { } link)
            {
                return $"The template takes a part of itself from {link.Uri}: put the picture into the file, not a link to it.";
            }

            if (Kept(part, main) && part.ContentType.EndsWith("+xml", StringComparison.Ordinal))
            {
                Parts.Read(part);
            }
        }

        return null;
    }

    private static bool Kept(OpenXmlPart part, MainDocumentPart main) =>
        part is HeaderPart or FooterPart || ReferenceEquals(part, main.StyleDefinitionsPart) || ReferenceEquals(part, main.NumberingDefinitionsPart)
        || ReferenceEquals(part, main.DocumentSettingsPart);
}
