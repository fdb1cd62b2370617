using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Outturn.Tests.Papers.House;

/// <summary>PNG and JPEG files chunk by chunk, sound and with faults.</summary>
internal static class Pictures
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <param name="rows">How many rows its pixels have; other than its height is a fault.</param>
    public static byte[] Png(int width, int height, int? rows = null, params (string Name, byte[] Content)[] extra)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 2);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(new byte[(1 + (3 * width)) * (rows ?? height)]);
        }

        return [.. Signature, .. Chunk("IHDR", head), .. extra.SelectMany(chunk => Chunk(chunk.Name, chunk.Content)), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    /// <param name="parts">Colours: 3 for a screen, 4 for print.</param>
    public static byte[] Jpeg(int width, int height, byte parts, params byte[] behind) =>
    [
        0xFF, 0xD8, .. Head, .. Segment(0xE1, "Exif\0\0 Taken by A Person at home"u8.ToArray()), .. Segment(0xFE, "A comment"u8.ToArray()), .. Drawn(width, height, parts), .. behind,
    ];

    /// <summary>The same without what a camera wrote into it.</summary>
    public static byte[] PlainJpeg(int width, int height, byte parts) => [0xFF, 0xD8, .. Head, .. Drawn(width, height, parts)];

    private static byte[] Head => Segment(0xE0, "JFIF\0\x01\x01\0\0\x01\0\x01\0\0"u8.ToArray());

    private static byte[] Drawn(int width, int height, byte parts) =>
    [
        .. Segment(0xDB, new byte[65]),
        .. Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, parts, .. Enumerable.Range(1, parts).SelectMany(i => new byte[] { (byte)i, 0x11, 0 })]),
        .. Segment(0xDA, [parts, .. Enumerable.Range(1, parts).SelectMany(i => new byte[] { (byte)i, 0 }), 0, 63, 0]), 1, 2, 0xFF, 0, 3, 0xFF, 0xD9,
    ];

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        var (length, crc) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(crc, Crc(named));
        return [.. length, .. named, .. crc];
    }

    private static uint Crc(byte[] bytes) => ~bytes.Aggregate(uint.MaxValue, (crc, b) => Enumerable.Range(0, 8).Aggregate(crc ^ b, (value, _) => (value & 1) == 1 ? (value >> 1) ^ 0xEDB88320 : value >> 1));
}
