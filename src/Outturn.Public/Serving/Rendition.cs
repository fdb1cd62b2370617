using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Outturn.Public.Serving;

/// <summary>An answer as it is sent again and again: plain and packed, each with a tag of its own.</summary>
internal sealed class Rendition
{
    /// <summary>Small answers are not worth packing.</summary>
    private const int LeastPacked = 512;

    /// <summary>Pages are looked at again after this many seconds: what is issued, corrected or withdrawn shows soon.</summary>
    private const string Soon = "public, max-age=5, must-revalidate";
    private const string ForGood = "public, max-age=31536000, immutable";

    /// <summary>Brotli's own scale: nearly its best, at a price that is paid once.</summary>
    private const int Quality = 6;

    private readonly byte[] plain;
    private readonly Lazy<byte[]> gzip;
    private readonly Lazy<byte[]> brotli;
    private readonly StringValues tag;
    private readonly StringValues gzipTag;
    private readonly StringValues brotliTag;
    private readonly string type;
    private readonly bool packs;
    private readonly KeyValuePair<string, StringValues>[] headers;

    /// <param name="headers">What else the answer says: where it leads, what it is saved as.</param>
    public Rendition(int status, string? type, byte[] content, KeyValuePair<string, StringValues>[] headers)
    {
        (Status, this.type, plain, this.headers) = (status, type ?? "", content, headers);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..32];
        (tag, gzipTag, brotliTag) = ($"\"{hash}\"", $"\"{hash}-gz\"", $"\"{hash}-br\"");
        packs = content.Length >= LeastPacked && (this.type.StartsWith("text/", StringComparison.Ordinal) || this.type.Contains("json", StringComparison.Ordinal) || this.type.Contains("xml;", StringComparison.Ordinal) || this.type.EndsWith("xml", StringComparison.Ordinal));
        gzip = new(() => Pack(plain, to => new GZipStream(to, CompressionLevel.Optimal)));
        brotli = new(() => Pack(plain, to => new BrotliStream(to, new BrotliCompressionOptions { Quality = Quality })));
    }

    public int Status { get; }

    public int Length => plain.Length;

    /// <summary>Whether it is worth keeping: what is not there can be asked for in endless ways.</summary>
    public bool IsKept => Status is StatusCodes.Status200OK;

    public async Task SendAsync(HttpContext http)
    {
        var (content, mark, encoding) = Choose(http.Request.Headers.AcceptEncoding);
        var answer = http.Response.Headers;
        foreach (var header in headers)
        {
            answer[header.Key] = header.Value;
        }

        answer.CacheControl = Status == StatusCodes.Status200OK && http.Request.Path.StartsWithSegments("/look") ? ForGood : Soon;
        answer.Vary = packs ? HeaderNames.AcceptEncoding : StringValues.Empty;
        if (Status == StatusCodes.Status200OK)
        {
            answer.ETag = mark;
            if (IsHeld(http.Request.Headers.IfNoneMatch, mark.ToString()))
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        http.Response.StatusCode = Status;
        if (type.Length > 0)
        {
            http.Response.ContentType = type;
        }

        if (Status != StatusCodes.Status204NoContent)
        {
            http.Response.ContentLength = content.Length;
        }

        if (encoding is not null)
        {
            answer.ContentEncoding = encoding;
        }

        if (!HttpMethods.IsHead(http.Request.Method) && content.Length > 0)
        {
            await http.Response.Body.WriteAsync(content, http.RequestAborted);
        }
    }

    private (byte[] Content, StringValues Tag, string? Encoding) Choose(StringValues accepted)
    {
        if (!packs || StringValues.IsNullOrEmpty(accepted) || !StringWithQualityHeaderValue.TryParseList(accepted, out var encodings))
        {
            return (plain, tag, null);
        }

        bool Takes(string name) => encodings.Any(encoding => encoding.Value.Equals(name, StringComparison.OrdinalIgnoreCase) && encoding.Quality is not 0);
        return Takes("br") ? (brotli.Value, brotliTag, "br") : Takes("gzip") ? (gzip.Value, gzipTag, "gzip") : (plain, tag, null);
    }

    /// <summary>Whether the browser has it already.</summary>
    private static bool IsHeld(StringValues held, string tag) =>
        !StringValues.IsNullOrEmpty(held) && EntityTagHeaderValue.TryParseList(held, out var tags) && tags.Any(known => known.Tag == "*" || known.Tag == tag);

    private static byte[] Pack(byte[] content, Func<Stream, Stream> packing)
    {
        using var packed = new MemoryStream();
        using (var stream = packing(packed))
        {
            stream.Write(content);
        }

        return packed.ToArray();
    }
}

/// <summary>What was made of one state of the store: each page once.</summary>
internal sealed class Renditions
{
    /// <summary>Bytes of the pages that are kept, before they are packed; what comes after is made each time.</summary>
    private const long Most = 128L * 1024 * 1024;

    /// <summary>Addresses with a question behind them are endless.</summary>
    private const int MostAnswers = 2000;

    private readonly ConcurrentDictionary<string, Rendition> kept = new(StringComparer.Ordinal);
    private long held;
    private int answers;

    public bool TryGet(string key, out Rendition? rendition) => kept.TryGetValue(key, out rendition);

    public void Keep(string key, Rendition rendition, bool isAnswer)
    {
        if (rendition.IsKept && Interlocked.Read(ref held) < Most && (!isAnswer || Interlocked.Increment(ref answers) <= MostAnswers) && kept.TryAdd(key, rendition))
        {
            Interlocked.Add(ref held, rendition.Length);
        }
    }
}
