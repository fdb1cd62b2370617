using Microsoft.EntityFrameworkCore;
using Outturn.App.Review;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Neighbours;
using Outturn.Core.Outcomes;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.App.Registers;

/// <summary>Makes a register of a store's facts, as they are known now or were on a day: the same register that a folder with the same content makes.</summary>
internal static class StoredRegister
{
    /// <param name="upTo">The audit entry until which it is asked what was known.</param>
    /// <param name="day">The day whose definitions are in force.</param>
    /// <param name="withFigures">False where the indicators are wanted and not a million figures of them.</param>
    /// <returns>Null where the store holds no council yet.</returns>
    public static async Task<Register?> ReadAsync(CouncilDb db, long upTo, DateOnly day, CancellationToken cancel, bool withFigures = true)
    {
        if ((await db.KnownAsync<CouncilFact>(upTo, cancel)).SingleOrDefault() is not { } council)
        {
            return null;
        }

        var words = await StoredWords.ReadAsync(db, cancel);
        var posts = (await db.KnownAsync<PostFact>(upTo, cancel)).OrderBy(post => post.Place).Select(post => Post(post, words)).ToList();
        var postOf = posts.ToDictionary(post => post.Id);
        var services = (await db.KnownAsync<ServiceFact>(upTo, cancel)).OrderBy(service => service.Place).ThenBy(service => service.Service, StringComparer.Ordinal)
            .Select(service => Service(service, postOf)).ToList();
        var committees = (await db.KnownAsync<CommitteeFact>(upTo, cancel)).OrderBy(committee => committee.Place)
            .Select(committee => new Committee(committee.Committee, committee.ShortName, committee.Receives.Split(';'))).ToList();
        var committeeOf = committees.ToDictionary(committee => committee.Name);
        var reports = (await db.KnownAsync<ReportFact>(upTo, cancel)).OrderBy(report => report.Place)
            .Select(report => new Report(report.Report, ReportKinds.Read(report.Kind)!.Value, report.Committee is { } name ? committeeOf[name] : null, report.Place)).ToList();
        var items = (await db.KnownAsync<AgendaItemFact>(upTo, cancel)).ToDictionary(item => (item.Committee, item.Day), item => item.Item);
        var meetings = (await db.KnownAsync<MeetingFact>(upTo, cancel)).OrderBy(meeting => meeting.Day).ThenBy(meeting => meeting.Committee, StringComparer.Ordinal)
            .Select(meeting => new Meeting(committeeOf[meeting.Committee], meeting.Day, meeting.Year is { } year ? Period.Year(year) : null, meeting.OrdinalName, meeting.DataTo, meeting.ReviewedOn)
            {
                Item = items.GetValueOrDefault((meeting.Committee, meeting.Day)),
            }).ToList();
        var parts = new IndicatorParts(
            postOf, services.ToDictionary(service => service.Name), committeeOf, reports.ToDictionary(report => report.Name), council.Tolerance is { } percent ? new ToleranceRule(percent) : null, words, day);
        await parts.ReadAsync(db, upTo, withFigures, cancel);
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in await db.KnownAsync<OwnTextFact>(upTo, cancel))
        {
            texts.Add(text.TextPlace, words[text.ContentWords] ?? "");
        }

        return new Register(Council(council), posts, services, committees, meetings, parts.Histories(), texts)
        {
            House = await StoredHouse.ReadAsync(db, upTo, postOf, cancel), Reports = reports, Proposed = parts.Proposed(), Links = [.. (await db.KnownAsync<MetricLinkFact>(upTo, cancel)).OrderBy(fact => fact.Metric, StringComparer.Ordinal).ThenBy(fact => fact.Ref, StringComparer.Ordinal).Select(Link)],
            Groups = [.. (await db.KnownAsync<NeighbourGroupFact>(upTo, cancel)).OrderBy(fact => fact.Name, StringComparer.Ordinal).Select(Group)], LaterChanges = await StoredReviews.LaterChangesAsync(db, upTo, words, cancel),
        };
    }

    private static MetricLink Link(MetricLinkFact fact) => new(fact.Metric, fact.Ref.Length == 0 ? null : fact.Ref, fact.Relation, fact.Note, fact.Who, fact.SaidOn, fact.ReviewOn);

    private static OwnGroup Group(NeighbourGroupFact fact) => new(fact.Name, fact.AsOf, fact.Reason, fact.Source, fact.Members.Split(NeighbourGroupFact.Between));

    private static Council Council(CouncilFact fact) => new(fact.Name, fact.Code)
    {
        Notice = fact.Notice, Counted = fact.Counted, Direction = fact.Direction, Tolerance = fact.Tolerance is { } percent ? new ToleranceRule(percent) : null,
        Classification = fact.Classification, Colour = fact.Colour, Template = fact.Template,
    };

    private static Post Post(PostFact fact, StoredWords words) => new(fact.Post, fact.Title, fact.Role)
    {
        Name = words[fact.NameWords], Team = fact.Team, Phone = words[fact.PhoneWords], Email = words[fact.EmailWords],
    };

    private static Service Service(ServiceFact fact, Dictionary<string, Post> posts) => new(fact.Service, fact.Place)
    {
        Directorate = fact.Directorate,
        Director = fact.Director is { } director ? posts[director] : null,
        CabinetMember = fact.CabinetMember is { } member ? posts[member] : null,
    };
}

/// <summary>The texts of a store by their digests.</summary>
internal sealed class StoredWords
{
    private readonly Dictionary<string, string?> contents;

    private StoredWords(Dictionary<string, string?> contents) => this.contents = contents;

    /// <summary>The text, or the mark that stands where one was redacted; null for no digest.</summary>
    public string? this[string? digest] => digest is null ? null : contents[digest] ?? Wording.Redacted;

    /// <summary>The digest of each text that is there, so that the same text is kept once.</summary>
    public IEnumerable<(string Content, string Digest)> All => contents.Where(pair => pair.Value is not null).Select(pair => (pair.Value!, pair.Key));

    /// <summary>Only some texts: nothing that is not asked for is read.</summary>
    public static async Task<StoredWords> OfAsync(CouncilDb db, IEnumerable<string?> digests, CancellationToken cancel)
    {
        string[] asked = [.. digests.OfType<string>().Distinct()];
        return asked.Length == 0 ? new([]) : new(await db.Wordings.AsNoTracking().Where(wording => asked.Contains(wording.Digest))
            .Select(wording => new { wording.Digest, wording.Content }).ToDictionaryAsync(wording => wording.Digest, wording => wording.Content, cancel));
    }

    public static async Task<StoredWords> ReadAsync(CouncilDb db, CancellationToken cancel) =>
        new(await db.Wordings.AsNoTracking().Select(wording => new { wording.Digest, wording.Content }).ToDictionaryAsync(wording => wording.Digest, wording => wording.Content, cancel));
}
