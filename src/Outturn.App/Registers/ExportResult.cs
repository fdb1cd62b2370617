namespace Outturn.App.Registers;

/// <summary>What writing a register as a folder came to: the files that were written, or every reason why none was.</summary>
public abstract record ExportResult
{
    private ExportResult()
    {
    }

    /// <param name="Files">By their names in the folder.</param>
    /// <param name="Warnings">What of the register the folder does not hold, and what looks odd in it.</param>
    public sealed record Written(IReadOnlyList<string> Files, IReadOnlyList<Defect> Warnings) : ExportResult;

    public sealed record Refused(IReadOnlyList<Defect> Defects) : ExportResult;
}
