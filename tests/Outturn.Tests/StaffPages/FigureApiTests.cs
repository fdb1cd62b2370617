using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Outturn.App.Api;
using Outturn.Core.Periods;
using Outturn.Tests.Stores;

namespace Outturn.Tests.StaffPages;

/// <summary>A service's system sends figures by a token of its own services, all of a list or nothing, and somebody approves them.</summary>
public sealed class FigureApiTests
{
    [Fact]
    public async Task Figures_of_its_own_services_enter_as_submissions_and_others_do_not()
    {
        await using var app = await StaffApp.StartAsync();
        var tokens = new ApiTokens(app.Council.Store);
        var (secret, refusal) = await tokens.MakeAsync("ledger", [StaffApp.Own], 30, "administrator", default);
        Assert.True(secret is not null, refusal);
        var register = await StoreFixture.RegisterAsync(app.Council);
        string Ref(bool isOwn) => register.Indicators.First(history => history.Indicator is { Formula: null, Until: null } indicator && (indicator.Service.Name == StaffApp.Own) == isOwn
            && indicator.Definition.Frequency == Frequency.Month && history.Figures.Any(figure => figure.Observation.HasCounts)).Indicator.Ref;
        using var http = new HttpClient { BaseAddress = app.Address };

        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(http, "outturn_wrong", Row(Ref(true)))).Status);
        var (status, body) = await PostAsync(http, secret, Row(Ref(true)), Row(Ref(false)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(2, body.GetProperty("rows")[0].GetProperty("row").GetInt32());
        Assert.Equal(["0"], await app.Council.ReadAsync("SELECT count(*) FROM audit_entry WHERE who = 'api:ledger'"));

        (status, body) = await PostAsync(http, secret, Row(Ref(true)));
        Assert.True(status == HttpStatusCode.OK, body.ToString());
        Assert.Equal(1, body.GetProperty("taken").GetInt32());
        Assert.Equal(["1"], await app.Council.ReadAsync("SELECT count(*) FROM step WHERE who = 'api:ledger'"));

        Assert.True(await tokens.RevokeAsync("ledger", "administrator", default));
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(http, secret, Row(Ref(true)))).Status);
    }

    private static readonly string[] Warnings = ["ten-times", "outside-history", "unchanged", "counts-do-not-fit", "small-denominator", "parts-not-whole"];

    /// <summary>Every warning that may arise is answered for.</summary>
    private static object Row(string reference) => new
    {
        @ref = reference, period = "Apr 2020", numerator = 900, denominator = 1000,
        reasons = Warnings.ToDictionary(code => code, _ => "A test."),
    };

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(HttpClient http, string token, params object[] rows)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/figures") { Content = new StringContent(JsonSerializer.Serialize(rows), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Clone());
    }
}
