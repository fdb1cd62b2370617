using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.People;
using Outturn.Core.Review;
using Outturn.Core.Targets;

namespace Outturn.App.Registers;

/// <summary>Puts each indicator's facts together: description, definitions, levels, figures, commentary, proposals.</summary>
internal sealed class IndicatorParts(
    Dictionary<string, Post> posts,
    Dictionary<string, Service> services,
    Dictionary<string, Committee> committees,
    Dictionary<string, Report> reports,
    ToleranceRule? rule,
    StoredWords words,
    DateOnly day)
{
    private List<DescriptionFact> descriptions = [];
    private ILookup<string, DefinitionFact> definitions = Nothing<DefinitionFact>();
    private ILookup<string, PlacementFact> placements = Nothing<PlacementFact>();
    private Dictionary<string, int> suppressions = [];
    private ILookup<string, LevelsFact> levels = Nothing<LevelsFact>();
    private ILookup<string, ProposalFact> proposals = Nothing<ProposalFact>();
    private Dictionary<object, ProposalSheetFact> sheets = [];
    private ILookup<string, CaseDaysFact> cases = Nothing<CaseDaysFact>();
    private ILookup<string, CommentaryFact> commentaries = Nothing<CommentaryFact>();
    private ILookup<string, ObservationFact> observations = Nothing<ObservationFact>();

    public async Task ReadAsync(CouncilDb db, long upTo, bool withFigures, CancellationToken cancel)
    {
        descriptions = [.. (await db.KnownAsync<DescriptionFact>(upTo, cancel)).OrderBy(fact => fact.Place).ThenBy(fact => fact.Ref, StringComparer.Ordinal)];
        definitions = (await db.KnownAsync<DefinitionFact>(upTo, cancel)).OrderBy(fact => fact.Starts).ToLookup(fact => fact.Ref);
        placements = (await db.KnownAsync<PlacementFact>(upTo, cancel)).OrderBy(fact => fact.Place).ToLookup(fact => fact.Ref);
        suppressions = (await db.KnownAsync<SuppressionFact>(upTo, cancel)).ToDictionary(fact => fact.Ref, fact => fact.Below);
        levels = (await db.KnownAsync<LevelsFact>(upTo, cancel)).OrderBy(fact => fact.Starts).ToLookup(fact => fact.Ref);
        proposals = (await db.KnownAsync<ProposalFact>(upTo, cancel)).OrderBy(fact => fact.Period).ToLookup(fact => fact.Ref);
        sheets = (await db.KnownAsync<ProposalSheetFact>(upTo, cancel)).ToDictionary(fact => fact.Key);
        cases = !withFigures ? cases : (await db.KnownAsync<CaseDaysFact>(upTo, cancel)).OrderBy(fact => fact.Period).ThenBy(fact => fact.Days).ToLookup(fact => fact.Ref);
        commentaries = (await db.KnownAsync<CommentaryFact>(upTo, cancel)).OrderBy(fact => fact.Period).ToLookup(fact => fact.Ref);
        observations = !withFigures ? observations : (await db.LastObservationsAsync(upTo, null, cancel).Where(fact => !fact.Withdrawn).ToListAsync(cancel)).OrderBy(fact => fact.Period).ToLookup(fact => fact.Ref);
    }

    /// <summary>In the order of the register, worked-out figures in them.</summary>
    public IReadOnlyList<IndicatorHistory> Histories() => WorkedOut.Of([.. descriptions.Select(History)]).Histories;

    private IndicatorHistory History(DescriptionFact fact)
    {
        DefinitionFact[] versions = [.. definitions[fact.Ref]];
        var inForce = InForce(versions, day);
        var indicator = Indicator(fact, inForce, versions);
        return new IndicatorHistory(
            indicator,
            new TargetHistory(levels[fact.Ref].Select(level => Levels(level, InForce(versions, level.Starts).Polarity))),
            [.. observations[fact.Ref].Select(Figure)],
            [.. commentaries[fact.Ref].Select(Commentary)],
            [.. proposals[fact.Ref].Select(proposal => Proposal(proposal, indicator.Definition.Polarity))])
        {
            Definitions = versions.Length < 2 ? [] : [.. versions.Select(version => new DatedDefinition(version.Starts, DefinitionOf(version), version.Meaning, version.Numerator, version.Denominator, version.Source))],
            Cases = [.. cases[fact.Ref].Select(closed => new CaseDays(closed.Period, closed.Days, closed.Cases))],
        };
    }

    /// <summary>The definition of a day; before the first that is known, that one.</summary>
    private static DefinitionFact InForce(DefinitionFact[] versions, DateOnly on) => versions.LastOrDefault(version => version.Starts <= on) ?? versions[0];

    private Indicator Indicator(DescriptionFact fact, DefinitionFact definition, DefinitionFact[] versions) => new(
        fact.Ref,
        fact.Title,
        services[fact.Service],
        [.. placements[fact.Ref].Where(placement => placement.Kind == PlacementKind.Committee).Select(placement => committees[placement.Name])],
        DefinitionOf(definition))
    {
        LagDays = fact.LagDays,
        Since = fact.Since,
        Until = fact.Until,
        Breaks = [.. versions.Where(version => version.IsBreak).Select(version => version.Starts)],
        DefinitionFrom = definition.Starts == DateOnly.MinValue ? null : definition.Starts,
        DefinitionReason = words[definition.ReasonWords],
        SuppressBelow = suppressions.TryGetValue(fact.Ref, out var below) ? below : null,
        ReplacedBy = fact.ReplacedBy,
        Meaning = definition.Meaning,
        Numerator = definition.Numerator,
        Denominator = definition.Denominator,
        Source = definition.Source,
        Rationale = words[fact.RationaleWords],
        Duty = fact.Duty,
        Priority = fact.Priority,
        Contract = fact.Contract,
        Owner = fact.Owner is { } owner ? posts[owner] : null,
        Approver = fact.Approver is { } approver ? posts[approver] : null,
        PartOf = fact.PartOf,
        Part = fact.Part,
        Formula = definition.Formula is { } formula && Formula.Read(formula) is FormulaResult.Read read ? read.Formula : null,
        Reports = [.. placements[fact.Ref].Where(placement => placement.Kind == PlacementKind.Report).Select(placement => reports[placement.Name])],
    };

    private Levels Levels(LevelsFact fact, Polarity? polarity)
    {
        var range = Range(fact.Lower, fact.Upper);
        var (target, isDerived) = polarity is { } way && fact.Target is { } level ? TargetOf(level, fact.FloorStandard, way, fact.Tolerance) : (null, false);
        return new Levels(fact.Starts, fact.Ends, target, range, fact.Benchmark, words[fact.RationaleWords], isDerived);
    }

    /// <summary>With the floor that the council's rule gives, where none is stated and the rule's can stand.</summary>
    private (Target Target, bool IsDerived) TargetOf(decimal level, decimal? floor, Polarity polarity, decimal tolerance) =>
        floor is null && rule?.Floor(level, polarity) is { } derived && Target.Refusal(level, derived, polarity, tolerance) is null
            ? (new Target(level, derived, polarity, tolerance), true)
            : (new Target(level, floor, polarity, tolerance), false);

    /// <summary>The figures of some indicators as they are now, and what is said of them, to take the place of what was known before.</summary>
    public static async Task<KnownOfIndicators> FiguresAsync(CouncilDb db, long upTo, string[] refs, CancellationToken cancel)
    {
        var observations = (await CompiledQueries.LastObservationsAsync(db, upTo, refs, cancel)).Where(fact => !fact.Withdrawn).OrderBy(fact => fact.Period).ToList();
        var commentaries = (await db.KnownAsync<CommentaryFact>(upTo, cancel, fact => refs.Contains(fact.Ref))).OrderBy(fact => fact.Period).ToList();
        var words = await StoredWords.OfAsync(db, observations.SelectMany(fact => new[] { fact.AcceptedWords, fact.NoteWords })
            .Concat(commentaries.SelectMany(fact => new[] { fact.ContextWords, fact.CauseWords, fact.ActionWords })), cancel);
        var parts = new IndicatorParts([], [], [], [], null, words, default);
        return new KnownOfIndicators(
            refs.ToHashSet(StringComparer.Ordinal), observations.ToLookup(fact => fact.Ref, parts.Figure), commentaries.ToLookup(fact => fact.Ref, parts.Commentary));
    }

    private Figure Figure(ObservationFact fact) => new(
        fact.Period,
        new Observation(fact.Value, fact is { Numerator: { } numerator, Denominator: { } denominator } ? new Counts(numerator, denominator) : null, fact.Marker),
        fact.YtdGiven,
        fact.PreviousGiven,
        words[fact.AcceptedWords],
        words[fact.NoteWords]);

    private Commentary Commentary(CommentaryFact fact) =>
        new(fact.Period, words[fact.ContextWords], words[fact.CauseWords], words[fact.ActionWords], fact.Owner, fact.Due, fact.Recovery);

    /// <param name="polarity">The indicator's own; the sheet that is proposed can say another.</param>
    private Proposal Proposal(ProposalFact fact, Polarity? polarity)
    {
        var sheet = sheets.GetValueOrDefault(fact.Key);
        return new Proposal(
            fact.Period,
            fact.Decision,
            fact.Target is { } level && (sheet?.Polarity ?? polarity) is { } way ? new Target(level, fact.FloorStandard, way, fact.Tolerance) : null,
            Range(fact.Lower, fact.Upper),
            words[fact.RationaleWords])
        {
            Sheet = SheetOf(sheet), Breaks = sheet?.Breaks == true, Successor = sheet?.Successor, Benchmark = sheet?.Benchmark, BenchmarkSource = sheet?.BenchmarkSource, Outcome = sheet?.Outcome,
        };
    }

    private static SheetChange? SheetOf(ProposalSheetFact? fact) => fact is null ? null : new SheetChange
    {
        Title = fact.Title, Service = fact.Service, Committees = fact.Committees, Kind = fact.Kind, Unit = fact.Unit, Decimals = fact.Decimals, Polarity = fact.Polarity,
        Frequency = fact.Measured, RollUp = fact.RollUp, Basis = fact.Basis, LagDays = fact.LagDays, Meaning = fact.Meaning, Numerator = fact.Numerator,
        Denominator = fact.Denominator, Source = fact.Source, Duty = fact.Duty, Priority = fact.Priority, Contract = fact.Contract,
    } is { IsEmpty: false } sheet ? sheet : null;

    private static Definition DefinitionOf(DefinitionFact fact) =>
        new(fact.Kind, new Unit(fact.Unit), fact.Decimals, fact.Polarity, fact.Frequency, fact.RollUp, fact.Basis);

    /// <summary>What is proposed and not in the register yet, by its sheet.</summary>
    public IReadOnlyList<IndicatorHistory> Proposed()
    {
        var known = descriptions.Select(description => description.Ref).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from own in proposals.OrderBy(all => all.Min(fact => fact.Entry))
               where !known.Contains(own.Key)
               let newest = Proposal(own.Last(), null)
               where newest.Sheet is { } sheet && sheet.Refusal(null) is null
               select new IndicatorHistory(
                   newest.Sheet!.Whole(own.Key, newest.Year.First, newest.Rationale, [.. services.Values], [.. committees.Values]), new TargetHistory([]), [], [], [.. own.Select(fact => Proposal(fact, null))]),
        ];
    }

    private static ExpectedRange? Range(decimal? lower, decimal? upper) => lower is null && upper is null ? null : new ExpectedRange(lower, upper);

    private static ILookup<string, T> Nothing<T>() => Array.Empty<T>().ToLookup(_ => "");
}

/// <summary>The figures of some indicators, and what is said of them.</summary>
internal sealed record KnownOfIndicators(IReadOnlySet<string> Refs, ILookup<string, Figure> Figures, ILookup<string, Commentary> Commentaries)
{
    public IndicatorHistory With(IndicatorHistory history) => !Refs.Contains(history.Indicator.Ref) ? history
        : history with { Figures = [.. Figures[history.Indicator.Ref]], Commentaries = [.. Commentaries[history.Indicator.Ref]] };
}
