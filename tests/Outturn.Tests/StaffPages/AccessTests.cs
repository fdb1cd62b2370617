using System.Net;
using Outturn.App.Release;
using Outturn.Core.People;
using Outturn.Core.Release;
using Outturn.Web.Access;

namespace Outturn.Tests.StaffPages;

/// <summary>Who may do what: the one table is what the pages do, for every role, for own services and for others'.</summary>
public sealed class AccessTests : IClassFixture<AccessTests.App>
{
    /// <summary>An indicator of the service of those whose roles reach their own, and one of another's.</summary>
    private const string OwnRef = "FN07";
    private const string OtherRef = "ICT01";

    private readonly StaffApp app;

    public AccessTests(App app) => this.app = app.Started;

    public static TheoryData<Role> EveryRole => [.. Roles.All];

    [Fact]
    public void Every_endpoint_declares_who_may()
    {
        var open = app.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<Policy>() is null && !endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("look/", StringComparison.Ordinal) && endpoint.RoutePattern.RawText != "/favicon.ico");
        Assert.Empty(open.Select(endpoint => endpoint.DisplayName));
        Assert.True(app.Endpoints.Count() > 40);
    }

    [Fact]
    public void Every_row_of_the_table_is_a_page() =>
        Assert.Empty(Policies.All.Select(policy => policy.Page).Except(app.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<Policy>()?.Page)));

    /// <summary>What an auditor would ask of the table, said once more in other words.</summary>
    [Fact]
    public void The_table_keeps_to_what_the_roles_mean()
    {
        var signIn = new[] { "/Account/SignIn", "/Account/Code", "/Account/Start", "/Account/Authenticator", "/Account/SignOut", "/NotFound", "/Fault", "/Accessibility", "/Calendar/Collection", "/Api/Figures" };
        Assert.Equal(signIn.Order(), Policies.All.Where(policy => policy.Public).Select(policy => policy.Page).Order());
        foreach (var policy in Policies.All)
        {
            Assert.DoesNotContain(policy.Anywhere, role => role.IsOfOwnServices() && !policy.Page.StartsWith("/Account/", StringComparison.Ordinal));
            Assert.All(policy.OwnServices, role => Assert.True(role.IsOfOwnServices()));
        }

        string[] ForAdministratorsAlone = ["/Admin/People", "/Admin/Person", "/Admin/Sessions", "/Admin/Services", "/Admin/Settings", "/Admin/House"];
        Assert.All(ForAdministratorsAlone, page => Assert.Equal([Role.Administrator], Policies.Of(page)!.Anywhere.Concat(Policies.Of(page)!.OwnServices)));
        Assert.DoesNotContain(Policies.All, policy => policy.Page.StartsWith("/Collect/", StringComparison.Ordinal) && policy.Anywhere.Intersect([Role.Member, Role.Reader, Role.Releaser, Role.Clerk]).Any());
        string[] forAnalysts = ["/Review/Open", "/Review/Agree", "/Review/Challenge", "/Review/PutForward"];
        Assert.All(forAnalysts, page => Assert.Equal([Role.Administrator, Role.Analyst], Policies.Of(page)!.Anywhere.Concat(Policies.Of(page)!.OwnServices)));
        string[] forProposing = ["/Review/Propose", "/Review/New"];
        Assert.All(forProposing, page => Assert.DoesNotContain(Role.CabinetMember, Policies.Of(page)!.OwnServices));
        Assert.Contains(Role.Releaser, Policies.Of("/Review/Adopt")!.Anywhere);
        Assert.DoesNotContain(Role.Clerk, Policies.Of("/Review/Adopt")!.Anywhere);
        Assert.DoesNotContain(Role.Contributor, Policies.Of("/Collect/Approve")!.OwnServices);
        Assert.DoesNotContain(Role.Approver, Policies.Of("/Collect/Enter")!.OwnServices);
    }

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task A_page_is_shown_to_whom_the_table_says_and_to_others_there_is_none(Role role)
    {
        using var visitor = await app.SignInAsync(role);
        var person = new Person(StaffApp.Account(role), "", [role], role.IsOfOwnServices() ? [StaffApp.Own] : [], []);
        foreach (var (policy, path, service) in Visits())
        {
            var answer = await visitor.GetAsync(path);
            var isShown = answer.Status != HttpStatusCode.NotFound;
            Assert.True(isShown == (policy.Public || policy.Allows(person, service)), $"{role}: {path} gave {answer.Status}.");
            Assert.False(answer.Status == HttpStatusCode.InternalServerError, $"{role}: {path} failed.");

            var posted = await visitor.PostAsync(path, ("anything", "at all"));
            Assert.True(policy.Page == "/Api/Figures" ? posted.Status == HttpStatusCode.Unauthorized : isShown ? posted.Status is HttpStatusCode.BadRequest or HttpStatusCode.NotFound : posted.Status == HttpStatusCode.NotFound, $"{role}: a forged post to {path} gave {posted.Status}.");
        }
    }

    [Fact]
    public async Task Whoever_has_not_signed_in_is_asked_to_and_sees_nothing()
    {
        using var nobody = app.Nobody();
        foreach (var (policy, path, _) in Visits().Where(visit => !visit.Policy.Public))
        {
            var answer = await nobody.GetAsync(path);
            Assert.True(answer.IsSignIn, $"{path} gave {answer.Status} to nobody ({policy.Page}).");
            Assert.Empty(answer.Text);
            Assert.True((await nobody.PostAsync(path, ("anything", "at all"))).IsSignIn);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await nobody.GetAsync("/nothing/here")).Status);
    }

    [Fact]
    public async Task Somebody_whose_access_was_taken_away_is_out_at_once()
    {
        using var reader = await app.SignInAsync(Role.Reader);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/dashboards")).Status);
        await RemoveAsync("reader");
        Assert.True((await reader.GetAsync("/dashboards")).IsSignIn);
        await Outturn.App.People.StoredPeople.KeepAsync(app.Council.Store, new Person("reader", "The reader (fictional)", [Role.Reader], [], []), "administrator", null, CancellationToken.None);
    }

    private Task<Outturn.App.People.PersonResult> RemoveAsync(string account) => Outturn.App.People.StoredPeople.RemoveAsync(app.Council.Store, account, "administrator", null, CancellationToken.None);

    /// <summary>Every page at an address that leads somewhere; one that is about an indicator or a service twice, for an own service and for another's.</summary>
    private IEnumerable<(Policy Policy, string Path, string? Service)> Visits()
    {
        foreach (var endpoint in app.Endpoints)
        {
            if (endpoint.Metadata.GetMetadata<Policy>() is not { } policy || policy.Page is "/Account/SignOut" or "/Fault" or "/NotFound")
            {
                continue;
            }

            var isOfIndicator = endpoint.RoutePattern.GetParameter("reference") is not null;
            var isOfService = endpoint.RoutePattern.GetParameter("service") is not null;
            foreach (var (reference, service) in isOfIndicator || isOfService ? [(OwnRef, StaffApp.Own), (OtherRef, "ICT")] : new[] { ("", (string?)null) })
            {
                yield return (policy, PathOf(endpoint, reference, service), service);
            }
        }
    }

    private static string PathOf(Microsoft.AspNetCore.Routing.RouteEndpoint endpoint, string reference, string? service) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => segment.Parts[0] switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => parameter.Name switch
        {
            "reference" => reference,
            "period" => endpoint.Metadata.GetMetadata<Policy>()!.Page == "/Collect/Enter" ? "2020-04-30" : "2020-03-31",
            "committee" => "policy-and-resources",
            "format" => endpoint.Metadata.GetMetadata<Policy>()!.Page is "/Review/Paper" or "/Outcomes/Paper" or "/Reports/Draft" ? "html" : endpoint.Metadata.GetMetadata<Policy>()!.Page == "/Reports/File" ? "json" : "csv?to=2020-03-31",
            "report" => "quarterly-report",
            "service" => service!.ToLowerInvariant(),
            "year" => "2020-21",
            "number" => endpoint.Metadata.GetMetadata<Policy>()!.Page switch { "/Outcomes/Outcome" => "7", "/Admin/Message" => Setup.Message, _ => "1" },
            "id" => "LOF-07-06",
            "account" => "member",
            "code" => endpoint.Metadata.GetMetadata<Policy>()!.Page == "/Calendar/Collection" ? Setup.Calendar : "no-such-code",
            "digest" => Setup.Digest,
            "name" => "policy-and-resources-2019-20",
            "signer" => "director",
            var other => throw new Xunit.Sdk.XunitException($"{endpoint.DisplayName} has a {other}: say what to put there."),
        },
        _ => throw new Xunit.Sdk.XunitException($"{endpoint.DisplayName} has a part that is new to this test."),
    }));

    private static class Setup
    {
        public static string Digest { get; set; } = "";

        public static string Message { get; set; } = "";

        public static string Calendar { get; set; } = "";
    }

    public sealed class App : IAsyncLifetime
    {
        internal StaffApp Started { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Started = await StaffApp.StartAsync();
            foreach (var reference in new[] { OwnRef, OtherRef })
            {
                await Outturn.App.Questions.StoredQuestions.AskAsync(Started.Council.Store, reference, "Why is it so?", null, "member", CancellationToken.None);
                var figure = new Outturn.Core.Collection.Submission(Outturn.Core.Periods.Period.Holding(Outturn.Core.Periods.Frequency.Month, new DateOnly(2020, 3, 31)), new Outturn.Core.Observations.Observation(null, new Outturn.Core.Observations.Counts(95, 100)));
                Assert.IsType<Outturn.App.Collection.SubmitResult.Accepted>(await Outturn.App.Collection.Submissions.SubmitAsync(
                    Started.Council.Store, [new(reference, figure, new("proof.txt", "proof"u8.ToArray()))], "contributor", null, new((_, _) => "a test"), CancellationToken.None));
            }

            Assert.IsType<Outturn.App.Review.ReviewResult.Taken>(await Outturn.App.Review.Comments.RecordAsync(
                Started.Council.Store, Outturn.Core.Periods.Period.Year(2020), new(null, "Policy and Resources Cabinet Committee", "a member", new DateOnly(2020, 5, 20), "Why so many?"), "clerk", CancellationToken.None));
            Assert.Null(await Outturn.App.Mail.OutboxList.TestAsync(Started.Council.Store, "a.shah@wealdshire.example", "Wealdshire", "analyst", CancellationToken.None));
            Setup.Message = (await Outturn.App.Mail.OutboxList.ReadAsync(Started.Council.Store, new(), 0, 1, CancellationToken.None)).Shown[0].Id;
            Setup.Calendar = await new Outturn.App.Mail.PersonalMail(Started.Council.Store).MakeCalendarAsync("analyst", CancellationToken.None);
            await IssueAsync(Started.Council.Store);
            Setup.Digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("proof"u8));
        }

        /// <summary>The year-end report, issued without a figure in it: what pages of a report need.</summary>
        private static async Task IssueAsync(Outturn.App.Stores.Store store)
        {
            const string name = "policy-and-resources-2019-20";
            var draft = new DraftAsItIs(long.MaxValue, "content", [], new Dictionary<string, string>(), []);
            var (json, now) = ("{}"u8.ToArray(), store.Clock.GetUtcNow().UtcDateTime);
            await ReportSteps.BeginAsync(store, new ReportLife(name, PaperSubject.Dashboard, "Policy and Resources Cabinet Committee", null, new DateOnly(2020, 3, 31), new DateOnly(2020, 7, 29), []), "analyst", default);
            await ReportSteps.SendForReviewAsync(store, name, draft, "analyst", null, default);
            await ReportSteps.SignAllAsync(store, name, draft, "analyst", default);
            Assert.IsType<StepResult.Taken>(await ReportSteps.ScheduleAsync(
                store, name, draft, name, [(new EditionFile("json", $"{name}.json", "application/json", Outturn.Web.Release.EditionMaking.Digest(json), json.Length), json)], now, "releaser", default));
            Assert.Single(await Issuing.IssueDueAsync(store, now, default));
        }

        public async Task DisposeAsync() => await Started.DisposeAsync();
    }
}
