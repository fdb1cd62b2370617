using Outturn.App.Collection.Files;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Collection;

namespace Outturn.App.Collection;

/// <summary>What came of an import of figures.</summary>
public abstract record FigureImportResult
{
    private FigureImportResult()
    {
    }

    /// <param name="New">Figures for periods that the store had none for.</param>
    /// <param name="Same">Figures that the store has already.</param>
    /// <param name="Changed">Figures that the store had otherwise: "CS01, Apr 2019: 94.2 → 94.8".</param>
    /// <param name="IsApplied">Whether the new and the changed are in the store.</param>
    /// <param name="Warnings">Of an import that only looks: what would need a reason.</param>
    public sealed record Compared(int New, int Same, IReadOnlyList<string> Changed, DefectList Warnings, bool IsApplied) : FigureImportResult;

    /// <summary>Nothing was written: each warning needs a reason, or another figure.</summary>
    public sealed record NeedsReasons(DefectList Warnings, IReadOnlyList<string> Codes) : FigureImportResult;

    public sealed record Refused(DefectList Defects) : FigureImportResult;
}

/// <summary>Takes the figures of a file into a store: what is new and what has changed as new versions, all of it or nothing.</summary>
/// <remarks>A column that a file has not, and a cell that is blank, take nothing away from what the store has.</remarks>
public static class FigureImport
{
    /// <param name="reason">Why warnings of a code are overridden; null where nobody said.</param>
    public static Task<FigureImportResult> RunAsync(Store store, FigureFileResult.Read file, Act act, ImportOptions options, Func<string, string?> reason, IProgress<string>? progress, CancellationToken cancel) =>
        store.WriteAsync(act, writing => RunAsync(writing, file, options, reason, progress, cancel), cancel);

    private static async Task<FigureImportResult> RunAsync(Writing writing, FigureFileResult.Read file, ImportOptions options, Func<string, string?> reason, IProgress<string>? progress, CancellationToken cancel)
    {
        var batch = file.Figures;
        progress?.Report("Comparing with what is stored ...");
        var comparison = await FigureComparison.OfAsync(writing, batch, cancel);
        var defects = new DefectList();
        var closed = await RegisterImport.ClosedAsync(writing.Db, cancel);
        if (closed.Count > 0)
        {
            foreach (var place in comparison.Written.Where(place => closed.Contains((batch.IndicatorOf(batch[place]).Ref, batch.PeriodOf(batch[place])))))
            {
                defects.Add(batch.Error(batch[place], null,
                    $"The figure of {batch.IndicatorOf(batch[place]).Ref} for {batch.PeriodOf(batch[place])} is approved, and this row would change it: have it returned first, with a reason."));
            }
        }

        if (defects.Errors > 0)
        {
            writing.Abandon();
            return new FigureImportResult.Refused(defects);
        }

        var overrides = comparison.Warnings.Select(found => (found.Place, found.Warning, Reason: reason(found.Warning.Code))).ToList();
        if (!options.LooksOnly && overrides.Exists(found => string.IsNullOrWhiteSpace(found.Reason)))
        {
            writing.Abandon();
            var unreasoned = overrides.Where(found => string.IsNullOrWhiteSpace(found.Reason)).ToList();
            defects.AddRange(unreasoned.Select(found => At(batch, found.Place, found.Warning)));
            return new FigureImportResult.NeedsReasons(defects, [.. unreasoned.Select(found => found.Warning.Code).Distinct()]);
        }

        if (options.LooksOnly)
        {
            writing.Abandon();
            defects.AddRange(overrides.Select(found => At(batch, found.Place, found.Warning)));
            return comparison.Result(defects, isApplied: false);
        }

        progress?.Report($"Writing {comparison.Written.Count:N0} figures ...");
        await writing.AddAsync(comparison.Facts(), cancel);
        await comparison.AddCommentaryAsync(writing, cancel);
        await FigureOverrides.AddAsync(writing, batch, overrides.Select(found => (found.Place, found.Warning, found.Reason!)), comparison, cancel);
        progress?.Report("Making it last ...");
        return comparison.Result(defects, isApplied: true);
    }

    private static Defect At(FigureBatch batch, int place, SubmissionWarning warning) =>
        batch.Warning(batch[place], null, $"{batch.IndicatorOf(batch[place]).Ref}, {warning.Period} ({warning.Code}): {warning.Sentence}");
}
