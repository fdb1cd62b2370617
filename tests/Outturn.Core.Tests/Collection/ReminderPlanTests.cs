using FsCheck.Fluent;
using Outturn.Core.Collection;
using Outturn.Core.Periods;

namespace Outturn.Core.Tests.Collection;

public sealed class ReminderPlanTests
{
    [Theory]
    [InlineData("2020-07-15", "2020-07-10")] // five days before
    [InlineData("2020-07-15", "2020-07-15")]
    [InlineData("2020-07-15", "2020-07-16")]
    [InlineData("2020-07-15", "2020-07-23")]
    [InlineData("2020-07-20", "2020-07-15")]
    [InlineData("2020-07-17", "2020-07-20")] // the day after is a Saturday: on the Monday
    [InlineData("2020-04-15", "2020-04-09")] // five days before is Good Friday: on the Thursday
    [InlineData("2020-08-31", "2020-08-28")] // due on a bank holiday: on the Friday
    public void The_usual_plan_is_five_days_before_on_the_day_the_day_after_and_weekly(string deadline, string day) =>
        Assert.True(ReminderPlan.Usual.Reminds(DateOnly.Parse(deadline), DateOnly.Parse(day)));

    [Theory]
    [InlineData("2020-07-15", "2020-07-14")]
    [InlineData("2020-07-15", "2020-07-17")]
    [InlineData("2020-07-15", "2020-07-09")]
    [InlineData("2020-04-15", "2020-04-10")] // Good Friday itself
    [InlineData("2020-07-15", "2020-10-22")] // more than 91 days after
    public void On_other_days_nobody_is_reminded(string deadline, string day) =>
        Assert.False(ReminderPlan.Usual.Reminds(DateOnly.Parse(deadline), DateOnly.Parse(day)));

    [Fact]
    public void Whatever_the_plan_each_reminder_falls_on_a_working_day_and_none_is_lost()
    {
        var plans =
            from before in Gen.Choose(1, 40)
            from after in Gen.Choose(1, 30)
            from every in Gen.Choose(1, 30)
            from day in Gen.Choose(0, 3_000)
            select (Plan: new ReminderPlan(before, true, after, every), Deadline: new DateOnly(2019, 1, 1).AddDays(day));
        Prop.ForAll(plans.ToArbitrary(), given =>
        {
            var reminded = Enumerable.Range(-60, 200).Select(given.Deadline.AddDays).Where(day => given.Plan.Reminds(given.Deadline, day)).ToList();
            return reminded.All(ClearDays.IsWorkingDay)
                && reminded.Exists(day => day <= given.Deadline.AddDays(-given.Plan.DaysBefore!.Value))
                && reminded.Exists(day => day >= given.Deadline.AddDays(given.Plan.DaysAfter!.Value) && day < given.Deadline.AddDays(given.Plan.DaysAfter!.Value + 5));
        }).Always();
    }

    [Fact]
    public void A_plan_of_nothing_reminds_nobody() =>
        Assert.DoesNotContain(Enumerable.Range(-90, 200), day => new ReminderPlan(null, false, null, 7).Reminds(new DateOnly(2020, 7, 15), new DateOnly(2020, 7, 15).AddDays(day)));

    [Theory]
    [InlineData(0, 1, 7)]
    [InlineData(61, 1, 7)]
    [InlineData(5, 0, 7)]
    [InlineData(5, 1, 0)]
    public void A_plan_that_is_none_is_refused(int before, int after, int every) => Assert.NotNull(new ReminderPlan(before, true, after, every).Refusal());
}
