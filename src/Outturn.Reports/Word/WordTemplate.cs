using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Outturn.Reports.Word;

/// <summary>A council's own Word file whose styles, page, header and footer its papers take; its text is not used.</summary>
/// <remarks>It is proved when it is read, so that a template which could carry a macro never becomes one of these.</remarks>
public sealed class WordTemplate
{
    /// <summary>More than a template with a large logo needs.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    private readonly byte[] bytes;

    private WordTemplate(byte[] bytes) => this.bytes = bytes;

    /// <summary>Reads a .docx or .dotx, or says why it cannot be used.</summary>
    public static TemplateResult Read(Stream from)
    {
        using var memory = new MemoryStream();
        from.CopyTo(memory);
        return Read(memory.ToArray());
    }

    /// <inheritdoc cref="Read(Stream)"/>
    public static TemplateResult Read(byte[] bytes)
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
            using var file = WordprocessingDocument.Open(memory, isEditable: false, new OpenSettings { AutoSave = false });
            return TemplateCheck.Reason(file) is { } reason ? new TemplateResult.Refused(reason) : new TemplateResult.Accepted(new WordTemplate(bytes));
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException or InvalidOperationException)
        {
            return new TemplateResult.Refused($"The template is not a Word document (.docx or .dotx) that can be read: {e.Message}");
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
