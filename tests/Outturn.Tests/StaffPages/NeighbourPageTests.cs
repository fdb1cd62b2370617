using System.Net;
using Outturn.Core.People;
using Outturn.Tests.Reference;
using Outturn.Tests.Stores;

namespace Outturn.Tests.StaffPages;

/// <summary>The pages on similar councils of a council whose code is that of an area, over all the open data of the repository.</summary>
[Collection(NationalStore.Collection)]
public sealed class NeighbourPageTests(NationalStore national)
{
    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_group_is_made_compared_with_changed_and_taken_away_on_the_pages(string engine)
    {
        await using var app = await StaffApp.StartAsync(engine, national.File, "E10000016");
        using var analyst = await app.SignInAsync(Role.Analyst);
        using var reader = await app.SignInAsync(Role.Reader);
        const string form = "/outcomes/groups/edit";
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(form)).Status);
        Assert.Contains("There is none yet", (await reader.GetAsync("/outcomes/groups")).Text);

        var wrong = await analyst.PostAsync(form, form, ("Name", "ONS global"), ("Date", "soon"), ("Reason", ""), ("Members", "Surrey\nAtlantis\nE10000012 Essex"));
        foreach (var refusal in new[] { "There is a set called ONS global already", "is not a date", "Say why these councils", "Line 2: &quot;Atlantis&quot;" })
        {
            Assert.Contains(refusal, wrong.Text.Replace("&#x22;", "&quot;", StringComparison.Ordinal));
        }

        Assert.Contains("is the council itself", (await analyst.PostAsync(form, form, ("Name", "Ours"), ("Date", "01/04/2026"), ("Reason", "Why not"), ("Members", "Kent"))).Text);
        Assert.Equal("/outcomes/groups", (await analyst.PostAsync(form, form, ("Name", "Ours"), ("Date", "01/04/2026"), ("Reason", "Our network"), ("Members", "surrey\nE10000012 Essex\nHampshire"))).Location);
        var group = Assert.Single((await StoreFixture.RegisterAsync(app.Council)).Groups);
        Assert.Equal(["E10000030", "E10000012", "E10000014"], group.Members);

        var list = (await reader.GetAsync("/outcomes/groups")).Text;
        Assert.True(list.IndexOf("<li>Surrey", StringComparison.Ordinal) is > 0 and var surrey && list.IndexOf("<li>Essex", StringComparison.Ordinal) > surrey);
        var shown = (await reader.GetAsync("/outcomes/neighbours?set=Ours")).Text;
        Assert.Contains("Our own choice: Our network.", shown);
        Assert.Contains("Furthest apart in", shown);
        Assert.Contains("of 4", (await reader.GetAsync("/outcomes/metrics/LOF-07-06?set=Ours")).Text);
        var paper = (await reader.GetAsync("/outcomes/paper/html?set=Ours")).Text;
        Assert.Contains("of 4", paper);
        Assert.Contains("Places are told among Ours (1 April 2026), three councils and our own. Our network.", paper);

        Assert.Equal("/outcomes/groups", (await analyst.PostAsync($"{form}?group=Ours", $"{form}?group=Ours", ("Date", "01/05/2026"), ("Reason", "Our network"), ("Members", "Essex\nSurrey"), ("Why", "Hampshire left."))).Location);
        Assert.Contains("of 3", (await reader.GetAsync("/outcomes/metrics/LOF-07-06?set=Ours")).Text);
        Assert.Contains("Say why it is taken away", (await analyst.PostAsync($"{form}?group=Ours", $"{form}?group=Ours&handler=Remove", ("Why", ""))).Text);
        Assert.Equal("/outcomes/groups", (await analyst.PostAsync($"{form}?group=Ours", $"{form}?group=Ours&handler=Remove", ("Why", "The network was closed."))).Location);
        Assert.Empty((await StoreFixture.RegisterAsync(app.Council)).Groups);
        var trail = (await App.Audit.AuditList.ReadAsync(app.Council.Store, new App.Audit.AuditFilter(About: "Ours"), default)).Select(line => (line.Who, line.Action, line.Why));
        Assert.Equal([("analyst", "remove neighbour group", "The network was closed."), ("analyst", "keep neighbour group", "Hampshire left."), ("analyst", "keep neighbour group", "Our network")], trail);
    }

    [Fact]
    public async Task A_model_is_said_in_full_and_another_is_tried_without_being_kept()
    {
        await using var app = await StaffApp.StartAsync(TestStore.Sqlite, national.File, "E10000016");
        using var reader = await app.SignInAsync(Role.Reader);
        var usual = (await reader.GetAsync("/outcomes/neighbours?set=Computed")).Text;
        Assert.Contains("Gross median weekly pay", usual);
        Assert.Contains("natural logarithm", usual);
        Assert.Contains("Office for National Statistics, 10 September 2025", usual);
        Assert.Equal(15, usual.Split("<td data-label=\"Most alike in\">").Length - 1);

        var tried = (await reader.GetAsync("/outcomes/neighbours/model?v0=claimant-count%2FClaimant%20Count&w0=3&v1=gross-median-weekly-pay%2FGross%20median%20weekly%20pay&w1=1&v2=housing-affordability-ratio%2FHousing%20affordability%20ratio%20(residence-based)&w2=0&add=business-demography%2FActive%20businesses&scaling=ZScore&k=5")).Text;
        Assert.Contains("Standard deviation", tried);
        Assert.Contains(">0.6<", tried);
        Assert.Equal(5, tried.Split("<td data-label=\"Most alike in\">").Length - 1);
        Assert.DoesNotContain("name=\"v3\"", tried);
        Assert.Contains("is no weight", (await reader.GetAsync("/outcomes/neighbours/model?v0=claimant-count%2FClaimant%20Count&w0=many")).Text);
        Assert.Contains("There is no series nowhere/nothing", (await reader.GetAsync("/outcomes/neighbours/model?v0=nowhere%2Fnothing&w0=1")).Text);
        Assert.Contains("whole number from 1 to 50", (await reader.GetAsync("/outcomes/neighbours/model?k=9999")).Text);
        Assert.DoesNotContain("Standard deviation", (await reader.GetAsync("/outcomes/neighbours/model")).Text);
    }
}
