using Outturn.Core.Indicators;
using Outturn.Core.Periods;

namespace Outturn.Core.Collection;

/// <summary>One figure that a round asks for.</summary>
/// <param name="DueOn">The end of its period and the indicator's lag.</param>
/// <param name="NeededBy">The last day on which the paper that it goes into can be issued; null where no meeting takes it or that day cannot be told.</param>
/// <param name="Deadline">When it is to be submitted: the earlier of the two days, or where the indicator names no lag the day it is needed by, if there is one.</param>
/// <param name="InTime">Whether it is due early enough for the meeting; true where there is none.</param>
public sealed record DueFigure(
    Indicator Indicator, Period Period, DateOnly DueOn, DateOnly? NeededBy, DateOnly Deadline, bool InTime)
{
    internal static DueFigure Of(Indicator indicator, Period period, DateOnly? neededBy)
    {
        var dueOn = indicator.DueOn(period);
        var deadline = neededBy is { } needed && (indicator.LagDays == 0 || needed < dueOn) ? needed : dueOn;
        return new DueFigure(indicator, period, dueOn, neededBy, deadline, !(dueOn > neededBy));
    }
}
