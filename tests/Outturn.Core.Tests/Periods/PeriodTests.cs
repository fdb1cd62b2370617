using FsCheck;
using FsCheck.Fluent;
using Outturn.Core.Periods;

namespace Outturn.Core.Tests.Periods;

public sealed class PeriodTests
{
    [Theory]
    [InlineData(Frequency.Month, "Jul 2019", "2019-07-01", "2019-07-31")]
    [InlineData(Frequency.Quarter, "Q2 2019/20", "2019-07-01", "2019-09-30")]
    [InlineData(Frequency.HalfYear, "H1 2019/20", "2019-04-01", "2019-09-30")]
    [InlineData(Frequency.Year, "2019/20", "2019-04-01", "2020-03-31")]
    [InlineData(Frequency.Academic, "Academic 2018/19", "2018-09-01", "2019-08-31")]
    [InlineData(Frequency.Calendar, "2019", "2019-01-01", "2019-12-31")]
    [InlineData(Frequency.TwelveMonths, "12 months to Jul 2019", "2018-08-01", "2019-07-31")]
    public void A_period_has_a_kind_a_first_and_a_last_day(Frequency frequency, string prints, string first, string last)
    {
        var period = Period.Holding(frequency, new DateOnly(2019, 7, 31));
        Assert.Equal((prints, DateOnly.Parse(first), DateOnly.Parse(last)), (period.ToString(), period.First, period.Last));
    }

    [Theory]
    [InlineData(1, "Jan 2020")]
    [InlineData(5, "May 2020")]
    [InlineData(9, "Sep 2020")]
    [InlineData(12, "Dec 2020")]
    public void Months_print_in_three_letters_with_the_year(int month, string prints) =>
        Assert.Equal(prints, Period.Month(2020, month).ToString());

    [Theory]
    [InlineData("2020-03-31", "Mar 2020", "Q4 2019/20", "H2 2019/20", "2019/20", "12 months to Mar 2020")]
    [InlineData("2020-03-30", "Feb 2020", "Q3 2019/20", "H1 2019/20", "2018/19", "12 months to Feb 2020")]
    [InlineData("2020-07-29", "Jun 2020", "Q1 2020/21", "H2 2019/20", "2019/20", "12 months to Jun 2020")]
    public void Only_a_period_whose_last_day_has_come_has_ended(string day, params string[] ended) =>
        Assert.Equal(
            ended,
            ((Frequency[])[Frequency.Month, Frequency.Quarter, Frequency.HalfYear, Frequency.Year, Frequency.TwelveMonths])
                .Select(frequency => Period.EndedBy(frequency, DateOnly.Parse(day)).ToString()));

    [Theory]
    [InlineData(Frequency.Month, "Jan 2020", "Apr 2019", "Jan 2019", "2019/20")]
    [InlineData(Frequency.Month, "Apr 2020", "Apr 2020", "Apr 2019", "2020/21")]
    [InlineData(Frequency.Quarter, "Q4 2019/20", "Q1 2019/20", "Q4 2018/19", "2019/20")]
    [InlineData(Frequency.HalfYear, "H2 2019/20", "H1 2019/20", "H2 2018/19", "2019/20")]
    [InlineData(Frequency.Year, "2019/20", "2019/20", "2018/19", "2019/20")]
    [InlineData(Frequency.Academic, "Academic 2019/20", "Academic 2019/20", "Academic 2018/19", "2020/21")]
    [InlineData(Frequency.Calendar, "2019", "2019", "2018", "2019/20")]
    [InlineData(Frequency.TwelveMonths, "12 months to Mar 2020", "12 months to Mar 2020", "12 months to Mar 2019", "2019/20")]
    public void A_period_knows_where_its_year_begins_the_year_before_and_the_financial_year_it_ends_in(
        Frequency frequency, string text, string firstOfYear, string aYearBefore, string financialYear)
    {
        Assert.True(PeriodText.TryRead(text, frequency, out var period, out var refusal), refusal);
        Assert.Equal(
            (firstOfYear, aYearBefore, financialYear),
            (period.FirstOfYear.ToString(), period.AYearBefore.ToString(), period.FinancialYear.ToString()));
    }

    [Fact]
    public void Periods_stand_in_the_order_of_their_last_days()
    {
        var (march, quarter, year, april) = (Period.Month(2020, 3), Period.Holding(Frequency.Quarter, new DateOnly(2020, 3, 1)), Period.Year(2019), Period.Month(2020, 4));
        Assert.Equal([march, quarter, year, april], new[] { april, year, quarter, march }.Order());
        Assert.True(march < april && april > year && year <= april && april >= quarter);
    }

    [Fact]
    public void Every_day_lies_within_the_period_that_holds_it() =>
        ForAll(AnyPeriod.Day, day => Enum.GetValues<Frequency>().All(frequency =>
            Period.Holding(frequency, day) is var period && period.First <= day && day <= period.Last));

    [Fact]
    public void The_last_period_to_have_ended_is_followed_by_one_that_has_not() =>
        ForAll(AnyPeriod.Day, day => Enum.GetValues<Frequency>().All(frequency =>
            Period.EndedBy(frequency, day) is var ended && ended.Last <= day && ended.Next.Last > day));

    [Fact]
    public void Periods_of_a_kind_follow_without_gap_or_overlap() =>
        ForAll(AnyPeriod.Generated, period =>
            period.Next.Before == period
            && period.Next.Last == period.Last.AddDays(1).AddMonths(period.Frequency.Step()).AddDays(-1)
            && (period.Frequency == Frequency.TwelveMonths || period.Next.First == period.Last.AddDays(1))
            && period < period.Next);

    [Fact]
    public void A_year_before_is_the_same_part_of_the_year_before() =>
        ForAll(AnyPeriod.Generated, period => period.AYearBefore.First == period.First.AddYears(-1) && period.AYearBefore < period);

    [Fact]
    public void A_year_begins_in_April_and_holds_the_periods_that_count_towards_it() =>
        ForAll(AnyPeriod.Generated, period => period.Frequency.Length() == 12
            ? period.FirstOfYear == period
            : period.FirstOfYear.First == period.FinancialYear.First && period.Ordinal - period.FirstOfYear.Ordinal < period.Frequency.PerYear());

    private static void ForAll<T>(Gen<T> given, Func<T, bool> holds) => Holds.Always(Prop.ForAll(given.ToArbitrary(), holds));
}
