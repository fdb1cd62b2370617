using System.Security.Cryptography;
using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Core.Release;
using Outturn.Reports;
using Outturn.Reports.Issued;
using Outturn.Reports.Packages;
using Outturn.Reports.Papers;
using Outturn.Reports.Pdf;
using Outturn.Reports.Word;
using Outturn.Web.Parts;

namespace Outturn.Web.Release;

/// <summary>The files of an edition, or the reasons why they cannot be made.</summary>
/// <param name="NoPdf">What came in the place of its PDF; null where there is one.</param>
public sealed record MadeEdition(string Title, IReadOnlyList<(EditionFile File, byte[] Bytes)> Files, PdfResult? NoPdf)
{
    /// <summary>Why these files may not be scheduled; null where they may. What is issued stays as it is, so that a PDF cannot be added to it later.</summary>
    /// <param name="withoutPdf">Whether somebody said that it goes out without a PDF, which is asked for where there is no program that makes one.</param>
    public string? Refusal(bool withoutPdf) => NoPdf switch
    {
        PdfResult.Failed failed => $"Its PDF could not be made, so it is not scheduled. {failed.Reason} Try again; if it fails again, take the council's Word template out to see whether the report prints without it (outturn check says what is odd in a template), and ask whoever looks after LibreOffice on this machine.",
        PdfResult.NotInstalled missing when !withoutPdf => $"It would go out without a PDF, because LibreOffice is not on this machine: install it, or say that it goes out without one. {missing.HowToGetIt}",
        _ => null,
    };
}

/// <summary>Makes the files of an edition that is to be issued.</summary>
public static class EditionMaking
{
    /// <summary>Makes every file of the edition that is on its way.</summary>
    /// <param name="mark">Words that stand on every page of a paper that must not go out; null for any other.</param>
    public static async Task<(MadeEdition? Made, string Refusal)> MakeAsync(Store store, DraftPaper draft, ReportLife life, DateTime releaseAt, CancellationToken cancel, string? mark = null)
    {
        if (draft.Paper.HouseName is { Name: null, Refusal: { } nameless })
        {
            return (null, nameless);
        }

        var head = life.HeadAt(releaseAt);
        var (paper, revisions, refusal) = await PaperAsync(store, draft, life, head, cancel);
        if (paper is null)
        {
            return (null, refusal);
        }

        var signed = paper with { HouseName = draft.Paper.HouseName, Document = SignedPaper.Of(paper.Document, SignedOn(draft.AsItIs.Sections, life.Last)) };
        var (template, unread) = await HouseTemplate.ReadAsync(store, draft.Read, cancel);
        return unread is not null ? (null, unread) : (await MakeAsync(signed, head, revisions, template, cancel, mark), "");
    }

    /// <summary>Why there is nothing to make of the edition that is on its way; null where there is.</summary>
    public static async Task<string?> RefusalAsync(Store store, DraftPaper draft, ReportLife life, CancellationToken cancel) =>
        (await PaperAsync(store, draft, life, life.HeadAt(store.Clock.GetUtcNow().UtcDateTime), cancel)) is { Paper: null, Refusal: var refusal } ? refusal : null;

    /// <summary>The paper of the edition that is on its way, as it would be today: the page of a supplement, a correction with its reason.</summary>
    /// <returns>Null, with the reason, where there is nothing to make.</returns>
    public static async Task<(Paper? Paper, IReadOnlyList<Revision> Revisions, string Refusal)> PaperAsync(Store store, DraftPaper draft, ReportLife life, EditionHead head, CancellationToken cancel)
    {
        // A supplement is one page with all that has come since the report; a correction puts right what was said last, in a supplement too.
        var known = head.Kind == EditionKind.Correction ? life.LastSaid : life.Current;
        if (head.Kind == EditionKind.Issue || await ReadAsync(store, known?.Digest, cancel) is not { } issued)
        {
            return (draft.Paper, [], "");
        }

        var revisions = issued.Dashboard is { } before && draft.Rated is { } rated ? Revisions.Between(before, IssuedEditions.Of(rated.Dashboard)) : Revisions.Between(issued.Tables, IssuedEditions.Tables(draft.Paper.Document));
        return head.Kind switch
        {
            EditionKind.Supplement when revisions.Count == 0 => (null, [], "Nothing has arrived and nothing has changed since it was issued: there is nothing to put in a supplement."),
            EditionKind.Supplement when draft.Rated is { } late => (LaterPapers.Supplement(issued, late, head, revisions), revisions, ""),
            EditionKind.Correction => (draft.Paper with { Document = LaterPapers.Corrected(draft.Paper.Document, head, revisions) }, revisions, ""),
            _ => (draft.Paper, revisions, ""),
        };
    }

    /// <summary>Makes every file of a paper for an edition: JSON first, by whose SHA-256 the others are sealed.</summary>
    /// <param name="mark">Words that stand on every page of a paper that must not go out; null for any other.</param>
    public static async Task<MadeEdition> MakeAsync(Paper paper, EditionHead head, IReadOnlyList<Revision> revisions, WordTemplate? template, CancellationToken cancel, string? mark = null)
    {
        var stem = paper.HouseName?.Name ?? head.Paper;
        var name = head.Kind.IsWhole() ? head.Number == 1 ? stem : $"{stem}-edition-{head.Number}" : $"{stem}-{head.Kind.Name()}-{head.Number}";
        var json = EditionJson.Write(IssuedEditions.Of(paper, head, revisions));
        var title = paper.Document.Info.Title;
        var whole = paper with
        {
            Name = name,
            HouseName = null,
            Document = paper.Document with { Info = paper.Document.Info with { Seal = $"Edition {head.Number} of {head.Paper}. SHA-256 of its data: {Digest(json)}", Mark = mark } },
        };
        List<(EditionFile, byte[])> files = [File(name, PaperFormat.Json, json)];
        foreach (var format in whole.Formats.Where(format => format is not (PaperFormat.Json or PaperFormat.Pdf)))
        {
            using var memory = new MemoryStream();
            whole.Write(format, memory, template);
            files.Add(File(name, format, memory.ToArray()));
        }

        var result = await new PdfPrinter().PrintAsync([whole.Document], template, cancel);
        var printed = result is PdfResult.Printed { Files: [var pdf] } ? pdf : null;
        if (printed is not null)
        {
            files.Add(File(name, PaperFormat.Pdf, printed));
        }

        if (whole is RatedPaper rated && head.Kind.IsWhole())
        {
            var package = AgendaPackage.Of(rated, printed, template);
            files.Add((new EditionFile(EditionFile.Package, $"{name}.zip", "application/zip", Digest(package), package.Length), package));
        }

        return new MadeEdition(title, [.. files.OrderBy(file => file.Item1.Format, StringComparer.Ordinal)], printed is null ? result : null);
    }

    /// <summary>What is left of a report that is withdrawn.</summary>
    public static async Task<(EditionFile File, byte[] Bytes, string Title)?> TombstoneAsync(Store store, ReportLife life, DateTime at, CancellationToken cancel)
    {
        List<IssuedEdition> issued = [];
        foreach (var edition in life.Editions.Where(edition => edition.IsIssued && edition.Kind.IsWhole()))
        {
            if (await ReadAsync(store, edition.Digest, cancel) is { } read)
            {
                issued.Add(read);
            }
        }

        if (issued.Count == 0)
        {
            return null;
        }

        var head = life.HeadAt(at);
        var json = EditionJson.Write(IssuedEditions.Withdrawn(issued, head));
        var (file, bytes) = File($"{life.Name}-withdrawal-{head.Number}", PaperFormat.Json, json);
        return (file, bytes, issued[^1].Title);
    }

    /// <summary>When each post had signed off all its sections, by the post's title.</summary>
    private static Dictionary<string, DateOnly> SignedOn(IReadOnlyList<SectionToSign> sections, EditionLife edition) => sections.GroupBy(section => section.Post.Title)
        .Select(own => (Post: own.Key, Said: own.Select(section => edition.SignOffs.FirstOrDefault(said => said.Service == section.Service && said.Role == section.Role)).ToList()))
        .Where(own => own.Said.TrueForAll(said => said is not null)).ToDictionary(own => own.Post, own => UkTime.DayOf(own.Said.Max(said => said!.At)));

    /// <summary>An edition by the SHA-256 of its canonical form; null where the store has none.</summary>
    public static async Task<IssuedEdition?> ReadAsync(Store store, string? digest, CancellationToken cancel) =>
        digest is not null && await StoredReports.BytesAsync(store, digest, cancel) is { } json ? EditionJson.Read(json) : null;

    public static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static (EditionFile File, byte[] Bytes) File(string name, PaperFormat format, byte[] bytes) =>
        (new EditionFile(Paper.Ending(format), $"{name}.{Paper.Ending(format)}", format.MediaType(), Digest(bytes), bytes.Length), bytes);
}
