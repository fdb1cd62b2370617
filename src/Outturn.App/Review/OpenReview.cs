using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Papers;
using Outturn.Core.Periods;
using Outturn.Core.Review;

namespace Outturn.App.Review;

/// <summary>Which review is meant where nobody says the year: the one that is open.</summary>
public static class OpenReview
{
    /// <summary>What is said where a year's review was not opened.</summary>
    internal static string NotOpen(Period year) => $"The review of {year} is not open: outturn review open opens it, or Review on the pages.";

    /// <summary>The year that somebody said, or that of the one review that is open; null, with the reason, where there is none.</summary>
    public static async Task<(Period? Year, string Refusal)> YearAsync(Store store, Period? said, CancellationToken cancel)
    {
        if (said is not null)
        {
            return (said, "");
        }

        if (await CouncilSource.IndicatorsAsync(store, cancel) is not { } register)
        {
            return (null, CouncilSource.NoCouncil);
        }

        return Of(await StoredReviews.ReadAsync(store, register, cancel), null, out var refusal) is { } record ? (record.Year, "") : (null, refusal);
    }

    /// <param name="refusal">Blank where there is one.</param>
    /// <param name="year">Null where nobody said; a year that was adopted can be asked for too.</param>
    public static ReviewRecord? Of(IReadOnlyDictionary<Period, ReviewRecord> records, Period? year, out string refusal)
    {
        ReviewRecord[] open = year is { } said ? [.. records.Values.Where(record => record.Year == said)] : [.. records.Values.Where(record => record.Adoption?.IsAdopted != true)];
        refusal = open switch
        {
            [_] => "",
            [] => year is { } none ? NotOpen(none) : "No review is open: outturn review open opens one, or Review on the pages.",
            _ => $"The reviews of {Words.List(open.Select(record => record.Year.ToString()).Order())} are open: say which year is meant.",
        };
        return refusal.Length == 0 ? open[0] : null;
    }
}
