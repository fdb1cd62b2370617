using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Outturn.App.Api;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Tests.PublicSite;
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

    [Fact]
    public async Task A_reason_excuses_the_figure_that_it_is_given_for_and_no_other_of_its_indicator()
    {
        await using var app = await StaffApp.StartAsync();
        using var http = new HttpClient { BaseAddress = app.Address };
        var secret = await TokenAsync(app);
        object[] rows = [Few("May 2020") with { reasons = Reasons }, Few("Jun 2020")];
        var (status, body) = await PostAsync(http, secret, rows);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.NotEmpty(body.GetProperty("rows").EnumerateArray());
        Assert.All(body.GetProperty("rows").EnumerateArray(), row => Assert.Equal((2, Reference, "Jun 2020"), (row.GetProperty("row").GetInt32(), row.GetProperty("ref").GetString(), row.GetProperty("period").GetString())));
        Assert.Equal(["0"], await app.Council.ReadAsync("SELECT count(*) FROM audit_entry WHERE who = 'api:ledger'"));

        (status, body) = await PostAsync(http, secret, rows[0], Few("Jun 2020") with { reasons = Reasons });
        Assert.True(status == HttpStatusCode.OK, body.ToString());
        Assert.Equal(["2"], await app.Council.ReadAsync("SELECT count(*) FROM step WHERE who = 'api:ledger'"));
    }

    [Fact]
    public async Task A_warning_is_answered_with_its_row_its_code_and_its_sentence()
    {
        await using var app = await StaffApp.StartAsync();
        using var http = new HttpClient { BaseAddress = app.Address };
        var secret = await TokenAsync(app);
        var (_, body) = await PostAsync(http, secret, Few("2020-05") with { reasons = Reasons }, Few("2020-06"));
        var row = body.GetProperty("rows").EnumerateArray().Single(one => one.GetProperty("code").GetString() == "small-denominator");
        Assert.Equal((2, Reference, "2020-06"), (row.GetProperty("row").GetInt32(), row.GetProperty("ref").GetString(), row.GetProperty("period").GetString()));
        Assert.StartsWith("80% in Jun 2020 is of 5 alone", row.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_another_way_than_by_POST_nothing_can_be_sent_and_it_is_said_how()
    {
        await using var app = await StaffApp.StartAsync();
        using var http = new HttpClient { BaseAddress = app.Address };
        foreach (var method in (HttpMethod[])[HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch])
        {
            using var answer = await http.SendAsync(new HttpRequestMessage(method, Address));
            Assert.Equal((HttpStatusCode.MethodNotAllowed, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Equal(["GET", "HEAD", "POST"], answer.Content.Headers.Allow);
        }

        using var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, Address));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
    }

    [Fact]
    public async Task Bad_tokens_are_told_to_wait_and_keep_no_good_one_of_their_address_out()
    {
        await using var app = await StaffApp.StartAsync();
        using var http = new HttpClient { BaseAddress = app.Address };
        var secret = await TokenAsync(app);
        var described = await Described.OfAsync(http, Address);
        List<HttpStatusCode> bad = [];
        for (var i = 0; i < 12; i++)
        {
            using var refused = await SendAsync(http, $"outturn_wrong{i}", "[]");
            bad.Add(refused.StatusCode);
            Assert.Empty(await described.DifferencesAsync(refused));
            Assert.Equal(refused.StatusCode == HttpStatusCode.TooManyRequests, refused.Headers.RetryAfter is not null);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.Unauthorized, 10), HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], bad);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(http, secret, Row(Reference))).Status);
    }

    [Fact]
    public async Task A_token_that_is_used_too_often_is_told_how_long_to_wait()
    {
        await using var app = await StaffApp.StartAsync();
        using var http = new HttpClient { BaseAddress = app.Address };
        var secret = await TokenAsync(app);
        var described = await Described.OfAsync(http, Address);
        for (var i = 0; i < 60; i++)
        {
            using var answer = await SendAsync(http, secret, "[]");
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        using var refused = await SendAsync(http, secret, "[]");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Empty(await described.DifferencesAsync(refused));
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_is_answered_with_each_row_and_field_in_plain_words()
    {
        await using var app = await StaffApp.StartAsync();
        using var http = new HttpClient { BaseAddress = app.Address };
        var (secret, described) = (await TokenAsync(app), await Described.OfAsync(http, Address));
        foreach (var (sent, detail, rows) in Unreadable)
        {
            using var answer = await SendAsync(http, secret, sent);
            Assert.Equal((sent, HttpStatusCode.BadRequest), (sent, answer.StatusCode));
            Assert.Empty(await described.DifferencesAsync(answer));
            var text = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain("System.", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Outturn.", text, StringComparison.Ordinal);
            using var body = JsonDocument.Parse(text);
            Assert.Contains(detail, body.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
            var found = body.RootElement.GetProperty("rows").EnumerateArray().Select(row => $"{row.GetProperty("row")} {row.GetProperty("ref")} {row.GetProperty("field")}: {row.GetProperty("reason")}").ToList();
            Assert.Equal((sent, rows.Length), (sent, found.Count));
            Assert.All(rows, row => Assert.Contains(found, one => one.StartsWith(row, StringComparison.Ordinal)));
        }
    }

    /// <summary>What is sent, what is said of it, and what of each row: its number, ref and field, and how the sentence begins.</summary>
    private static readonly (string Sent, string Detail, string[] Rows)[] Unreadable =
    [
        ("[]", "The list is empty", []),
        ("", "The body is no JSON: it cannot be read from line 1, byte 1 on.", []),
        ("[{\n\"ref\" \"FN07\"}]", "The body is no JSON: it cannot be read from line 2, byte 7 on.", []),
        ("{\"ref\": \"FN07\"}", "The body is a list of figures, such as", []),
        ("""[{"ref": "FN07", "period": "2020-05", "value": 90}, null]""", "1 of 2 rows", ["2  : A row is an object, such as"]),
        ("""[{"ref": "FN07", "period": "2020-05", "value": "90"}]""", "1 of 1 rows", ["1 FN07 value: value is a number, such as 94.2, not the text \"90\"."]),
        ("""[{"ref": "FN07", "period": "2020-05", "value": 1e40}]""", "1 of 1 rows", ["1 FN07 value: value is a number, such as 94.2, not the number 1e40."]),
        ("""[{"period": 202005, "value": [90]}]""", "1 of 1 rows", ["1  ref: ref is missing", "1  period: period is a text, such as \"2026-06\", not the number 202005.", "1  value: value is a number, such as 94.2, not a list."]),
        ("""[{"ref": "FN07", "period": "2020-05", "vlaue": 90, "note": true}]""", "1 of 1 rows", ["1 FN07 vlaue: There is no field vlaue: a row has ref, period, value,", "1 FN07 note: note is a text, not true."]),
        ("""[{"ref": "FN07", "period": "2020-05", "value": 90, "value": 91}]""", "1 of 1 rows", ["1 FN07 value: value stands in the row 2 times"]),
        ("""[{"ref": "FN07", "period": "2020-05", "value": 90, "reasons": {"unchanged": 1}}]""", "1 of 1 rows", ["1 FN07 reasons: reasons is an object with a text for the code of each warning"]),
        ("""[{"ref": "FN07", "period": "2020-05", "value": 90, "note": "\ud800"}]""", "1 of 1 rows", ["1  : A text in it is not UTF-8"]),
    ];

    [Fact]
    public async Task JSON_is_taken_and_nothing_that_is_called_nearly_so()
    {
        await using var app = await StaffApp.StartAsync();
        using var http = new HttpClient { BaseAddress = app.Address };
        var (secret, described) = (await TokenAsync(app), await Described.OfAsync(http, Address));
        foreach (var (type, isTaken) in ((string, bool)[])
        [
            ("application/json", true), ("Application/JSON; charset=UTF-8", true), ("application/json; charset=utf-16", false),
            ("application/jsonp", false), ("application/json-patch+json", false), ("text/plain", false),
        ])
        {
            using var answer = await SendAsync(http, secret, "[]", type);
            Assert.Equal((type, isTaken ? HttpStatusCode.BadRequest : HttpStatusCode.UnsupportedMediaType), (type, answer.StatusCode));
            Assert.Empty(await described.DifferencesAsync(answer));
        }
    }

    [Fact]
    public async Task A_body_that_is_longer_than_any_list_is_refused_before_it_is_sent()
    {
        await using var app = await StaffApp.StartAsync();
        using var http = new HttpClient { BaseAddress = app.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new ByteArrayContent(new byte[65 * 1024 * 1024]) { Headers = { ContentType = MediaTypeHeaderValue.Parse("application/json") } } };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(app));
        request.Headers.ExpectContinue = true;
        using var answer = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(await (await Described.OfAsync(http, Address)).DifferencesAsync(answer));
    }

    [Fact]
    public async Task Each_answer_is_as_the_description_at_its_address_has_it()
    {
        await using var app = await StaffApp.StartAsync();
        using var http = new HttpClient { BaseAddress = app.Address };
        var secret = await TokenAsync(app);
        var described = await Described.OfAsync(http, Address);
        var few = JsonSerializer.Serialize(new[] { Few("May 2020") });
        foreach (var (token, sent, status) in new[]
        {
            ("outturn_wrong", "[]", HttpStatusCode.Unauthorized), (secret, "[]", HttpStatusCode.BadRequest), (secret, """[{"ref": "NONE", "period": "2020-05"}]""", HttpStatusCode.UnprocessableEntity),
            (secret, few, HttpStatusCode.UnprocessableEntity), (secret, """[{"ref": "FN07", "period": "2021-05", "value": 90}]""", HttpStatusCode.Conflict), (secret, JsonSerializer.Serialize(new[] { Row(Reference) }), HttpStatusCode.OK),
        })
        {
            using var answer = await SendAsync(http, token, sent);
            Assert.Equal((sent, status), (sent, answer.StatusCode));
            Assert.Empty(await described.DifferencesAsync(answer));
        }

        var markers = described.Document.GetProperty("components").GetProperty("schemas").GetProperty("Figure").GetProperty("properties").GetProperty("marker").GetProperty("enum").EnumerateArray().Select(one => one.GetString()).OfType<string>().ToList();
        Assert.Equal(Enum.GetValues<Marker>().Where(marker => marker != Marker.None).Select(marker => marker.Code()).Order(StringComparer.Ordinal), markers.Order(StringComparer.Ordinal));
    }

    private const string Address = "/api/v1/figures";

    /// <summary>An indicator of the token's service.</summary>
    private const string Reference = "FN07";

    /// <summary>A token of its service, in the July after the figures that are sent.</summary>
    private static async Task<string> TokenAsync(StaffApp app)
    {
        app.Council.Clock.Now = new DateTime(2020, 7, 10, 9, 0, 0, DateTimeKind.Utc);
        var (secret, refusal) = await new ApiTokens(app.Council.Store).MakeAsync("ledger", [StaffApp.Own], 30, "administrator", default);
        return secret ?? throw new InvalidOperationException(refusal);
    }

    /// <summary>So few cases that it needs a reason.</summary>
    private static SentFew Few(string period) => new(Reference, period, 4, 5);

    private sealed record SentFew(string @ref, string period, decimal numerator, decimal denominator, IReadOnlyDictionary<string, string>? reasons = null);

    private static readonly string[] Warnings = ["ten-times", "outside-history", "unchanged", "counts-do-not-fit", "small-denominator", "parts-not-whole"];

    private static Dictionary<string, string> Reasons => Warnings.ToDictionary(code => code, _ => "A test.");

    /// <summary>Every warning that may arise is answered for.</summary>
    private static object Row(string reference) => new
    {
        @ref = reference, period = "Apr 2020", numerator = 900, denominator = 1000,
        reasons = Reasons,
    };

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(HttpClient http, string token, params object[] rows)
    {
        using var answer = await SendAsync(http, token, JsonSerializer.Serialize(rows));
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.Clone());
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, string token, string body, string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } } };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request);
    }
}
