using Outturn.Core.Dashboards;
using Outturn.Core.Periods;

namespace Outturn.Core.Release;

/// <summary>Where a finding is put right.</summary>
public abstract record Cure
{
    private Cure()
    {
    }

    /// <summary>What is said of a figure.</summary>
    public sealed record OfCommentary(string Ref, Period Period) : Cure;

    public sealed record OfFigure(string Ref, Period Period) : Cure;

    /// <summary>Targets, floor standards and ranges.</summary>
    public sealed record OfTargets(string Ref) : Cure;

    /// <summary>How an indicator is counted, and when.</summary>
    public sealed record OfDefinition(string Ref) : Cure;

    /// <summary>A paragraph of the analyst's own, by its place.</summary>
    public sealed record OfText(string Place) : Cure;

    /// <summary>A block that every report has: legal, equality and data-protection implications.</summary>
    public sealed record OfBlock(string Place) : Cure;

    /// <param name="Committee">Null for a report that goes to no single one.</param>
    public sealed record OfMeetings(Committee? Committee) : Cure;

    /// <summary>Approving and locking the figures of a period.</summary>
    public sealed record OfRound(Period Period) : Cure;

    /// <summary>What is proposed for an indicator in a year's review.</summary>
    public sealed record OfProposal(string Ref, Period Year) : Cure;

    /// <summary>Correcting a report that is public.</summary>
    /// <param name="Name">As its address bears it.</param>
    public sealed record OfReport(string Name) : Cure;

    /// <summary>How the council's indicators stand to a metric, by its id.</summary>
    public sealed record OfMetric(string Id) : Cure;
}
