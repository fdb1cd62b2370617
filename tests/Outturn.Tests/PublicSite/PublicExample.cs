using System.Security.Cryptography;
using Outturn.App.Outcomes;
using Outturn.App.Reference;
using Outturn.App.Registers;
using Outturn.App.Release;
using Outturn.Core.Outcomes;
using Outturn.Core.Release;
using Outturn.Reports;
using Outturn.Reports.Issued;
using Outturn.Reports.Papers;

namespace Outturn.Tests.PublicSite;

/// <summary>The example county's papers as it would have issued them, put into a public store as the publisher does: three meetings of four committees, a correction, a supplement, a withdrawal, and a report without rated indicators.</summary>
internal sealed class PublicExample(string file)
{
    public const string Source = "wealdshire-example";
    public const string Corrected = "policy-and-resources-2025-26";
    public const string Withdrawn = "adult-social-care-nov-2025";
    public const string Supplemented = "growth-and-environment-2025-26";
    public const string Plain = "members-questions-2025-26";
    public const string CorrectionReason = "The figure for one indicator was taken from the wrong month. It was noticed by a member of the committee.";
    public const string WithdrawalReason = "Two services' figures were swapped. The report will be issued again with the right ones.";
    public const string SupplementReason = "A figure arrived after the report was issued.";

    private static readonly string[] Periods = ["Jul 2025", "Nov 2025", "2025/26"];

    private readonly Dictionary<string, List<IssuedEdition>> issued = [];
    private long number = 100;

    /// <summary>The ref of the indicator that the correction changes, and what it says of it.</summary>
    public static string CorrectedRef(IssuedDashboard dashboard) => dashboard.Indicators.First(indicator => indicator is { Kind: "kpi", LatestValue: not null }).Ref;

    public static async Task<PublicExample> MakeAsync(string file, string example)
    {
        var (made, folder) = (new PublicExample(file), (FolderResult.Read)CouncilFolder.Read(example));
        var day = new DateTime(2025, 9, 17, 8, 30, 0, DateTimeKind.Utc);
        var first = new Dictionary<string, (RatedPaper Paper, IssuedEdition Edition)>();
        foreach (var period in Periods)
        {
            foreach (var committee in folder.Register.Committees.Where(committee => folder.Register.Indicators.Any(history => history.Indicator.Committees.Contains(committee))))
            {
                var paper = ((RequestedPapers.Made)RequestedPapers.Of(folder.Register, null, committee.Name, period, new DateOnly(2026, 7, 1))).Papers[0];
                first[paper.Name] = (paper, await made.IssueAsync(paper, new EditionHead(paper.Name, 1, EditionKind.Issue, day, null), []));
                day = day.AddDays(1);
            }

            day = day.AddDays(116);
        }

        await made.IssueAsync(Questions(), new EditionHead(Plain, 1, EditionKind.Issue, day, null), []);
        var (corrected, before) = first[Corrected];
        await made.CorrectAsync(corrected, before, new EditionHead(Corrected, 2, EditionKind.Correction, day.AddDays(1), CorrectionReason));
        var (supplemented, was) = first[Supplemented];
        await made.CorrectAsync(supplemented, was, new EditionHead(Supplemented, 2, EditionKind.Supplement, day.AddDays(2), SupplementReason));
        await made.WithdrawAsync(new EditionHead(Withdrawn, 2, EditionKind.Withdrawal, day.AddDays(3), WithdrawalReason));
        return made;
    }

    /// <summary>Maps the county's indicators to a framework in public, with the figures that are published for an area.</summary>
    /// <param name="reference">A file of national data that holds a framework.</param>
    public async Task<IssuedOutcomes> MapAsync(string reference, string example, string area)
    {
        var (register, day) = (((FolderResult.Read)CouncilFolder.Read(example)).Register, new DateOnly(2026, 7, 1));
        var (national, refusal) = await ReferenceStore.OpenAsync(reference, default);
        await using (national ?? throw new InvalidOperationException(refusal))
        {
            var (framework, none) = await Frameworks.FindAsync(national, new FrameworkChoice("Local Outcomes Framework", null), [], default);
            var (set, _) = await KnownSets.FindAsync(national, [], null, null, area, day, default);
            var ours = (await national.AreasAsync(default)).GetValueOrDefault(area);
            var coverage = Coverage.Of(framework ?? throw new InvalidOperationException(none), register.Links, Coverage.Counted(register, null, day));
            var published = ours is null ? PublishedHere.Nothing : new PublishedHere(ours.Name, set, await Positions.OfAsync(national, framework, area, set, day, default));
            var paper = OutcomesPaper.Of(coverage, register, null, null, day, published);
            return (await IssueAsync(paper, new EditionHead(paper.Name, 1, EditionKind.Issue, new DateTime(2026, 11, 20, 9, 30, 0, DateTimeKind.Utc), null), [])).Outcomes!;
        }
    }

    public async Task<IssuedEdition> IssueAsync(Paper paper, EditionHead head, IReadOnlyList<Revision> revisions)
    {
        var edition = IssuedEditions.Of(paper, head, revisions);
        await PutAsync(paper, head, edition);
        return edition;
    }

    /// <summary>The same report with another figure for one indicator, the old kept beside it.</summary>
    public async Task<IssuedEdition> CorrectAsync(Paper paper, IssuedEdition before, EditionHead head)
    {
        var dashboard = before.Dashboard!;
        var reference = CorrectedRef(dashboard);
        var old = dashboard.Indicators.First(indicator => indicator.Ref == reference);
        var now = old with { Latest = "12.3%", LatestValue = 12.3m };
        var edition = before with
        {
            Edition = head.Number, Kind = head.Kind, ReleaseAt = head.ReleaseAt, Reason = head.Reason,
            Revisions = [new Revision(reference, old.Title, old.Period, "value", old.Latest, now.Latest)],
            Dashboard = dashboard with { Indicators = [.. dashboard.Indicators.Select(indicator => indicator.Ref == reference ? now : indicator)] },
        };
        await PutAsync(paper, head, edition);
        return edition;
    }

    /// <summary>The same report without one of its indicators.</summary>
    public Task LeaveOutAsync(string reference, EditionHead head)
    {
        var before = issued[head.Paper].Last(edition => edition.Kind.IsWhole());
        var dashboard = before.Dashboard! with { Indicators = [.. before.Dashboard!.Indicators.Where(indicator => indicator.Ref != reference)] };
        return PutAsync(null, head, before with { Edition = head.Number, Kind = head.Kind, ReleaseAt = head.ReleaseAt, Reason = head.Reason, Revisions = [new Revision(reference, null, null, "left out", null, null)], Dashboard = dashboard });
    }

    /// <summary>Another report, with the indicators of one that is public already, printed otherwise.</summary>
    public Task ReprintAsync(string report, EditionHead head, Func<IssuedDashboard, IssuedDashboard> print)
    {
        var known = issued[report].Last(edition => edition.Kind.IsWhole());
        return PutAsync(null, head, known with
        {
            Paper = head.Paper, Edition = head.Number, Kind = head.Kind, ReleaseAt = head.ReleaseAt, Reason = head.Reason, Revisions = [], Title = "Quarterly Performance Report",
            Dashboard = print(known.Dashboard! with { Report = "Quarterly Performance Report" }),
        });
    }

    /// <summary>The same report with a figure where none was printed before, which an earlier version wrote as a blank.</summary>
    public Task ArriveAsync(string reference, EditionHead head)
    {
        var before = issued[head.Paper].Last(edition => edition.Kind.IsWhole());
        var old = before.Dashboard!.Indicators.Single(indicator => indicator.Ref == reference);
        return PutAsync(null, head, before with { Edition = head.Number, Kind = head.Kind, ReleaseAt = head.ReleaseAt, Reason = head.Reason, Revisions = [new Revision(reference, old.Title, old.Period, "figure", "", "67%")] });
    }

    public Task WithdrawAsync(EditionHead head) => PutAsync(null, head, IssuedEditions.Withdrawn([.. issued[head.Paper].Where(edition => edition.Kind.IsWhole())], head));

    /// <summary>Withdraws all that is public.</summary>
    public async Task WithdrawAllAsync(DateTime at, string reason)
    {
        foreach (var (paper, editions) in issued.Where(report => report.Value[^1].Kind != EditionKind.Withdrawal))
        {
            await WithdrawAsync(new EditionHead(paper, editions[^1].Edition + 1, EditionKind.Withdrawal, at, reason));
        }
    }

    private async Task PutAsync(Paper? paper, EditionHead head, IssuedEdition edition)
    {
        issued.TryAdd(head.Paper, []);
        issued[head.Paper].Add(edition);
        var files = new Dictionary<string, byte[]>();
        List<EditionFile> listed = [];
        void Add(string format, string name, string type, byte[] bytes)
        {
            var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
            files[digest] = bytes;
            listed.Add(new EditionFile(format, name, type, digest, bytes.Length));
        }

        foreach (var format in paper?.Formats.Where(format => format is not (PaperFormat.Pdf or PaperFormat.Json)) ?? [])
        {
            using var written = new MemoryStream();
            paper!.Write(format, written);
            Add(Paper.Ending(format), paper.FileName(format), Type(format), written.ToArray());
        }

        var json = EditionJson.Write(edition);
        Add("json", $"{head.Paper}.json", "application/json", json);
        var (store, refusal) = await PublicStore.OpenAsync(file, Source, head.ReleaseAt, default);
        await using (store ?? throw new InvalidOperationException(refusal))
        {
            await store.PutAsync(new Edition(++number, head, head.ReleaseAt, edition.Title, Convert.ToHexStringLower(SHA256.HashData(json)), listed), files, default);
        }
    }

    private static Paper Questions() => new(Plain, new Document(
        new DocumentInfo("Members' questions and answers 2025/26", "Wealdshire County Council", new DateOnly(2026, 7, 15), "#1f4e5f", "Wealdshire is a fictional county."),
        [new Section(Orientation.Portrait, [new Heading(1, "Members' questions and answers 2025/26"), new Table("Questions", "What members asked", [new Column("Asked", 1), new Column("Question", 3), new Column("Answer", 3)], [["15 May 2026", "Why were fewer calls answered in the autumn?", "Two of twelve posts were vacant."]], 0, "Questions", [])])]));

    private static string Type(PaperFormat format) => format switch
    {
        PaperFormat.Html => "text/html",
        PaperFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        PaperFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "text/csv",
    };
}
