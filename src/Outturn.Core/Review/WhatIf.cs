using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.Core.Review;

/// <summary>Levels, and where it is asked a limit in days, tried on what an indicator's figures have been.</summary>
public static class WhatIf
{
    /// <param name="tried">The history by another limit in days (<see cref="CaseDays.WithLimit"/>), or the same.</param>
    /// <returns>Results and how often the target was achieved are as they were; the last figure, its distance and spread are those of <paramref name="tried"/>, and the last two years would have been rated by them.</returns>
    public static Evidence Of(IndicatorHistory history, IndicatorHistory tried, Target? target, ExpectedRange? range, Period year)
    {
        var evidence = Evidence.Of(history, target, range, year);
        if (ReferenceEquals(history, tried))
        {
            return evidence;
        }

        var otherwise = Evidence.Of(tried, target, range, year);
        var after = otherwise.Test.Periods.ToDictionary(tested => tested.Period, tested => tested.After);
        return evidence with
        {
            Last = otherwise.Last,
            Spread = otherwise.Spread,
            Test = evidence.Test with { Periods = [.. evidence.Test.Periods.Where(tested => after.ContainsKey(tested.Period)).Select(tested => tested with { After = after[tested.Period] })] },
        };
    }
}
