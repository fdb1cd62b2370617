using Microsoft.Playwright;
using Outturn.App.People;
using Outturn.App.Review;
using Outturn.BrowserTests.Accounts;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Core.Review;
using Outturn.Core.Targets;

namespace Outturn.BrowserTests.Tasks;

/// <summary>The annual review as the people do it who have to: proposals, challenge, a member's comment, adoption.</summary>
[Collection(Council.Name)]
public sealed class ReviewTests(Council council)
{
    private const int Twelve = 12;

    private static readonly Period ThisYear = Period.Year(2020);
    private static readonly Period NextYear = Period.Year(2021);

    [Fact]
    public async Task A_service_manager_makes_twelve_proposals_with_rationale_by_keyboard_alone()
    {
        await using var own = await CopyAsync();
        await using var window = await own.OpenAsAsync("manager");
        var keyboard = new Keyboard(window);
        await window.GoToAsync("/");
        await window.ReadAsync("Finance: seven proposals to make by");
        await keyboard.PressAsync("Finance");
        await keyboard.PressAsync("Propose for FN01");
        for (var i = 1; i <= Twelve; i++)
        {
            await keyboard.GoToAsync("Keep");
            await window.Page.Keyboard.PressAsync("Space");
            await keyboard.TypeAsync("Rationale", $"Reason {i}: the level still asks for what residents need.");
            await keyboard.PressAsync(i < Twelve ? "Save and go to the next" : "Save");
            await window.ReadAsync("is kept");
        }

        Assert.Empty(window.Faults);
        var review = (await own.NowAsync()).ReviewOf(NextYear);
        var proposed = review.Items.Where(item => item.Proposal is not null).ToList();
        Assert.Equal(Twelve, proposed.Count);
        Assert.Equal(["Finance", "Governance and Law"], proposed.Select(item => item.Indicator.Service.Name).Distinct());
        Assert.All(proposed, item => Assert.Equal((Decision.Keep, ReviewState.Proposed, true), (item.Proposal!.Decision, item.State, item.IsUnchanged)));
        Assert.Equal(Twelve, proposed.Select(item => item.Proposal!.Rationale).Distinct().Count());
    }

    [Fact]
    public async Task Nothing_typed_is_lost_when_a_proposal_owes_something_and_each_fault_leads_to_its_box()
    {
        await using var own = await CopyAsync();
        await using var window = await own.OpenAsAsync("manager");
        await window.GoToAsync("/review/2021-22/proposals/FN07");
        await window.Page.GetByLabel("Amend", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await window.FillAsync("Target", "96");
        await window.FillAsync("Floor standard", "97");
        await window.FillAsync("Rationale", "Suppliers wait too long.");
        await window.SendAsync("Save");
        await window.ReadAsync("There is a problem");
        await window.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Floor standard 97" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByLabel("Floor standard", new PageGetByLabelOptions { Exact = true })).ToBeFocusedAsync();
        await Assertions.Expect(window.Page.GetByLabel("Rationale", new PageGetByLabelOptions { Exact = true })).ToHaveValueAsync("Suppliers wait too long.");
        await Assertions.Expect(window.Page.GetByLabel("Amend", new PageGetByLabelOptions { Exact = true })).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Levels_are_tried_out_at_once_and_nothing_is_kept()
    {
        await using var own = await CopyAsync();
        await using var window = await own.OpenAsAsync("manager", new WindowOptions(Scripts: false));
        var before = (await own.NowAsync()).Entry;
        await window.GoToAsync("/review/2021-22/proposals/FN07");
        await window.FillAsync("Target", "100");
        await window.FillAsync("Floor standard", "99.5");
        await window.SendAsync("What would these levels have meant?");
        await window.ReadAsync("Nothing is kept: these are the levels you typed");
        await window.ReadAsync("under the proposed levels they would have been");
        await Assertions.Expect(window.Page.GetByLabel("Target", new PageGetByLabelOptions { Exact = true })).ToHaveValueAsync("100");
        Assert.Equal(before, (await own.NowAsync()).Entry);
    }

    [Fact]
    public async Task An_analyst_challenges_a_proposal_the_service_answers_and_it_is_agreed()
    {
        await using var own = await CopyAsync();
        await using var analyst = await own.OpenAsAsync("analyst");
        await analyst.GoToAsync("/");
        await FollowAsync(analyst, "Contact Centre");
        await FollowAsync(analyst, "CS04a");
        await analyst.Page.GetByText("Challenge it", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await analyst.FillAsync("Your question to the service", "Why is the target not raised too?");
        await analyst.SendAsync("Send it back");
        await analyst.ReadAsync("CS04a is challenged: it is the service's turn.");

        await using var contributor = await own.OpenAsAsync("contact");
        await contributor.GoToAsync("/");
        await contributor.ReadAsync("Why is the target not raised too?");
        await FollowAsync(contributor, "CS04a Daytime calls to the Contact Centre answered");
        await contributor.FillAsync("Your answer", "The contract pays by 95% until March.");
        await contributor.SendAsync("Answer, and leave the proposal as it is");
        await contributor.ReadAsync("The challenge to CS04a is answered.");
        await contributor.GoToAsync("/review/2020-21/proposals/ICT01");
        Assert.Equal(404, contributor.Document!.Status);

        await analyst.GoToAsync("/review/2020-21/services/contact-centre");
        await analyst.Page.GetByLabel("Agree to CS04a", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await analyst.Page.GetByLabel("Agree to CS04b", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await analyst.SendAsync("Agree to what is ticked");
        await analyst.ReadAsync("Two proposals agreed.");
        var item = (await own.NowAsync()).ReviewOf(ThisYear).Find("CS04a")!;
        Assert.Equal([ReviewState.Challenged, ReviewState.Proposed, ReviewState.Agreed], item.Steps.Select(step => step.State));
        Assert.Equal(["Why is the target not raised too?", "The contract pays by 95% until March.", null], item.Steps.Select(step => step.Said));
    }

    [Fact]
    public async Task A_clerk_records_a_members_comment_and_an_action_is_shown_again_a_year_later()
    {
        await using var own = await CopyAsync();
        await using var clerk = await own.OpenAsAsync("clerk");
        await clerk.GoToAsync("/");
        await clerk.ReadAsync("One comment of committees without a reply");
        await clerk.GoToAsync("/review/2020-21/comments");
        await FollowAsync(clerk, "Record a comment");
        await clerk.Page.GetByLabel("About", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync("GL02");
        await clerk.FillAsync("Who said it", "The vice-chair");
        await clerk.SendAsync("Record it");
        await clerk.ReadAsync("Write what was said.");
        await clerk.FillAsync("What was said", "Ninety per cent of requests in time is the law's own level.");
        await clerk.SendAsync("Record it");
        await clerk.ReadAsync("The comment is recorded.");
        await FollowAsync(clerk, "Reply to comment 2");
        await clerk.Page.GetByLabel("Action for the next review", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await clerk.FillAsync("The reply that the committee gets", "The level is looked at again with a year of figures.");
        await clerk.SendAsync("Reply");
        await clerk.ReadAsync("Comment 2: action for the next review.");

        await using var member = await own.OpenAsAsync("member");
        await member.GoToAsync("/review/2021-22/comments");
        await member.ReadAsync("Actions from the review for 2020/21");
        await member.ReadAsync("The level is looked at again with a year of figures.");
        await member.GoToAsync("/review/2020-21/comments/record");
        Assert.Equal(404, member.Document!.Status);
    }

    [Fact]
    public async Task The_agreed_set_is_put_forward_by_one_person_and_adopted_by_another_and_a_later_change_owes_a_committee()
    {
        await using var own = await CopyAsync();
        await using var analyst = await own.OpenAsAsync("analyst");
        await analyst.GoToAsync("/review/2020-21/adoption");
        await analyst.ReadAsync("Proposed, not agreed (");
        await AgreeAllAsync(own);
        await analyst.GoToAsync("/review/2020-21/adoption");
        await analyst.ReadAsync("Floor standard up from");
        await FollowAsync(analyst, "Put it forward");
        await analyst.SendAsync("Yes, put it forward");
        await analyst.ReadAsync("The proposals for 2020/21 are put forward: somebody else adopts them.");
        await Assertions.Expect(analyst.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Adopt 2020/21" })).ToHaveCountAsync(0);

        await using var releaser = await own.OpenAsAsync("releaser");
        await releaser.GoToAsync("/review/2020-21/adoption");
        await FollowAsync(releaser, "Adopt 2020/21");
        await releaser.ReadAsync("It cannot be undone.");
        await releaser.SendAsync("Yes, adopt it");
        await releaser.SeeAsync("2020/21 was adopted");
        Assert.Equal(90m, (await own.NowAsync()).Find("CS04a")!.Targets.InForce(ThisYear.Last)!.Target!.FloorStandard);

        await analyst.GoToAsync("/indicators/targets?year=2020/21&service=Contact Centre");
        await new Hand(analyst).FillAsync("CS04a.target", "94");
        await analyst.FillAsync("Why, for the audit trail", "The contract was varied.");
        await analyst.SendAsync("Keep");
        await analyst.ReadAsync("give the reason, and the committee that was told");
        await analyst.FillAsync("Committee that was told, date and item", "Policy and Resources, 20/05/2020, item 7");
        await analyst.SendAsync("Keep");
        await analyst.GoToAsync("/review/2020-21/adoption");
        await analyst.ReadAsync("Changed within the year");
        await analyst.ReadAsync("Policy and Resources, 20/05/2020, item 7");
        Assert.Empty(analyst.Faults);
        Assert.Empty(releaser.Faults);
    }

    [Fact]
    public async Task A_new_indicator_is_proposed_with_its_sheet_and_taken_back()
    {
        await using var own = await CopyAsync();
        await using var window = await own.OpenAsAsync("manager");
        await window.GoToAsync("/review/2021-22/services/finance/new");
        await window.FillAsync("Ref", "FN30");
        await window.FillAsync("Rationale", "Members ask how fast grants are paid.");
        await window.FillAsync("Title", "Grants paid within ten working days");
        await window.FillAsync("Definition", "Grants to businesses, counted from the decision.");
        await window.Page.GetByLabel("Policy and Resources Cabinet Committee", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await window.Page.GetByLabel("Which way is better", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync("higher");
        await window.FillAsync("Target, of a KPI", "90");
        await window.SendAsync("Propose it");
        await window.ReadAsync("FN30 is proposed.");
        await FollowAsync(window, "FN30");
        await window.ReadAsync("Grants to businesses, counted from the decision.");
        await window.Page.GetByText("Change the proposal", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await window.SendAsync("Take it back");
        await window.ReadAsync("FN30 is no longer proposed.");
        Assert.Null((await own.NowAsync()).FindProposed("FN30"));
    }

    [Fact]
    public async Task A_workbook_goes_out_comes_back_filled_in_is_looked_at_and_taken_whole_or_not_at_all()
    {
        await using var own = await CopyAsync();
        await using var window = await own.OpenAsAsync("manager");
        var workbook = await window.Page.APIRequest.GetAsync("/review/2021-22/services/finance/workbook");
        Assert.Equal(200, workbook.Status);
        Assert.Equal(404, (await window.Page.APIRequest.GetAsync("/review/2021-22/services/ict/workbook")).Status);
        await window.GoToAsync("/review/2021-22/services/finance/upload");
        await UploadAsync(window, "FN01,2021/22,keep,98,95,\nFN02,2021/22,keep,90,85,It stays.\n");
        await window.ReadAsync("Nothing was taken");
        await window.ReadAsync("row 2");
        await UploadAsync(window, "ICT01,2021/22,keep,70,65,It stays.\n");
        await window.ReadAsync("Nothing was taken");
        Assert.DoesNotContain((await own.NowAsync()).ReviewOf(NextYear).Items, item => item.Proposal is not null);
        await UploadAsync(window, "FN01,2021/22,keep,98,95,It stays.\nFN02,2021/22,amend,91,85,The year was above target.\n");
        await window.SeeAsync("Check what was read");
        await window.SendAsync("Propose all 2");
        await window.ReadAsync("Two proposals taken from finance.csv.");
        Assert.Equal(["FN01", "FN02"], (await own.NowAsync()).ReviewOf(NextYear).Items.Where(item => item.Proposal is not null).Select(item => item.Ref));
    }

    private static async Task UploadAsync(Window window, string rows)
    {
        await window.Page.GetByLabel("File", new PageGetByLabelOptions { Exact = true }).SetInputFilesAsync(new FilePayload
        {
            Name = "finance.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes("ref,year,decision,target,floor,rationale\n" + rows),
        });
        await window.SendAsync("Look at it");
    }

    private static Task FollowAsync(Window window, string link) =>
        window.NextAsync(() => window.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = link, Exact = true }).First.ClickAsync());

    private static async Task AgreeAllAsync(Council own)
    {
        string[] refs = [.. (await own.NowAsync()).ReviewOf(ThisYear).Items.Select(item => item.Ref)];
        string[] owed = [.. (await own.NowAsync()).ReviewOf(ThisYear).Items.Where(item => item.Proposal is null).Select(item => item.Ref)];
        if (owed.Length > 0)
        {
            var items = (await own.NowAsync()).ReviewOf(ThisYear);
            Assert.IsType<ReviewResult.Taken>(await Proposing.RunAsync(
                own.Store, ThisYear, [.. owed.Select(reference => new SentProposal(reference, new Proposal(ThisYear, Decision.Keep, items.Find(reference)!.Current?.Target, items.Find(reference)!.Current?.Range, "Keep: it is as it should be.")))], "contact", _ => true, default));
        }

        Assert.IsType<ReviewResult.Taken>(await Challenging.AgreeAsync(own.Store, ThisYear, refs, "analyst", null, default));
    }

    private async Task<Council> CopyAsync()
    {
        var own = await council.CopyAsync();
        await StoredPeople.KeepAsync(own.Store, new Person("manager", "Head of Finance and Law (fictional)", [Role.Contributor], ["Finance", "Governance and Law"], []), "test", null, default);
        await ExampleStore.OpenReviewAsync(own.Store, NextYear, new DateOnly(2021, 3, 17));
        return own;
    }
}
