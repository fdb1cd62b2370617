using System.Net;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.Data.Sqlite;

namespace Outturn.Tests.PublicSite;

/// <summary>How the public site answers: whole, light, kept by browsers no longer than it holds, and never with what was not issued.</summary>
public sealed class AnswerTests(ServedSite site) : IClassFixture<ServedSite>
{
    /// <summary>What a page weighs with its style sheet, before anything is packed.</summary>
    private const int MostBytes = 100 * 1024;

    [Fact]
    public async Task Every_link_on_every_page_answers_and_no_page_is_heavy_or_sets_a_cookie()
    {
        var open = new Queue<string>(["/", "/search", "/search?q=calls", "/indicators?rating=Red&sort=-title", "/sitemap.xml", "/robots.txt", "/releases.atom", "/corrections.atom", "/api/v1/openapi.json"]);
        var seen = new HashSet<string>(open);
        var style = 0;
        var wrong = new List<string>();
        while (open.TryDequeue(out var path))
        {
            using var answer = await site.Http.GetAsync(path);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            var isWithdrawn = path.Contains(PublicExample.Withdrawn, StringComparison.Ordinal);
            if (answer.StatusCode != (isWithdrawn && !path.EndsWith("/data", StringComparison.Ordinal) ? HttpStatusCode.Gone : HttpStatusCode.OK))
            {
                wrong.Add($"{path}: {(int)answer.StatusCode}");
            }

            wrong.AddRange(answer.Headers.Contains("Set-Cookie") ? [$"{path} sets a cookie"] : []);
            wrong.AddRange(answer.Headers.Contains("Content-Security-Policy") ? [] : [$"{path} has no policy"]);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html" || path.StartsWith("/files/", StringComparison.Ordinal))
            {
                continue;
            }

            var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(bytes));
            style = style == 0 ? (await site.Http.GetByteArrayAsync(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"))).Length : style;
            wrong.AddRange(bytes.Length + style > MostBytes ? [$"{path} weighs {bytes.Length:N0} bytes with {style:N0} of style"] : []);
            foreach (var link in page.QuerySelectorAll("a[href], link[href]").Select(link => link.GetAttribute("href")!).Where(link => link.StartsWith('/') && seen.Add(link)))
            {
                open.Enqueue(link);
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(seen.Count > 250, $"{seen.Count} addresses are too few to be all.");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/dashboards/policy-and-resources-2025-26")]
    [InlineData("/indicators")]
    [InlineData("/api/v1/indicators")]
    public async Task A_page_is_sent_packed_once_and_not_again_while_it_holds(string path)
    {
        foreach (var encoding in (string[])["identity", "gzip", "br"])
        {
            using var first = await SendAsync(HttpMethod.Get, path, ("Accept-Encoding", encoding));
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
            Assert.Equal(encoding == "identity" ? [] : [encoding], first.Content.Headers.ContentEncoding);
            Assert.Equal("Accept-Encoding", first.Headers.Vary.Single());
            Assert.Equal((true, TimeSpan.FromSeconds(5), true), (first.Headers.CacheControl!.Public, first.Headers.CacheControl.MaxAge, first.Headers.CacheControl.MustRevalidate));
            var tag = first.Headers.ETag!.ToString();
            using var again = await SendAsync(HttpMethod.Get, path, ("Accept-Encoding", encoding), ("If-None-Match", $"\"other\", W/{tag}"));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal(tag, again.Headers.ETag!.ToString());
            Assert.Empty(await again.Content.ReadAsByteArrayAsync());
            using var other = await SendAsync(HttpMethod.Get, path, ("Accept-Encoding", encoding), ("If-None-Match", "\"other\""));
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
            using var head = await SendAsync(HttpMethod.Head, path, ("Accept-Encoding", encoding));
            Assert.Equal((tag, first.Content.Headers.ContentLength), (head.Headers.ETag!.ToString(), head.Content.Headers.ContentLength));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task A_file_is_the_bytes_that_were_issued_whole_and_in_parts_and_is_kept_for_good()
    {
        var page = new HtmlParser().ParseDocument(await site.Http.GetStringAsync("/dashboards/policy-and-resources-2025-26"));
        var links = page.QuerySelectorAll("a[href^='/files/']").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(5, links.Count);
        foreach (var path in links)
        {
            using var whole = await site.Http.GetAsync(path);
            var bytes = await whole.Content.ReadAsByteArrayAsync();
            Assert.Equal(path.Split('/')[2], Convert.ToHexStringLower(SHA256.HashData(bytes)));
            Assert.Contains("immutable", whole.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            using var part = await SendAsync(HttpMethod.Get, path, ("Range", "bytes=10-19"));
            Assert.Equal((HttpStatusCode.PartialContent, $"bytes 10-19/{bytes.Length}"), (part.StatusCode, part.Content.Headers.ContentRange!.ToString()));
            Assert.Equal(bytes[10..20], await part.Content.ReadAsByteArrayAsync());
            using var past = await SendAsync(HttpMethod.Get, path, ("Range", $"bytes={bytes.Length}-"));
            Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, past.StatusCode);
            using var stale = await SendAsync(HttpMethod.Get, path, ("Range", "bytes=10-19"), ("If-Range", "\"other\""));
            Assert.Equal(bytes, await stale.Content.ReadAsByteArrayAsync());
            using var held = await SendAsync(HttpMethod.Get, path, ("If-None-Match", whole.Headers.ETag!.ToString()));
            Assert.Equal(HttpStatusCode.NotModified, held.StatusCode);
            using var head = await SendAsync(HttpMethod.Head, path);
            Assert.Equal(bytes.Length, head.Content.Headers.ContentLength);
        }
    }

    [Fact]
    public async Task What_was_withdrawn_is_gone_and_says_why()
    {
        foreach (var path in (string[])[$"/dashboards/{PublicExample.Withdrawn}", $"/dashboards/{PublicExample.Withdrawn}/editions/1", $"/dashboards/{PublicExample.Withdrawn}/editions/2", $"/api/v1/dashboards/{PublicExample.Withdrawn}"])
        {
            using var answer = await site.Http.GetAsync(path);
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
            Assert.Contains("Two services", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        foreach (var (digest, name) in Rows("SELECT f.digest, f.name FROM edition_file f JOIN edition e USING (number) WHERE e.paper = 'adult-social-care-nov-2025' AND e.kind = 'issue'"))
        {
            using var answer = await site.Http.GetAsync($"/files/{digest}/{name}");
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
            Assert.Contains("Two services", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    [InlineData("/dashboards/none", HttpStatusCode.NotFound)]
    [InlineData("/dashboards/policy-and-resources-2025-26/editions/9", HttpStatusCode.NotFound)]
    [InlineData("/indicators/ZZ99", HttpStatusCode.NotFound)]
    [InlineData("/files/00/none.html", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/none", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/indicators/ZZ99", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/indicators?page=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/indicators?current=perhaps", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/indicators?rating=purple", HttpStatusCode.BadRequest)]
    [InlineData("/outcomes/none/3", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/editions?kind=draft", HttpStatusCode.BadRequest)]
    public async Task What_is_not_there_is_told_in_the_form_that_was_asked_for(string path, HttpStatusCode status)
    {
        using var answer = await site.Http.GetAsync(path);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(path.StartsWith("/api", StringComparison.Ordinal) ? "application/problem+json" : "text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.True((await answer.Content.ReadAsStringAsync()).Length > 80);
    }

    [Fact]
    public async Task Nothing_can_be_sent_to_it()
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete])
        {
            using var answer = await SendAsync(method, "/");
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_ref_in_other_letters_leads_to_the_one_address_of_its_indicator()
    {
        using var answer = await site.Http.GetAsync("/indicators/cs04A");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/indicators/CS04a"), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task Data_may_be_read_by_other_sites_and_pages_may_not()
    {
        using var api = await SendAsync(HttpMethod.Get, "/api/v1/indicators", ("Origin", "https://example.org"));
        Assert.Equal("*", api.Headers.GetValues("Access-Control-Allow-Origin").Single());
        using var asked = await SendAsync(HttpMethod.Options, "/api/v1/indicators", ("Origin", "https://example.org"), ("Access-Control-Request-Method", "GET"));
        Assert.Equal(HttpStatusCode.NoContent, asked.StatusCode);
        using var page = await SendAsync(HttpMethod.Get, "/", ("Origin", "https://example.org"));
        Assert.False(page.Headers.Contains("Access-Control-Allow-Origin"));
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await site.Http.SendAsync(request);
    }

    private List<(string, string)> Rows(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={site.Store};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        List<(string, string)> list = [];
        while (rows.Read())
        {
            list.Add((rows.GetString(0), rows.GetString(1)));
        }

        Assert.NotEmpty(list);
        return list;
    }
}
