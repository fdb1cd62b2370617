using System.Net;
using System.Text;
using Outturn.Core.People;
using Outturn.Tests.Stores;

namespace Outturn.Tests.StaffPages;

/// <summary>A file of figures by the page: looked at, then taken.</summary>
public sealed class UploadTests : IAsyncLifetime
{
    private const string Question = "Why the record is changed";

    private StaffApp app = null!;

    public async Task InitializeAsync() => app = await StaffApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Figures_of_the_record_are_changed_by_a_file_only_with_the_reason_that_the_form_asks_for()
    {
        using var analyst = await app.SignInAsync(Role.Analyst);
        var looked = await LookAsync(analyst, "FN07,Feb 2020,11900,12292", "FN07,Mar 2020,12000,12549", "FN07,Apr 2020,11000,12000");
        Assert.Contains(Question, looked.Text);
        Assert.Contains("Two of them are part of the record already: FN07, Feb 2020", looked.Text);
        var silent = await TakeAsync(analyst, looked);
        Assert.Contains("Say why the record is changed", silent.Text);
        Assert.Equal(["0"], await app.Council.ReadAsync("SELECT count(*) FROM step"));
        Assert.Equal(HttpStatusCode.Redirect, (await TakeAsync(analyst, looked, ("Why", "a late invoice run"))).Status);
        Assert.Equal(["a late invoice run"], await app.Council.ReadAsync("SELECT content FROM wording WHERE content = 'a late invoice run'"));
        Assert.Equal(["3"], await app.Council.ReadAsync("SELECT count(*) FROM step"));
    }

    [Fact]
    public async Task Figures_that_are_awaited_come_by_a_file_without_a_question()
    {
        using var analyst = await app.SignInAsync(Role.Analyst);
        var looked = await LookAsync(analyst, "FN07,Apr 2020,11000,12000");
        Assert.DoesNotContain(Question, looked.Text);
        Assert.Equal(HttpStatusCode.Redirect, (await TakeAsync(analyst, looked)).Status);
    }

    private static async Task<Answer> LookAsync(Visitor visitor, params string[] rows)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent((await visitor.GetAsync("/collect/upload")).Token), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(string.Join('\n', ["ref,period,numerator,denominator", .. rows]))), "file", "figures.csv" },
        };
        var looked = await visitor.SendAsync(HttpMethod.Post, "/collect/upload?handler=Look", form);
        Assert.Equal(HttpStatusCode.OK, looked.Status);
        return looked;
    }

    private static Task<Answer> TakeAsync(Visitor visitor, Answer looked, params (string Name, string Value)[] also) => visitor.PostAsync("/collect/upload?handler=Take",
        [("__RequestVerificationToken", looked.Token), ("upload", looked.Text.Split("name=\"upload\" value=\"")[1].Split('"')[0]), ("reason.outside-history", "a test"), .. also]);
}
