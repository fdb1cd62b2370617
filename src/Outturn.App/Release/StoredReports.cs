using Microsoft.EntityFrameworkCore;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.Release;

namespace Outturn.App.Release;

/// <summary>The reports that a store keeps, each with its editions and how far they have come.</summary>
public static class StoredReports
{
    /// <summary>The hour of the day at which reports are released, until the council says otherwise.</summary>
    public static readonly TimeOnly UsualReleaseTime = new(9, 30);

    /// <summary>Every report that was begun, the newest first.</summary>
    public static Task<IReadOnlyList<ReportLife>> ReadAsync(Store store, CancellationToken cancel) => store.ReadAsync(db => ReadAsync(db, cancel), cancel);

    /// <summary>The hour of the day at which reports are released.</summary>
    public static Task<TimeOnly> ReleaseTimeAsync(Store store, CancellationToken cancel) => store.ReadAsync(db => ReleaseTimeAsync(db, cancel), cancel);

    /// <summary>Every edition that was issued, in the order in which they were.</summary>
    public static Task<IReadOnlyList<Edition>> IssuedAsync(Store store, CancellationToken cancel) => store.ReadAsync(async db =>
    {
        var lives = await ReadAsync(db, cancel);
        var files = await FilesAsync(db, cancel);
        return (IReadOnlyList<Edition>)
        [
            .. (await db.KnownAsync<EditionFact>(long.MaxValue, cancel)).Where(edition => edition.IssuedAt is not null).OrderBy(edition => edition.Entry)
                .Select(edition => Of(edition, HeadOf(lives.First(life => life.Name == edition.Paper), edition.Number), files)),
        ];
    }, cancel);

    /// <summary>The files that were made for an edition; none before it was scheduled.</summary>
    public static Task<IReadOnlyList<EditionFile>> FilesAsync(Store store, string paper, int number, CancellationToken cancel) =>
        store.ReadAsync(async db => (IReadOnlyList<EditionFile>)[.. (await FilesAsync(db, cancel))[(paper, number)]], cancel);

    /// <summary>The bytes of a file by its digest; null where the store has none.</summary>
    public static Task<byte[]?> BytesAsync(Store store, string digest, CancellationToken cancel) =>
        store.ReadAsync(db => db.Files.Where(file => file.Digest == digest).Select(file => file.Content).SingleOrDefaultAsync(cancel), cancel);

    internal static async Task<TimeOnly> ReleaseTimeAsync(CouncilDb db, CancellationToken cancel) =>
        (await db.KnownAsync<ReleaseRulesFact>(long.MaxValue, cancel)).SingleOrDefault() is { } rules ? TimeOnly.ParseExact(rules.ReleaseTime, "HH:mm") : UsualReleaseTime;

    internal static EditionHead HeadOf(ReportLife life, int number)
    {
        var edition = life.Editions.Single(edition => edition.Number == number);
        return new EditionHead(life.Name, number, edition.Kind, edition.ReleaseAt!.Value, edition.Reason);
    }

    internal static async Task<ILookup<(string Paper, int Number), EditionFile>> FilesAsync(CouncilDb db, CancellationToken cancel) =>
        (await db.KnownAsync<EditionFileFact>(long.MaxValue, cancel)).OrderBy(file => file.Format, StringComparer.Ordinal)
            .ToLookup(file => (file.Paper, file.Number), file => new EditionFile(file.Format, file.Name, file.MediaType, file.Digest, file.Length));

    internal static Edition Of(EditionFact edition, EditionHead head, ILookup<(string Paper, int Number), EditionFile> files) =>
        new(edition.Entry, head, edition.IssuedAt!.Value, edition.Title, edition.Digest, [.. files[(edition.Paper, edition.Number)]]);

    /// <param name="only">The name of one report; null for all.</param>
    internal static async Task<IReadOnlyList<ReportLife>> ReadAsync(CouncilDb db, CancellationToken cancel, string? only = null)
    {
        var papers = await db.KnownAsync<PaperFact>(long.MaxValue, cancel, fact => only == null || fact.Paper == only);
        if (papers.Count == 0)
        {
            return [];
        }

        var steps = await (
            from fact in db.Set<EditionStepFact>().AsNoTracking()
            join entry in db.Entries on fact.Entry equals entry.Number
            where only == null || fact.Paper == only
            orderby fact.Version
            select new Dated<EditionStepFact>(fact, entry.At)).ToListAsync(cancel);
        var signed = await DatedAsync<SignOffFact>(db, fact => only == null || fact.Paper == only, cancel);
        var overrides = await DatedAsync<CheckOverrideFact>(db, fact => only == null || fact.Paper == only, cancel);
        var readers = await DatedAsync<PreReaderFact>(db, fact => only == null || fact.Paper == only, cancel);
        var readings = await (
            from fact in db.Set<PreReadingFact>().AsNoTracking()
            join entry in db.Entries on fact.Entry equals entry.Number
            where only == null || fact.Paper == only
            orderby fact.Entry
            select new Dated<PreReadingFact>(fact, entry.At)).ToListAsync(cancel);
        var editions = (await db.KnownAsync<EditionFact>(long.MaxValue, cancel, fact => only == null || fact.Paper == only)).ToDictionary(edition => (edition.Paper, edition.Number));
        var words = await StoredWords.OfAsync(
            db,
            [.. steps.Select(step => step.Fact.WhyWords), .. signed.Select(said => said.Fact.OnBehalfWords), .. overrides.Select(said => said.Fact.ReasonWords), .. readers.Select(reader => reader.Fact.ReasonWords)],
            cancel);
        var given = steps.GroupBy(step => (step.Fact.Paper, step.Fact.Number)).Where(group => !group.Last().Fact.Withdrawn).ToLookup(group => group.Key.Paper, group => group.ToList());
        return
        [
            .. papers.Where(paper => given[paper.Paper].Any()).OrderByDescending(paper => paper.DataTo).ThenBy(paper => paper.Paper, StringComparer.Ordinal).Select(paper =>
                new ReportLife(paper.Paper, paper.Subject, paper.Committee, paper.Report, paper.DataTo, paper.MeetingDay, [.. given[paper.Paper].OrderBy(own => own[0].Fact.Number).Select(Edition)])),
        ];

        EditionLife Edition(List<Dated<EditionStepFact>> all)
        {
            // What was given up and begun anew has nothing of what went before.
            List<Dated<EditionStepFact>> own = [.. all.Skip(all.FindLastIndex(step => step.Fact.Withdrawn) + 1)];
            var (first, last) = (own[0].Fact, own[^1].Fact);
            var key = (first.Paper, first.Number);
            var made = editions.GetValueOrDefault(key);
            // Whoever was admitted to read it was admitted to what was scheduled then.
            var scheduledAt = own.LastOrDefault(step => step.Fact.State == EditionState.Scheduled)?.At;
            return new EditionLife(
                first.Number, first.Kind, last.Reason, [.. own.Select(step => new EditionStep(step.Fact.State, step.Fact.Who, step.At, words[step.Fact.WhyWords]))],
                last.ContentDigest, last.ReleaseAt, last.State >= EditionState.Scheduled ? made?.Digest : null, made?.IssuedAt)
            {
                SignOffs =
                [
                    .. signed.Where(said => said.Fact.Paper == key.Paper && (said.Fact.Number < key.Number || (said.Fact.Number == key.Number && said.At >= own[0].At)))
                        .GroupBy(said => (said.Fact.Service, said.Fact.Role)).Select(said => said.MaxBy(one => one.Fact.Number)!).Where(said => !said.Fact.Withdrawn)
                        .Select(said => new SectionSignOff(said.Fact.Service, said.Fact.Role, said.Fact.Who, said.At, said.Fact.SectionDigest, words[said.Fact.OnBehalfWords])),
                ],
                Overrides =
                [
                    .. overrides.Where(said => (said.Fact.Paper, said.Fact.Number) == key && said.At >= own[0].At && !said.Fact.Withdrawn).Select(said => new CheckOverride(said.Fact.Item, words[said.Fact.ReasonWords] ?? "", said.Fact.Who, said.At)),
                ],
                PreReaders =
                [
                    .. readers.Where(reader => (reader.Fact.Paper, reader.Fact.Number) == key && reader.At >= scheduledAt && !reader.Fact.Withdrawn).Select(reader => reader.Fact).OrderBy(reader => reader.Account, StringComparer.Ordinal)
                        .Select(reader => new PreReader(reader.Account, words[reader.ReasonWords] ?? "", reader.Opens, reader.Closes, reader.Who)),
                ],
                PreReadings =
                [
                    .. readings.Where(reading => (reading.Fact.Paper, reading.Fact.Number) == key).Select(reading => new ReadBefore(reading.Fact.Account, reading.Fact.Format, reading.At)),
                ],
            };
        }
    }

    /// <summary>The last version of each fact, those that no longer hold too, and when each was said.</summary>
    private static async Task<List<Dated<T>>> DatedAsync<T>(CouncilDb db, System.Linq.Expressions.Expression<Func<T, bool>> which, CancellationToken cancel)
        where T : Fact
    {
        var known = await db.LastVersionsAsync(long.MaxValue, cancel, which);
        long[] entries = [.. known.Select(fact => fact.Entry).Distinct()];
        var times = await db.Entries.Where(entry => entries.Contains(entry.Number)).ToDictionaryAsync(entry => entry.Number, entry => entry.At, cancel);
        return [.. known.OrderBy(fact => fact.Entry).Select(fact => new Dated<T>(fact, times[fact.Entry]))];
    }

    private sealed record Dated<T>(T Fact, DateTime At);
}
