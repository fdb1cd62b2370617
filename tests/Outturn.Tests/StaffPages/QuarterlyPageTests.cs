using System.Net;
using Outturn.Core.People;

namespace Outturn.Tests.StaffPages;

/// <summary>The quarterly report on the pages: whole for those who read every service, their own part for the others, and as a file.</summary>
public sealed class QuarterlyPageTests(QuarterlyPageTests.App app) : IClassFixture<QuarterlyPageTests.App>
{
    private const string Address = "/dashboards/quarterly/quarterly-report";

    [Fact]
    public async Task A_reader_sees_every_service_and_somebody_of_a_service_their_own_alone()
    {
        using var reader = await app.Started.SignInAsync(Role.Reader);
        using var contributor = await app.Started.SignInAsync(Role.Contributor);
        var (all, own) = ((await reader.GetAsync(Address)).Text, (await contributor.GetAsync(Address)).Text);

        Assert.All(new[] { "/indicators/FN07", "/indicators/ICT01", "/indicators/GL02", "Ratings over six quarters", "Red for" }, text => Assert.Contains(text, all, StringComparison.Ordinal));
        Assert.Contains("/indicators/FN07", own, StringComparison.Ordinal);
        Assert.All(new[] { "/indicators/ICT01", "/indicators/GL02", "GL02", "/download/" }, text => Assert.DoesNotContain(text, own, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("html")]
    [InlineData("xlsx")]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task The_paper_is_handed_out_in_each_format(string format)
    {
        using var reader = await app.Started.SignInAsync(Role.Reader);
        var answer = await reader.GetAsync($"{Address}/download/{format}?to=2020-03-31");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(answer.Text.Length > 1000);
    }

    [Theory]
    [InlineData(Address + "?to=2020-02-29")]
    [InlineData(Address + "?to=2090-03-31")]
    [InlineData(Address + "/download/csv?to=2020-02-29")]
    [InlineData(Address + "/download/exe?to=2020-03-31")]
    [InlineData("/dashboards/quarterly/none")]
    public async Task What_is_no_quarter_no_format_or_no_report_is_not_there(string path)
    {
        using var reader = await app.Started.SignInAsync(Role.Reader);

        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(path)).Status);
    }

    /// <summary>The pages over a store of these tests' own.</summary>
    public sealed class App : IAsyncLifetime
    {
        internal StaffApp Started { get; private set; } = null!;

        public async Task InitializeAsync() => Started = await StaffApp.StartAsync();

        public async Task DisposeAsync() => await Started.DisposeAsync();
    }
}
