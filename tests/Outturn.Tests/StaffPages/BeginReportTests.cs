using System.Net;
using System.Text.RegularExpressions;
using Outturn.Core.People;
using Outturn.Core.Release;
using Outturn.Tests.Release;

namespace Outturn.Tests.StaffPages;

/// <summary>Which reports are offered to be begun: those that there is something for, to each reader, and once.</summary>
public sealed partial class BeginReportTests
{
    [Fact]
    public async Task Whatever_the_page_offers_can_be_begun_and_is_offered_no_more()
    {
        await using var app = await StaffApp.StartAsync();
        using var analyst = await app.SignInAsync(Role.Analyst);
        var offered = Offered((await analyst.GetAsync("/reports")).Text);
        Assert.Contains("quarterly-report_2020-03-31_report", offered);
        Assert.Contains("policy-and-resources_2020-03-31", offered);
        Assert.Contains(offered, value => value.EndsWith("_review", StringComparison.Ordinal));

        foreach (var value in offered)
        {
            var answer = await analyst.PostAsync("/reports", "/reports/begin", ("Meeting", value));
            Assert.True(answer.Status == HttpStatusCode.Redirect, $"{value} could not be begun.");
            Assert.Equal(HttpStatusCode.OK, (await analyst.GetAsync(answer.Location!)).Status);
        }

        Assert.Empty(Offered((await analyst.GetAsync("/reports")).Text).Intersect(offered));
    }

    [Theory]
    [InlineData("cabinet_2020-03-31_report")]
    [InlineData("quarterly-report_2020-03-31")]
    [InlineData("quarterly-report_2020-03-31_review")]
    [InlineData("policy-and-resources_31/03/2020")]
    [InlineData("")]
    public async Task What_is_no_report_and_no_day_begins_nothing(string value)
    {
        await using var app = await StaffApp.StartAsync();
        using var analyst = await app.SignInAsync(Role.Analyst);
        var answer = await analyst.PostAsync("/reports", "/reports/begin", ("Meeting", value));
        Assert.Contains("Choose the meeting that the report goes to.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("No report has been begun yet.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_committee_that_only_a_named_report_goes_to_is_offered_that_report()
    {
        using var county = await ReleasedCounty.BegunAsync();
        var now = await county.NowAsync();
        var offered = ReportsToBegin.Dashboards(now.Register!, now.Lives, now.Day);
        var cabinet = offered.Where(life => life.Committee == "Cabinet").ToList();
        Assert.Equal(
            [(new DateOnly(2026, 3, 31), new DateOnly(2026, 6, 25)), (new DateOnly(2025, 12, 31), new DateOnly(2026, 3, 19))],
            cabinet.Take(2).Select(life => (life.DataTo, life.Meeting!.Value)));
        Assert.All(cabinet, life => Assert.Equal("Quarterly Performance Report", life.Report));
        Assert.DoesNotContain(offered, life => life.Committee == now.Lives[0].Committee && life.DataTo == now.Lives[0].DataTo);
        var (begun, refusal) = await county.Drafts.NewAsync(now, cabinet[0], default);
        Assert.True(begun is not null, refusal);
    }

    private static List<string> Offered(string page) =>
        [.. OptionValue().Matches(MeetingChoice().Match(page).Value).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("<select[^>]*name=\"Meeting\".*?</select>", RegexOptions.Singleline)]
    private static partial Regex MeetingChoice();

    [GeneratedRegex("<option value=\"([^\"]+)\"")]
    private static partial Regex OptionValue();
}
