using System.Text.Json;

namespace Outturn.App.Backups;

/// <summary>What a backup holds: which store, as of which audit entry, and the digest of every table.</summary>
/// <param name="Format">Of the archive: 1.</param>
/// <param name="Engine">Of the store that it was made from; it can be restored to either.</param>
/// <param name="Made">UTC.</param>
/// <param name="HeadNumber">The last audit entry, and its hash.</param>
public sealed record BackupManifest(
    int Format, string Outturn, string Engine, string Store, DateTime Made, long HeadNumber, string HeadHash, IReadOnlyList<BackupScript> Scripts, IReadOnlyList<BackupTable> Tables, IReadOnlyList<string> Keys)
{
    public const string FileName = "manifest.json";
    public const int CurrentFormat = 1;

    internal static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, NewLine = "\n" };
}

/// <summary>A numbered script that the store's tables were made by.</summary>
public sealed record BackupScript(int Number, string Name);

/// <param name="Bytes">Of the table's lines, unpacked.</param>
/// <param name="Sha256">Of the same.</param>
public sealed record BackupTable(string Name, long Rows, long Bytes, string Sha256);
