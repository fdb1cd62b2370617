using Outturn.App.Review;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;

namespace Outturn.App.Registers;

/// <summary>What came of an import of a council's folder.</summary>
public abstract record RegisterImportResult
{
    private RegisterImportResult()
    {
    }

    /// <param name="Changes">What was new, changed, or in the store and not in the folder.</param>
    /// <param name="Same">How many facts the store knew already.</param>
    /// <param name="IsApplied">Whether the changes are in the store; an import that only looks leaves it as it was.</param>
    public sealed record Compared(IReadOnlyList<FactChange> Changes, int Same, bool IsApplied) : RegisterImportResult
    {
        public int Count(FactChangeKind kind) => Changes.Count(change => change.Kind == kind);
    }

    public sealed record Refused(IReadOnlyList<Defect> Defects) : RegisterImportResult;
}

/// <summary>Takes a council's register and figures from its folder into a store: what is new and what has changed as new versions, all of it or nothing.</summary>
/// <remarks>The same folder a second time changes nothing. What the store has and the folder has not stays, unless it is asked to be withdrawn.</remarks>
public static class RegisterImport
{
    /// <param name="template">The bytes of the house's Word template, where the council names one.</param>
    public static Task<RegisterImportResult> RunAsync(
        Store store, FolderResult.Read folder, byte[]? template, Act act, ImportOptions options, CancellationToken cancel) =>
        store.WriteAsync(act, writing => RunAsync(writing, folder, template, options, cancel), cancel);

    private static async Task<RegisterImportResult> RunAsync(Writing writing, FolderResult.Read folder, byte[]? template, ImportOptions options, CancellationToken cancel)
    {
        var words = await StoredWords.ReadAsync(writing.Db, cancel);
        writing.KeepOnce(words.All);
        var comparing = new RegisterComparison(writing, words, options);
        var facts = new RegisterFacts(folder.Register, writing.Words);
        if (await AdoptedYears.ReadAsync(writing.Db, cancel) is { Count: > 0 } adopted
            && await StoredRegister.ReadAsync(writing.Db, long.MaxValue, UkTime.DayOf(writing.At), cancel, withFigures: false) is { } known
            && await AdoptedYears.KeepAsync(writing, adopted, known, Within(folder.Register, known), writing.Why, options.Committee, cancel) is { Count: > 0 } owed)
        {
            writing.Abandon();
            return new RegisterImportResult.Refused([.. owed.Select(reason => Defect.Error(TargetsFile.Shape.File, reason))]);
        }

        await comparing.SettleCouncilAsync(facts, template is null ? null : await writing.FileAsync(template, cancel), cancel);
        var told = (await writing.Db.KnownAsync<DefinitionFact>(long.MaxValue, cancel)).Where(fact => fact.IsBreak).Select(fact => fact.Key).ToHashSet();
        await comparing.SettleAsync(facts.OtherBreaks().Where(mark => !told.Contains(mark.Key)).Concat(facts.Definitions()), cancel, _ => true);
        await comparing.SettleAsync(facts.Suppressions(), cancel);
        await comparing.SettleAsync(facts.Placements(), cancel);
        await comparing.SettleAsync(facts.Levels(), cancel);
        await comparing.SettleAsync(facts.Proposals(), cancel);
        await comparing.SettleAsync(facts.ProposalSheets(), cancel);
        await comparing.SettleAsync(facts.Cases(), cancel);
        await comparing.SettleAsync(facts.Links(), cancel);
        await comparing.SettleAsync(facts.Groups(), cancel);
        await comparing.SettleAsync(facts.Commentaries(), cancel);
        await comparing.SettleAsync(facts.Texts(), cancel);
        var figures = facts.Observations().ToList();
        var observations = await comparing.CompareAsync(figures.Select(figure => figure.Fact), _ => false, cancel);
        var closed = await ClosedAsync(writing.Db, cancel);
        var refused = figures.Where(figure => observations.Contains(figure.Fact) && closed.Contains((figure.Fact.Ref, figure.Fact.Period)))
            .Select(figure => folder.Rows.Defect(Severity.Error, figure.Figure, "value",
                $"The figure of {figure.Fact.Ref} for {figure.Fact.Period} is approved, and this row would change it: have it returned first, with a reason."))
            .ToList();
        if (refused.Count > 0)
        {
            writing.Abandon();
            return new RegisterImportResult.Refused(refused);
        }

        await writing.AddAsync(
            observations.OrderBy(fact => fact.Ref, Comparer<string>.Create(KeyOrder.Compare)).ThenBy(fact => fact.Frequency).ThenBy(fact => fact.Ordinal), cancel);
        if (options.LooksOnly)
        {
            writing.Abandon();
        }

        return new RegisterImportResult.Compared(comparing.Changes, comparing.Same, !options.LooksOnly);
    }

    /// <summary>The register as the import leaves it where nothing is withdrawn: what the folder does not mention stays.</summary>
    private static Core.Dashboards.Register Within(Core.Dashboards.Register folder, Core.Dashboards.Register known)
    {
        var said = folder.Indicators.ToDictionary(history => history.Indicator.Ref);
        return known with { Indicators = [.. known.Indicators.Where(history => !said.ContainsKey(history.Indicator.Ref)), .. folder.Indicators] };
    }

    /// <summary>The figures that are approved or locked: they change only after they were returned.</summary>
    internal static async Task<HashSet<(string Ref, Core.Periods.Period Period)>> ClosedAsync(CouncilDb db, CancellationToken cancel) =>
        [.. (await db.KnownAsync<StepFact>(long.MaxValue, cancel)).Where(step => step.IsClosed).Select(step => (step.Ref, step.Period))];
}

/// <param name="LooksOnly">Compares and says what would change, and writes nothing.</param>
/// <param name="Withdraws">Withdraws what the store has and the folder has not.</param>
/// <param name="Committee">Which committee was told, when and under which item; owed by a change within a year that was adopted.</param>
public sealed record ImportOptions(bool LooksOnly = false, bool Withdraws = false, string? Committee = null);
