using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;

namespace Outturn.App.Collection;

/// <summary>What is said beside a figure, compared with what is stored; and figures in words.</summary>
internal static class SubmittedTexts
{
    /// <summary>Whether the store knows every text that is sent, and where what is blank takes away, has no other.</summary>
    public static bool AreSame(SentFigure figure, KnownFigures known)
    {
        var (submission, observation, commentary) = (figure.Submission, known.Observation(figure), known.Commentary(figure) is { Withdrawn: false } fact ? fact : null);
        var said = submission.Commentary;
        return Same(submission.Note, known.Words(observation?.NoteWords))
            && Same(submission.YtdGiven, observation?.YtdGiven) && Same(submission.PreviousGiven, observation?.PreviousGiven)
            && (said is null ? !figure.IsWhole || commentary is null
                : said.Context == known.Words(commentary?.ContextWords) && said.Cause == known.Words(commentary?.CauseWords) && said.Action == known.Words(commentary?.ActionWords)
                    && said.Owner == commentary?.Owner && said.Due == commentary?.Due && said.Recovery == commentary?.Recovery)
            && (submission.InternalNote is null || submission.InternalNote == known.Words(known.InternalNote(figure)?.ContentWords))
            && ForecastIsSame(figure, known);

        bool Same<T>(T? sent, T? stored) => sent is null ? !figure.IsWhole || stored is null : sent.Equals(stored);
    }

    /// <summary>The financial year that a forecast for a period's year is for, or the period's own kind of year.</summary>
    public static Period YearOf(Period period) => period.Frequency is Frequency.Academic or Frequency.Calendar ? period : period.FinancialYear;

    public static string Figure(in Observation observation, IndicatorHistory history) => Figure(observation, history.Indicator.Definition);

    public static string Figure(in Observation observation, Definition definition)
    {
        var counts = observation.Counts is { } given ? $" ({Unit.Tell(given.Numerator)} of {Unit.Tell(given.Denominator)})" : "";
        var value = observation.Value(definition.Unit);
        var figure = value is { } number ? definition.Unit.Print(number, Math.Max(definition.Decimals, counts.Length > 0 ? 0 : Math.Min(6, Unit.DecimalsOf(number)))) : observation.HasCounts ? "nothing to measure" : "no figure";
        return figure + counts + (observation.Marker == Marker.None ? "" : $" [{observation.Marker.Code()}]");
    }

    private static bool ForecastIsSame(SentFigure figure, KnownFigures known)
    {
        var stored = known.Forecast(figure, YearOf(figure.Period)) is { Withdrawn: false } fact ? fact : null;
        return figure.Submission.Forecast is { } forecast
            ? stored is not null && forecast.Value == stored.Value && forecast.Reason == known.Words(stored.ReasonWords)
            : !figure.IsWhole || stored is null;
    }
}
