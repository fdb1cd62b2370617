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

    /// <summary>There is a target, and nobody has said which way is better: that is never guessed (RULES 2).</summary>
    NoPolarity,

    /// <summary>Nobody has said whether a year's figures add up, average or replace each other: a year to date would be made up.</summary>
    NoRollUp,
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
        Reason.NoPolarity => "No polarity",
        Reason.NoRollUp => "No roll-up",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>The reason as the end of a sentence about one or several indicators: "whose figure is awaited".</summary>
    public static string InProse(this Reason reason, int count)
    {
        var (one, have, figure) = (count == 1, count == 1 ? "has" : "have", count == 1 ? "figure is" : "figures are");
        return reason switch
        {
            Reason.NoTarget => $"which {have} no target",
            Reason.NotDue => $"whose {figure} not due yet",
            Reason.Awaited => $"whose {figure} awaited",
            Reason.NotAvailable => $"whose {figure} not available",
            Reason.NotApplicable => $"which {(one ? "does" : "do")} not apply to the period",
            Reason.Suppressed => $"whose {figure} suppressed, being small or confidential",
            Reason.NothingToMeasure => "where there was nothing to measure",
            Reason.Incomplete => "whose year to date is incomplete",
            Reason.NoCounts => "whose year to date lacks numerator and denominator",
            Reason.NoPolarity => "for which nobody has said which way is better",
            Reason.NoRollUp => "for which nobody has said how a year's figures come together",
            Reason.Over12Months => $"whose {(one ? "target is" : "targets are")} meant for twelve months",
            _ => throw new ArgumentOutOfRangeException(nameof(reason)),
        };
    }
}
