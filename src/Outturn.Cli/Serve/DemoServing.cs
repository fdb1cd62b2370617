using System.CommandLine;
using Outturn.App.Collection;
using Outturn.App.People;
using Outturn.App.Reference;
using Outturn.App.Registers;
using Outturn.App.Review;
using Outturn.App.Stores;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Core.Review;
using Outturn.Web;

namespace Outturn.Cli.Serve;

/// <summary>The pages of the example council, over a store that is gone afterwards. Its clock stands in the spring that its figures lead up to.</summary>
internal static class DemoServing
{
    private const string Who = "demo";

    /// <summary>The framework, areas and neighbours that come with the program.</summary>
    private static string OpenData => Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>A Wednesday after the example's last figures were due, and before the meeting that its review goes to.</summary>
    private static readonly DateTimeOffset Begins = new(2026, 5, 20, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The first meetings from this day on read the review.</summary>
    private static readonly DateOnly ReviewedFrom = new(2026, 6, 1);

    /// <summary>Who works in the example council; nobody among them can sign in until an administrator invites them.</summary>
    private static readonly Person[] People =
    [
        new("analyst", "Chief Analyst (fictional)", [Role.Analyst], [], ["chief-analyst"]),
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
            var store = await MakeAsync(example, Path.Combine(folder.FullName, "wealdshire.db"), new RunningClock(Begins), cancel);
            var reference = Path.Combine(folder.FullName, "reference.db");
            await ReferenceImport.RunAsync(reference, OpenData, new ReferenceImportChoices([]), TimeProvider.System, null, cancel);
            return await Serving.RunAsync(store, new ServeOptions([address], Serving.KeysFolder(store)) { Reference = reference }, streams, cancel);
        }
        finally
        {
            Store.Release(StoreAddress.Read(Path.Combine(folder.FullName, "wealdshire.db"), out _)!);
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Store> MakeAsync(string example, string file, TimeProvider clock, CancellationToken cancel)
    {
        var store = await Store.CreateAsync(StoreAddress.Read(file, out _)!, clock, cancel) is StoreResult.Opened made ? made.Store : throw new InvalidOperationException("The example's store cannot be made.");
        if (CouncilFolder.Read(example) is not FolderResult.Read read)
        {
            throw new InvalidOperationException("The example cannot be read.");
        }

        await RegisterImport.RunAsync(store, read, null, new Act(Who, "import", "wealdshire"), new ImportOptions(), cancel);
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

    /// <summary>A clock that was set to a day and runs on from there.</summary>
    private sealed class RunningClock(DateTimeOffset begins) : TimeProvider
    {
        private readonly long began = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => begins + System.GetElapsedTime(began);
    }
}
