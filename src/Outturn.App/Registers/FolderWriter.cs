using Outturn.Core.Dashboards;

namespace Outturn.App.Registers;

/// <summary>Writes a register and its figures of today as a council's folder, which <see cref="CouncilFolder"/> reads as the same register.</summary>
/// <remarks>What is written is read once before any file takes its place: an export that could not be read again is refused.</remarks>
public static class FolderWriter
{
    /// <summary>Writes all files or none, into a new or empty folder.</summary>
    /// <param name="replace">Whether the council in a folder may be written over: its tables and texts are replaced, other files stay.</param>
    /// <param name="template">The house's Word template, where it is not in the folder already.</param>
    public static ExportResult Write(Register register, string folder, bool replace = false, byte[]? template = null)
    {
        try
        {
            if (Obstacle(folder, replace) is { } obstacle)
            {
                return Refuse(folder, obstacle);
            }

            var there = Directory.Exists(folder) ? new FolderFiles(folder) : null;
            var export = Export.Of(register, template, there);
            if (export.ReadBack() is { Count: > 0 } errors)
            {
                return new ExportResult.Refused([Defect.Error(folder, "Nothing was written: the register holds what a folder could not be read with."), .. errors]);
            }

            export.TakePlace(folder);
            return new ExportResult.Written([.. export.Names], export.Warnings);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(folder, $"The folder cannot be written: {e.Message}");
        }
    }

    private static string? Obstacle(string folder, bool replace) => NewFolder.Obstacle(folder) switch
    {
        { } obstacle when Directory.Exists(folder) && CouncilFolder.IsCouncil(new FolderFiles(folder)) => replace ? null : $"{obstacle[..^1]}, or say --replace to write over the council in it.",
        var obstacle => obstacle,
    };

    private static ExportResult.Refused Refuse(string folder, string reason) => new([Defect.Error(folder, reason)]);
}
