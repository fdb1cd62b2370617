using FsCheck.Fluent;
using Outturn.Core.National;

namespace Outturn.Core.Tests.National;

public sealed class CadenceTests
{
    private static readonly DateOnly YearEnd = new(2024, 3, 31);

    [Theory]
    [InlineData("2025-10-17", FigureAge.UpToDate)]
    [InlineData("2025-10-18", FigureAge.Ageing)]
    [InlineData("2026-10-17", FigureAge.Ageing)]
    [InlineData("2026-10-18", FigureAge.OutOfDate)]
    public void An_annual_figure_is_up_to_date_until_the_next_is_due_and_ageing_for_one_year_more(string on, FigureAge age) =>
        Assert.Equal(age, new Cadence(12, 200).AgeOf(YearEnd, DateOnly.Parse(on)));

    [Fact]
    public void A_quarter_that_ends_with_its_month_is_followed_by_one_that_does() =>
        Assert.Equal(new DateOnly(2024, 9, 30), new Cadence(3, 0).NextDue(new DateOnly(2024, 6, 30)));

    [Fact]
    public void A_figure_never_grows_younger() =>
        Given.ForAll(
            from months in Gen.Elements(1, 3, 6, 12, 24)
            from lag in Gen.Choose(0, 900)
            from day in Gen.Choose(0, 2_000)
            from more in Gen.Choose(0, 2_000)
            select (new Cadence(months, lag), day, more),
            given => given.Item1.AgeOf(YearEnd, YearEnd.AddDays(given.day)) <= given.Item1.AgeOf(YearEnd, YearEnd.AddDays(given.day + given.more)));

    [Fact]
    public void The_rhythm_is_the_commonest_distance_between_ends()
    {
        DateOnly[] survey = [new(2017, 3, 31), new(2019, 3, 31), new(2022, 3, 31), new(2024, 3, 31)];
        Assert.Equal(24, Cadence.MonthsBetween(survey));
        Assert.Equal(12, Cadence.MonthsBetween([YearEnd]));
        Assert.Equal(1, Cadence.MonthsBetween([new(2024, 1, 31), new(2024, 2, 29), new(2024, 3, 31)]));
    }
}
