using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.Core.Review;

/// <summary>Levels, and where it is asked a limit in days, tried on what an indicator's figures have been.</summary>
public static class WhatIf
{
    /// <param name="tried">The history by another limit in days (<see cref="CaseDays.WithLimit"/>), or the same.</param>
    /// <returns>The evidence as figures have been; its last two years before are as they were rated, and after as <paramref name="tried"/> would have been under the levels.</returns>
    public static Evidence Of(IndicatorHistory history, IndicatorHistory tried, Target? target, ExpectedRange? range, Period year)
    {
        var evidence = Evidence.Of(history, target, range, year);
        if (ReferenceEquals(history, tried))
        {
            return evidence;
        }

        var after = BackTest.Of(tried, target, range).Periods.ToDictionary(tested => tested.Period, tested => tested.After);
        return evidence with
        {
            Test = evidence.Test with { Periods = [.. evidence.Test.Periods.Where(tested => after.ContainsKey(tested.Period)).Select(tested => tested with { After = after[tested.Period] })] },
        };
    }
}
