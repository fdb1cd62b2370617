using System.Text;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Outturn.Reports.Word;

/// <summary>The parts of a package as text and as trees, past the SDK's own classes, which take longer to load than a paper to write.</summary>
internal static class Parts
{
    private static readonly XmlReaderSettings Careful = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public static void Write(OpenXmlPart part, string xml)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        stream.Write(Encoding.UTF8.GetBytes(xml));
    }

    public static void Write(OpenXmlPart part, XElement root)
    {
        using var stream = part.GetStream(FileMode.Create, FileAccess.Write);
        root.Save(stream, SaveOptions.DisableFormatting);
    }

    public static byte[] Bytes(OpenXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    /// <summary>The root of a part; null where the part is empty.</summary>
    public static XElement? Read(OpenXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        if (stream.Length == 0)
        {
            return null;
        }

        using var reader = XmlReader.Create(stream, Careful);
        return XElement.Load(reader);
    }
}
