using Outturn.App.Outcomes;
using Outturn.App.Registers;
using Outturn.App.Release;
using Outturn.App.Review;
using Outturn.Core.National;
using Outturn.Core.Outcomes;
using Outturn.Core.Periods;
using Outturn.Core.Release;
using Outturn.Core.Review;
using Outturn.Reports.Issued;
using Outturn.Tests.Import;
using Outturn.Tests.PublicSite;
using Outturn.Tests.Reference;
using Outturn.Web.Release;

namespace Outturn.Tests.Release;

/// <summary>The mapping to an outcomes framework and the annual review go the same way to the public as a dashboard: by two people, once, and as they were.</summary>
[Collection(NationalStore.Collection)]
public sealed class OtherPaperLifeTests(NationalStore national)
{
    private const string Kent = "E10000016";

    private static readonly Period Year = Period.Year(2026);

    [Fact]
    public async Task A_mapping_is_issued_and_the_public_reads_each_outcome_and_metric_as_it_was()
    {
        using var county = await InKentAsync();
        var life = await BegunAsync(county, ReportLife.OfMapping(await FrameworkAsync(), null, null, new DateOnly(2026, 7, 1)));
        Assert.Equal(("local-outcomes-framework-july-2026", "Council, mapping to the Local Outcomes Framework, July 2026"), (life.Name, life.Title));
        await IssueAsync(county, life);
        var issued = (await EditionMaking.ReadAsync(county.Store, (await LifeAsync(county, life.Name)).Current!.Digest, default))!;
        Assert.Equal((16, 116), (issued.Outcomes!.Outcomes.Count, issued.Outcomes.Metrics.Count));
        var metric = issued.Outcomes.Metrics.Single(metric => metric.Id == "LOF-07-06");
        Assert.Equal("Kent", metric.Published!.Places[0].Area);
        Assert.Contains(metric.Published.Places[0].Shown, metric.Published.Sentence, StringComparison.Ordinal);

        using var folder = new TemporaryFolder();
        Assert.Equal((1, (string?)null), await Publisher.RunAsync(county.Store, folder.Path("public.db"), default));
        await using var site = await OwnSite.OverAsync(Directory.CreateTempSubdirectory("outturn-public-"), folder.Path("public.db"));
        var overview = await site.Http.GetStringAsync("/outcomes");
        Assert.All(issued.Outcomes.Outcomes, outcome => Assert.Contains($"/outcomes/local-outcomes-framework/{outcome.Number}\"", overview, StringComparison.Ordinal));
        foreach (var outcome in issued.Outcomes.Outcomes)
        {
            var page = await site.Http.GetStringAsync($"/outcomes/local-outcomes-framework/{outcome.Number}");
            Assert.All(outcome.Metrics, id => Assert.Contains($"/metrics/{id}\"", page, StringComparison.Ordinal));
        }

        var shown = await site.Http.GetStringAsync("/outcomes/local-outcomes-framework/metrics/LOF-07-06");
        Assert.All(metric.Published.Places, place => Assert.Contains(System.Net.WebUtility.HtmlEncode(place.Area), shown, StringComparison.Ordinal));
        Assert.Contains("Places are not a league table", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("/indicators/", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mapping_that_was_signed_off_yesterday_is_released_today()
    {
        using var county = await InKentAsync();
        var life = await BegunAsync(county, ReportLife.OfMapping(await FrameworkAsync(), null, null, new DateOnly(2026, 7, 1)));
        // No figure's age changes from the one day to the other, as it does with a quarter.
        var (signed, draft) = (await OnAsync(new DateTime(2026, 7, 2, 9, 0, 0, DateTimeKind.Utc)), await OnAsync(new DateTime(2026, 7, 3, 9, 0, 0, DateTimeKind.Utc)));
        Assert.NotEqual(signed.Paper.Document.Info.Date, draft.Paper.Document.Info.Date);
        Assert.Equal(signed.AsItIs.ContentDigest, draft.AsItIs.ContentDigest);

        async Task<DraftPaper> OnAsync(DateTime day)
        {
            county.Test.Clock.Now = day;
            using var live = new LiveCouncil(county.Store);
            return (await county.Drafts.OfAsync(await live.ReadAsync(default), life, default)).Draft!;
        }
    }

    [Fact]
    public async Task A_corrected_mapping_keeps_the_old_beside_the_new_and_takes_no_supplement()
    {
        using var county = await InKentAsync();
        var framework = await FrameworkAsync();
        var life = await BegunAsync(county, ReportLife.OfMapping(framework, null, null, new DateOnly(2026, 7, 1)));
        await IssueAsync(county, life);
        var unmapped = Coverage.Of(framework, (await county.NowAsync()).Register!.Links, Coverage.Counted((await county.NowAsync()).Register!, null, new DateOnly(2026, 7, 1))).Metrics.First(metric => metric.IsUnmapped).Metric;
        var linked = (await county.NowAsync()).Register!.Find("HR01")!.Indicator.Title;
        Assert.IsType<MappingResult.Kept>(await Mapping.KeepAsync(county.Store, framework, new SaidLink(unmapped.Id, "HR01", Relation.Contributes, null, null), "analyst", default));
        Assert.Contains("correct it", ReleasedCounty.Refused(await ReportSteps.BeginEditionAsync(county.Store, life.Name, EditionKind.Supplement, "analyst", "Late.", default)), StringComparison.Ordinal);
        ReleasedCounty.Taken(await ReportSteps.BeginEditionAsync(county.Store, life.Name, EditionKind.Correction, "analyst", "An indicator was left out.", default));
        await IssueAsync(county, await LifeAsync(county, life.Name));
        var issued = (await EditionMaking.ReadAsync(county.Store, (await LifeAsync(county, life.Name)).Current!.Digest, default))!;
        Assert.Equal(EditionKind.Correction, issued.Kind);
        Assert.Contains(issued.Revisions, revision => revision is { What: "Covered", Old: "No indicator", New: "Proxy only" } && revision.Title == unmapped.Title);
        Assert.Contains(issued.Revisions, revision => revision.What == Revisions.LeftOut && revision.Title == linked);
    }

    [Fact]
    public async Task A_review_is_signed_off_once_every_proposal_is_agreed_or_answered_for()
    {
        using var county = await ReleasedCounty.BegunAsync();
        Assert.IsType<ReviewResult.Taken>(await ReviewOpening.RunAsync(county.Store, Year, register => (new ReviewPlan([new ReviewMeeting(register.Committees[0], new DateOnly(2026, 7, 15))]), null), "analyst", null, default));
        var life = await BegunAsync(county, ReportLife.OfReview((await county.NowAsync()).Register!.Committees[0], Year, new DateOnly(2026, 7, 15)));
        var (now, read) = (await county.NowAsync(), await LifeAsync(county, life.Name));
        var draft = (await county.Drafts.OfAsync(now, read, default)).Draft!;
        var items = await new ReportChecks(county.Store).OfAsync(now, read, draft, default);
        Assert.Contains(items, item => item is { Check: Check.NotAgreed, CanBeOverridden: true });
        var stopped = draft.AsItIs with { Blocking = ReportChecks.Blocking(items) };
        ReleasedCounty.Taken(await ReportSteps.SendForReviewAsync(county.Store, life.Name, stopped, "analyst", null, default));
        Assert.Contains("not agreed", ReleasedCounty.Refused(await ReportSteps.SignAllAsync(county.Store, life.Name, stopped, "analyst", default)), StringComparison.Ordinal);
        foreach (var item in items.Where(item => item.Severity == CheckSeverity.Error))
        {
            ReleasedCounty.Taken(await ReportSteps.AnswerForAsync(county.Store, life.Name, item.AnsweredAs(), "analyst", "The committee is asked to decide.", default));
        }

        ReleasedCounty.Taken(await ReportSteps.SignAllAsync(county.Store, life.Name, stopped, "analyst", default));
        Assert.Contains("somebody else", ReleasedCounty.Refused(await ReportSteps.ScheduleAsync(county.Store, life.Name, draft.AsItIs, "", [], ReleasedCounty.ReleaseAt, "analyst", default)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_cell_of_an_issued_mapping_is_the_same_in_every_file_of_it()
    {
        using var county = await InKentAsync();
        var life = await BegunAsync(county, ReportLife.OfMapping(await FrameworkAsync(), null, null, new DateOnly(2026, 7, 1)));
        await IssueAsync(county, life);
        var cells = await IssuedTables.ReadAsync(county.Store, life.Name);
        Assert.Equal((19, 256), (cells.Tables.Count, cells.Tables.Sum(table => table.Rows.Count)));
        Assert.Empty(cells.Differences("html", "docx", "pdf", "xlsx"));

        // Planted: one cell of one file is another than was issued.
        var changed = cells.With("html", html => EditedFile.Text(html, ">Own indicator<", ">Proxy only<"));
        Assert.Matches("^html: .+: Proxy only instead of Own indicator$", Assert.Single(changed.Differences("html")));
    }

    [Fact]
    public async Task Every_cell_of_an_issued_review_is_the_same_in_every_file_of_it()
    {
        using var county = await ReleasedCounty.BegunAsync();
        Assert.IsType<ReviewResult.Taken>(await ReviewOpening.RunAsync(county.Store, Year, register => (new ReviewPlan([new ReviewMeeting(register.Committees[0], new DateOnly(2026, 7, 15))]), null), "analyst", null, default));
        var life = await BegunAsync(county, ReportLife.OfReview((await county.NowAsync()).Register!.Committees[0], Year, new DateOnly(2026, 7, 15)));
        await IssueAsync(county, life);
        var cells = await IssuedTables.ReadAsync(county.Store, life.Name);
        Assert.Equal((22, 69), (cells.Tables.Count, cells.Tables.Sum(table => table.Rows.Count)));
        Assert.Empty(cells.Differences("html", "docx", "pdf", "xlsx"));
    }

    private Task<ReleasedCounty> InKentAsync()
    {
        var register = ReleasedCounty.Folder.Register;
        return ReleasedCounty.BegunAsync(folder: ReleasedCounty.Folder with { Register = register with { Council = register.Council with { Code = Kent } } }, reference: national.File);
    }

    private static async Task<ReportLife> BegunAsync(ReleasedCounty county, ReportLife asked)
    {
        var (life, refusal) = await county.Drafts.NewAsync(await county.NowAsync(), asked, default);
        Assert.True(life is not null, refusal);
        ReleasedCounty.Taken(await ReportSteps.BeginAsync(county.Store, life, "analyst", default));
        return await LifeAsync(county, life.Name);
    }

    private static async Task<ReportLife> LifeAsync(ReleasedCounty county, string name) => (await county.NowAsync()).Life(name)!;

    private static async Task IssueAsync(ReleasedCounty county, ReportLife life)
    {
        var draft = (await county.Drafts.OfAsync(await county.NowAsync(), life, default)).Draft!;
        ReleasedCounty.Taken(await ReportSteps.SendForReviewAsync(county.Store, life.Name, draft.AsItIs, "analyst", null, default));
        ReleasedCounty.Taken(await ReportSteps.SignAllAsync(county.Store, life.Name, draft.AsItIs, "analyst", default));
        var at = county.Test.Clock.Now;
        var (made, refusal) = await EditionMaking.MakeAsync(county.Store, draft, life, at, default);
        Assert.True(made is not null, refusal);
        ReleasedCounty.Taken(await ReportSteps.ScheduleAsync(county.Store, life.Name, draft.AsItIs, made.Title, made.Files, at, "releaser", default));
        Assert.Single(await Issuing.IssueDueAsync(county.Store, at, default));
    }

    private async Task<FrameworkEdition> FrameworkAsync()
    {
        await using var store = await national.OpenAsync();
        return (await Frameworks.FindAsync(store, new FrameworkChoice("Local Outcomes Framework", null), [], default)).Edition!;
    }
}
