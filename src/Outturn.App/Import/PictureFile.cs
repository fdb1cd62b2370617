using System.Buffers.Binary;
using System.IO.Compression;
using Outturn.Core.Papers;

namespace Outturn.App.Import;

/// <summary>Reads a logo: a PNG or JPEG whose content is what it says, without what programs and cameras hide in one.</summary>
/// <remarks>
/// PNG by the W3C's specification (3rd edition): signature, chunks with their CRC, one row after the other in IDAT. JPEG by ITU-T T.81:
/// markers, segments with their lengths, one scan after the other up to EOI. Of both only what is needed to draw them is kept.
/// </remarks>
public static class PictureFile
{
    public const int MostBytes = 512 * 1024;

    private const int LeastSide = 16;
    private const int MostSide = 4_000;

    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly string[] Drawing = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "pHYs"];

    /// <summary>The picture, or why it cannot be one.</summary>
    /// <param name="file">Its name; the ending is made to fit.</param>
    /// <param name="text">What is read out in its place.</param>
    public static Logo? Read(byte[] bytes, string file, string? text, out string refusal)
    {
        refusal = Refusal(bytes, text);
        if (refusal.Length > 0)
        {
            return null;
        }

        var isPng = bytes.AsSpan().StartsWith(PngSignature);
        var read = isPng ? Png(bytes) : Jpeg(bytes);
        if (read is not { } picture)
        {
            refusal = $"The picture is damaged or not a whole {(isPng ? "PNG" : "JPEG")}: open it in a picture program and save it again{(isPng ? "" : ", in the colours of a screen (RGB) and not for print (CMYK)")}.";
            return null;
        }

        if (picture.Width is < LeastSide or > MostSide || picture.Height is < LeastSide or > MostSide)
        {
            refusal = $"The picture is {picture.Width} by {picture.Height} pixels: between {LeastSide} and {MostSide} a side are needed.";
            return null;
        }

        var name = Path.GetFileNameWithoutExtension(file) is { Length: > 0 } stem ? stem : "logo";
        var ending = Path.GetExtension(file).ToLowerInvariant();
        return new Logo(isPng ? ending == ".png" ? file : $"{name}.png" : ending is ".jpg" or ".jpeg" ? file : $"{name}.jpg", picture.Bytes, isPng, picture.Width, picture.Height, text!.Trim());
    }

    private static string Refusal(byte[] bytes, string? text) =>
        bytes.Length > MostBytes ? $"The picture has more than {MostBytes / 1024} KB: make it smaller, 600 pixels wide is plenty."
        : string.IsNullOrWhiteSpace(text) ? "Say in words what the picture shows, for readers who do not see it: \"Wealdshire County Council\"."
        : text.Trim().Length > 200 ? "The words for the picture have more than 200 letters: the council's name is enough."
        : bytes.AsSpan().StartsWith(PngSignature) || bytes is [0xFF, 0xD8, 0xFF, ..] ? ""
        : bytes.AsSpan().TrimStart("\uFEFF \r\n\t"u8) is [(byte)'<', ..] ? "The picture is an SVG or a page, which can hold scripts and links: save it as PNG."
        : "The picture is neither PNG nor JPEG, whatever its name says: save it as PNG.";

    private readonly record struct Picture(byte[] Bytes, int Width, int Height);

    private static Picture? Png(byte[] bytes)
    {
        using var kept = new MemoryStream();
        using var pixels = new MemoryStream();
        kept.Write(PngSignature);
        var (at, width, height, rowBits, interlaced, ended) = (PngSignature.Length, 0, 0, 0L, false, false);
        while (!ended && at + 12 <= bytes.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            if (length > bytes.Length - at - 12)
            {
                return null;
            }

            var chunk = bytes.AsSpan(at, (int)length + 12);
            var name = System.Text.Encoding.ASCII.GetString(chunk[4..8]);
            var content = chunk[8..^4];
            if (Crc(chunk[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]) || (width == 0) != (name == "IHDR"))
            {
                return null;
            }

            switch (name)
            {
                case "IHDR":
                    if (content.Length != 13 || Channels(content[9]) is not { } channels || content[8] is not (1 or 2 or 4 or 8 or 16) || content[12] > 1)
                    {
                        return null;
                    }

                    (width, height) = (BinaryPrimitives.ReadInt32BigEndian(content), BinaryPrimitives.ReadInt32BigEndian(content[4..]));
                    if (width is < 1 or > MostSide || height is < 1 or > MostSide)
                    {
                        return new Picture([], width, height);
                    }

                    (rowBits, interlaced) = ((long)width * channels * content[8], content[12] == 1);
                    break;
                case "IDAT":
                    pixels.Write(content);
                    break;
                case "IEND":
                    ended = true;
                    break;
                default:
                    // A capital first letter: a chunk without which it cannot be drawn, and that we do not know.
                    if (char.IsAsciiLetterUpper(name[0]) && name != "PLTE")
                    {
                        return null;
                    }

                    break;
            }

            if (Drawing.Contains(name))
            {
                kept.Write(chunk);
            }

            at += chunk.Length;
        }

        return ended && HasRows(pixels, height * (1 + (rowBits + 7) / 8), interlaced) ? new Picture(kept.ToArray(), width, height) : null;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0xEDB88320);
            }
        }

        return ~crc;
    }

    private static int? Channels(byte colours) => colours switch { 0 or 3 => 1, 2 => 3, 4 => 2, 6 => 4, _ => null };

    /// <summary>Whether the pixels unpack to what the picture's size says, and to no more.</summary>
    private static bool HasRows(MemoryStream packed, long expected, bool interlaced)
    {
        try
        {
            packed.Position = 0;
            using var unpacked = new ZLibStream(packed, CompressionMode.Decompress, leaveOpen: true);
            var buffer = new byte[64 * 1024];
            var (total, most) = (0L, interlaced ? expected * 2 + 64 : expected);
            while (unpacked.Read(buffer) is var read and > 0)
            {
                if ((total += read) > most)
                {
                    return false;
                }
            }

            return interlaced ? total > 0 : total == expected;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static Picture? Jpeg(byte[] bytes)
    {
        using var kept = new MemoryStream();
        kept.Write(bytes, 0, 2);
        var (at, width, height, scans) = (2, 0, 0, 0);
        while (at + 4 <= bytes.Length)
        {
            if (bytes[at] != 0xFF)
            {
                return null;
            }

            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2));
            if (length < 2 || at + 2 + length > bytes.Length || marker is < 0xC0 or (>= 0xD0 and <= 0xD9))
            {
                return null;
            }

            var segment = bytes.AsSpan(at, length + 2);
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                if (segment.Length < 10 || segment[9] is not (1 or 3))
                {
                    return null;
                }

                (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[5..]), BinaryPrimitives.ReadUInt16BigEndian(segment[7..]));
            }

            // Kept: the JFIF head (APP0), a colour profile (APP2), Adobe's colour transform (APP14), and whatever draws.
            if (marker is 0xE0 or 0xE2 or 0xEE or < 0xE0)
            {
                kept.Write(segment);
            }

            at += segment.Length;
            if (marker == 0xDA)
            {
                var begins = at;
                while (at + 1 < bytes.Length && !(bytes[at] == 0xFF && bytes[at + 1] is not (0 or (>= 0xD0 and <= 0xD7))))
                {
                    at++;
                }

                kept.Write(bytes, begins, at - begins);
                scans++;
                if (at + 1 < bytes.Length && bytes[at + 1] == 0xD9)
                {
                    kept.Write(bytes, at, 2);
                    return width > 0 && height > 0 ? new Picture(kept.ToArray(), width, height) : null;
                }
            }
        }

        return null;
    }
}
