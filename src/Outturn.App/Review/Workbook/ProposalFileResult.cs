using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.App.Review.Workbook;

/// <summary>What came of a file of proposals: read and taken or looked at, or refused with every reason.</summary>
public abstract record ProposalFileResult
{
    private ProposalFileResult()
    {
    }

    /// <param name="Service">For a workbook, whose it is.</param>
    /// <param name="Rows">Every row of the table, in its order.</param>
    /// <param name="Warnings">What could be read and should be looked at.</param>
    /// <param name="IsApplied">False of a look, which leaves the store as it was.</param>
    public sealed record Read(Period Year, string? Service, IReadOnlyList<ReadProposal> Rows, IReadOnlyList<Defect> Warnings, bool IsApplied) : ProposalFileResult
    {
        public IReadOnlyList<ReadProposal> Proposed => [.. Rows.Where(row => row.Kind == ReadProposalKind.Proposed)];

        /// <summary>How many of its rows became what.</summary>
        public string Sentence =>
            $"{Rows.Count:N0} row{(Rows.Count == 1 ? "" : "s")} = {Count(ReadProposalKind.Proposed)} proposed + {Count(ReadProposalKind.Unchanged)} as it was + {Count(ReadProposalKind.Blank)} left blank.";

        private int Count(ReadProposalKind kind) => Rows.Count(row => row.Kind == kind);
    }

    /// <summary>Nothing was taken.</summary>
    public sealed record Refused(IReadOnlyList<Defect> Defects) : ProposalFileResult;
}

public enum ReadProposalKind
{
    /// <summary>Nothing is proposed in it.</summary>
    Blank,

    /// <summary>It says what was proposed already.</summary>
    Unchanged,
    Proposed,
}

/// <summary>A cell that was filled in, as it is written and as it was read.</summary>
public sealed record ReadCell(string Column, string Written, string? ReadAs);

/// <summary>A column in which the row says something else than what is proposed now.</summary>
public sealed record CellChange(string Column, string? From, string? To)
{
    public override string ToString() => $"{Column}: {From ?? "nothing"} → {To ?? "nothing"}";
}

/// <summary>A row as it was read.</summary>
/// <param name="Row">The row of the sheet, or the line of the file.</param>
/// <param name="Proposal">Null where it is blank.</param>
/// <param name="What">What it changes against the register: "amend: Target up from 95% to 96%".</param>
/// <param name="Changes">Against what is proposed now.</param>
public sealed record ReadProposal(
    int Row, string Ref, ReadProposalKind Kind, Proposal? Proposal, string? Answer, string What, IReadOnlyList<ReadCell> Cells, IReadOnlyList<CellChange> Changes);
