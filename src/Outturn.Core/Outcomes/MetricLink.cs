using Outturn.Core.Indicators;
using Outturn.Core.National;

namespace Outturn.Core.Outcomes;

/// <summary>How an indicator of the council stands to a metric of the framework.</summary>
public enum Relation
{
    /// <summary>The same count.</summary>
    Same,

    /// <summary>Nearly the same: the note says how it differs.</summary>
    Near,

    /// <summary>In the year and local, where the metric comes once a year and late.</summary>
    Proxy,

    /// <summary>What the council does for it, and no measure of it.</summary>
    Contributes,

    /// <summary>Looked at, and nothing of the council's stands for it: the note says why.</summary>
    None,

    /// <summary>Another tier's duty, and none of this council's.</summary>
    NotOurs,
}

public static class Relations
{
    private static readonly string[] Names = ["same", "near", "proxy", "contributes", "none", "not ours"];

    /// <summary>The word that files use.</summary>
    public static string Name(this Relation relation) => Names[(int)relation];

    public static Relation? Read(string text) => Array.IndexOf(Names, text.Trim().ToLowerInvariant()) is var index and >= 0 ? (Relation)index : null;

    /// <summary>Whether it links a metric to an indicator.</summary>
    public static bool Links(this Relation relation) => relation is not (Relation.None or Relation.NotOurs);

    /// <summary>Whether the indicator measures what the metric measures, or nearly.</summary>
    public static bool IsOwn(this Relation relation) => relation is Relation.Same or Relation.Near;
}

/// <summary>That an indicator stands to a metric in some way, or that none does; who said so, when, and when it is looked at again.</summary>
/// <param name="Ref">Null where no indicator stands for the metric.</param>
/// <param name="Note">How it differs, or why there is none.</param>
public sealed record MetricLink(string MetricId, string? Ref, Relation Relation, string? Note, string Who, DateOnly On, DateOnly? ReviewOn)
{
    /// <summary>Why a link cannot be so, or null where it can.</summary>
    public static string? Refusal(Metric? metric, Indicator? indicator, string? reference, Relation relation, string? note) =>
        metric is null ? "There is no such metric in the framework."
        : relation.Links() && reference is null ? "Name the indicator that stands to the metric in this way."
        : !relation.Links() && reference is not null ? $"\"{relation.Name()}\" says that no indicator stands for the metric: leave the indicator away."
        : reference is not null && indicator is null ? $"There is no indicator \"{reference}\" in the register."
        : relation is Relation.Near && string.IsNullOrWhiteSpace(note) ? "Say how it differs from the metric."
        : !relation.Links() && string.IsNullOrWhiteSpace(note) ? "Say why no indicator stands for the metric."
        : null;
}
