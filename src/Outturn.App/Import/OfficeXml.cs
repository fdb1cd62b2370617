using System.Xml;

namespace Outturn.App.Import;

/// <summary>Moving through a part whoever wrote it.</summary>
internal static class OfficeXml
{
    /// <summary>Office files nest their elements a dozen deep; a reader pays for every open element.</summary>
    private const int Deepest = 500;

    /// <summary>Moves to the next node; elements nested without end are damage.</summary>
    public static bool Next(this XmlReader xml)
    {
        var more = xml.Read();
        return xml.Depth <= Deepest ? more : throw new OfficeDamageException("its elements are nested without end");
    }

    /// <summary>Moves behind the current element.</summary>
    public static bool PassOver(this XmlReader xml)
    {
        var depth = xml.Depth;
        var more = xml.Next();
        while (more && xml.Depth > depth)
        {
            more = xml.Next();
        }

        return more && (xml is not { NodeType: XmlNodeType.EndElement } || xml.Depth < depth || xml.Next());
    }
}
