using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Outturn.Web.Parts;

/// <summary>Files that were sent to be looked at, until their senders take them or an hour has passed.</summary>
public sealed class Uploads(TimeProvider clock) : IDisposable
{
    private const int LongestName = 100;

    private static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Upload> all = new(StringComparer.Ordinal);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("outturn-uploads-");

    /// <returns>The id by which its sender finds it again.</returns>
    public async Task<string> KeepAsync(string account, IFormFile file, CancellationToken cancel)
    {
        Tidy();
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var path = Path.Combine(folder.CreateSubdirectory(id).FullName, NameOf(file));
        await using (var to = File.Create(path))
        {
            await file.CopyToAsync(to, cancel);
        }

        all[id] = new Upload(account, path, clock.GetUtcNow());
        return id;
    }

    /// <summary>A file's name as we keep it: without its folder, short, and with nothing in it that a file system or a page could take amiss.</summary>
    public static string NameOf(IFormFile file)
    {
        var name = string.Concat(Path.GetFileName(file.FileName.Replace('\\', '/')).Select(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_' or ' ' or '(' or ')' ? letter : '_')).Trim();
        name = name.Length > LongestName ? name[^LongestName..] : name;
        return name.Trim('.', ' ').Length == 0 ? "upload" : name;
    }

    /// <summary>Where a file lies; null where it is another's, was taken, or has been dropped.</summary>
    public string? Find(string account, string? id) => id is not null && all.TryGetValue(id, out var upload) && upload.Account == account ? upload.Path : null;

    public void Drop(string id)
    {
        if (all.TryRemove(id, out var upload))
        {
            Directory.GetParent(upload.Path)!.Delete(recursive: true);
        }
    }

    public void Dispose()
    {
        if (folder.Exists)
        {
            folder.Delete(recursive: true);
        }
    }

    private void Tidy()
    {
        foreach (var (id, _) in all.Where(pair => pair.Value.At < clock.GetUtcNow() - Lasts).ToList())
        {
            Drop(id);
        }
    }

    private sealed record Upload(string Account, string Path, DateTimeOffset At);
}
