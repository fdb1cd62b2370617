using Outturn.App.Stores;
using Outturn.Core.Collection;
using Outturn.Core.Periods;

namespace Outturn.App.Registers;

/// <summary>What came of opening a year.</summary>
public abstract record YearOpeningResult
{
    private YearOpeningResult()
    {
    }

    /// <param name="Findings">What the checks say of the new year's targets, floor standards and ranges, for whoever sets them.</param>
    public sealed record Opened(NewYear Year, IReadOnlyList<Defect> Findings) : YearOpeningResult;

    public sealed record Refused(string Reason) : YearOpeningResult;
}

/// <summary>Opens a year from the one before: targets, floor standards and expected ranges carried over, until somebody sets others.</summary>
public static class YearOpening
{
    private const string Action = "open year";

    /// <param name="looksOnly">Says what would be carried over, and writes nothing.</param>
    public static Task<YearOpeningResult> RunAsync(Store store, Period year, bool looksOnly, string who, string? why, CancellationToken cancel) =>
        store.WriteAsync(new Act(who, Action, year.FinancialYear.ToString(), why), writing => RunAsync(writing, year, looksOnly, cancel), cancel);

    private static async Task<YearOpeningResult> RunAsync(Writing writing, Period year, bool looksOnly, CancellationToken cancel)
    {
        if (await StoredRegister.ReadAsync(writing.Db, long.MaxValue, UkTime.DayOf(writing.At), cancel) is not { } register)
        {
            writing.Abandon();
            return new YearOpeningResult.Refused(CouncilSource.NoCouncil);
        }

        var opening = NewYear.Of(register, year);
        if (opening.Carried.Count == 0)
        {
            writing.Abandon();
            return new YearOpeningResult.Refused(
                $"There is nothing to carry over to {opening.Year}: {(opening.Left.Count == 0 ? "the register has no indicators." : string.Join(' ', opening.Left.Select(left => left.Reason).Take(3)))}");
        }

        var comparing = new RegisterComparison(writing, await StoredWords.ReadAsync(writing.Db, cancel), new ImportOptions());
        await comparing.SettleAsync(opening.Carried.SelectMany(carried => carried.Levels.Select(levels => RegisterFacts.LevelsOf(carried.Indicator, levels, writing.Words))), cancel, _ => true);
        if (looksOnly)
        {
            writing.Abandon();
        }

        var histories = register.Indicators.ToDictionary(history => history.Indicator.Ref);
        return new YearOpeningResult.Opened(opening, [.. opening.Carried.SelectMany(carried => RegisterChecks.OfLevels(histories[carried.Indicator.Ref], carried.Levels))]);
    }
}
