using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;

namespace Outturn.Core.Collection;

/// <summary>What to look at in a submission before it is accepted: nothing here refuses it, but who accepts it gives a reason.</summary>
public static class SubmissionWarnings
{
    /// <summary>The warnings about one submission, held against the figures of earlier periods.</summary>
    /// <param name="history">With the figures that are there; one for the same period is what the submission takes the place of.</param>
    /// <param name="parts">The figures of all its parts for the period, where it is broken down by directorate.</param>
    public static IReadOnlyList<SubmissionWarning> Of(IndicatorHistory history, Submission submission, IReadOnlyList<Observation>? parts = null)
    {
        var series = new SeriesWarnings(history.Indicator);
        foreach (var figure in history.Figures.Where(figure => figure.Period < submission.Period).OrderBy(figure => figure.Period))
        {
            series.Next(figure.Period, figure.Observation, null);
        }

        var warnings = new List<SubmissionWarning>();
        series.Next(submission.Period, submission.Observation, warnings);
        if (parts is not null && OfParts(history.Indicator, submission.Period, submission.Observation, parts) is { } different)
        {
            warnings.Add(different);
        }

        return warnings;
    }

    /// <summary>Where the parts of one period do not make up their whole (see <see cref="Breakdown.Difference"/>), or null.</summary>
    public static SubmissionWarning? OfParts(Indicator whole, Period period, Observation observation, IReadOnlyList<Observation> parts) =>
        Breakdown.Difference(whole.Definition, observation, parts) is not { } different ? null
        : new SubmissionWarning(period, SubmissionWarning.PartsNotWhole,
            $"The {different.What} of {whole.Ref} in {period} is {Print(whole, different, different.Whole)}, and that of its {parts.Count} parts is {Print(whole, different, different.Parts)} together: correct what is wrong, or say what the rest is.");

    private static string Print(Indicator whole, PartsDifference different, decimal number) =>
        different.What == "value" ? whole.Definition.Unit.Tell(number, whole.Definition.Decimals) : Unit.Tell(number);
}
