using Outturn.Core.Collection;
using Outturn.Core.Periods;

namespace Outturn.App.Collection;

/// <summary>A figure that a service sends, and the file that proves it.</summary>
/// <param name="IsWhole">What is left blank takes away what stood there (a form or workbook that showed it); false keeps it.</param>
public sealed record SentFigure(string Ref, Submission Submission, EvidenceFile? Evidence = null, bool IsWhole = false)
{
    public Period Period => Submission.Period;
}

/// <param name="Name">The file's name, without its folder.</param>
public sealed record EvidenceFile(string Name, byte[] Content)
{
    /// <summary>Evidence is a page or a sheet, not an archive.</summary>
    public const int MostBytes = 20 * 1024 * 1024;
}

/// <summary>How a submission is made.</summary>
/// <param name="Reason">Why a warning is overridden, by its figure and code; null where nobody said.</param>
/// <param name="KnownAt">The audit entry at which the sender saw the store, for what has come since not to be overwritten; null for now.</param>
/// <param name="Overrules">What the sender says takes the place of what came since.</param>
/// <param name="LooksOnly">Compares, and writes nothing.</param>
public sealed record SubmitOptions(Func<string, SubmissionWarning, string?> Reason, long? KnownAt = null, bool Overrules = false, bool LooksOnly = false)
{
    /// <summary>Whether a figure that came by no round stays as it is: who keeps the record changes it, and says why.</summary>
    public bool KeepsRecord { get; init; }

    public static SubmitOptions Plain { get; } = new((_, _) => null);
}

/// <summary>What came of a submission of one figure or of several.</summary>
public abstract record SubmitResult
{
    private SubmitResult()
    {
    }

    /// <param name="Changes">What is new or changed: "CS01, Apr 2019: 94.2%", "CS01, Apr 2019: 94.2% → 94.8%".</param>
    /// <param name="Same">Figures of which the store knew all that was sent.</param>
    /// <param name="Kept">Figures that the sender left as they were seen, while somebody else changed them: theirs stay.</param>
    /// <param name="Remarks">Overrides of warnings that did not arise, and the like.</param>
    public sealed record Accepted(IReadOnlyList<string> Changes, int Same, IReadOnlyList<string> Kept, IReadOnlyList<string> Remarks, bool IsApplied) : SubmitResult
    {
        /// <summary>Of the changes those of figures that came by no round: the record says why they are changed.</summary>
        public IReadOnlyList<string> OfRecord { get; init; } = [];

        /// <summary>Of a submission that only looks: what would need a reason, and has none.</summary>
        public IReadOnlyList<(string Ref, SubmissionWarning Warning)> Unreasoned { get; init; } = [];
    }

    /// <summary>Nothing was written: each warning needs a reason, or another figure.</summary>
    public sealed record NeedsReasons(IReadOnlyList<(string Ref, SubmissionWarning Warning)> Warnings) : SubmitResult;

    /// <summary>Nothing was written.</summary>
    public sealed record Refused(IReadOnlyList<SubmissionProblem> Problems) : SubmitResult;
}

/// <summary>Why one figure cannot be taken.</summary>
/// <param name="Conflict">For a figure that somebody else has changed since the sender saw it: what was seen, what is stored now, what was sent.</param>
public sealed record SubmissionProblem(string Ref, Period Period, string Reason, ThreeWay? Conflict = null)
{
    public override string ToString() => $"{Ref}, {Period}: {Reason}";
}

/// <param name="StoredBy">Who changed it since.</param>
public sealed record ThreeWay(string Seen, string Stored, string Sent, string StoredBy);
