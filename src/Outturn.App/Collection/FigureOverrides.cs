using Outturn.App.Collection.Files;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.Collection;

namespace Outturn.App.Collection;

/// <summary>Keeps, for each figure that was imported over a warning, the warning and the reason.</summary>
internal static class FigureOverrides
{
    public static async Task AddAsync(
        Writing writing, FigureBatch batch, IEnumerable<(int Place, SubmissionWarning Warning, string Reason)> overridden, FigureComparison comparison, CancellationToken cancel)
    {
        var all = overridden.ToList();
        if (all.Count == 0)
        {
            return;
        }

        var known = (await writing.Db.LastVersionsAsync<OverrideFact>(long.MaxValue, cancel)).ToDictionary(fact => fact.Key, fact => fact.Version);
        foreach (var (place, warning, reason) in all)
        {
            var (reference, period) = (batch.IndicatorOf(batch[place]).Ref, batch.PeriodOf(batch[place]));
            writing.Add(new OverrideFact
            {
                Ref = reference, Frequency = period.Frequency, Ordinal = period.Ordinal, Code = warning.Code,
                Version = known.GetValueOrDefault((reference, period, warning.Code)) + 1,
                ObservationVersion = comparison.VersionOf(place), Warning = warning.Sentence, ReasonWords = writing.Words(reason.Trim()),
            });
        }
    }
}
