using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Outturn.App.People;
using Outturn.Core.Neighbours;
using Outturn.Core.People;
using Outturn.Tests.Import;
using Outturn.Tests.Reference;
using Outturn.Tests.Review;
using Outturn.Tests.StaffPages;
using Outturn.Tests.Stores;
using Outturn.Web;

namespace Outturn.Tests.Outcomes;

/// <summary>The example county as if it were Kent: its own figures beside what is published, on the pages.</summary>
[Collection(NationalStore.Collection)]
public sealed class BesidePageTests(NationalStore national) : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder keys = new();
    private TestStore store = null!;
    private WebApplication app = null!;
    private Visitor analyst = null!;

    public async Task InitializeAsync()
    {
        store = await TestStore.CreateAsync(TestStore.Sqlite);
        store.Clock.Now = new DateTime(2026, 5, 20, 9, 0, 0, DateTimeKind.Utc);
        var county = ReviewedCounty.Folder;
        await StoreFixture.TakeAsync(store, county with { Register = county.Register with { Council = county.Register.Council with { Code = "E10000016" }, Groups = [new OwnGroup("Our network", new DateOnly(2026, 4, 1), "Asked for by the committee", null, ["E10000030", "E10000012"])] } });
        await StoredPeople.KeepAsync(store.Store, new Person("analyst", "An analyst (fictional)", [Role.Analyst], [], []), "analyst", null, default);
        app = StaffHost.Build(store.Store, new ServeOptions([new Uri("http://127.0.0.1:0")], keys.Path("keys")) { Reference = national.File });
        await app.StartAsync();
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        analyst = new Visitor(address, await app.Services.GetRequiredService<Sessions>().BeginAsync("analyst", "a test", "127.0.0.1", default));
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose()
    {
        analyst.Dispose();
        store.Dispose();
        keys.Dispose();
    }

    [Fact]
    public async Task An_indicator_stands_beside_the_published_figure_its_neighbours_median_and_both_definitions_without_a_colour()
    {
        var page = (await analyst.GetAsync("/indicators/CY03")).Text;
        var beside = page[page.IndexOf("Beside what is published", StringComparison.Ordinal)..page.IndexOf(">Questions</h2>", StringComparison.Ordinal)];
        foreach (var said in (string[])["Published for our area", "Median, similar councils and ours", "the end of Mar 2025", "2025 (up to date)", "published on", "Not comparable because what is published is near the metric (more than 20 miles from home and outside", "Denominator", "Not said by the publisher"])
        {
            Assert.Contains(said, System.Net.WebUtility.HtmlDecode(beside), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("o-rating", beside, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_indicator_can_be_set_beside_any_set_by_its_name_and_the_page_says_which_and_why_there_is_none()
    {
        async Task<string> AtAsync(string set) => System.Net.WebUtility.HtmlDecode((await analyst.GetAsync($"/indicators/CY03?set={Uri.EscapeDataString(set)}")).Text);
        var own = await AtAsync("our network");
        Assert.Contains("Our network, 1 April 2026: 3 of 3 with a value", own, StringComparison.Ordinal);
        Assert.Contains("Our network (our own group)", own, StringComparison.Ordinal);
        Assert.Contains("Computed: 16 of 16 with a value", await AtAsync("Computed"), StringComparison.Ordinal);
        var nobody = await AtAsync("Nobody's");
        Assert.Contains("There is no set \"Nobody's\". There are: ", nobody, StringComparison.Ordinal);
        Assert.DoesNotContain("Median, similar councils and ours", nobody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_is_handed_out_as_a_workbook_and_an_edition_that_stands_alone_says_so()
    {
        Assert.Equal(System.Net.HttpStatusCode.OK, (await analyst.GetAsync("/outcomes/coverage")).Status);
        Assert.Contains("there is nothing to set it beside until another is imported", (await analyst.GetAsync("/outcomes/changes")).Text, StringComparison.Ordinal);
    }
}
