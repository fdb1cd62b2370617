using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Outturn.Core.People;
using Outturn.Tests.Stores;

namespace Outturn.Tests.StaffPages;

/// <summary>Changing what is counted, by the form: since when it holds is asked, and what the checks find stands beside it.</summary>
public sealed class DefinitionPageTests : IAsyncLifetime
{
    private const string Page = "/indicators/edit/FN07";
    private const string Asked = "What is counted has changed: say from which day";

    private StaffApp app = null!;
    private Visitor analyst = null!;

    public async Task InitializeAsync()
    {
        app = await StaffApp.StartAsync();
        analyst = await app.SignInAsync(Role.Analyst);
    }

    public async Task DisposeAsync()
    {
        analyst.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("meaning", "All invoices paid within 30 days.")]
    [InlineData("numerator", "Invoices paid in time")]
    [InlineData("denominator", "All invoices")]
    [InlineData("unit", "per 1,000")]
    [InlineData("polarity", "lower")]
    [InlineData("rollup", "mean")]
    [InlineData("basis", "cumulative")]
    [InlineData("kind", "activity")]
    public async Task A_changed_count_needs_its_first_day_or_the_word_that_it_is_the_same_count(string field, string value)
    {
        var silent = await SendAsync((field, value));
        Assert.Contains(Asked, silent.Text);
        Assert.Contains("leave one of them out", (await SendAsync((field, value), ("from", "01/04/2020"), ("same", "yes"))).Text);
        Assert.Equal(["1"], await VersionsAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync((field, value), ("from", "01/04/2020"), ("breaks", "yes"))).Status);
        Assert.Equal(["2"], await VersionsAsync());
        Assert.Equal(["1"], await app.Council.ReadAsync("SELECT count(*) FROM definition WHERE ref = 'FN07' AND starts = '0001-01-01'"));
    }

    [Fact]
    public async Task A_count_that_is_only_said_better_takes_the_place_of_what_was_said_without_a_day()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(("meaning", "Undisputed invoices paid in the month within 30 days."), ("same", "yes"))).Status);
        Assert.Equal(["0001-01-01"], await app.Council.ReadAsync("SELECT DISTINCT starts FROM definition WHERE ref = 'FN07'"));
        Assert.Equal(["1"], await app.Council.ReadAsync("SELECT count(*) FROM definition WHERE ref = 'FN07' AND meaning LIKE 'Undisputed invoices paid in the month within%'"));
    }

    [Fact]
    public async Task Title_owner_source_and_decimals_change_without_a_question() =>
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(("title", "Invoices paid within 30 days"), ("owner", "chief-analyst"), ("source", "The ledger"), ("decimals", "1"))).Status);

    [Fact]
    public async Task A_definition_does_not_begin_before_the_one_in_force_and_a_break_has_a_day()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(("numerator", "Invoices paid in time"), ("from", "01/04/2020"))).Status);
        Assert.Contains("began on 01/04/2020, which is later", (await SendAsync(("numerator", "Invoices paid late"), ("from", "01/04/2019"))).Text);
        Assert.Contains("say from which day", (await SendAsync(("breaks", "yes"))).Text);
    }

    [Fact]
    public async Task What_the_checks_find_of_an_indicator_stands_under_its_form()
    {
        const string Finding = "The title of FN07 says 30 days and this says 15 days";
        Assert.DoesNotContain(Finding, (await analyst.GetAsync(Page)).Text);
        Assert.Contains(Finding, (await SendAsync(("meaning", "Invoices paid within 15 days."), ("same", "yes"), ("Why", ""))).Text);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(("meaning", "Invoices paid within 15 days."), ("same", "yes"))).Status);
        Assert.Contains(Finding, (await analyst.GetAsync(Page)).Text);
        Assert.DoesNotContain(Finding, (await analyst.GetAsync("/indicators/edit/FN01")).Text);
    }

    private Task<List<string>> VersionsAsync() => app.Council.ReadAsync("SELECT count(*) FROM definition WHERE ref = 'FN07'");

    /// <summary>Sends the form as it is shown, with some of it changed.</summary>
    private async Task<Answer> SendAsync(params (string Name, string Value)[] changed)
    {
        var page = new HtmlParser().ParseDocument((await analyst.GetAsync(Page)).Text);
        var form = page.QuerySelector("input[name=title]")!.Closest("form")!;
        IEnumerable<(string Name, string Value)> shown =
        [
            .. form.QuerySelectorAll<IHtmlInputElement>("input[name]").Where(box => box.Type != "checkbox" || box.IsChecked).Select(box => (box.Name!, box.Value)),
            .. form.QuerySelectorAll<IHtmlTextAreaElement>("textarea").Select(box => (box.Name!, box.Value)),
            .. form.QuerySelectorAll<IHtmlSelectElement>("select").Select(box => (box.Name!, box.Value!)),
            ("Why", "a test"),
        ];
        return await analyst.PostAsync(Page, [.. shown.Where(field => changed.All(other => other.Name != field.Name) && (field.Name != "Why" || field.Value.Length > 0)), .. changed]);
    }
}
