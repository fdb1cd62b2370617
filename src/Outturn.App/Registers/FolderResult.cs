using Outturn.Core.Dashboards;

namespace Outturn.App.Registers;

/// <summary>What reading a council's folder came to: the whole register, or every reason why not.</summary>
public abstract record FolderResult
{
    private FolderResult()
    {
    }

    /// <param name="Rows">Where in the folder each part of the register was read.</param>
    /// <param name="Warnings">What was left out or looks odd, though the register could be read.</param>
    public sealed record Read(Register Register, SourceRows Rows, IReadOnlyList<Defect> Warnings) : FolderResult
    {
        /// <summary>The bytes of the house's Word template, where the council has one.</summary>
        public byte[]? Template { get; init; }
    }

    /// <param name="Defects">Errors first, in the order of the files; then the warnings.</param>
    public sealed record Refused(IReadOnlyList<Defect> Defects) : FolderResult;
}
