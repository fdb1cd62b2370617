using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.People;
using Outturn.Core.Release;

namespace Outturn.App.Release;

/// <summary>What came of a step on a report's way.</summary>
public abstract record StepResult
{
    private StepResult()
    {
    }

    public sealed record Taken : StepResult;

    public sealed record Refused(IReadOnlyList<string> Reasons) : StepResult;

    internal static StepResult Done { get; } = new Taken();

    internal static StepResult Refuse(params string[] reasons) => new Refused(reasons);
}

/// <summary>A paper as it was worked out from one state of the store: what steps are taken on.</summary>
/// <param name="MadeOf">The number of the store's last entry when it was worked out: what was decided on it holds only while nothing has come since.</param>
/// <param name="ContentDigest">Of everything that is printed in it.</param>
/// <param name="Sections">Whose sections have to be signed off.</param>
/// <param name="SectionDigests">Of each service's section.</param>
/// <param name="Blocking">Errors of its checklist, each with the key under which somebody may answer for it; null where nobody can.</param>
public sealed record DraftAsItIs(long MadeOf, string ContentDigest, IReadOnlyList<SectionToSign> Sections, IReadOnlyDictionary<string, string> SectionDigests, IReadOnlyList<(string? Key, string Text)> Blocking);

/// <summary>The steps of a report on its way to the public, each one entry of the audit trail.</summary>
public static class ReportSteps
{
    /// <summary>The actions that change how far reports have come, and nothing in them.</summary>
    internal static readonly string[] Actions =
        ["begin report", "send report for review", "take report back", "sign section off", "take sign-off back", "answer for check", "sign report off", "schedule report", "begin edition", "give up edition", Issuing.Action, "admit reader", "read before release", "set release time"];

    /// <summary>Begins a report, as a draft; one that was begun already is left as it is.</summary>
    public static Task<StepResult> BeginAsync(Store store, ReportLife report, string who, CancellationToken cancel) =>
        store.WriteAsync(new Act(who, "begin report", report.Name), async writing =>
        {
            if ((await StoredReports.ReadAsync(writing.Db, cancel, report.Name)).Count == 0)
            {
                var last = await writing.Db.LastVersionAsync<PaperFact>(fact => fact.Paper == report.Name, cancel);
                writing.Add(new PaperFact { Paper = report.Name, Version = (last?.Version ?? 0) + 1, Subject = report.Subject, Committee = report.Committee, Report = report.Report, DataTo = report.DataTo, MeetingDay = report.Meeting });
                await BeginAsync(writing, report.Name, 1, EditionKind.Issue, null, cancel);
            }

            return StepResult.Done;
        }, cancel);

    public static Task<StepResult> SendForReviewAsync(Store store, string report, DraftAsItIs draft, string who, string? why, CancellationToken cancel) =>
        OnContentAsync(store, new Act(who, "send report for review", report, why), report, draft.MadeOf, async (writing, life) =>
        {
            if (EditionRules.SendRefusal(life.Last) is { } refusal)
            {
                return StepResult.Refuse(refusal);
            }

            await ReportMail.AskAsync(writing, life, EditionRules.StillToSign(life.Last, draft.Sections, draft.SectionDigests), cancel);
            return await StepAsync(writing, report, life.Last, EditionState.InReview, cancel);
        }, cancel);

    public static Task<StepResult> TakeBackAsync(Store store, string report, string who, string? why, CancellationToken cancel) =>
        TakeAsync(store, new Act(who, "take report back", report, why), report, null, async (writing, edition) =>
            EditionRules.TakeBackRefusal(edition, why) is { } refusal ? StepResult.Refuse(refusal) : await StepAsync(writing, report, edition, EditionState.Draft, cancel), cancel);

    /// <param name="onBehalf">Who said it and where, when an analyst records it for them.</param>
    public static Task<StepResult> SignSectionAsync(Store store, string report, DraftAsItIs draft, string service, Role role, Person who, string? onBehalf, CancellationToken cancel) =>
        TakeAsync(store, new Act(who.Account, "sign section off", $"{report}: {service}, {role.Name()}"), report, draft.MadeOf, async (writing, edition) =>
        {
            if (EditionRules.SignOffRefusal(edition, draft.Sections, service, role, who, onBehalf) is { } refusal)
            {
                return StepResult.Refuse(refusal);
            }

            if (edition.SignOffs.FirstOrDefault(said => said.Service == service && said.Role == role && said.SectionDigest == draft.SectionDigests[service]) is { } given && !Person.IsSame(given.Who, who.Account))
            {
                return StepResult.Refuse($"{given.Who} has signed it off already, as it is now: that stands, unless it is taken back.");
            }

            var last = await SignOffAsync(writing, report, edition.Number, service, role, cancel);
            writing.Add(new SignOffFact
            {
                Paper = report, Number = edition.Number, Service = service, Role = role, Version = (last?.Version ?? 0) + 1,
                Who = who.Account, SectionDigest = draft.SectionDigests[service], OnBehalfWords = writing.Words(who.Is(role) && who.Has(service) ? null : onBehalf!.Trim()),
            });
            return StepResult.Done;
        }, cancel);

    /// <summary>Takes the word for a section back, as long as the whole is not signed off.</summary>
    public static Task<StepResult> TakeSignOffBackAsync(Store store, string report, string service, Role role, Person who, string? why, CancellationToken cancel) =>
        TakeAsync(store, new Act(who.Account, "take sign-off back", $"{report}: {service}, {role.Name()}", why), report, null, async (writing, edition) =>
        {
            if (edition.State != EditionState.InReview || edition.SignOffs.FirstOrDefault(said => said.Service == service && said.Role == role) is not { } given)
            {
                return StepResult.Refuse("There is no sign-off to take back.");
            }

            if (given.Who != who.Account && !(who.Is(role) && who.Has(service)) && !who.Is(Role.Analyst, Role.Administrator))
            {
                return StepResult.Refuse($"{given.Who} signed it off: they, or the performance team, take it back.");
            }

            // One that was given for an edition before stays with it, and no longer counts for this one.
            var last = await SignOffAsync(writing, report, edition.Number, service, role, cancel)
                ?? new SignOffFact { Paper = report, Number = edition.Number, Service = service, Role = role, Who = given.Who, SectionDigest = given.SectionDigest };
            writing.Add(last.WithdrawnVersion());
            return StepResult.Done;
        }, cancel);

    /// <summary>Answers for an error of the checklist, with a reason that is kept.</summary>
    public static Task<StepResult> AnswerForAsync(Store store, string report, string check, string who, string? reason, CancellationToken cancel) =>
        TakeAsync(store, new Act(who, "answer for check", $"{report}: {check}"), report, null, async (writing, edition) =>
        {
            if (edition.State > EditionState.InReview)
            {
                return StepResult.Refuse($"It is {edition.State.Text().ToLowerInvariant()}: take it back first.");
            }

            if (string.IsNullOrWhiteSpace(reason))
            {
                return StepResult.Refuse("Say why it may go out like that: the reason is kept with the report.");
            }

            var last = await writing.Db.LastVersionAsync<CheckOverrideFact>(fact => fact.Paper == report && fact.Number == edition.Number && fact.Item == check, cancel);
            writing.Add(new CheckOverrideFact { Paper = report, Number = edition.Number, Item = check, Version = (last?.Version ?? 0) + 1, Who = who, ReasonWords = writing.Words(reason.Trim()) });
            return StepResult.Done;
        }, cancel);

    /// <summary>Signs the whole off: its content is fixed by its digest, and another person may release it.</summary>
    public static Task<StepResult> SignAllAsync(Store store, string report, DraftAsItIs draft, string who, CancellationToken cancel) =>
        TakeAsync(store, new Act(who, "sign report off", report), report, draft.MadeOf, async (writing, edition) =>
        {
            var blocking = draft.Blocking.Where(error => error.Key is null || edition.Overrides.All(said => said.Check != error.Key)).Select(error => error.Text).ToList();
            var refusals = EditionRules.SignAllRefusals(edition, EditionRules.StillToSign(edition, draft.Sections, draft.SectionDigests), blocking);
            if (refusals.Count > 0)
            {
                return new StepResult.Refused(refusals);
            }

            var step = await StepOfAsync(writing, report, edition, EditionState.SignedOff, draft.ContentDigest, null, cancel);
            writing.Add(step);
            return StepResult.Done;
        }, cancel);

    /// <summary>Keeps the files that were made of the report, to become public at a time.</summary>
    /// <param name="files">Each with its bytes; the one in the format "json" is the canonical form.</param>
    public static Task<StepResult> ScheduleAsync(
        Store store, string report, DraftAsItIs draft, string title, IReadOnlyList<(EditionFile File, byte[] Bytes)> files, DateTime releaseAt, string who, CancellationToken cancel) =>
        TakeAsync(store, new Act(who, "schedule report", $"{report} for {UkTime.Text(releaseAt)}"), report, draft.MadeOf, async (writing, edition) =>
        {
            if (EditionRules.ScheduleRefusal(edition, who, draft.ContentDigest, releaseAt, writing.At) is { } refusal)
            {
                return StepResult.Refuse(refusal);
            }

            await KeepFilesAsync(writing, report, edition.Number, title, files, null, cancel);
            writing.Add(await StepOfAsync(writing, report, edition, EditionState.Scheduled, edition.ContentDigest, releaseAt, cancel));
            return StepResult.Done;
        }, cancel);

    /// <summary>Begins another edition of a report that is issued.</summary>
    /// <param name="reason">For the public.</param>
    public static Task<StepResult> BeginEditionAsync(Store store, string report, EditionKind kind, string who, string? reason, CancellationToken cancel) =>
        TakeLifeAsync(store, new Act(who, "begin edition", $"{report}: {kind.Name()}"), report, null, async (writing, life) =>
        {
            if (EditionRules.BeginRefusal(life, kind, reason) is { } refusal)
            {
                return StepResult.Refuse(refusal);
            }

            await BeginAsync(writing, report, life.Last.Number + 1, kind, reason!.Trim(), cancel);
            return StepResult.Done;
        }, cancel);

    /// <summary>Gives up an edition that was not issued; the steps that were taken stay in the audit trail.</summary>
    public static Task<StepResult> GiveUpAsync(Store store, string report, string who, string? why, CancellationToken cancel) =>
        TakeLifeAsync(store, new Act(who, "give up edition", report, why), report, null, async (writing, life) =>
        {
            var edition = life.Last;
            if (EditionRules.GiveUpRefusal(edition, why) is { } refusal)
            {
                return StepResult.Refuse(refusal);
            }

            await ReportMail.LapseAsync(writing, report, cancel);
            writing.Add((await LastStepAsync(writing, report, edition.Number, cancel))!.WithdrawnVersion());
            return StepResult.Done;
        }, cancel);

    /// <summary>Sets the hour of the day at which reports are released.</summary>
    public static Task SetReleaseTimeAsync(Store store, TimeOnly time, string who, CancellationToken cancel) =>
        store.WriteAsync(new Act(who, "set release time", $"{time:HH:mm}"), async writing =>
        {
            if (await StoredReports.ReleaseTimeAsync(writing.Db, cancel) != time)
            {
                var last = (await writing.Db.LastVersionsAsync<ReleaseRulesFact>(long.MaxValue, cancel)).SingleOrDefault();
                writing.Add(new ReleaseRulesFact { ReleaseTime = $"{time:HH:mm}", Version = (last?.Version ?? 0) + 1 });
            }

            return true;
        }, cancel);

    internal static async Task KeepFilesAsync(Writing writing, string report, int number, string title, IReadOnlyList<(EditionFile File, byte[] Bytes)> files, DateTime? issuedAt, CancellationToken cancel)
    {
        var before = (await writing.Db.LastVersionsAsync<EditionFileFact>(long.MaxValue, cancel, fact => fact.Paper == report && fact.Number == number)).ToDictionary(fact => fact.Format);
        foreach (var (file, bytes) in files)
        {
            var digest = await writing.FileAsync(bytes, cancel);
            if (digest != file.Digest)
            {
                throw new InvalidOperationException($"{file.Name} is not the file that its digest says.");
            }

            writing.Add(new EditionFileFact
            {
                Paper = report, Number = number, Format = file.Format, Version = (before.GetValueOrDefault(file.Format)?.Version ?? 0) + 1,
                Name = file.Name, MediaType = file.MediaType, Digest = digest, Length = bytes.Length,
            });
        }

        foreach (var gone in before.Values.Where(fact => !fact.Withdrawn && files.All(file => file.File.Format != fact.Format)))
        {
            writing.Add(gone.WithdrawnVersion());
        }

        var last = await writing.Db.LastVersionAsync<EditionFact>(fact => fact.Paper == report && fact.Number == number, cancel);
        writing.Add(new EditionFact { Paper = report, Number = number, Version = (last?.Version ?? 0) + 1, Title = title, Digest = files.Single(file => file.File.Format == "json").File.Digest, IssuedAt = issuedAt });
    }

    /// <summary>The next step of an edition; what it has been given already it keeps. Requests that have not gone out lapse with it.</summary>
    internal static async Task<EditionStepFact> StepOfAsync(Writing writing, string report, EditionLife edition, EditionState state, string? content, DateTime? releaseAt, CancellationToken cancel)
    {
        await ReportMail.LapseAsync(writing, report, cancel);
        return new()
        {
            Paper = report, Number = edition.Number, Version = ((await LastStepAsync(writing, report, edition.Number, cancel))?.Version ?? 0) + 1, Kind = edition.Kind, State = state,
            Who = writing.Who, ContentDigest = content, ReleaseAt = releaseAt, Reason = edition.Reason, WhyWords = writing.Words(writing.Why),
        };
    }

    /// <summary>One step by which the edition that is on its way comes to the public, if nothing has changed since it was looked at.</summary>
    internal static Task<StepResult> TakeAsync(Store store, Act act, string report, long? madeOf, Func<Writing, EditionLife, Task<StepResult>> take, CancellationToken cancel) =>
        OnContentAsync(store, act, report, madeOf, (writing, life) => take(writing, life.Last), cancel);

    private static Task<StepResult> OnContentAsync(Store store, Act act, string report, long? madeOf, Func<Writing, ReportLife, Task<StepResult>> take, CancellationToken cancel) =>
        TakeLifeAsync(store, act, report, madeOf, async (writing, life) => EditionRules.ContentRefusal(life.Last) is { } refusal ? StepResult.Refuse(refusal) : await take(writing, life), cancel);

    /// <summary>One step of a report, whatever its last edition is.</summary>
    internal static Task<StepResult> TakeLifeAsync(Store store, Act act, string report, long? madeOf, Func<Writing, ReportLife, Task<StepResult>> take, CancellationToken cancel) =>
        store.WriteAsync(act, async writing =>
        {
            var result = (await StoredReports.ReadAsync(writing.Db, cancel, report)).SingleOrDefault() is not { } found ? StepResult.Refuse($"There is no report \"{report}\" yet: begin it first.")
                : madeOf is { } entry && await HasMovedAsync(writing, entry, cancel) ? StepResult.Refuse("Figures, words or the register have changed while you looked at it: look at it as it is now, and do it once more.")
                : await take(writing, found);
            if (result is StepResult.Refused)
            {
                writing.Abandon();
            }

            return result;
        }, cancel);

    /// <summary>Whether an entry since may have changed what is in a paper.</summary>
    private static Task<bool> HasMovedAsync(Writing writing, long entry, CancellationToken cancel) =>
        writing.Db.Entries.AnyAsync(known => known.Number > entry && !Actions.Contains(known.Action), cancel);

    private static async Task<StepResult> StepAsync(Writing writing, string report, EditionLife edition, EditionState state, CancellationToken cancel)
    {
        writing.Add(await StepOfAsync(writing, report, edition, state, null, null, cancel));
        return StepResult.Done;
    }

    private static async Task BeginAsync(Writing writing, string report, int number, EditionKind kind, string? reason, CancellationToken cancel) =>
        writing.Add(await StepOfAsync(writing, report, new EditionLife(number, kind, reason, [], null, null, null, null), EditionState.Draft, null, null, cancel));

    private static async Task<EditionStepFact?> LastStepAsync(Writing writing, string report, int number, CancellationToken cancel) =>
        await writing.Db.LastVersionAsync<EditionStepFact>(fact => fact.Paper == report && fact.Number == number, cancel);

    private static async Task<SignOffFact?> SignOffAsync(Writing writing, string report, int number, string service, Role role, CancellationToken cancel) =>
        await writing.Db.LastVersionAsync<SignOffFact>(fact => fact.Paper == report && fact.Number == number && fact.Service == service && fact.Role == role, cancel);
}
