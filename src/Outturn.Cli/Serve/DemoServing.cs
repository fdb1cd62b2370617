using System.CommandLine;
using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Outturn.App.Collection;
using Outturn.App.People;
using Outturn.App.Reference;
using Outturn.App.Registers;
using Outturn.App.Release;
using Outturn.App.Review;
using Outturn.App.Stores;
using Outturn.Core.Dashboards;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Core.Release;
using Outturn.Core.Review;
using Outturn.Public;
using Outturn.Web;
using Outturn.Web.Parts;
using Outturn.Web.Release;

namespace Outturn.Cli.Serve;

/// <summary>The pages of the example council, over a store that is gone afterwards. Its clock stands in the spring that its figures lead up to.</summary>
internal static class DemoServing
{
    private const string Who = "demo";
    private const string Preparer = "analyst";
    private const string Releaser = "head";

    /// <summary>The framework, areas and neighbours that come with the program.</summary>
    private static string OpenData => Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>The last working day on which the papers of the meeting of 14 January can go out, at the usual hour.</summary>
    private static readonly DateTimeOffset Issued = new(2026, 1, 6, 9, 30, 0, TimeSpan.Zero);

    /// <summary>The last day of the figures of the report that was issued then.</summary>
    private static readonly DateOnly IssuedTo = new(2025, 11, 30);

    /// <summary>So far is the public site's port from that of the pages for staff.</summary>
    private const int PublicPort = 10;

    /// <summary>A Wednesday after the example's last figures were due, and before the meeting that its review goes to.</summary>
    private static readonly DateTimeOffset Begins = new(2026, 5, 20, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The first meetings from this day on read the review.</summary>
    private static readonly DateOnly ReviewedFrom = new(2026, 6, 1);

    /// <summary>Who works in the example council; nobody among them can sign in until an administrator invites them.</summary>
    private static readonly Person[] People =
    [
        new(Preparer, "Chief Analyst (fictional)", [Role.Analyst], [], ["chief-analyst"]),
        new(Releaser, "Head of Performance (fictional)", [Role.Analyst], [], []),
        new("contact", "Contact Centre Contract Manager (fictional)", [Role.Contributor], ["Contact Centre", "Complaints"], ["contact-manager", "complaints-manager"]),
        new("finance", "Head of Payments and Income (fictional)", [Role.Contributor], ["Finance"], ["payments-manager", "budget-manager"]),
        new("director", "Director of People and Communications (fictional)", [Role.Approver, Role.Director], ["Contact Centre", "Complaints"], ["director-people"]),
        new("clerk", "Democratic Services Officer (fictional)", [Role.Clerk], [], ["committee-clerk"]),
        new("member", "A member of the committee (fictional)", [Role.Member], [], []),
    ];

    public static async Task<int> RunAsync(string example, string listen, InvocationConfiguration streams, CancellationToken cancel)
    {
        if (!Uri.TryCreate(listen, UriKind.Absolute, out var address) || !address.IsLoopback)
        {
            streams.Error.WriteLine("outturn: the example is served on this machine alone: --listen http://localhost:PORT.");
            return ExitCode.WrongUse;
        }

        var folder = Directory.CreateTempSubdirectory("outturn-demo-");
        try
        {
            Store store;
            var (reference, published) = (Path.Combine(folder.FullName, "reference.db"), Path.Combine(folder.FullName, "public.db"));
            using (var progress = streams.IsScreen() ? new ProgressLine(streams.Error) : null)
            {
                progress?.Say("Making the example council, with a report that is issued ...");
                store = await MakeAsync(example, Path.Combine(folder.FullName, "wealdshire.db"), cancel);
                await ReferenceImport.RunAsync(reference, OpenData, new ReferenceImportChoices([]), TimeProvider.System, null, cancel);
                await Publisher.RunAsync(store, published, cancel);
            }

            var port = address.Port == 0 ? 0 : address.Port + PublicPort;
            var site = new PublicOptions(published, kestrel => Listen(kestrel, port), port == 0 ? null : new UriBuilder(Uri.UriSchemeHttp, "localhost", port).Uri);
            return await Serving.RunAsync(store, new ServeOptions([address], Serving.KeysFolder(store)) { Reference = reference, Public = published, PublicAddress = site.Address }, streams, cancel, site);
        }
        finally
        {
            Store.Release(StoreAddress.Read(Path.Combine(folder.FullName, "wealdshire.db"), out _)!);
            folder.Delete(recursive: true);
        }
    }

    private static void Listen(KestrelServerOptions kestrel, int port)
    {
        if (port == 0)
        {
            kestrel.Listen(IPAddress.Loopback, port);
        }
        else
        {
            kestrel.ListenLocalhost(port);
        }
    }

    private static async Task<Store> MakeAsync(string example, string file, CancellationToken cancel)
    {
        var clock = new RunningClock(Issued);
        var store = await Store.CreateAsync(StoreAddress.Read(file, out _)!, clock, cancel) is StoreResult.Opened made ? made.Store : throw new InvalidOperationException("The example's store cannot be made.");
        if (CouncilFolder.Read(example) is not FolderResult.Read read)
        {
            throw new InvalidOperationException("The example cannot be read.");
        }

        await RegisterImport.RunAsync(store, read, null, new Act(Who, "import", "wealdshire"), new ImportOptions(), cancel);
        await IssueAsync(store, read.Register, cancel);
        clock.Set(Begins);
        foreach (var person in People.Where(person => person.Services.All(service => read.Register.Services.Any(known => known.Name == service))))
        {
            await StoredPeople.KeepAsync(store, person, Who, null, cancel);
        }

        await YearOpening.RunAsync(store, Period.Year(2026), looksOnly: false, Who, null, cancel);
        await Rounds.OpenAsync(store, new Period(Frequency.Month, Period.EndedBy(Frequency.Month, new DateOnly(2026, 4, 30)).Ordinal), null, Who, null, cancel);
        await ReviewOpening.RunAsync(store, Period.Year(2026), register =>
        {
            ReviewMeeting[] meetings = [.. register.Meetings.Where(meeting => meeting.Date >= ReviewedFrom && register.Indicators.Any(history => history.Indicator.Committees.Contains(meeting.Committee))).DistinctBy(meeting => meeting.Committee).Select(meeting => new ReviewMeeting(meeting.Committee, meeting.Date))];
            return (new ReviewPlan(meetings), null);
        }, Who, null, cancel);
        return store;
    }

    /// <summary>Issues the last report that the county's first committee has read, as if its sections had been signed off.</summary>
    private static async Task IssueAsync(Store store, Register register, CancellationToken cancel)
    {
        using var live = new LiveCouncil(store);
        using var national = new LiveReference(null);
        var drafts = new DraftPapers(national, new KnownThen(store));
        var now = await live.ReadAsync(cancel);
        if (await drafts.NewAsync(now, ReportLife.OfDashboard(register.Committees[0], null, IssuedTo), cancel) is not ({ } life, _))
        {
            return;
        }

        await ReportSteps.BeginAsync(store, life, Preparer, cancel);
        now = await live.ReadAsync(cancel);
        life = now.Life(life.Name)!;
        var draft = (await drafts.OfAsync(now, life, cancel)).Draft!;
        var signed = draft.AsItIs with { Sections = [], Blocking = [] };
        var at = store.Clock.GetUtcNow().UtcDateTime;
        await ReportSteps.SendForReviewAsync(store, life.Name, signed, Preparer, null, cancel);
        await ReportSteps.SignAllAsync(store, life.Name, signed, Preparer, cancel);
        if (await EditionMaking.MakeAsync(store, draft, life, at, cancel) is ({ } made, _))
        {
            await ReportSteps.ScheduleAsync(store, life.Name, signed, made.Title, made.Files, at, Releaser, cancel);
            await Issuing.IssueDueAsync(store, store.Clock.GetUtcNow().UtcDateTime, cancel);
        }
    }

    /// <summary>A clock that was set to a day and runs on from there.</summary>
    private sealed class RunningClock(DateTimeOffset begins) : TimeProvider
    {
        private (DateTimeOffset At, long Since) set = (begins, System.GetTimestamp());

        public void Set(DateTimeOffset to) => set = (to, System.GetTimestamp());

        public override DateTimeOffset GetUtcNow() => set.At + System.GetElapsedTime(set.Since);
    }
}
