using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Outturn.App.Registers;
using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Core.Dashboards;
using Outturn.Core.Release;
using Outturn.Reports;
using Outturn.Reports.Issued;
using Outturn.Reports.Papers;
using Outturn.Reports.Pdf;
using Outturn.Reports.Word;
using Outturn.Web.Parts;

namespace Outturn.Web.Release;

/// <summary>A report's paper as it would be today.</summary>
/// <param name="Read">The register as the paper's readers read it.</param>
public sealed record DraftPaper(RatedPaper Paper, Register Read, DraftAsItIs AsItIs)
{
    /// <summary>As it is known, nothing suppressed.</summary>
    public Dashboard Known => Paper.Known;

    /// <summary>As it is published.</summary>
    public Dashboard Dashboard => Paper.Dashboard;
}

/// <summary>The files of an edition, or the reasons why they cannot be made.</summary>
/// <param name="Remark">What is missing and how to get it, or null.</param>
public sealed record MadeEdition(string Title, IReadOnlyList<(EditionFile File, byte[] Bytes)> Files, string? Remark);

/// <summary>Makes papers of reports: the draft of today, and the files of an edition that is to be issued.</summary>
public static class EditionMaking
{
    /// <summary>A draft is worked out, printed and digested once for a state of the council: every page of a report shows something of it.</summary>
    private static readonly ConditionalWeakTable<CouncilNow, ConcurrentDictionary<(string? Committee, string? Report, DateOnly DataTo), (DraftPaper? Draft, string Refusal)>> Drafts = [];

    /// <summary>The draft; null, with the reason, where there can be none.</summary>
    public static (DraftPaper? Draft, string Refusal) Draft(CouncilNow now, ReportLife life) =>
        Drafts.GetOrCreateValue(now).GetOrAdd((life.Committee, life.Report, life.DataTo), _ => Make(now, life));

    private static (DraftPaper? Draft, string Refusal) Make(CouncilNow now, ReportLife life)
    {
        if (now.Register is not { } register)
        {
            return (null, "The store holds no council yet.");
        }

        switch (RequestedPapers.Of(register, life.Report, life.Report is null ? life.Committee : null, ReportedDays.Covered(life.DataTo).ToString(), now.Day))
        {
            case RequestedPapers.Made { Papers: [var paper] }:
                var read = paper.Dashboard.Committee is { } committee ? register.For(committee) : register;
                return (new DraftPaper(paper, read, AsItIs(now, paper, read)), "");
            case RequestedPapers.Refused refused:
                return (null, refused.Reason);
            default:
                return (null, $"{life.Name} is not the paper of one committee or report.");
        }
    }

    /// <summary>A report that has not been begun, by its committee or its named set and the last day of its figures.</summary>
    public static (ReportLife? Life, string Refusal) New(CouncilNow now, Committee? committee, Report? report, DateOnly dataTo)
    {
        var life = new ReportLife("", PaperSubject.Dashboard, committee?.Name, report?.Name, dataTo, null, []);
        return Draft(now, life) switch
        {
            ({ } draft, _) => (life with { Name = draft.Paper.Name, Meeting = draft.Dashboard.Meeting?.Date }, ""),
            (null, var refusal) => (null, refusal),
        };
    }

    /// <summary>Makes every file of the edition that is on its way.</summary>
    /// <param name="mark">Words that stand on every page of a paper that must not go out; null for any other.</param>
    public static async Task<(MadeEdition? Made, string Refusal)> MakeAsync(Store store, DraftPaper draft, ReportLife life, DateTime releaseAt, CancellationToken cancel, string? mark = null)
    {
        var edition = life.Last;
        var head = new EditionHead(life.Name, edition.Number, edition.Kind, releaseAt, edition.Reason);
        var (paper, revisions) = (draft.Paper, (IReadOnlyList<Revision>)[]);
        if (edition.Kind != EditionKind.Issue && await IssuedAsync(store, life, cancel) is { Dashboard: { } before } issued)
        {
            revisions = Revisions.Between(before, IssuedEditions.Of(paper.Dashboard));
            if (edition.Kind == EditionKind.Supplement)
            {
                if (revisions.Count == 0)
                {
                    return (null, "Nothing has arrived and nothing has changed since it was issued: there is nothing to put in a supplement.");
                }

                paper = SupplementPaper.Of(issued, paper, head, revisions);
            }
        }

        var (template, unread) = await HouseTemplate.ReadAsync(store, draft.Read, cancel);
        return unread is not null ? (null, unread) : (await MakeAsync(paper, head, revisions, template, cancel, mark), "");
    }

    /// <summary>Makes every file of a paper for an edition: JSON first, by whose SHA-256 the others are sealed.</summary>
    /// <param name="mark">Words that stand on every page of a paper that must not go out; null for any other.</param>
    public static async Task<MadeEdition> MakeAsync(Paper paper, EditionHead head, IReadOnlyList<Revision> revisions, WordTemplate? template, CancellationToken cancel, string? mark = null)
    {
        var name = head.Kind.IsWhole() ? head.Number == 1 ? head.Paper : $"{head.Paper}-edition-{head.Number}" : $"{head.Paper}-{head.Kind.Name()}-{head.Number}";
        var json = EditionJson.Write(IssuedEditions.Of(paper, head, revisions));
        var title = paper.Document.Info.Title;
        var whole = paper with
        {
            Name = name,
            Document = paper.Document with { Info = paper.Document.Info with { Seal = $"Edition {head.Number} of {head.Paper}. SHA-256 of its data: {Digest(json)}", Mark = mark } },
        };
        List<(EditionFile, byte[])> files = [File(name, PaperFormat.Json, json)];
        foreach (var format in whole.Formats.Where(format => format is not (PaperFormat.Json or PaperFormat.Pdf)))
        {
            using var memory = new MemoryStream();
            whole.Write(format, memory, template);
            files.Add(File(name, format, memory.ToArray()));
        }

        var remark = (string?)null;
        switch (await new PdfPrinter().PrintAsync([whole.Document], template, cancel))
        {
            case PdfResult.Printed { Files: [var pdf] }:
                files.Add(File(name, PaperFormat.Pdf, pdf));
                break;
            case PdfResult.NotInstalled missing:
                remark = missing.HowToGetIt;
                break;
            case PdfResult.Failed failed:
                remark = failed.Reason;
                break;
        }

        return new MadeEdition(title, [.. files.OrderBy(file => file.Item1.Format, StringComparer.Ordinal)], remark);
    }

    /// <summary>What is left of a report that is withdrawn.</summary>
    public static async Task<(EditionFile File, byte[] Bytes, string Title)?> TombstoneAsync(Store store, ReportLife life, DateTime at, CancellationToken cancel)
    {
        if (await IssuedAsync(store, life, cancel) is not { } last)
        {
            return null;
        }

        var head = new EditionHead(life.Name, life.Last.Number, EditionKind.Withdrawal, at, life.Last.Reason);
        var json = EditionJson.Write(IssuedEditions.Withdrawn(last, head));
        var (file, bytes) = File($"{life.Name}-withdrawal-{head.Number}", PaperFormat.Json, json);
        return (file, bytes, last.Title);
    }

    /// <summary>The whole report that is public last; null before its issue.</summary>
    public static async Task<IssuedEdition?> IssuedAsync(Store store, ReportLife life, CancellationToken cancel) =>
        life.Editions.LastOrDefault(edition => edition.IsIssued && edition.Kind.IsWhole())?.Digest is { } digest && await StoredReports.BytesAsync(store, digest, cancel) is { } json
            ? EditionJson.Read(json)
            : null;

    public static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static DraftAsItIs AsItIs(CouncilNow now, RatedPaper paper, Register read) => new(
        now.Entry, PaperDigest.Of(paper), EditionRules.Sections(paper.Dashboard), PaperDigest.OfSections(paper.Dashboard, read), []);

    private static (EditionFile File, byte[] Bytes) File(string name, PaperFormat format, byte[] bytes) =>
        (new EditionFile(Paper.Ending(format), $"{name}.{Paper.Ending(format)}", format.MediaType(), Digest(bytes), bytes.Length), bytes);
}
