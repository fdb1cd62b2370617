using System.Net;
using Outturn.App.Stores;
using Outturn.Core.People;
using Outturn.Tests.Stores;

namespace Outturn.Tests.StaffPages;

/// <summary>What people are told while the council's database cannot be opened.</summary>
public sealed class ShutStoreTests
{
    public static TheoryData<string> Engines => TestStore.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_database_that_is_gone_is_said_on_every_page_with_what_to_do_and_without_where_it_lay(string engine)
    {
        await using var app = await StaffApp.StartAsync(engine);
        using var nobody = app.Nobody();
        using var analyst = await app.SignInAsync(Role.Analyst);
        Assert.Equal(HttpStatusCode.OK, (await analyst.GetAsync("/")).Status);
        await TakeAwayAsync(app.Council);
        app.Council.Clock.Now += TimeSpan.FromDays(1);
        foreach (var visitor in new[] { nobody, analyst })
        {
            foreach (var path in new[] { "/", "/account/sign-in", "/indicators/FN07/2020-03-31", "/nothing-here" })
            {
                var answer = await visitor.GetAsync(path);
                Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
                Assert.Contains("Outturn cannot open its database", answer.Text);
                Assert.Contains("outturn doctor", answer.Text);
                Assert.DoesNotContain(app.Council.Text, answer.Text);
                Assert.DoesNotContain("council.db", answer.Text);
                Assert.DoesNotContain("Exception", answer.Text);
                Assert.Contains("default-src 'none'", answer.Headers["Content-Security-Policy"]);
                Assert.Contains("no-store", answer.Headers["Cache-Control"]);
            }
        }

        await BringBackAsync(app.Council);
        app.Council.Clock.Now -= TimeSpan.FromDays(1);
        Assert.Equal(HttpStatusCode.OK, (await analyst.GetAsync("/")).Status);
    }

    [Fact]
    public async Task A_file_that_is_gone_is_not_made_anew()
    {
        await using var app = await StaffApp.StartAsync();
        await TakeAwayAsync(app.Council);
        app.Council.Clock.Now += TimeSpan.FromDays(1);
        using var nobody = app.Nobody();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await nobody.GetAsync("/account/sign-in")).Status);
        Assert.False(File.Exists(app.Council.Text));
    }

    private static async Task TakeAwayAsync(TestStore council)
    {
        if (council.Address is StoreAddress.SqliteFile file)
        {
            File.Move(file.Path, $"{file.Path}.away");
        }
        else
        {
            await council.SqlAsync($"ALTER SCHEMA {await SchemaAsync(council)} RENAME TO away_{await SchemaAsync(council)}");
        }
    }

    private static async Task BringBackAsync(TestStore council)
    {
        if (council.Address is StoreAddress.SqliteFile file)
        {
            File.Move($"{file.Path}.away", file.Path);
        }
        else
        {
            var name = new Npgsql.NpgsqlConnectionStringBuilder(council.Text).SearchPath;
            await council.SqlAsync($"ALTER SCHEMA away_{name} RENAME TO {name}");
        }
    }

    private static async Task<string> SchemaAsync(TestStore council) => (await council.ReadAsync("SELECT current_schema()"))[0];
}
