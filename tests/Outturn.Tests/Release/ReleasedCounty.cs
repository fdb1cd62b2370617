using System.Security.Cryptography;
using Outturn.App.Collection;
using Outturn.App.Registers;
using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.People;
using Outturn.Core.Release;
using Outturn.Tests.Registers;
using Outturn.Tests.Stores;
using Outturn.Web.Parts;
using Outturn.Web.Release;

namespace Outturn.Tests.Release;

/// <summary>The example county in a store, and a year-end report of it that is brought as far as a test needs.</summary>
internal sealed class ReleasedCounty : IDisposable
{
    public const string Report = "policy-and-resources-2025-26";

    private ReleasedCounty(TestStore test, string? reference) => (Test, Live, Drafts) = (test, new LiveCouncil(test.Store), new DraftPapers(new LiveReference(reference), new KnownThen(test.Store)));

    public static FolderResult.Read Folder { get; } = Assert.IsType<FolderResult.Read>(CouncilFolder.Read(Examples.County));

    /// <summary>The last working day on which the papers of 15 July 2026 can go out, at the usual hour: 09:30 in July is 08:30 UTC.</summary>
    public static DateTime ReleaseAt { get; } = new(2026, 7, 7, 8, 30, 0, DateTimeKind.Utc);

    public static Person Analyst { get; } = new("analyst", "Ana Lyst", [Role.Analyst], [], []);

    public TestStore Test { get; }

    public Store Store => Test.Store;

    public LiveCouncil Live { get; }

    public DraftPapers Drafts { get; }

    /// <summary>Its report begun, and nothing done with it yet.</summary>
    /// <param name="reference">The national data that mappings are made of.</param>
    public static async Task<ReleasedCounty> BegunAsync(string engine = TestStore.Sqlite, FolderResult.Read? folder = null, string? reference = null)
    {
        var test = await TestStore.CreateAsync(engine);
        test.Clock.Now = new DateTime(2026, 7, 1, 9, 0, 0, DateTimeKind.Utc);
        Assert.IsType<RegisterImportResult.Compared>(await StoreFixture.TakeAsync(test, folder ?? Folder));
        var county = new ReleasedCounty(test, reference);
        var now = await county.NowAsync();
        var (life, refusal) = await county.Drafts.NewAsync(now, ReportLife.OfDashboard(now.Register!.Committees[0], null, new DateOnly(2026, 3, 31)), default);
        Assert.True(life is not null, refusal);
        Assert.Equal(Report, life.Name);
        Taken(await ReportSteps.BeginAsync(county.Store, life, "analyst", default));
        return county;
    }

    /// <summary>Signed off in every section and as a whole.</summary>
    public static async Task<ReleasedCounty> SignedOffAsync(string engine = TestStore.Sqlite)
    {
        var county = await BegunAsync(engine);
        await county.SignOffAsync();
        return county;
    }

    public static async Task<ReleasedCounty> ScheduledAsync(string engine = TestStore.Sqlite)
    {
        var county = await SignedOffAsync(engine);
        await county.ScheduleAsync(ReleaseAt);
        return county;
    }

    public static async Task<ReleasedCounty> IssuedAsync(string engine = TestStore.Sqlite)
    {
        var county = await ScheduledAsync(engine);
        county.Test.Clock.Now = ReleaseAt;
        Assert.Single(await Issuing.IssueDueAsync(county.Store, ReleaseAt, default));
        return county;
    }

    public ValueTask<CouncilNow> NowAsync() => Live.ReadAsync(default);

    public async Task<ReportLife> LifeAsync() => (await StoredReports.ReadAsync(Store, default)).Single(life => life.Name == Report);

    public async Task<DraftPaper> DraftAsync()
    {
        var (draft, refusal) = await Drafts.OfAsync(await NowAsync(), await LifeAsync(), default);
        Assert.True(draft is not null, refusal);
        return draft;
    }

    /// <summary>Every section by the analyst on behalf of who answers for it, and then the whole.</summary>
    public async Task SignOffAsync()
    {
        var draft = await DraftAsync();
        Taken(await ReportSteps.SendForReviewAsync(Store, Report, draft.AsItIs, "analyst", null, default));
        foreach (var section in draft.AsItIs.Sections)
        {
            Taken(await ReportSteps.SignSectionAsync(Store, Report, draft.AsItIs, section.Service, section.Role, Analyst, "By e-mail on 1 July.", default));
        }

        foreach (var error in draft.AsItIs.Blocking)
        {
            Taken(await ReportSteps.AnswerForAsync(Store, Report, error.Key!, "analyst", "A test.", default));
        }

        Taken(await ReportSteps.SignAllAsync(Store, Report, draft.AsItIs, "analyst", default));
    }

    public async Task ScheduleAsync(DateTime releaseAt)
    {
        var (draft, life) = (await DraftAsync(), await LifeAsync());
        var (made, refusal) = await EditionMaking.MakeAsync(Store, draft, life, releaseAt, default);
        Assert.True(made is not null, refusal);
        Taken(await ReportSteps.ScheduleAsync(Store, Report, draft.AsItIs, made.Title, made.Files, releaseAt, "releaser", default));
    }

    /// <summary>Sends another figure for the indicator's reported period: smaller by 5% and another thousandth for each time.</summary>
    public async Task ReviseAsync(DashboardIndicator indicator, int time = 0)
    {
        var (known, share) = (indicator.Rated.Point.Observation, 0.95m - time % 200 / 1000m);
        var sent = known.Counts is { } counts
            ? new Observation(null, counts with { Numerator = Math.Floor(counts.Numerator * share) })
            : new Observation(Unit.Round(known.Value(indicator.Definition.Unit)!.Value * share, 4));
        var result = await Submissions.SubmitAsync(
            Store, [new SentFigure(indicator.Indicator.Ref, new Submission(indicator.Period, sent))], "manager", "A test.", new SubmitOptions((_, _) => "A test."), default);
        Assert.True(result is SubmitResult.Accepted, result is SubmitResult.Refused refused ? string.Join(" ", refused.Problems.Select(problem => problem.Reason)) : $"{result}");
    }

    /// <summary>Every issued file by its name, as the store serves it.</summary>
    public async Task<IReadOnlyDictionary<string, string>> DigestsAsync()
    {
        var digests = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in (await StoredReports.IssuedAsync(Store, default)).SelectMany(edition => edition.Files))
        {
            digests.Add(file.Name, Convert.ToHexStringLower(SHA256.HashData((await StoredReports.BytesAsync(Store, file.Digest, default))!)));
        }

        return digests;
    }

    public static void Taken(StepResult result) => Assert.True(result is StepResult.Taken, result is StepResult.Refused refused ? string.Join(" ", refused.Reasons) : "");

    public static string Refused(StepResult result) => string.Join(" ", Assert.IsType<StepResult.Refused>(result).Reasons);

    public void Dispose()
    {
        Live.Dispose();
        Test.Dispose();
    }
}
