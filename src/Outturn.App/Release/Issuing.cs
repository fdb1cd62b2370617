using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores.Facts;
using Outturn.App.Stores;
using Outturn.Core.People;
using Outturn.Core.Release;

namespace Outturn.App.Release;

/// <summary>Issues what is scheduled, once its time has come: one transaction for each edition, whole or not at all.</summary>
public static class Issuing
{
    internal const string Action = "issue report";

    /// <summary>Issues every edition whose release time is over; one that another process has issued meanwhile is left alone.</summary>
    /// <param name="now">By a clock that is never ahead (<see cref="ReleaseClock"/>), in UTC.</param>
    /// <param name="site">The address of the public site, for notices; null where there is none.</param>
    /// <returns>What was issued, in the order of release times.</returns>
    /// <remarks>The machine that the store is on has a say too: of several programs the one whose clock is ahead lets nothing out early.</remarks>
    public static async Task<IReadOnlyList<(string Report, int Number)>> IssueDueAsync(Store store, DateTime now, CancellationToken cancel, Uri? site = null)
    {
        List<(string, int)> issued = [];
        now -= await AheadAsync(store, now, cancel);
        foreach (var (report, edition) in await DueAsync(store, now, cancel))
        {
            if (await IssueAsync(store, report, edition, now, site, cancel))
            {
                issued.Add((report, edition.Number));
            }
        }

        return issued;
    }

    /// <summary>By how much a clock is ahead of that of the machine that the store is on; nothing where it is behind it, or the machine is this one.</summary>
    /// <param name="now">UTC.</param>
    public static async Task<TimeSpan> AheadAsync(Store store, DateTime now, CancellationToken cancel) =>
        await store.Engine.ClockAsync(cancel) is { } there && there < now ? now - there : TimeSpan.Zero;

    /// <summary>When the next scheduled edition is to be issued (UTC); null where none is scheduled.</summary>
    public static async Task<DateTime?> NextAsync(Store store, CancellationToken cancel) =>
        (await StoredReports.ReadAsync(store, cancel)).Where(life => life.Last.State == EditionState.Scheduled).Min(life => life.Last.ReleaseAt);

    /// <summary>Withdraws a report that another person proposed to withdraw: at once, for what is wrong is public.</summary>
    /// <param name="tombstone">The canonical form of what is left of it.</param>
    public static Task<StepResult> WithdrawAsync(Store store, string report, EditionFile tombstone, byte[] bytes, string title, DateTime releaseAt, string who, CancellationToken cancel, Uri? site = null) =>
        ReportSteps.TakeLifeAsync(store, new Act(who, Action, $"{report}: withdrawal"), report, null, async (writing, life) =>
        {
            var edition = life.Last;
            if (edition.Kind != EditionKind.Withdrawal || edition.IsIssued)
            {
                return StepResult.Refuse("Nobody has proposed to withdraw it.");
            }

            if (Person.IsSame(edition.BegunBy, who))
            {
                return StepResult.Refuse("You proposed to withdraw it yourself: somebody else does it.");
            }

            await ReportSteps.KeepFilesAsync(writing, report, edition.Number, title, [(tombstone, bytes)], writing.At, cancel);
            writing.Add(await ReportSteps.StepOfAsync(writing, report, edition, EditionState.Issued, null, releaseAt, cancel));
            await ReportMail.TellAsync(writing, life, edition, site, cancel);
            return StepResult.Done;
        }, cancel);

    private static async Task<IReadOnlyList<(string Report, EditionLife Edition)>> DueAsync(Store store, DateTime now, CancellationToken cancel) =>
    [
        .. (await StoredReports.ReadAsync(store, cancel)).Where(life => IsDue(life.Last, now)).OrderBy(life => life.Last.ReleaseAt).ThenBy(life => life.Name, StringComparer.Ordinal)
            .Select(life => (life.Name, life.Last)),
    ];

    private static bool IsDue(EditionLife edition, DateTime now) => edition is { State: EditionState.Scheduled, Kind: not EditionKind.Withdrawal } && edition.ReleaseAt <= now;

    private static async Task<bool> IssueAsync(Store store, string report, EditionLife scheduled, DateTime now, Uri? site, CancellationToken cancel) =>
        await ReportSteps.TakeLifeAsync(store, new Act(scheduled.ReleasedBy!, Action, $"{report}, edition {scheduled.Number}"), report, null, async (writing, life) =>
        {
            var edition = life.Last;
            if (edition.Number != scheduled.Number || !IsDue(edition, now))
            {
                return StepResult.Refuse("It is issued already, or was taken back.");
            }

            await CheckFilesAsync(writing, report, edition.Number, cancel);
            var made = (await writing.Db.LastVersionAsync<EditionFact>(fact => fact.Paper == report && fact.Number == edition.Number, cancel))!;
            writing.Add(new EditionFact { Paper = report, Number = edition.Number, Version = made.Version + 1, Title = made.Title, Digest = made.Digest, IssuedAt = writing.At });
            writing.Add(await ReportSteps.StepOfAsync(writing, report, edition, EditionState.Issued, edition.ContentDigest, edition.ReleaseAt, cancel));
            await ReportMail.TellAsync(writing, life, edition, site, cancel);
            return StepResult.Done;
        }, cancel) is StepResult.Taken;

    /// <summary>What is issued is what was made: every file is there, and is what its digest says.</summary>
    private static async Task CheckFilesAsync(Writing writing, string report, int number, CancellationToken cancel)
    {
        foreach (var file in await writing.Db.KnownAsync<EditionFileFact>(long.MaxValue, cancel, fact => fact.Paper == report && fact.Number == number))
        {
            var bytes = await writing.Db.Files.AsNoTracking().Where(kept => kept.Digest == file.Digest).Select(kept => kept.Content).SingleOrDefaultAsync(cancel);
            if (bytes is null || Convert.ToHexStringLower(SHA256.HashData(bytes)) != file.Digest)
            {
                throw new InvalidDataException($"{file.Name} of {report} is missing in the store, or is not what it was when it was made: take the report back and schedule it anew.");
            }
        }
    }
}
