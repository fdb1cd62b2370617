namespace Outturn.App.Stores;

/// <summary>Tells a folder of another machine: its locks cannot be trusted, and a store there could be torn by two writers.</summary>
internal static class NetworkFolder
{
    private static readonly string[] Formats =
        ["nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "glusterfs", "lustre", "fuse.sshfs", "fuse.rclone", "fuse.davfs", "davfs", "fuse.glusterfs", "afpfs", "webdav"];

    /// <summary>Why a store may not stand at a path, or null.</summary>
    /// <param name="mounts">Where each file system begins, and its format.</param>
    public static string? Refusal(string path, IEnumerable<(string Root, string Format)> mounts)
    {
        var full = Path.GetFullPath(path);
        var format = full.StartsWith(@"\\", StringComparison.Ordinal) ? "smb" : mounts
            .Where(mount => IsUnder(full, mount.Root))
            .OrderByDescending(mount => mount.Root.Length)
            .Select(mount => mount.Format)
            .FirstOrDefault();
        return format is not null && Formats.Contains(format, StringComparer.OrdinalIgnoreCase)
            ? $"{path} is on a network drive ({format}), where SQLite cannot keep two writers apart and figures could be lost: put the store on a disk of this machine, or use PostgreSQL."
            : null;
    }

    public static IEnumerable<(string Root, string Format)> Mounts()
    {
        foreach (var drive in DriveInfo.GetDrives())
        {
            string format;
            try
            {
                format = drive.DriveType == DriveType.Network && OperatingSystem.IsWindows() ? "smb" : drive.DriveFormat;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                continue;
            }

            yield return (drive.RootDirectory.FullName, format);
        }
    }

    private static bool IsUnder(string path, string root) =>
        path == root || path.StartsWith(root.EndsWith(Path.DirectorySeparatorChar) ? root : root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
