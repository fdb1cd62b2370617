using Outturn.App.Registers;
using Outturn.App.Review;
using Outturn.Core.Periods;
using Outturn.Core.Review;
using Outturn.Tests.Registers;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Review;

/// <summary>The example county in a store, with its review for 2026/27.</summary>
internal static class ReviewedCounty
{
    public static Period Year { get; } = Period.Year(2026);

    public static DateOnly Meeting { get; } = new(2026, 6, 10);

    public static FolderResult.Read Folder { get; } = Assert.IsType<FolderResult.Read>(CouncilFolder.Read(Examples.County));

    /// <summary>Opened, as its services proposed.</summary>
    public static async Task<TestStore> OpenedAsync(string engine)
    {
        var test = await TestStore.CreateAsync(engine);
        test.Clock.Now = new DateTime(2026, 5, 20, 9, 0, 0, DateTimeKind.Utc);
        Assert.IsType<RegisterImportResult.Compared>(await StoreFixture.TakeAsync(test, Folder));
        Reviewed.Taken(await ReviewOpening.RunAsync(test.Store, Year, register => (new ReviewPlan([new ReviewMeeting(register.Committees[0], Meeting)]), null), "analyst", null, default));
        return test;
    }

    /// <summary>Every proposal agreed, and the set put forward.</summary>
    public static async Task<TestStore> PutForwardAsync(string engine)
    {
        var test = await OpenedAsync(engine);
        var review = await ReadAsync(test);
        Reviewed.Taken(await Challenging.AgreeAsync(test.Store, Year, [.. review.Items.Select(item => item.Ref)], "analyst", null, default));
        Reviewed.Taken(await Adopting.PutForwardAsync(test.Store, Year, "analyst", default));
        return test;
    }

    public static async Task<AnnualReview> ReadAsync(TestStore test)
    {
        var register = await StoreFixture.RegisterAsync(test);
        return AnnualReview.Of(register, Year, (await StoredReviews.ReadAsync(test.Store, register, default)).GetValueOrDefault(Year));
    }
}
