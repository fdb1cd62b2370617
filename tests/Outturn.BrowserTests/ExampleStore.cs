using System.Security.Cryptography;
using Outturn.App.Collection;
using Outturn.App.Mail;
using Outturn.App.People;
using Outturn.App.Questions;
using Outturn.App.Registers;
using Outturn.App.Release;
using Outturn.App.Review;
using Outturn.App.Stores;
using Outturn.BrowserTests.Accounts;
using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Observations;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Core.Release;
using Outturn.Core.Review;

namespace Outturn.BrowserTests;

/// <summary>The example county as it stood in July 2020, in a store: its register, the year 2020/21, a round for April 2020, the review for 2020/21, and somebody of every role.</summary>
internal static class ExampleStore
{
    private const string Who = "test";

    /// <summary>Kent's, so that there are published figures to show; the county's own are fictional.</summary>
    private const string Area = "E10000016";

    /// <summary>Across committees; every indicator is in it.</summary>
    private static readonly Report Quarterly = new("Quarterly Report", ReportKind.Quarterly, null, 1);

    /// <summary>What proves the figure of CS04b for April, which waits to be approved.</summary>
    private static readonly byte[] Evidence = "7,000 of 7,400 calls"u8.ToArray();

    private static readonly Person[] People =
    [
        new("administrator", "Systems Administrator (fictional)", [Role.Administrator], [], []),
        new("analyst", "Chief Analyst (fictional)", [Role.Analyst], [], ["chief-analyst"]),
        new("contact", "Contact Centre Contract Manager (fictional)", [Role.Contributor], ["Contact Centre", "Complaints"], ["contact-manager", "complaints-manager"]),
        new("finance", "Head of Payments and Income (fictional)", [Role.Contributor], ["Finance"], ["payments-manager", "budget-manager"]),
        new("approver", "Deputy Director of People and Communications (fictional)", [Role.Approver], ["Contact Centre", "Complaints"], []),
        new("director", "Director of People and Communications (fictional)", [Role.Approver, Role.Director], ["Contact Centre", "Complaints"], ["director-people"]),
        new("cabinet", "Cabinet Member for People (fictional)", [Role.CabinetMember], ["Contact Centre", "Complaints", "Human Resources"], ["member-people"]),
        new("clerk", "Democratic Services Officer (fictional)", [Role.Clerk], [], ["committee-clerk"]),
        new("releaser", "Head of Communications (fictional)", [Role.Releaser], [], []),
        new("member", "A member of the committee (fictional)", [Role.Member], [], []),
        new("reader", "An auditor (fictional)", [Role.Reader], [], []),
    ];

    /// <returns>The administrator, who has set their password and authenticator; the others have not.</returns>
    public static async Task<Colleague> MakeAsync(string file, TimeProvider clock)
    {
        var address = StoreAddress.Read(file, out _)!;
        var store = Assert.IsType<StoreResult.Opened>(await Store.CreateAsync(address, clock, default)).Store;
        var folder = Assert.IsType<FolderResult.Read>(CouncilFolder.Read(Repository.Path("tests", "Fixtures", "wealdshire-2020")));
        folder = folder with
        {
            Register = folder.Register with
            {
                Council = folder.Register.Council with { Code = Area },
                Reports = [Quarterly],
                Indicators = [.. folder.Register.Indicators.Select(history => history with { Indicator = history.Indicator with { Reports = [Quarterly] } })],
            },
        };
        Assert.IsType<RegisterImportResult.Compared>(await RegisterImport.RunAsync(store, folder, null, new Act(Who, "import", "wealdshire"), new ImportOptions(), default));
        foreach (var person in People)
        {
            Assert.IsType<PersonResult.Kept>(await StoredPeople.KeepAsync(store, person, Who, null, default));
        }

        Assert.IsType<YearOpeningResult.Opened>(await YearOpening.RunAsync(store, Period.Year(2020), looksOnly: false, Who, null, default));
        Assert.IsType<OpenRoundResult.Opened>(await Rounds.OpenAsync(store, April, null, Who, null, default));
        Assert.IsType<SubmitResult.Accepted>(await Submissions.SubmitAsync(
            store, [new SentFigure("CS04b", new Submission(April, new Observation(null, new Counts(7000m, 7400m))), new EvidenceFile("april.txt", Evidence))], "contact", null, new SubmitOptions((_, _) => "Checked with the contractor."), default));
        Assert.IsType<QuestionResult.Taken>(await StoredQuestions.AskAsync(store, "CS04a", "Why were fewer calls answered in the autumn?", null, "member", default));
        await OpenReviewAsync(store, Period.Year(2020), new DateOnly(2020, 7, 29));
        Assert.IsType<ReviewResult.Taken>(await Comments.RecordAsync(
            store, Period.Year(2020), new RecordedComment("CS04a", "Policy and Resources Cabinet Committee", "A member of the committee", new DateOnly(2020, 5, 20), "Is the floor not still too low?"), "clerk", default));
        await BeginReportsAsync(store);
        Assert.Null(await OutboxList.TestAsync(store, "a.shah@wealdshire.example", "Wealdshire County Council", Who, default));
        CalendarCode = await new PersonalMail(store).MakeCalendarAsync("analyst", default);
        var administrator = await Colleague.SignedUpAsync(store, People[0].Account);
        Store.Release(address);
        return administrator;
    }

    /// <summary>One report in review, and one that is issued, with its data alone.</summary>
    private static async Task BeginReportsAsync(Store store)
    {
        const string committee = "Policy and Resources Cabinet Committee";
        var draft = new DraftAsItIs(long.MaxValue, "content", [], new Dictionary<string, string>(), []);
        var (json, now) = ("{}"u8.ToArray(), store.Clock.GetUtcNow().UtcDateTime);
        const string issued = "policy-and-resources-nov-2019";
        foreach (var life in new[]
        {
            new ReportLife("policy-and-resources-2019-20", PaperSubject.Dashboard, committee, null, new DateOnly(2020, 3, 31), new DateOnly(2020, 7, 29), []),
            new ReportLife(issued, PaperSubject.Dashboard, committee, null, new DateOnly(2019, 11, 30), new DateOnly(2020, 1, 15), []),
        })
        {
            Assert.IsType<StepResult.Taken>(await ReportSteps.BeginAsync(store, life, "analyst", default));
            Assert.IsType<StepResult.Taken>(await ReportSteps.SendForReviewAsync(store, life.Name, draft, "analyst", null, default));
        }

        Assert.IsType<StepResult.Taken>(await ReportSteps.SignAllAsync(store, issued, draft, "analyst", default));
        var file = new EditionFile("json", $"{issued}.json", "application/json", Convert.ToHexStringLower(SHA256.HashData(json)), json.Length);
        Assert.IsType<StepResult.Taken>(await ReportSteps.ScheduleAsync(store, issued, draft, "Dashboard", [(file, json)], now, "releaser", default));
        Assert.Single(await Issuing.IssueDueAsync(store, now, default));
    }

    /// <summary>Opens the review of a year for a meeting of the one committee there is.</summary>
    public static async Task OpenReviewAsync(Store store, Period year, DateOnly meeting) =>
        Assert.IsType<ReviewResult.Taken>(await ReviewOpening.RunAsync(store, year, register => (new ReviewPlan([new ReviewMeeting(register.Committees[0], meeting)]), null), Who, null, default));

    /// <summary>The secret of the analyst's calendar.</summary>
    public static string CalendarCode { get; private set; } = "";

    /// <summary>The month that is collected.</summary>
    public static Period April { get; } = Period.EndedBy(Frequency.Month, new DateOnly(2020, 4, 30));

    /// <summary>The name under which that is kept.</summary>
    public static string EvidenceDigest { get; } = Convert.ToHexStringLower(SHA256.HashData(Evidence));
}
