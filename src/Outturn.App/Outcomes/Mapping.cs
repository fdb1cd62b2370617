using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.National;
using Outturn.Core.Outcomes;

namespace Outturn.App.Outcomes;

/// <summary>What came of a change to the mapping.</summary>
public abstract record MappingResult
{
    private MappingResult()
    {
    }

    public sealed record Kept(MetricLink Link) : MappingResult;

    public sealed record Refused(string Reason) : MappingResult;
}

/// <summary>How an indicator is said to stand to a metric.</summary>
/// <param name="Ref">Null where none does.</param>
/// <param name="Note">How it differs, or why there is none.</param>
public sealed record SaidLink(string Metric, string? Ref, Relation Relation, string? Note, DateOnly? ReviewOn);

/// <summary>Keeps how the council's indicators stand to the metrics of a framework; what is said anew is another version.</summary>
public static class Mapping
{
    internal const string Action = "map metric";
    internal const string UnlinkAction = "unmap metric";

    public static Task<MappingResult> KeepAsync(Store store, FrameworkEdition framework, SaidLink said, string who, CancellationToken cancel) =>
        store.WriteAsync<MappingResult>(new Act(who, Action, said.Ref is null ? said.Metric : $"{said.Metric}, {said.Ref}"), async writing =>
        {
            if (await StoredRegister.ReadAsync(writing.Db, long.MaxValue, UkTime.DayOf(writing.At), cancel, withFigures: false) is not { } register)
            {
                return Refuse(writing, CouncilSource.NoCouncil);
            }

            var metric = framework.Find(said.Metric);
            var indicator = said.Ref is null ? null : register.Find(said.Ref)?.Indicator;
            var note = string.IsNullOrWhiteSpace(said.Note) ? null : said.Note.Trim();
            if (MetricLink.Refusal(metric, indicator, said.Ref, said.Relation, note) is { } refusal)
            {
                return Refuse(writing, refusal);
            }

            var standing = register.Links.Where(link => link.MetricId.Equals(metric!.Id, StringComparison.OrdinalIgnoreCase)).ToList();
            if (said.Relation.Links() && standing.Find(link => !link.Relation.Links()) is { } none)
            {
                return Refuse(writing, $"{metric!.Id} is said to have no indicator (\"{none.Relation.Name()}\"): take that back first.");
            }

            if (!said.Relation.Links() && standing.Exists(link => link.Relation.Links()))
            {
                return Refuse(writing, $"{metric!.Id} is linked to {string.Join(", ", standing.Where(link => link.Relation.Links()).Select(link => link.Ref))}: take the links back first.");
            }

            var link = new MetricLink(metric!.Id, indicator?.Ref, said.Relation, note, writing.Who, UkTime.DayOf(writing.At), said.ReviewOn);
            var fact = RegisterFacts.LinkOf(link);
            fact.Version = ((await writing.Db.LastVersionsAsync<MetricLinkFact>(long.MaxValue, cancel, known => known.Metric == fact.Metric && known.Ref == fact.Ref)).SingleOrDefault()?.Version ?? 0) + 1;
            writing.Add(fact);
            return new MappingResult.Kept(link);
        }, cancel);

    /// <summary>Takes back what was said.</summary>
    /// <param name="reference">Null for that there is none.</param>
    public static Task<MappingResult> UnlinkAsync(Store store, string metric, string? reference, string who, string? why, CancellationToken cancel) =>
        store.WriteAsync<MappingResult>(new Act(who, UnlinkAction, reference is null ? metric : $"{metric}, {reference}", why), async writing =>
        {
            var known = (await writing.Db.KnownAsync<MetricLinkFact>(long.MaxValue, cancel))
                .Find(fact => fact.Metric.Equals(metric, StringComparison.OrdinalIgnoreCase) && fact.Ref.Equals(reference ?? "", StringComparison.OrdinalIgnoreCase));
            if (known is null)
            {
                return Refuse(writing, reference is null ? $"Nothing is said of {metric} without an indicator." : $"{reference} is not linked to {metric}.");
            }

            writing.Add(known.WithdrawnVersion());
            return new MappingResult.Kept(new MetricLink(known.Metric, known.Ref.Length == 0 ? null : known.Ref, known.Relation, known.Note, known.Who, known.SaidOn, known.ReviewOn));
        }, cancel);

    private static MappingResult.Refused Refuse(Writing writing, string reason)
    {
        writing.Abandon();
        return new MappingResult.Refused(reason);
    }
}
