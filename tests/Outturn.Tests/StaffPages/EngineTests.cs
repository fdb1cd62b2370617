using System.Net;
using Outturn.Core.People;
using Outturn.Tests.Stores;

namespace Outturn.Tests.StaffPages;

/// <summary>The pages are the same over either engine.</summary>
public sealed class EngineTests
{
    private static readonly string[] Paths =
        ["/", "/dashboards", "/dashboards/policy-and-resources?to=2020-03-31", "/indicators", "/indicators/FN07", "/indicators/FN07/2020-03-31", "/indicators/targets", "/collect", "/collect/enter/FN07/2020-04-30", "/questions"];

    [Fact]
    public async Task What_a_page_shows_over_PostgreSQL_it_shows_over_SQLite()
    {
        await using var postgres = await StaffApp.StartAsync(TestStore.Postgres);
        await using var sqlite = await StaffApp.StartAsync();
        using var one = await postgres.SignInAsync(Role.Analyst);
        using var other = await sqlite.SignInAsync(Role.Analyst);
        foreach (var path in Paths)
        {
            var (left, right) = (await one.GetAsync(path), await other.GetAsync(path));
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (left.Status, right.Status));
            Assert.Equal(Plain(right), Plain(left));
        }
    }

    /// <summary>The tokens of forms are by chance.</summary>
    private static string Plain(Answer answer) => answer.Token.Length == 0 ? answer.Text : System.Text.RegularExpressions.Regex.Replace(answer.Text, "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"[^\"]*\"", "");
}
