namespace Outturn.App.Import;

/// <summary>What reading a file came to: all its tables, or every reason why not.</summary>
public abstract record ReadResult
{
    private ReadResult()
    {
    }

    public static ReadResult Refuse(string source, string reason) => new Refused([Defect.Error(source, reason)]);

    /// <param name="Tables">At least one.</param>
    /// <param name="Warnings">What was left out or looks odd, though the tables could be read.</param>
    public sealed record Read(IReadOnlyList<SourceTable> Tables, IReadOnlyList<Defect> Warnings) : ReadResult
    {
        /// <summary>Whether it is a workbook in which cells may take their values from other workbooks.</summary>
        public bool HasLinks { get; init; }
    }

    public sealed record Refused(IReadOnlyList<Defect> Defects) : ReadResult;
}
