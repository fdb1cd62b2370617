using FsCheck.Fluent;
using Outturn.Core.Periods;
using Outturn.Core.Review;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests.Review;

public sealed class ReviewDateTests
{
    [Fact]
    public void Deadlines_are_counted_back_from_the_clear_days_before_the_meeting() =>
        Assert.Equal(new ReviewDates(new DateOnly(2026, 5, 7), new DateOnly(2026, 5, 21), new DateOnly(2026, 5, 29)), ReviewDates.Before(new DateOnly(2026, 6, 8)));

    [Fact]
    public void Every_deadline_is_a_working_day_and_they_come_in_order() => Given.ForAll(
        from days in Gen.Choose(0, 3000)
        from challenge in Gen.Choose(0, 30)
        from write in Gen.Choose(0, 30)
        select (Meeting: new DateOnly(2020, 1, 1).AddDays(days), Challenge: challenge, Write: write),
        given =>
        {
            var dates = ReviewDates.Before(given.Meeting, given.Challenge, given.Write);
            return new[] { dates.Propose, dates.Agree, dates.Issue }.All(ClearDays.IsWorkingDay)
                && dates.Propose <= dates.Agree && dates.Agree <= dates.Issue && dates.Issue < given.Meeting
                && Working(dates.Propose, dates.Agree) == given.Challenge && Working(dates.Agree, dates.Issue) == given.Write;
        });

    [Fact]
    public void A_service_is_late_once_the_day_is_over_and_something_is_owed()
    {
        var dates = ReviewDates.Before(new DateOnly(2020, 3, 25));
        var service = AnnualReview.Of(SmallReview.Register(SmallReview.Kpi("Bins", _ => 95), SmallReview.Kpi("Streets", _ => 95, SmallReview.Proposal(Decision.Keep))), SmallReview.Year, null).Services.Single();
        Assert.Equal((ReviewState.NotStarted, 1), (service.State, service.Proposed));
        Assert.False(service.IsLate(dates, dates.Propose));
        Assert.True(service.IsLate(dates, dates.Propose.AddDays(1)));
    }

    private static int Working(DateOnly from, DateOnly to) => Enumerable.Range(0, to.DayNumber - from.DayNumber).Count(day => ClearDays.IsWorkingDay(from.AddDays(day)));
}
