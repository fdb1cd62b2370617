using System.Net;
using System.Text;
using Outturn.Core.People;
using Outturn.Tests.Papers.House;
using Outturn.Tests.Stores;

namespace Outturn.Tests.StaffPages;

/// <summary>The form of papers by the pages: template, logo, signatures, text blocks.</summary>
public sealed class HousePageTests : IAsyncLifetime
{
    private StaffApp app = null!;

    public async Task InitializeAsync() => app = await StaffApp.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Template_and_logo_are_looked_at_before_they_are_kept_and_the_page_says_what_was_found()
    {
        using var administrator = await app.SignInAsync(Role.Administrator);
        var refused = await SendAsync(administrator, HouseTemplate.Bytes(), "<svg/>"u8.ToArray(), ("style.table_text", "No Such Style"), ("FileNames", "{titel}"));
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        foreach (var reason in new[] { "which the template does not have", "which can hold scripts and links", "There is no field {titel}" })
        {
            Assert.Contains(reason, refused.Text, StringComparison.Ordinal);
        }

        Assert.Equal(["0"], await app.Council.ReadAsync("SELECT count(*) FROM stored_file"));
        var kept = await SendAsync(administrator, HouseTemplate.Bytes(), Pictures.Png(400, 120), ("style.table_text", "House Table Text"), ("FileNames", "{short_name} {title}"));
        Assert.Equal(HttpStatusCode.Redirect, kept.Status);
        var register = await StoreFixture.RegisterAsync(app.Council);
        Assert.Equal(("house.docx", "logo.png", "Wealdshire County Council", "{short_name} {title}"), (register.Council.Template, register.House.Logo!.File, register.House.Logo.Text, register.House.FileNames));
        Assert.Equal(["2"], await app.Council.ReadAsync("SELECT count(*) FROM stored_file"));
        var page = await administrator.GetAsync("/admin/house");
        Assert.Contains("has no alternative text", page.Text, StringComparison.Ordinal);
        Assert.Equal("image/png", (await administrator.GetAsync("/admin/house?handler=Logo")).Headers["Content-Type"]);
        var paper = await administrator.GetAsync("/dashboards/policy-and-resources/download/csv?to=2020-03-31");
        Assert.Contains("Policy and Resources Strategic", paper.Headers["Content-Disposition"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signatures_and_blocks_are_kept_with_their_words_and_the_dashboard_says_what_is_owed()
    {
        using var administrator = await app.SignInAsync(Role.Administrator);
        var why = ("Why", "a test");
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.PostAsync("/admin/signatures", "/admin/signatures", ("lines.0.was", ""), ("lines.0.label", "Agreed by"), ("lines.0.post", "leader"), ("lines.0.for", ""), why)).Status);
        (string, string)[] block = [("blocks.0.was", ""), ("blocks.0.block", "legal"), ("blocks.0.heading", "Legal implications"), ("blocks.0.obligatory", "yes"), ("blocks.0.for", ""), ("blocks.0.wording", "")];
        (string, string)[] blank = [("blocks.1.was", ""), ("blocks.1.block", ""), ("blocks.1.heading", ""), ("blocks.1.obligatory", ""), ("blocks.1.for", ""), ("blocks.1.wording", "")];
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.PostAsync("/admin/blocks", "/admin/blocks", [.. block, .. blank, why])).Status);
        Assert.Contains("Legal implications is not written yet", (await administrator.GetAsync("/dashboards/policy-and-resources?to=2020-03-31")).Text, StringComparison.Ordinal);
        var form = (await administrator.GetAsync("/admin/blocks")).Text;
        Assert.Contains("for the meeting on 29 July 2020 alone", form, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"no\"", form, StringComparison.Ordinal);
        (string, string)[] known = [("blocks.0.was", "1. Legal implications"), .. block[1..], ("text.block-legal", "There are none."), ("text.policy-and-resources/block-legal-on-2020-07-29", "In July alone."), why];
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.PostAsync("/admin/blocks", "/admin/blocks", known)).Status);
        var register = await StoreFixture.RegisterAsync(app.Council);
        Assert.Equal(("There are none.", "In July alone.", "leader"), (register.Texts["block-legal"], register.Texts["policy-and-resources/block-legal-on-2020-07-29"], Assert.Single(register.House.Signatures).Post.Id));
        Assert.DoesNotContain("is not written yet", (await administrator.GetAsync("/dashboards/policy-and-resources?to=2020-03-31")).Text, StringComparison.Ordinal);
        Assert.Contains("In July alone.", (await administrator.GetAsync("/dashboards/policy-and-resources/download/html?to=2020-03-31")).Text, StringComparison.Ordinal);
        var bad = await administrator.PostAsync("/admin/blocks", "/admin/blocks", ("blocks.0.was", ""), ("blocks.0.block", "Legal & more"), ("blocks.0.heading", "x"), ("blocks.0.obligatory", "no"), ("blocks.0.for", ""), ("blocks.0.wording", ""), why);
        Assert.Contains("is no name for a block", WebUtility.HtmlDecode(bad.Text), StringComparison.Ordinal);
    }

    private static async Task<Answer> SendAsync(Visitor visitor, byte[] template, byte[] logo, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent((await visitor.GetAsync("/admin/house")).Token), "__RequestVerificationToken" },
            { new StringContent("a test", Encoding.UTF8), "Why" },
            { new StringContent("Wealdshire County Council"), "LogoText" },
            { new ByteArrayContent(template), "template", "house.docx" },
            { new ByteArrayContent(logo), "logo", "logo.png" },
        };
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        return await visitor.SendAsync(HttpMethod.Post, "/admin/house", form);
    }
}
