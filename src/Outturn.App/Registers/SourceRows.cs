using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Neighbours;
using Outturn.Core.Outcomes;
using Outturn.Core.People;
using Outturn.Core.Review;
using Outturn.Core.Targets;

namespace Outturn.App.Registers;

/// <summary>Where each part of a register stands in its folder, so that a finding can name file and row.</summary>
/// <remarks>Parts are told apart by identity: two equal figures stand in two rows.</remarks>
public sealed class SourceRows
{
    private readonly Dictionary<object, int> rows = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, Indicator> workedOut = new(ReferenceEqualityComparer.Instance);

    /// <summary>The row of a post, service, meeting, report, indicator, level, figure, commentary or proposal; null when it was not read from a file.</summary>
    public int? Of(object part) => rows.TryGetValue(part, out var row) ? row : null;

    /// <summary>Figures that stand in no row, because their indicator is worked out: they are spoken of at its formula.</summary>
    internal void AddWorkedOut(IndicatorHistory history)
    {
        foreach (var figure in history.Figures)
        {
            workedOut[figure] = history.Indicator;
        }
    }

    /// <param name="part">A part of the register, or the <see cref="TableShape"/> of a file that is meant as a whole.</param>
    public Defect Defect(Severity severity, object part, string? column, string reason) =>
        workedOut.TryGetValue(part, out var indicator)
            ? new(severity, FileOf(indicator), Of(indicator), "formula", reason)
            : new(severity, FileOf(part), Of(part), column, reason);

    internal void Add(object part, int row) => rows[part] = row;

    private static string FileOf(object part) => part switch
    {
        TableShape shape => shape.File,
        Council => CouncilJson.FileName,
        Post => PostsFile.Shape.File,
        Service => ServicesFile.Shape.File,
        Committee => CommitteesFile.Shape.File,
        Meeting => MeetingsFile.Shape.File,
        Report => ReportsFile.Shape.File,
        Indicator => IndicatorsFile.Shape.File,
        Levels => TargetsFile.Shape.File,
        Figure => ObservationsFile.Shape.File,
        Commentary => CommentaryFile.Shape.File,
        Proposal => ProposalsFile.Shape.File,
        CaseDays => CaseDaysFile.Shape.File,
        Core.Papers.SignatureLine => SignaturesFile.Shape.File,
        Core.Papers.TextBlock => BlocksFile.Shape.File,
        MetricLink => MappingFile.Shape.File,
        OwnGroup => NeighboursFile.Shape.File,
        _ => throw new ArgumentException($"A {part.GetType().Name} has no file of its own.", nameof(part)),
    };
}
