using FsCheck;
using FsCheck.Fluent;
using Outturn.Core.Periods;

namespace Outturn.Core.Tests.Periods;

public sealed class ClearDayTests
{
    private static readonly Arbitrary<(DateOnly Meeting, int ClearDays)> Meetings = Arb.From(
        from day in Gen.Choose(new DateOnly(2012, 3, 1).DayNumber, new DateOnly(2030, 12, 31).DayNumber)
        from clearDays in Gen.Choose(0, 20)
        select (DateOnly.FromDayNumber(day), clearDays));

    [Theory]
    [InlineData("2020-07-29", "2020-07-21", "a plain week: the committee of 29 July 2020")]
    [InlineData("2020-04-15", "2020-04-03", "Good Friday and Easter Monday 2020 do not count")]
    [InlineData("2024-04-03", "2024-03-22", "Easter 2024")]
    [InlineData("2020-01-08", "2019-12-30", "New Year's Day does not count")]
    [InlineData("2020-01-02", "2019-12-20", "Christmas Day, Boxing Day and New Year's Day do not count")]
    [InlineData("2021-12-31", "2021-12-21", "Christmas on a Saturday: Monday and Tuesday are the substitutes")]
    [InlineData("2022-01-07", "2021-12-29", "New Year's Day 2022 on a Saturday: Monday 3 January is the substitute")]
    [InlineData("2020-05-13", "2020-05-04", "VE Day: Friday 8 May 2020 is a holiday, Monday 4 May is not")]
    [InlineData("2012-06-08", "2012-05-29", "Diamond Jubilee, and the spring holiday moved to 4 June")]
    [InlineData("2022-06-08", "2022-05-27", "Platinum Jubilee; 30 May 2022 is a working day")]
    [InlineData("2022-09-21", "2022-09-12", "the State Funeral of 19 September 2022")]
    [InlineData("2023-05-10", "2023-04-28", "early May and the Coronation")]
    [InlineData("2020-07-27", "2020-07-17", "a Monday: the count ends on a Monday, and papers are issued on the Friday before")]
    public void A_paper_is_issued_five_clear_days_before_its_meeting(string meeting, string issueBy, string because)
    {
        Assert.NotEmpty(because);
        Assert.Equal(DateOnly.Parse(issueBy), ClearDays.IssueBy(DateOnly.Parse(meeting)));
    }

    [Theory]
    [InlineData("2020-07-21", "2020-07-29", 5)]
    [InlineData("2020-07-22", "2020-07-29", 4)]
    [InlineData("2020-07-18", "2020-07-29", 7)]
    [InlineData("2020-07-28", "2020-07-29", 0)]
    [InlineData("2020-07-29", "2020-07-29", 0)]
    [InlineData("2020-08-03", "2020-07-29", 0)]
    [InlineData("2020-04-09", "2020-04-15", 1)]
    public void Clear_days_between_issue_and_meeting_count_neither_of_them(string issued, string meeting, int clearDays) =>
        Assert.Equal(clearDays, ClearDays.Between(DateOnly.Parse(issued), DateOnly.Parse(meeting)));

    [Fact]
    public void A_paper_issued_by_the_day_has_its_clear_days_and_one_issued_on_the_next_working_day_has_not() =>
        Holds.Always(Prop.ForAll(Meetings, given =>
        {
            var issueBy = ClearDays.IssueBy(given.Meeting, given.ClearDays);
            var next = issueBy.AddDays(1);
            while (next < given.Meeting && !ClearDays.IsWorkingDay(next))
            {
                next = next.AddDays(1);
            }

            return ClearDays.IsWorkingDay(issueBy)
                && issueBy < given.Meeting
                && ClearDays.Between(issueBy, given.Meeting) == given.ClearDays
                && ClearDays.Between(next, given.Meeting) < Math.Max(given.ClearDays, 1);
        }));

    [Fact]
    public void A_later_meeting_never_has_an_earlier_day_of_issue() =>
        Holds.Always(Prop.ForAll(Meetings, given =>
            given.Meeting == new DateOnly(2030, 12, 31)
            || ClearDays.IssueBy(given.Meeting, given.ClearDays) <= ClearDays.IssueBy(given.Meeting.AddDays(1), given.ClearDays)));

    [Fact]
    public void One_clear_day_more_is_one_working_day_earlier() =>
        Holds.Always(Prop.ForAll(Meetings, given =>
        {
            var (more, fewer) = (ClearDays.IssueBy(given.Meeting, given.ClearDays + 1), ClearDays.IssueBy(given.Meeting, given.ClearDays));
            return more < fewer && ClearDays.Between(more, fewer) == 0;
        }));

    [Theory]
    [InlineData("2031-01-08")]
    [InlineData("2011-07-29")]
    [InlineData("2012-01-05")]
    public void A_meeting_whose_bank_holidays_are_not_known_is_refused_with_the_years_that_are(string meeting)
    {
        var refusal = $"5 clear days before {meeting} cannot be counted: bank holidays are known from 2012 to 2030 only.";
        Assert.Equal(refusal, ClearDays.Refusal(DateOnly.Parse(meeting)));
        var thrown = Assert.Throws<ArgumentOutOfRangeException>(() => ClearDays.IssueBy(DateOnly.Parse(meeting)));
        Assert.Contains(refusal, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fewer_than_no_clear_days_are_refused() =>
        Assert.Equal("-1 clear days cannot be: write 0 or more.", ClearDays.Refusal(new DateOnly(2020, 7, 29), -1));
}
