using Outturn.App.People;
using Outturn.BrowserTests.Accounts;
using Outturn.Core.Collection;
using Outturn.Core.People;

namespace Outturn.BrowserTests.Tasks;

/// <summary>What a service manager does once a month: four figures, one of them Red, in ten minutes.</summary>
[Collection(Council.Name)]
public sealed class MonthlyTaskTests(Council council)
{
    /// <summary>More acts than this, and the month's figures are a burden.</summary>
    private const int MostActs = 14;

    private static readonly (string Ref, string Numerator, string Denominator)[] Figures = [("ICT01", "2480", "4000"), ("ICT02", "930", "960"), ("ICT03", "3370", "3390")];

    private static readonly (string Field, string Text)[] OfRed =
        [("Cause", "Two advisers left in March."), ("Action", "Two began on 4 May and are being trained."), ("Done by", "30/06/2020"), ("Expected recovery", "Jul 2020")];

    [Fact]
    public async Task Four_figures_one_of_them_Red_take_at_most_14_acts()
    {
        await using var own = await CopyAsync();
        await using var window = await own.OpenAsAsync("ict");
        var hand = new Hand(window);
        await window.GoToAsync("/");
        await hand.FollowAsync("Enter all 4");
        foreach (var (reference, numerator, denominator) in Figures)
        {
            await hand.FillAsync($"{reference}_2020-04-30.numerator", numerator);
            await hand.FillAsync($"{reference}_2020-04-30.denominator", denominator);
        }

        await hand.FillAsync("ICT10_2020-04-30.value", "9876");
        await hand.PressAsync("Check your answers");
        await window.ReadAsync("It is Red: say what is being done");
        foreach (var (key, text) in new[] { "cause", "action", "due", "recovery" }.Zip(OfRed.Select(part => part.Text)))
        {
            await hand.FillAsync($"ICT01_2020-04-30.{key}", text);
        }

        await hand.PressAsync("Submit");
        await IsDoneAsync(own, window);
        Assert.True(hand.Acts <= MostActs, $"It took {hand.Acts} acts.");
    }

    [Fact]
    public async Task The_same_is_done_by_keyboard_alone()
    {
        await using var own = await CopyAsync();
        await using var window = await own.OpenAsAsync("ict");
        var (keyboard, register) = (new Keyboard(window), (await own.NowAsync()).Register!);
        await window.GoToAsync("/");
        await keyboard.PressAsync("Enter all 4");
        foreach (var (reference, numerator, denominator) in Figures)
        {
            var indicator = register.Find(reference)!.Indicator;
            await keyboard.TypeAsync(indicator.Numerator!, numerator);
            await keyboard.TypeAsync(indicator.Denominator!, denominator);
        }

        await keyboard.TypeAsync("Figure", "9876");
        await keyboard.PressAsync("Check your answers");
        foreach (var (field, text) in OfRed)
        {
            await keyboard.TypeAsync(field, text);
        }

        await keyboard.PressAsync("Submit");
        await IsDoneAsync(own, window);
    }

    [Fact]
    public async Task The_rating_is_said_as_a_word_as_soon_as_the_figure_is_typed()
    {
        await using var window = await council.OpenAsAsync("administrator");
        await window.GoToAsync("/collect/enter/ICT01/2020-04-30");
        await new Hand(window).FillAsync("ICT01_2020-04-30.numerator", "2480");
        await new Hand(window).FillAsync("ICT01_2020-04-30.denominator", "4000");
        await Microsoft.Playwright.Assertions.Expect(window.Page.Locator(".o-live").First).ToContainTextAsync("62%");
        await Microsoft.Playwright.Assertions.Expect(window.Page.Locator(".o-live").First).ToContainTextAsync("Red");
        Assert.Empty(window.Faults);
    }

    [Fact]
    public async Task Cells_that_were_copied_in_a_spreadsheet_fill_the_grid()
    {
        await using var own = await CopyAsync();
        await using var window = await own.OpenAsAsync("ict");
        await window.GoToAsync("/collect/grid");
        await window.Page.EvaluateAsync("""
            () => {
              const data = new DataTransfer();
              data.setData('text/plain', '2900\t4000\n930\t960\n3370\t3390\n');
              document.getElementsByName('ICT01_2020-04-30.numerator')[0].dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await new Hand(window).FillAsync("ICT10_2020-04-30.value", "9876");
        await window.SendAsync("Check your answers");
        await window.ReadAsync("2,900 ÷ 4,000 × 100 = 72.5");
        await window.SendAsync("Submit");
        await window.ReadAsync("Submitted: ICT01, Apr 2020");
    }

    [Fact]
    public async Task A_draft_is_there_on_another_day_and_gone_once_it_is_submitted()
    {
        await using var own = await CopyAsync();
        await using (var window = await own.OpenAsAsync("ict"))
        {
            await window.GoToAsync("/collect/enter/ICT10/2020-04-30");
            await new Hand(window).FillAsync("ICT10_2020-04-30.value", "9876");
            await window.SendAsync("Save as a draft");
            await window.ReadAsync("Nobody else sees what you have not submitted");
        }

        await using var later = await own.OpenAsAsync("ict");
        await later.GoToAsync("/collect/enter/ICT10/2020-04-30");
        await later.SendAsync("Check your answers");
        await later.SendAsync("Submit");
        await later.ReadAsync("Submitted: ICT10, Apr 2020: 9,876");
        await later.GoToAsync("/collect");
        await Microsoft.Playwright.Assertions.Expect(later.Main).Not.ToContainTextAsync("draft saved");
    }

    private static async Task IsDoneAsync(Council own, Window window)
    {
        await window.ReadAsync("Submitted: ICT01, Apr 2020: 62%");
        Assert.Empty(window.Faults);
        var now = await own.NowAsync();
        Assert.All(Figures.Select(figure => figure.Ref).Append("ICT10"), reference => Assert.Equal(CollectionState.Submitted, now.StateOf(reference, ExampleStore.April).State));
        var said = now.Find("ICT01")!.Commentaries.Single(commentary => commentary.Period == ExampleStore.April);
        Assert.Equal(("Two advisers left in March.", "Head of Service Operations", new DateOnly(2020, 6, 30)), (said.Cause, said.Owner, said.Due));
    }

    private async Task<Council> CopyAsync()
    {
        var own = await council.CopyAsync();
        await StoredPeople.KeepAsync(own.Store, new Person("ict", "Head of Service Operations (fictional)", [Role.Contributor], ["ICT"], ["ict-manager"]), "test", null, default);
        return own;
    }
}
