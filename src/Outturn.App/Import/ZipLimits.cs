using System.Buffers.Binary;
using System.IO.Compression;

namespace Outturn.App.Import;

/// <summary>What an Office file may not exceed; its message is the reason, in plain words.</summary>
internal sealed class OfficeLimitException(string reason) : IOException(reason);

/// <summary>What is wrong inside a file, in words that go into a sentence: "row 2 is out of order".</summary>
internal sealed class OfficeDamageException(string reason) : IOException(reason);

/// <summary>Recognises a zip that would swell beyond reason, before anything in it is unpacked.</summary>
internal static class ZipLimits
{
    private const int MostParts = 10_000;
    private const long MostBytes = 512L * 1024 * 1024;

    /// <summary>Real sheets shrink to a tenth or a thirtieth; only a bomb shrinks to less than this, and small parts do not matter.</summary>
    private const int MostShrinkage = 200;
    private const long Small = 4L * 1024 * 1024;

    private const int EndLength = 22;
    private const int HeaderLength = 46;

    private const string Bomb = "The file unpacks to far more than a workbook or document holds: it is not read.";

    /// <summary>Walks the zip's own list of parts, which costs nothing, while a zip library would hold every entry first.</summary>
    public static string? TooManyParts(FileStream stream)
    {
        var tail = new byte[Math.Min(stream.Length, EndLength + ushort.MaxValue)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndLength > tail.Length)
        {
            throw new OfficeDamageException("its end is missing");
        }

        Span<byte> header = stackalloc byte[HeaderLength];
        var next = (long)BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        for (var parts = 0; next + HeaderLength <= stream.Length; parts++)
        {
            stream.Position = next;
            stream.ReadExactly(header);
            if (!header.StartsWith("PK\u0001\u0002"u8))
            {
                return null;
            }

            if (parts == MostParts)
            {
                return Bomb;
            }

            next += HeaderLength + BinaryPrimitives.ReadUInt16LittleEndian(header[28..])
                + BinaryPrimitives.ReadUInt16LittleEndian(header[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        }

        return null;
    }

    public static string? TooLarge(ZipArchive zip)
    {
        var total = 0L;
        foreach (var entry in zip.Entries)
        {
            total += entry.Length;
            if (total > MostBytes || (entry.Length > Small && entry.Length / Math.Max(entry.CompressedLength, 1) > MostShrinkage))
            {
                return Bomb;
            }
        }

        return null;
    }
}

/// <summary>How much of a file may still be unpacked.</summary>
internal sealed class BytesLeft(long bytes)
{
    private long left = bytes;

    public void Use(int bytes)
    {
        if ((left -= bytes) < 0)
        {
            throw new OfficeLimitException(
                "The file has more in it than is read at once: leave out the sheets, rows and columns that are not needed, or save the one sheet as CSV UTF-8.");
        }
    }
}

/// <summary>Ends the reading of a file that turns out longer than is read at once, whatever lengths it claimed.</summary>
internal sealed class BoundedStream(Stream inner, BytesLeft left) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        left.Use(read);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
