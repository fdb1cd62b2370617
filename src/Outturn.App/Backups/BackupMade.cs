namespace Outturn.App.Backups;

/// <summary>The last backup of a store that was made and verified.</summary>
public sealed class BackupMade
{
    /// <summary>Always 1: there is one.</summary>
    public int Id { get; init; } = 1;

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>The last audit entry that it holds.</summary>
    public long HeadNumber { get; set; }

    public required string File { get; set; }
}
