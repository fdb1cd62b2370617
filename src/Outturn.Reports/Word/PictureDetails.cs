using System.Buffers.Binary;
using System.Text;

namespace Outturn.Reports.Word;

/// <summary>Takes out of a PNG or JPEG what programs and cameras write into it beside the picture: author, place, comments, a smaller picture of what it was.</summary>
/// <remarks>Chunk by chunk (PNG) and segment by segment (JPEG), so that not a pixel changes; what cannot be read any further is left out.</remarks>
internal static class PictureDetails
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly string[] Drawing = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs"];

    /// <summary>Whether it is of a kind whose details can be taken out.</summary>
    public static bool AreKnown(byte[] picture) => IsPng(picture) || IsJpeg(picture);

    /// <summary>The picture alone; other kinds as they are.</summary>
    public static byte[] Without(byte[] picture) => IsPng(picture) ? Png(picture) : IsJpeg(picture) ? Jpeg(picture) : picture;

    private static bool IsPng(byte[] picture) => picture.AsSpan().StartsWith(Signature);

    private static bool IsJpeg(byte[] picture) => picture is [0xFF, 0xD8, 0xFF, ..];

    private static byte[] Png(ReadOnlySpan<byte> picture)
    {
        using var kept = new MemoryStream();
        kept.Write(Signature);
        for (var rest = picture[Signature.Length..]; rest.Length >= 12;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - 12)
            {
                break;
            }

            var name = Encoding.ASCII.GetString(rest[4..8]);
            if (Drawing.Contains(name))
            {
                kept.Write(rest[..((int)length + 12)]);
            }

            rest = name == "IEND" ? [] : rest[((int)length + 12)..];
        }

        return kept.ToArray();
    }

    private static byte[] Jpeg(ReadOnlySpan<byte> picture)
    {
        using var kept = new MemoryStream();
        kept.Write(picture[..2]);
        for (var rest = picture[2..]; rest.Length >= 2 && rest[0] == 0xFF;)
        {
            if (rest[1] == 0xFF)
            {
                rest = rest[1..];
                continue;
            }

            if (rest[1] == 0xD9)
            {
                kept.Write(rest[..2]);
                break;
            }

            var length = rest.Length < 4 ? 0 : BinaryPrimitives.ReadUInt16BigEndian(rest[2..]) + 2;
            if (length < 4 || length > rest.Length)
            {
                break;
            }

            // After the head of a scan its pixels, up to the next marker that is neither a stuffed nought nor a restart.
            var end = length;
            while (rest[1] == 0xDA && end < rest.Length && !(rest[end] == 0xFF && end + 1 < rest.Length && rest[end + 1] is not (0 or (>= 0xD0 and <= 0xD7))))
            {
                end++;
            }

            if (Draws(rest[1], rest[4..length]))
            {
                kept.Write(rest[..end]);
            }

            rest = rest[end..];
        }

        return kept.ToArray();
    }

    /// <summary>The JFIF head, a colour profile, Adobe's colour transform, and every segment that is neither a program's own nor a comment.</summary>
    private static bool Draws(byte marker, ReadOnlySpan<byte> content) => marker switch
    {
        0xE0 => content.StartsWith("JFIF\0"u8),
        0xE2 => content.StartsWith("ICC_PROFILE\0"u8),
        0xEE => content.StartsWith("Adobe"u8),
        _ => marker < 0xE0,
    };
}
