using FsCheck.Fluent;
using Outturn.Core.Collection;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests.Collection;

/// <summary>What is asked about a figure for June 2020 before it is accepted.</summary>
public sealed class SubmissionWarningTests
{
    private static readonly Period June = Period.Month(2020, 6);
    private static readonly Indicator Calls = SmallRound.Indicator("A1", Frequency.Month, unit: "number", rollUp: RollUp.Sum, decimals: 0);
    private static readonly Indicator Share = SmallRound.Indicator("A2", Frequency.Month);

    [Theory]
    [InlineData(68, 687, "687 in Jun 2020 is ten times the 68 of May 2020 or more: look for a digit too many, or say why it is right.")]
    [InlineData(687, 68, "68 in Jun 2020 is a tenth of the 687 of May 2020 or less: look for a digit too few, or say why it is right.")]
    [InlineData(68, 680, "680 in Jun 2020 is ten times the 68 of May 2020 or more: look for a digit too many, or say why it is right.")]
    [InlineData(10, 0, "0 in Jun 2020 is a tenth of the 10 of May 2020 or less: look for a digit too few, or say why it is right.")]
    [InlineData(68, 679, null)]
    [InlineData(680, 69, null)]
    [InlineData(9, 0, null)]
    [InlineData(0, 90, null)]
    [InlineData(-5, 90, null)]
    public void Ten_times_the_last_value_or_a_tenth_of_it(int last, int value, string? sentence) =>
        Assert.Equal(sentence is null ? [] : [(SubmissionWarning.TenTimes, sentence)], Warned(Calls, new Observation(value), last));

    [Fact]
    public void A_total_of_the_year_so_far_begins_anew_with_the_year()
    {
        var soFar = Calls with { Definition = new Definition(IndicatorKind.Kpi, new Unit("number"), 0, Polarity.HigherIsBetter, Frequency.Month, RollUp.Sum, Basis.Cumulative) };
        var april = Period.Month(2020, 4);
        Assert.Empty(SubmissionWarnings.Of(SmallRound.History(soFar, SmallRound.Before(april, 1100, 1200)), new Submission(april, new Observation(100))));
        Assert.NotEmpty(SubmissionWarnings.Of(SmallRound.History(Calls, SmallRound.Before(april, 1100, 1200)), new Submission(april, new Observation(100))));
        Assert.NotEmpty(SubmissionWarnings.Of(SmallRound.History(soFar, SmallRound.Before(april.Next, 1100, 110)), new Submission(april.Next, new Observation(1100))));
    }

    [Theory]
    [InlineData(91, true)]
    [InlineData(90, false)]
    [InlineData(50, false)]
    [InlineData(49, true)]
    public void A_figure_beyond_earlier_ones_by_more_than_half_their_range(int value, bool isWarned) =>
        Assert.Equal(
            isWarned ? [(SubmissionWarning.OutsideHistory, $"{value} in Jun 2020 lies far outside the 6 figures before it, 60 to 80: check it, or say what happened.")] : [],
            Warned(Calls, new Observation(value), 60, 80, 70, 62, 75, 68));

    [Fact]
    public void Five_figures_or_six_that_are_all_the_same_are_no_range()
    {
        Assert.Empty(Warned(Calls, new Observation(300), 60, 80, 70, 62, 75));
        Assert.Empty(Warned(Calls, new Observation(61), 60, 60, 60, 60, 60, 60));
    }

    [Fact]
    public void The_third_equal_value_in_a_row_where_they_varied_before()
    {
        Assert.Equal([(SubmissionWarning.Unchanged, "63 has been the figure 3 times in a row, Apr 2020 to Jun 2020, and it varied before: check that it was counted anew, or say why it stands still.")],
            Warned(Calls, new Observation(63), 60, 61, 63, 63));
        Assert.Empty(Warned(Calls, new Observation(63), 60, 61, 63));
        Assert.Empty(Warned(Calls, new Observation(63), 63, 63, 63, 63));
        Assert.Empty(Warned(Calls, new Observation(63), 60, 63, 63));
        Assert.Empty(Warned(Calls, new Observation(63), 60, 61, 63, null, 63));
        Assert.Empty(Warned(Calls, new Observation(0), 2, 1, 0, 0));
        Assert.Empty(Warned(Share, new Observation(100), 98, 99, 100, 100));
    }

    [Fact]
    public void Equal_percentages_of_other_counts_have_been_counted_anew()
    {
        Figure[] figures = [.. SmallRound.Before(June, 40, 45, null, null)];
        figures[2] = new Figure(figures[2].Period, Counted(50, 100));
        figures[3] = new Figure(figures[3].Period, Counted(50, 100));
        Assert.Empty(SubmissionWarnings.Of(SmallRound.History(Share, figures), new Submission(June, Counted(60, 120))));
        Assert.Equal(SubmissionWarning.Unchanged, Assert.Single(SubmissionWarnings.Of(SmallRound.History(Share, figures), new Submission(June, Counted(50, 100)))).Code);
    }

    [Fact]
    public void Counts_that_do_not_fit()
    {
        Assert.Equal([(SubmissionWarning.CountsDoNotFit, "The numerator 32 in Jun 2020 is larger than the denominator 31: check both, or say why it is right.")], Warned(Share, Counted(32, 31)));
        Assert.Equal([(SubmissionWarning.CountsDoNotFit, "The numerator -1 in Jun 2020 is below 0: check it, or say why it is right.")], Warned(Share, Counted(-1, 31)));
        Assert.Equal([(SubmissionWarning.CountsDoNotFit, "30 of 31 in Jun 2020 is 96.8%, not 96.7%: the counts are used, so correct what is wrong or leave the value blank.")],
            Warned(Share, new Observation(96.7m, new Counts(30, 31))));
        Assert.Empty(Warned(Share, new Observation(96.8m, new Counts(30, 31))));
        Assert.Empty(Warned(Share, new Observation(96.75m, new Counts(30, 31))));
        Assert.Empty(Warned(SmallRound.Indicator("A3", Frequency.Month, unit: "per 1,000"), Counted(32, 31)));
    }

    [Fact]
    public void Spending_may_exceed_its_budget_where_closest_is_better() =>
        Assert.Empty(Warned(Share with { Definition = Given.Kpi(Polarity.ClosestIsBetter, unit: "%") }, Counted(103, 100)));

    [Fact]
    public void Fewer_than_ten_cases_make_a_percentage_that_one_of_them_moves()
    {
        Assert.Equal([(SubmissionWarning.SmallDenominator, "50.0% in Jun 2020 is of 2 alone, so that one case more or less moves it by 50.0%: check the denominator, or say that there were so few.")], Warned(Share, Counted(1, 2)));
        Assert.Empty(Warned(Share, Counted(1, 10)));
        Assert.Empty(Warned(Share, Counted(0, 0)));
        Assert.Empty(Warned(Calls, Counted(1, 2)));
    }

    [Fact]
    public void Parts_that_do_not_make_up_their_whole() =>
        Assert.Equal((SubmissionWarning.PartsNotWhole, "The value of A1 in Jun 2020 is 687, and that of its 2 parts is 667 together: correct what is wrong, or say what the rest is."),
            Shown(Assert.Single(SubmissionWarnings.Of(SmallRound.History(Calls), new Submission(June, new Observation(687)), [new Observation(627), new Observation(40)]))));

    [Fact]
    public void Nothing_is_compared_across_a_break_in_the_series() =>
        Assert.Empty(Warned(Calls with { Breaks = [new DateOnly(2020, 6, 15)] }, new Observation(687), 68));

    [Fact]
    public void Later_figures_and_the_one_it_takes_the_place_of_say_nothing_of_a_figure()
    {
        Figure[] figures = [.. SmallRound.Before(June, 68), new Figure(June, new Observation(700)), new Figure(June.Next, new Observation(6))];
        Assert.Empty(SubmissionWarnings.Of(SmallRound.History(Calls, figures), new Submission(June, new Observation(70))));
    }

    [Fact]
    public void One_walk_over_a_series_warns_as_each_submission_would_have() => Given.ForAll(Histories, figures =>
    {
        var walked = new List<SubmissionWarning>();
        var series = new SeriesWarnings(Share);
        foreach (var figure in figures)
        {
            series.Next(figure.Period, figure.Observation, walked);
        }

        return walked.SequenceEqual(figures.SelectMany(figure => SubmissionWarnings.Of(SmallRound.History(Share, figures), new Submission(figure.Period, figure.Observation))));
    });

    [Fact]
    public void A_walk_in_which_nothing_is_odd_keeps_no_memory()
    {
        var warnings = new List<SubmissionWarning>();
        Walk(100, warnings);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Walk(100_000, warnings);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000);
        Assert.Empty(warnings);

        static void Walk(int months, List<SubmissionWarning> warnings)
        {
            var (series, first) = (new SeriesWarnings(Share), Period.Month(1, 1));
            for (var i = 0; i < months; i++)
            {
                series.Next(first with { Ordinal = i }, new Observation(null, new Counts(500 + (i * 5 % 7), 1000 + (i % 3))), warnings);
            }
        }
    }

    private static FsCheck.Gen<Figure[]> Histories { get; } =
        from count in Gen.Choose(1, 20)
        from figures in Gen.ArrayOf(
            from observation in Gen.OneOf(
                Gen.Elements<decimal?>(0, 5, 5, 5, 60, 61, 62.5m, null).Select(value => new Observation(value)),
                Given.Counts.Select(counts => new Observation(null, counts)))
            from step in Gen.Elements(1, 1, 1, 2)
            select (observation, step), count)
        select figures.Select((figure, i) => new Figure(June with { Ordinal = June.Ordinal + figures.Take(i + 1).Sum(other => other.step) }, figure.observation)).ToArray();

    private static IEnumerable<(string Code, string Sentence)> Warned(Indicator indicator, Observation observation, params decimal?[] before) =>
        SubmissionWarnings.Of(SmallRound.History(indicator, SmallRound.Before(June, before)), new Submission(June, observation)).Select(Shown);

    private static (string Code, string Sentence) Shown(SubmissionWarning warning) => (warning.Code, warning.Sentence);

    private static Observation Counted(decimal numerator, decimal denominator) => new(null, new Counts(numerator, denominator));
}
