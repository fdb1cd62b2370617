namespace Outturn.Core.Ratings;

/// <summary>Why a figure is not rated (RULES 2). Not a colour: it is counted and named.</summary>
public enum Reason
{
    NoTarget,
    NotDue,
    Awaited,
    NotAvailable,
    NotApplicable,
    Suppressed,

    /// <summary>The denominator is 0.</summary>
    NothingToMeasure,

    /// <summary>A period of the year to date has no figure.</summary>
    Incomplete,

    /// <summary>A ratio to date without numerator and denominator.</summary>
    NoCounts,

    /// <summary>Target and floor are meant for twelve months, the figure is for less (RULES 4, rolling 12).</summary>
    Over12Months,
}

public static class Reasons
{
    /// <summary>The reason in the words that papers and `outturn rate` print.</summary>
    public static string Text(this Reason reason) => reason switch
    {
        Reason.NoTarget => "No target",
        Reason.NotDue => "Not due",
        Reason.Awaited => "Awaited",
        Reason.NotAvailable => "Not available",
        Reason.NotApplicable => "Not applicable",
        Reason.Suppressed => "Suppressed",
        Reason.NothingToMeasure => "Nothing to measure",
        Reason.Incomplete => "Incomplete",
        Reason.NoCounts => "No counts",
        Reason.Over12Months => "Over 12 months",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
