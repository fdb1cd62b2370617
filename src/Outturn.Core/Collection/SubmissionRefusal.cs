using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;

namespace Outturn.Core.Collection;

/// <summary>Why a submission cannot stand, whoever accepts it.</summary>
public static class SubmissionRefusal
{
    /// <summary>All that is wrong with a submission, each in a sentence that says what to do; nothing where it can stand.</summary>
    /// <param name="today">A period can be submitted from its last day on.</param>
    public static IReadOnlyList<string> Of(Indicator indicator, Submission submission, DateOnly today)
    {
        if (OfPeriod(indicator, submission, today) is { } refusal)
        {
            return [refusal];
        }

        var (figure, counts, forecast) = (OfFigure(submission), OfCounts(submission.Observation), OfForecast(submission.Forecast));
        return (figure ?? counts ?? forecast) is null ? [] : [.. new[] { figure, counts, forecast }.OfType<string>()];
    }

    private static string? OfPeriod(Indicator indicator, Submission submission, DateOnly today)
    {
        var (period, frequency) = (submission.Period, indicator.Definition.Frequency);
        return indicator.Formula is { } formula ? $"{indicator.Ref} is worked out as {formula}, and nobody enters it: submit what it is worked out from."
            : period.Frequency != frequency ? $"{indicator.Ref} is measured by {frequency.Name()}, and {period} is none: name one of its own periods."
            : !indicator.CountedIn(period) ? $"{indicator.Ref} {Counted(indicator, submission)}, and not in {period}: correct the period, or the days in the register."
            : period.Last > today ? $"{period} ends on {period.Last:dd/MM/yyyy}, and its figure cannot be known on {today:dd/MM/yyyy}: submit it from that day on."
            : null;
    }

    private static string Counted(Indicator indicator, Submission submission) =>
        indicator.Since is { } since && since > submission.Period.Last ? $"is counted from {since:dd/MM/yyyy}" : $"was counted until {indicator.Until:dd/MM/yyyy}";

    private static string? OfFigure(Submission submission)
    {
        var (observation, marker) = (submission.Observation, submission.Observation.Marker);
        return observation.IsPresent ? IsMissing(marker) ? $"There is a figure and the mark [{marker.Code()}], which says that there is none: leave one of them out." : null
            : marker == Marker.None ? "There is no figure: give a value or its counts, or mark why there is none ([x], [z], [c], [low] or [u]) and say so in the note."
            : marker is Marker.Provisional or Marker.Revised ? $"The mark [{marker.Code()}] follows a figure, and there is none: give it, or mark why there is none."
            : string.IsNullOrWhiteSpace(submission.Note) ? $"The mark [{marker.Code()}] says that there is no figure: say in the note why."
            : null;
    }

    /// <summary>Behind a value [u] says how good it is; the others say that there is none.</summary>
    private static bool IsMissing(Marker marker) => marker is Marker.NotAvailable or Marker.NotApplicable or Marker.Confidential or Marker.Low;

    private static string? OfCounts(Observation observation) =>
        observation.Counts is { } counts && Counts.Refusal(counts.Denominator) is { } refusal ? $"The denominator {counts.Denominator} is {refusal}" : null;

    private static string? OfForecast(Forecast? forecast) =>
        forecast is not null && string.IsNullOrWhiteSpace(forecast.Reason) ? "The forecast has no reason: say why the year is expected to end there." : null;
}
