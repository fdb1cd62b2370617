using Outturn.Core.Collection;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;

namespace Outturn.Core.Tests.Collection;

/// <summary>Submissions for June 2020 that cannot stand.</summary>
public sealed class SubmissionRefusalTests
{
    private static readonly Period June = Period.Month(2020, 6);
    private static readonly DateOnly Today = new(2020, 7, 10);
    private static readonly Indicator Share = SmallRound.Indicator("A1", Frequency.Month);

    [Theory]
    [InlineData(Marker.None, 94.2, null)]
    [InlineData(Marker.Provisional, 94.2, null)]
    [InlineData(Marker.Revised, 94.2, null)]
    [InlineData(Marker.Unreliable, 94.2, null)]
    [InlineData(Marker.NotAvailable, 94.2, "There is a figure and the mark [x], which says that there is none: leave one of them out.")]
    [InlineData(Marker.NotApplicable, 94.2, "There is a figure and the mark [z], which says that there is none: leave one of them out.")]
    [InlineData(Marker.Confidential, 94.2, "There is a figure and the mark [c], which says that there is none: leave one of them out.")]
    [InlineData(Marker.Low, 94.2, "There is a figure and the mark [low], which says that there is none: leave one of them out.")]
    [InlineData(Marker.None, null, "There is no figure: give a value or its counts, or mark why there is none ([x], [z], [c], [low] or [u]) and say so in the note.")]
    [InlineData(Marker.Provisional, null, "The mark [p] follows a figure, and there is none: give it, or mark why there is none.")]
    [InlineData(Marker.NotAvailable, null, "The mark [x] says that there is no figure: say in the note why.")]
    [InlineData(Marker.Unreliable, null, "The mark [u] says that there is no figure: say in the note why.")]
    public void A_figure_or_the_reason_why_there_is_none(Marker marker, double? value, string? refusal) =>
        Assert.Equal(refusal is null ? [] : [refusal], Refused(Share, new Submission(June, new Observation((decimal?)value, null, marker))));

    [Fact]
    public void A_marker_with_its_reason_stands() =>
        Assert.Empty(Refused(Share, new Submission(June, new Observation(null, null, Marker.NotAvailable)) { Note = "The system was down." }));

    [Fact]
    public void A_period_can_be_submitted_from_its_last_day_on()
    {
        Assert.Empty(SubmissionRefusal.Of(Share, Given94, new DateOnly(2020, 6, 30)));
        Assert.Equal(["Jun 2020 ends on 30/06/2020, and its figure cannot be known on 29/06/2020: submit it from that day on."], SubmissionRefusal.Of(Share, Given94, new DateOnly(2020, 6, 29)));
    }

    [Fact]
    public void An_indicator_is_submitted_for_its_own_periods_while_it_is_counted()
    {
        Assert.Equal(["A1 was counted until 31/05/2020, and not in Jun 2020: correct the period, or the days in the register."], Refused(Share with { Until = new DateOnly(2020, 5, 31) }, Given94));
        Assert.Equal(["A1 is counted from 01/07/2020, and not in Jun 2020: correct the period, or the days in the register."], Refused(Share with { Since = new DateOnly(2020, 7, 1) }, Given94));
        Assert.Equal(["A2 is measured by quarter, and Jun 2020 is none: name one of its own periods."], Refused(SmallRound.Indicator("A2", Frequency.Quarter), Given94));
    }

    [Fact]
    public void Nobody_enters_what_is_worked_out() =>
        Assert.Equal(["A1 is worked out as A2, and nobody enters it: submit what it is worked out from."], Refused(Share with { Formula = new Formula.Input("A2") }, Given94));

    [Fact]
    public void Nothing_is_divided_by_less_than_nothing_and_a_forecast_owes_a_reason() =>
        Assert.Equal(
            [
                "The denominator -1 is below 0: nothing can be divided among less than nothing.",
                "The forecast has no reason: say why the year is expected to end there.",
            ],
            Refused(Share, new Submission(June, new Observation(null, new Counts(1, -1))) { Forecast = new Forecast(95, " ") }));

    [Fact]
    public void None_of_none_is_a_figure() =>
        Assert.Empty(Refused(Share, new Submission(June, new Observation(null, new Counts(0, 0))) { Forecast = new Forecast(95, "As last year.") }));

    private static readonly Submission Given94 = new(June, new Observation(94.2m));

    private static IReadOnlyList<string> Refused(Indicator indicator, Submission submission) => SubmissionRefusal.Of(indicator, submission, Today);
}
