using Microsoft.Playwright;
using Outturn.Core.Collection;

namespace Outturn.BrowserTests.Tasks;

/// <summary>Upload, approval and members' questions, each as the people do it who have to.</summary>
[Collection(Council.Name)]
public sealed class OthersTaskTests(Council council)
{
    private const string Wrong = "ref,period,value\nFN20,Apr 2020,12x00\nFN99,Apr 2020,7\nICT10,Apr 2020,9000\n";
    private const string Right = "ref,period,numerator,denominator,value\nFN05,Apr 2020,24,100,\nFN20,Apr 2020,,,12900\n";

    [Fact]
    public async Task A_file_with_errors_is_refused_whole_with_every_row_named_and_the_mended_one_is_looked_at_and_taken()
    {
        await using var own = await council.CopyAsync();
        await using var window = await own.OpenAsAsync("finance");
        await window.GoToAsync("/collect/upload");
        await UploadAsync(window, "april.csv", Wrong);
        await window.ReadAsync("Nothing was taken");
        foreach (var said in new[] { "row 2", "\"12x00\"", "row 3", "FN99" })
        {
            await window.ReadAsync(said);
        }

        Assert.Equal(CollectionState.Awaited, (await own.NowAsync()).StateOf("FN20", ExampleStore.April).State);
        await UploadAsync(window, "april.csv", "ref,period,value\nICT10,Apr 2020,9000\n");
        await window.ReadAsync("whose figures are not yours to send");

        await UploadAsync(window, "april.csv", Right);
        await window.SeeAsync("Check what was read");
        await window.ReadAsync("FN20, Apr 2020: 12,900");
        Assert.Equal(CollectionState.Awaited, (await own.NowAsync()).StateOf("FN20", ExampleStore.April).State);
        await window.SendAsync("Submit all 2");
        await window.ReadAsync("Two figures submitted from april.csv");
        var now = await own.NowAsync();
        Assert.Equal((CollectionState.Submitted, CollectionState.Submitted), (now.StateOf("FN05", ExampleStore.April).State, now.StateOf("FN20", ExampleStore.April).State));
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task What_one_enters_a_second_person_returns_with_a_note_and_approves_when_it_is_mended()
    {
        await using var own = await council.CopyAsync();
        await using var contributor = await own.OpenAsAsync("contact");
        await using var director = await own.OpenAsAsync("director");
        await director.GoToAsync("/");
        await director.NextAsync(() => director.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Look at it" }).ClickAsync());
        await director.SendAsync("Return what is ticked");
        await director.ReadAsync("returned with a reason only");
        await director.FillAsync("Note", "Count the lines for closed services too.");
        await director.SendAsync("Return what is ticked");
        await director.ReadAsync("One figure returned");

        await contributor.GoToAsync("/");
        await contributor.ReadAsync("Count the lines for closed services too. (Director of People and Communications (fictional))");
        await contributor.GoToAsync("/collect/enter/CS04b/2020-04-30");
        await new Hand(contributor).FillAsync("CS04b_2020-04-30.numerator", "7050");
        await contributor.SendAsync("Check your answers");
        await contributor.SendAsync("Submit");
        await contributor.ReadAsync("Submitted: CS04b");
        await contributor.GoToAsync("/collect/approve");
        Assert.Equal(404, contributor.Document!.Status);

        await director.GoToAsync("/collect/approve");
        await director.SendAsync("Approve what is ticked");
        await director.ReadAsync("One figure approved");
        Assert.Equal(new FigureState(CollectionState.Approved, "director"), (await own.NowAsync()).StateOf("CS04b", ExampleStore.April));
        await contributor.GoToAsync("/collect/enter/CS04b/2020-04-30");
        await new Hand(contributor).FillAsync("CS04b_2020-04-30.numerator", "7100");
        await contributor.SendAsync("Check your answers");
        await contributor.ReadAsync("It is approved: ask the approver to return it");
    }

    [Fact]
    public async Task A_members_question_is_assigned_answered_and_shown_with_the_indicator_and_at_the_next_meeting()
    {
        await using var own = await council.CopyAsync();
        await using var member = await own.OpenAsAsync("member");
        await member.GoToAsync("/indicators/CS04b");
        await member.NextAsync(() => member.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Ask a question" }).ClickAsync());
        await member.FillAsync("Your question", "Who answers at night?");
        await member.SendAsync("Ask it");
        await member.ReadAsync("Your question is asked.");

        await using var clerk = await own.OpenAsAsync("clerk");
        await clerk.GoToAsync("/");
        await clerk.NextAsync(() => clerk.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Who answers at night?" }).ClickAsync());
        await clerk.SendAsync("Assign it");
        await clerk.ReadAsync("To be answered by the Contact Centre Contract Manager");

        await using var contributor = await own.OpenAsAsync("contact");
        await contributor.GoToAsync("/");
        await contributor.NextAsync(() => contributor.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Who answers at night?" }).ClickAsync());
        await contributor.FillAsync("Answer it", "The contractor's night team, from Leeds.");
        await contributor.SendAsync("Answer");
        await contributor.ReadAsync("The question is answered.");

        await member.GoToAsync("/indicators/CS04b");
        await member.ReadAsync("Who answers at night?");
        await member.ReadAsync("answered, asked on 20 May 2020");
        await member.GoToAsync("/questions?committee=policy-and-resources");
        await member.ReadAsync("Questions that the Policy and Resources Cabinet Committee is shown on 29 July 2020");
        await member.ReadAsync("Who answers at night?");
    }

    private static async Task UploadAsync(Window window, string name, string content)
    {
        await window.Page.GetByLabel("File", new PageGetByLabelOptions { Exact = true }).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(content) });
        await window.SendAsync("Look at it");
    }
}
