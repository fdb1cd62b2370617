namespace Outturn.App.Reference;

public enum FileOutcome
{
    Taken,

    /// <summary>The very same file is there already.</summary>
    AlreadyThere,

    /// <summary>No profile says what its columns mean.</summary>
    NotKnown,

    /// <summary>Nothing of it was taken.</summary>
    Refused,
}

/// <summary>Rows that were not taken for one reason.</summary>
public sealed record RowRefusal(string Reason, int Rows, int FirstRow);

/// <summary>What became of a file: every row that was read was stored, or refused with a reason.</summary>
/// <param name="File">Its path, as it was given.</param>
/// <param name="Remarks">Why it was refused, or what to know of how it was read.</param>
public sealed record FileReport(string File, string? Profile, FileOutcome Outcome, int Read, int Stored, IReadOnlyList<RowRefusal> Refusals, IReadOnlyList<string> Remarks)
{
    public int Refused => Refusals.Sum(refusal => refusal.Rows);
}

/// <summary>Counts the rows of a file as they are read, stored or refused.</summary>
internal sealed class RowCount
{
    private readonly Dictionary<string, (int Rows, int First)> refused = [];

    public int Read { get; private set; }

    public int Stored { get; private set; }

    public int Refused { get; private set; }

    public List<string> Remarks { get; } = [];

    public IReadOnlyList<RowRefusal> Refusals => [.. refused.Select(reason => new RowRefusal(reason.Key, reason.Value.Rows, reason.Value.First)).OrderBy(reason => reason.FirstRow)];

    public void Store() => (Read, Stored) = (Read + 1, Stored + 1);

    public void Refuse(string reason, int row)
    {
        (Read, Refused) = (Read + 1, Refused + 1);
        refused[reason] = refused.TryGetValue(reason, out var known) ? (known.Rows + 1, known.First) : (1, row);
    }
}
