using Outturn.Core.Periods;

namespace Outturn.Core.Tests.Periods;

public sealed class BankHolidayTests
{
    /// <summary>Holidays that follow from no rule: proclaimed once, or moved.</summary>
    private static readonly DateOnly[] Proclaimed =
    [
        new(2012, 6, 4), new(2012, 6, 5), new(2020, 5, 8), new(2022, 6, 2), new(2022, 6, 3), new(2022, 9, 19), new(2023, 5, 8),
    ];

    /// <summary>Where the holidays of the rule were moved away from.</summary>
    private static readonly DateOnly[] Moved = [new(2012, 5, 28), new(2020, 5, 4), new(2022, 5, 30)];

    public static TheoryData<int> Years => [.. Enumerable.Range(BankHolidays.FirstYear, BankHolidays.LastYear - BankHolidays.FirstYear + 1)];

    [Theory]
    [MemberData(nameof(Years))]
    public void Each_year_holds_the_days_that_the_rules_give_and_the_days_proclaimed(int year)
    {
        var expected = ByRule(year).Except(Moved).Concat(Proclaimed.Where(day => day.Year == year)).Order();
        Assert.Equal(expected, BankHolidays.All.Where(day => day.Year == year));
    }

    [Fact]
    public void Every_bank_holiday_is_a_weekday_because_weekends_have_substitutes() =>
        Assert.DoesNotContain(BankHolidays.All, day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);

    [Theory]
    [InlineData(2011)]
    [InlineData(2031)]
    public void A_year_that_is_not_known_is_refused_and_never_taken_to_have_no_holidays(int year)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => BankHolidays.Include(new DateOnly(year, 6, 1)));
        Assert.Contains($"2012 to 2030, and not for {year}", refusal.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<DateOnly> ByRule(int year)
    {
        var easter = EasterSunday(year);
        var newYear = new DateOnly(year, 1, 1);
        var christmas = new DateOnly(year, 12, 25);
        return
        [
            newYear.DayOfWeek switch { DayOfWeek.Saturday => newYear.AddDays(2), DayOfWeek.Sunday => newYear.AddDays(1), _ => newYear },
            easter.AddDays(-2),
            easter.AddDays(1),
            FirstMondayFrom(new DateOnly(year, 5, 1)),
            FirstMondayFrom(new DateOnly(year, 5, 25)),
            FirstMondayFrom(new DateOnly(year, 8, 25)),
            .. christmas.DayOfWeek switch
            {
                DayOfWeek.Friday => new[] { christmas, christmas.AddDays(3) },
                DayOfWeek.Saturday => [christmas.AddDays(2), christmas.AddDays(3)],
                DayOfWeek.Sunday => [christmas.AddDays(1), christmas.AddDays(2)],
                _ => [christmas, christmas.AddDays(1)],
            },
        ];
    }

    private static DateOnly FirstMondayFrom(DateOnly day) => day.AddDays(((int)DayOfWeek.Monday - (int)day.DayOfWeek + 7) % 7);

    /// <summary>The Gregorian computus in its anonymous form (Nature, 1876).</summary>
    private static DateOnly EasterSunday(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}
