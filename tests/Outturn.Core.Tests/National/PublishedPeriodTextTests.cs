using Outturn.Core.National;

namespace Outturn.Core.Tests.National;

public sealed class PublishedPeriodTextTests
{
    [Theory]
    [InlineData("2024-04-01/P1Y", YearKind.Calendar, PublishedPeriodKind.FinancialYear, "2024-04-01", "2025-03-31")]
    [InlineData("2024-09-01/P1Y", YearKind.Calendar, PublishedPeriodKind.AcademicYear, "2024-09-01", "2025-08-31")]
    [InlineData("2023-01-01/P1Y", YearKind.Calendar, PublishedPeriodKind.CalendarYear, "2023-01-01", "2023-12-31")]
    [InlineData("2015-11-16/P1Y", YearKind.Calendar, PublishedPeriodKind.TwelveMonths, "2015-11-16", "2016-11-15")]
    [InlineData("2022-01-01/P3Y", YearKind.Calendar, PublishedPeriodKind.SeveralYears, "2022-01-01", "2024-12-31")]
    [InlineData("2025-12-01/P1M", YearKind.Calendar, PublishedPeriodKind.Month, "2025-12-01", "2025-12-31")]
    [InlineData("2025-04-01/P3M", YearKind.Calendar, PublishedPeriodKind.Quarter, "2025-04-01", "2025-06-30")]
    [InlineData("2026-04-01", YearKind.Calendar, PublishedPeriodKind.Day, "2026-04-01", "2026-04-01")]
    [InlineData("2024", YearKind.Calendar, PublishedPeriodKind.CalendarYear, "2024-01-01", "2024-12-31")]
    [InlineData("2024", YearKind.Financial, PublishedPeriodKind.FinancialYear, "2023-04-01", "2024-03-31")]
    [InlineData("2024", YearKind.Academic, PublishedPeriodKind.AcademicYear, "2023-09-01", "2024-08-31")]
    [InlineData("2024", YearKind.ToSeptember, PublishedPeriodKind.TwelveMonths, "2023-10-01", "2024-09-30")]
    [InlineData("2024", YearKind.January, PublishedPeriodKind.Month, "2024-01-01", "2024-01-31")]
    [InlineData("2023/24", YearKind.Academic, PublishedPeriodKind.AcademicYear, "2023-09-01", "2024-08-31")]
    [InlineData("2023/24", YearKind.Calendar, PublishedPeriodKind.FinancialYear, "2023-04-01", "2024-03-31")]
    [InlineData("2023-24", YearKind.Financial, PublishedPeriodKind.FinancialYear, "2023-04-01", "2024-03-31")]
    [InlineData("1999-00", YearKind.Financial, PublishedPeriodKind.FinancialYear, "1999-04-01", "2000-03-31")]
    [InlineData("2014-16", YearKind.Calendar, PublishedPeriodKind.SeveralYears, "2014-01-01", "2016-12-31")]
    [InlineData("2021/22-23/24", YearKind.Financial, PublishedPeriodKind.SeveralYears, "2021-04-01", "2024-03-31")]
    [InlineData("Year ending March 2020", YearKind.Calendar, PublishedPeriodKind.FinancialYear, "2019-04-01", "2020-03-31")]
    public void A_label_means_the_days_that_its_publisher_means(string label, YearKind years, PublishedPeriodKind kind, string first, string last)
    {
        var period = PublishedPeriodText.Read(label, years, out var refusal);
        Assert.Equal(new PublishedPeriod(label, kind, DateOnly.Parse(first), DateOnly.Parse(last)), period);
        Assert.Empty(refusal);
    }

    [Theory]
    [InlineData("2025 (prov)", FigureStatus.Provisional, null)]
    [InlineData("2024 (Rev)", FigureStatus.Revised, null)]
    [InlineData("2021 (Final)", FigureStatus.Final, null)]
    [InlineData("2024-25 (OT)", FigureStatus.NotSaid, "OT")]
    public void What_stands_in_brackets_is_kept_and_read_where_it_is_a_status(string label, FigureStatus status, string? qualifier)
    {
        var period = PublishedPeriodText.Read(label, YearKind.Financial, out _)!;
        Assert.Equal((label, status, qualifier), (period.Label, period.Status, period.Qualifier));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("")]
    [InlineData("latest")]
    [InlineData("20245")]
    [InlineData("2024-13-01")]
    [InlineData("2024-04-01/P0Y")]
    [InlineData("2024-04-01/P")]
    [InlineData("2024-04-01/PY")]
    [InlineData("2023/23")]
    [InlineData("2021/22-24/23")]
    [InlineData("(prov)")]
    public void What_is_no_period_is_refused_by_name(string label)
    {
        Assert.Null(PublishedPeriodText.Read(label, YearKind.Calendar, out var refusal));
        Assert.Contains($"\"{label}\"", refusal);
    }

    [Fact]
    public void Two_financial_years_that_do_not_follow_each_other_are_not_guessed_at()
    {
        Assert.Null(PublishedPeriodText.Read("2014-16", YearKind.Financial, out var refusal));
        Assert.Equal("\"2014-16\" could be 2 or 3 years: write each as 2021/22-23/24 does.", refusal);
    }
}
