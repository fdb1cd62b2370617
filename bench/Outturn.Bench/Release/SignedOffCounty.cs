using Microsoft.Data.Sqlite;
using Outturn.App.Registers;
using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Core.People;
using Outturn.Core.Release;
using Outturn.Web.Parts;
using Outturn.Web.Release;

namespace Outturn.Bench.Release;

/// <summary>The example county of July 2020 in an SQLite store, its year-end paper of 25 KPIs signed off and not yet scheduled.</summary>
internal static class SignedOffCounty
{
    public const string Report = "policy-and-resources-2019-20";

    /// <summary>09:30 in London, six clear days before the meeting of 29 July.</summary>
    public static readonly DateTime ReleaseAt = new(2020, 7, 21, 8, 30, 0, DateTimeKind.Utc);

    private static readonly Person Analyst = new("analyst", "Chief Analyst (fictional)", [Role.Analyst], [], []);

    public static async Task MakeAsync(string county, string file)
    {
        var store = await StoreAsync(file, isNew: true);
        var council = (FolderResult.Read)CouncilFolder.Read(county);
        await RegisterImport.RunAsync(store, council, council.Template, new Act("analyst", "import", "wealdshire"), new ImportOptions(), default);
        using var live = new LiveCouncil(store);
        var (now, drafts) = (await live.ReadAsync(default), Drafts(store));
        var (life, refusal) = await drafts.NewAsync(now, ReportLife.OfDashboard(now.Register!.Committees[0], null, new DateOnly(2020, 3, 31)), default);
        Taken(await ReportSteps.BeginAsync(store, life ?? throw new InvalidOperationException(refusal), "analyst", default));
        var (draft, _) = await drafts.OfAsync(await live.ReadAsync(default), life, default);
        Taken(await ReportSteps.SendForReviewAsync(store, Report, draft!.AsItIs, "analyst", null, default));
        foreach (var section in draft.AsItIs.Sections)
        {
            Taken(await ReportSteps.SignSectionAsync(store, Report, draft.AsItIs, section.Service, section.Role, Analyst, "By e-mail.", default));
        }

        Taken(await ReportSteps.SignAllAsync(store, Report, draft.AsItIs, "analyst", default));
        Store.Release(store.Address);
        SqliteConnection.ClearAllPools();
    }

    /// <summary>Papers worked out anew: nothing is known of any yet.</summary>
    public static DraftPapers Drafts(Store store) => new(new LiveReference(null), new KnownThen(store));

    /// <param name="isNew">Whether it is to be made; opened otherwise.</param>
    public static async Task<Store> StoreAsync(string file, bool isNew = false)
    {
        var (address, clock) = (StoreAddress.Read(file, out _)!, new SummerOf2020());
        return await (isNew ? Store.CreateAsync(address, clock, default) : Store.OpenAsync(address, clock, default)) switch
        {
            StoreResult.Opened opened => opened.Store,
            StoreResult.Refused refused => throw new InvalidOperationException(refused.Reason),
            _ => throw new InvalidOperationException(),
        };
    }

    public static void Taken(StepResult result)
    {
        if (result is StepResult.Refused refused)
        {
            throw new InvalidOperationException(string.Join(" ", refused.Reasons));
        }
    }

    /// <summary>1 July 2020, all day long: what is issued is issued by the time that is said.</summary>
    private sealed class SummerOf2020 : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2020, 7, 1, 9, 0, 0, TimeSpan.Zero);
    }
}
