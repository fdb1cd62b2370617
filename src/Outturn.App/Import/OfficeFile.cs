using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Xml;

namespace Outturn.App.Import;

/// <summary>A Word or Excel file opened, or the reason why it is none.</summary>
internal abstract record OfficeOpening
{
    private OfficeOpening()
    {
    }

    public sealed record Opened(OfficeFile File) : OfficeOpening;

    public sealed record Refused(Defect Defect) : OfficeOpening;
}

/// <summary>The parts of a Word or Excel file, each read from its start to its end and never further than is safe.</summary>
/// <remarks>
/// Read as a zip of XML parts and not through the Open XML SDK, which refuses whole files for one odd link and trusts the sizes that a file claims.
/// Nothing outside the file is ever fetched. What is wrong inside a part is an <see cref="OfficeDamageException"/> or <see cref="XmlException"/>.
/// </remarks>
internal sealed class OfficeFile : IDisposable
{
    /// <summary>Unpacked, over all parts that are read: more is more cells than are read at once.</summary>
    private const long MostBytes = 40L * 1024 * 1024;

    /// <summary>Of what is wrong inside a part, in characters: an address in a hostile file may be as long as the file.</summary>
    private const int LongestReason = 120;

    private static readonly XmlReaderSettings Cautious = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly FileStream stream;
    private readonly ZipArchive zip;
    private readonly BytesLeft allowance = new(MostBytes);

    private OfficeFile(FileStream stream, ZipArchive zip, string source) => (this.stream, this.zip, Source) = (stream, zip, source);

    /// <summary>The file's name, as defects name it.</summary>
    public string Source { get; }

    /// <summary>The part everything else is found from: xl/workbook.xml.</summary>
    public string MainPart { get; private set; } = "";

    public OfficeKind Kind { get; private set; }

    public IEnumerable<string> Parts => zip.Entries.Select(entry => entry.FullName);

    /// <summary>What a reader makes of the file, or why it cannot be opened or is damaged.</summary>
    public static ReadResult Read(string path, Func<OfficeFile, ReadResult> read)
    {
        switch (Open(path))
        {
            case OfficeOpening.Opened { File: var file }:
                using (file)
                {
                    try
                    {
                        return read(file);
                    }
                    catch (Exception e) when (IsDamage(e))
                    {
                        return ReadResult.Refuse(file.Source, Damage(e));
                    }
                }

            case OfficeOpening.Refused refused:
                return new ReadResult.Refused([refused.Defect]);
            default:
                throw new InvalidOperationException("An Office file is opened or refused.");
        }
    }

    private static OfficeOpening Open(string path)
    {
        if (!SourceFiles.TryOpen(path, out var stream, out var defect))
        {
            return new OfficeOpening.Refused(defect);
        }

        var source = SourceFiles.Name(path);
        OfficeFile? file = null;
        string? reason;
        try
        {
            reason = SourceFiles.TooBig(stream, SourceFiles.MostBytesInMemory) ?? OfficeContent.NotOffice(stream) ?? ZipLimits.TooManyParts(stream);
            if (reason is null)
            {
                stream.Position = 0;
                file = new OfficeFile(stream, new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true), source);
                reason = ZipLimits.TooLarge(file.zip) ?? file.FindMainPart();
            }
        }
        catch (Exception e) when (IsDamage(e))
        {
            reason = Damage(e);
        }

        if (reason is null)
        {
            return new OfficeOpening.Opened(file!);
        }

        file?.Dispose();
        stream.Dispose();
        return new OfficeOpening.Refused(Defect.Error(source, reason));
    }

    private static bool IsDamage(Exception e) => e is InvalidDataException or XmlException or IOException or NotSupportedException;

    /// <summary>What is said of a file that could not be read to its end; the words of libraries help nobody.</summary>
    private static string Damage(Exception e) => e switch
    {
        OfficeLimitException => e.Message,
        OfficeDamageException => $"The file is damaged or was cut off ({(e.Message.Length <= LongestReason ? e.Message : $"{e.Message[..LongestReason]}…")}): open it in Office, save it again, or ask for it again.",
        _ => "The file is damaged or was cut off, or is no Office file at all: open it in Office, save it again, or ask for it again.",
    };

    /// <summary>Opens a part; false when the file has none of that name.</summary>
    public bool TryRead(string part, [NotNullWhen(true)] out XmlReader? reader)
    {
        var entry = zip.GetEntry(part) ?? zip.Entries.FirstOrDefault(entry => entry.FullName.Replace('\\', '/').Equals(part, StringComparison.OrdinalIgnoreCase));
        reader = entry is null ? null : XmlReader.Create(new BoundedStream(entry.Open(), allowance), Cautious);
        return reader is not null;
    }

    /// <summary>The parts that a part refers to, by the id it uses for them; what lies outside the file is not among them.</summary>
    public IReadOnlyDictionary<string, OfficeRelation> Relations(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var relations = new Dictionary<string, OfficeRelation>(StringComparer.Ordinal);
        if (TryRead($"{part[..slash]}_rels/{part[slash..]}.rels", out var xml))
        {
            using (xml)
            {
                while (xml.Next())
                {
                    if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("TargetMode") != "External"
                        && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
                    {
                        var type = xml.GetAttribute("Type") ?? "";
                        relations[id] = new OfficeRelation(type[(type.LastIndexOf('/') + 1)..], Resolve(part[..slash], target));
                    }
                }
            }
        }

        return relations;
    }

    public void Dispose()
    {
        zip.Dispose();
        stream.Dispose();
    }

    private string? FindMainPart()
    {
        if (Relations("").Values.FirstOrDefault(relation => relation.Type == "officeDocument") is not { } main)
        {
            return zip.GetEntry("mimetype") is null
                ? "This is a zip file, not a workbook or document: unpack it and send what is in it."
                : "This is an OpenDocument file: save it as .xlsx or .docx.";
        }

        MainPart = main.Part;
        (Kind, var reason) = OfficeContent.Of(ContentType(main.Part));
        return reason ?? (Parts.Any(part => part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) ? OfficeContent.Macros : null);
    }

    /// <summary>Stated for the part itself, or else for all parts of its ending.</summary>
    private string ContentType(string part)
    {
        var ofEnding = "";
        if (TryRead("[Content_Types].xml", out var xml))
        {
            using (xml)
            {
                while (xml.Next())
                {
                    if (xml is { NodeType: XmlNodeType.Element, LocalName: "Override" } && Same(xml.GetAttribute("PartName")?.TrimStart('/'), part))
                    {
                        return xml.GetAttribute("ContentType") ?? "";
                    }

                    if (xml is { NodeType: XmlNodeType.Element, LocalName: "Default" } && Same(xml.GetAttribute("Extension"), Path.GetExtension(part).TrimStart('.')))
                    {
                        ofEnding = xml.GetAttribute("ContentType") ?? "";
                    }
                }
            }
        }

        return ofEnding;
    }

    private static bool Same(string? a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string Resolve(string folder, string target)
    {
        var parts = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
            {
                parts.RemoveRange(Math.Max(parts.Count - 1, 0), Math.Min(parts.Count, 1));
            }
            else if (step != ".")
            {
                parts.Add(step);
            }
        }

        return string.Join('/', parts);
    }
}

/// <param name="Type">The last word of the relationship's type: worksheet, sharedStrings, styles.</param>
internal sealed record OfficeRelation(string Type, string Part);

internal enum OfficeKind
{
    Workbook,
    Document,
}
