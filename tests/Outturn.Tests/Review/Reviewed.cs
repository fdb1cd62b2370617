using Outturn.App.Review;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Review;
using Outturn.Core.Targets;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Review;

/// <summary>Wealdshire in a store on a day in July 2020, the review of 2020/21 open.</summary>
internal static class Reviewed
{
    public const string Analyst = "analyst";
    public const string Manager = "contact-manager";
    public const string Director = "director-people";
    public const string Committee = "Policy and Resources Cabinet Committee";

    public static readonly Period Year = Period.Year(2020);

    /// <param name="proposed">Whether every indicator has its proposal already: the county's own, and to keep the one that has none.</param>
    public static async Task<TestStore> OpenAsync(string engine, bool proposed = true)
    {
        var test = await TestStore.CreateAsync(engine);
        var folder = StoreFixture.Folder("wealdshire");
        await StoreFixture.TakeAsync(test, proposed ? folder : folder with
        {
            Register = folder.Register with { Indicators = [.. folder.Register.Indicators.Select(history => history with { Proposals = [] })], Proposed = [] },
        });
        Taken(await ReviewOpening.RunAsync(
            test.Store, Year, register => (new ReviewPlan([new ReviewMeeting(register.Committees.Single(committee => committee.Name == Committee), new DateOnly(2020, 9, 16))]), null), Analyst, null, CancellationToken.None));
        if (proposed)
        {
            await test.ProposeRestAsync();
        }

        return test;
    }

    /// <summary>Proposes to keep what nothing is proposed for yet.</summary>
    public static async Task ProposeRestAsync(this TestStore test)
    {
        foreach (var item in (await test.ReviewAsync()).Items.Where(item => item.Proposal is null))
        {
            Taken(await test.ProposeAsync(item.Ref, await test.ProposalAsync(item.Ref)));
        }
    }

    public static async Task<AnnualReview> ReviewAsync(this TestStore test)
    {
        var register = await StoreFixture.RegisterAsync(test);
        return AnnualReview.Of(register, Year, (await StoredReviews.ReadAsync(test.Store, register, CancellationToken.None))[Year]);
    }

    public static async Task<ReviewItem> ItemAsync(this TestStore test, string reference) => (await test.ReviewAsync()).Find(reference)!;

    /// <summary>What is proposed for an indicator, or its levels kept where nothing is.</summary>
    public static async Task<Proposal> ProposalAsync(this TestStore test, string reference) =>
        await test.ItemAsync(reference) is { } item ? item.Proposal ?? new Proposal(Year, Decision.Keep, item.Current?.Target, item.Current?.Range, "As it was.") : throw new ArgumentException(reference, nameof(reference));

    public static Task<ReviewResult> ProposeAsync(this TestStore test, string reference, Proposal proposal, string who = Manager, string? service = null, string? answer = null) =>
        Proposing.RunAsync(test.Store, Year, [new SentProposal(reference, proposal, answer)], who, own => service is null || own == service, CancellationToken.None);

    /// <summary>Has everything that is proposed and not agreed yet agreed.</summary>
    public static async Task AgreeAllAsync(this TestStore test, string who = Director)
    {
        string[] refs = [.. (await test.ReviewAsync()).Items.Where(item => item.State != ReviewState.Agreed).Select(item => item.Ref)];
        Taken(await Challenging.AgreeAsync(test.Store, Year, refs, who, null, CancellationToken.None));
    }

    public static async Task<IReadOnlyList<string>> AdoptAsync(this TestStore test)
    {
        Taken(await Adopting.PutForwardAsync(test.Store, Year, Analyst, CancellationToken.None));
        return Taken(await Adopting.AdoptAsync(test.Store, Year, Director, CancellationToken.None));
    }

    /// <summary>The sheet of a new indicator of the Contact Centre.</summary>
    public static SheetChange NewSheet => new()
    {
        Title = "Web chats answered", Service = "Contact Centre", Committees = Committee, Unit = "%", Polarity = Polarity.HigherIsBetter, Frequency = Frequency.Month, RollUp = RollUp.Ratio,
        Meaning = "Web chats that an adviser answered.", Numerator = "Chats answered", Denominator = "Chats begun",
    };

    public static Proposal New => new(Year, Decision.New, new Target(90, 80, Polarity.HigherIsBetter), null, "Chat takes a fifth of contacts.") { Sheet = NewSheet };

    public static IReadOnlyList<string> Taken(ReviewResult result) => result switch
    {
        ReviewResult.Taken taken => taken.Changes,
        ReviewResult.Refused refused => throw new Xunit.Sdk.XunitException(string.Join('\n', refused.Reasons)),
        _ => throw new InvalidOperationException(),
    };

    public static string Refused(ReviewResult result) => string.Join('\n', Assert.IsType<ReviewResult.Refused>(result).Reasons);
}
