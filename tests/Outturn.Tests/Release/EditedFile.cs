using System.IO.Compression;
using System.Text;

namespace Outturn.Tests.Release;

/// <summary>A copy of a file with one thing changed in it, as somebody would who wanted to see whether it is noticed.</summary>
internal static class EditedFile
{
    /// <summary>The text must be there; its first place is changed.</summary>
    public static byte[] Text(byte[] file, string text, string by)
    {
        var content = Encoding.UTF8.GetString(file);
        return Encoding.UTF8.GetBytes(Once(content, text, by));
    }

    /// <summary>A part of a Word file or workbook.</summary>
    public static byte[] Part(byte[] file, string part, Func<string, string> edit)
    {
        using var bytes = new MemoryStream();
        bytes.Write(file);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(part) ?? throw new ArgumentException($"There is no part {part}.", nameof(part));
            string before;
            using (var reader = new StreamReader(entry.Open()))
            {
                before = reader.ReadToEnd();
            }

            var after = edit(before);
            Assert.NotEqual(before, after);
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write(after);
        }

        return bytes.ToArray();
    }

    public static byte[] Part(byte[] file, string part, string text, string by) => Part(file, part, content => Once(content, text, by));

    /// <summary>Another part, which nothing leads to.</summary>
    public static byte[] With(byte[] file, string part, string content)
    {
        using var bytes = new MemoryStream();
        bytes.Write(file);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write(content);
        }

        return bytes.ToArray();
    }

    public static string Once(string content, string text, string by)
    {
        var at = content.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, $"\"{text}\" is not there to be changed.");
        return $"{content[..at]}{by}{content[(at + text.Length)..]}";
    }
}
