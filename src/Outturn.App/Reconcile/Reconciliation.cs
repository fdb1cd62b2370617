using Outturn.App.Sheets;
using Outturn.Core.Periods;

namespace Outturn.App.Reconcile;

/// <summary>How one published cell stands to ours.</summary>
public enum Comparison
{
    Same,
    Different,

    /// <summary>The published dashboard says it and we do not.</summary>
    MissingInOurs,

    /// <summary>We say it and the published dashboard does not.</summary>
    MissingInPublished,
}

/// <summary>One cell of a published dashboard beside ours.</summary>
/// <param name="Source">The table it was published in.</param>
/// <param name="Row">The table's row; null for what is not there at all.</param>
/// <param name="What">What is compared: rating, figure, target.</param>
/// <param name="Published">As printed; blank where it is missing.</param>
/// <param name="Ours">As we print it; blank where it is missing.</param>
/// <param name="Why">Why ours says so, where the two differ.</param>
public sealed record ComparedCell(
    string Source, int? Row, string Ref, string Title, Period? Period, string What, string Published, string Ours, Comparison Outcome, string? Why);

/// <summary>Our figures and ratings against a published dashboard, cell by cell.</summary>
/// <param name="Cells">Every cell compared, in the order of the published tables; then what is missing there.</param>
/// <param name="Readings">How the published columns were read.</param>
/// <param name="Remarks">What was settled or left out, one sentence each.</param>
public sealed record Reconciliation(
    IReadOnlyList<ComparedCell> Cells, IReadOnlyList<ColumnReading> Readings, IReadOnlyList<string> Remarks)
{
    public IEnumerable<ComparedCell> Differences => Cells.Where(cell => cell.Outcome != Comparison.Same);

    public bool Agrees => Cells.All(cell => cell.Outcome == Comparison.Same);

    public int Count(Comparison outcome) => Cells.Count(cell => cell.Outcome == outcome);
}

/// <summary>What comparing came to: the comparison, or why there is none.</summary>
public abstract record ReconcileResult
{
    private ReconcileResult()
    {
    }

    public sealed record Compared(Reconciliation Reconciliation) : ReconcileResult;

    public sealed record Refused(IReadOnlyList<Defect> Defects) : ReconcileResult;
}
