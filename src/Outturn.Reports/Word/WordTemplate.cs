using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Outturn.Core.Papers;

namespace Outturn.Reports.Word;

/// <summary>A council's own Word file whose styles, page, header and footer its papers take; its text is not used.</summary>
/// <remarks>It is proved when it is read, so that a template which could carry a macro never becomes one of these.</remarks>
public sealed class WordTemplate
{
    /// <summary>More than a template with a large logo needs.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    private const long MostBytesUnpacked = 200L * 1024 * 1024;

    /// <summary>A paper of no words: a template that can carry it can carry any.</summary>
    private static readonly Document Trial = new(
        new DocumentInfo("", "", new DateOnly(2020, 1, 1), Palette.Ink), [new Section(Orientation.Portrait, [new BulletList([new Paragraph("")])])]);

    private readonly byte[] bytes;

    private WordTemplate(byte[] bytes, IReadOnlyList<StyleChoice> styles) => (this.bytes, Styles) = (bytes, styles);

    /// <summary>Which of its styles stand for ours, where the names differ.</summary>
    internal IReadOnlyList<StyleChoice> Styles { get; }

    /// <summary>Reads a .docx or .dotx, or says why it cannot be used.</summary>
    /// <param name="styles">Which of its styles stand for ours, where the names differ; one that it lacks is refused.</param>
    public static TemplateResult Read(byte[] bytes, IReadOnlyList<StyleChoice>? styles = null)
    {
        if (bytes.Length > MostBytes)
        {
            return new TemplateResult.Refused($"The template has more than {MostBytes / 1024 / 1024} MB: make its pictures smaller.");
        }

        if (bytes is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            return new TemplateResult.Refused("The template is protected by a password or in the old .doc format: save it as a Word document (.docx) without a password.");
        }

        try
        {
            using var memory = new MemoryStream(bytes, writable: false);
            using (var zip = new ZipArchive(memory, ZipArchiveMode.Read, leaveOpen: true))
            {
                if (zip.Entries.Sum(entry => entry.Length) > MostBytesUnpacked)
                {
                    return new TemplateResult.Refused($"The template unpacks to more than {MostBytesUnpacked / 1024 / 1024} MB: save it afresh in Word, with fewer pictures.");
                }
            }

            using var file = WordprocessingDocument.Open(memory, isEditable: false, new OpenSettings { AutoSave = false });
            if (TemplateCheck.Reason(file) is { } reason)
            {
                return new TemplateResult.Refused(reason);
            }

            if (TemplateStyles.Of(file.MainDocumentPart!).Refusal(styles ?? []) is { } missing)
            {
                return new TemplateResult.Refused(missing);
            }

            var template = new WordTemplate(bytes, styles ?? []);
            WordWriter.Write(Trial, new MemoryStream(), template);
            return new TemplateResult.Accepted(template);
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException or InvalidOperationException
            or ArgumentException or IOException)
        {
            return new TemplateResult.Refused("The template is not a Word document (.docx or .dotx) that can be read, or is damaged: open it in Word and save it again.");
        }
    }

    /// <summary>A copy to write a paper into.</summary>
    internal WordprocessingDocument Open(MemoryStream copy)
    {
        copy.Write(bytes);
        copy.Position = 0;
        var file = WordprocessingDocument.Open(copy, isEditable: true, new OpenSettings { AutoSave = false });
        if (file.DocumentType != WordprocessingDocumentType.Document)
        {
            file.ChangeDocumentType(WordprocessingDocumentType.Document);
        }

        return file;
    }
}

/// <summary>What reading a template came to.</summary>
public abstract record TemplateResult
{
    private TemplateResult()
    {
    }

    public sealed record Accepted(WordTemplate Template) : TemplateResult;

    public sealed record Refused(string Reason) : TemplateResult;
}
