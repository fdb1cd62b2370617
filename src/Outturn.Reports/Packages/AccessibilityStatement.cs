using Outturn.Core.Papers;

namespace Outturn.Reports.Packages;

/// <summary>What was checked in the documents of a package, what their limits are, and whom to tell.</summary>
internal static class AccessibilityStatement
{
    public static Document Of(RatedPaper paper, IReadOnlyList<PackageFile> files, string? contact)
    {
        var info = paper.Document.Info;
        var title = $"Accessibility of \"{info.Title}\"";
        List<AccessibilityCheck> checks = [.. files.SelectMany(AccessibilityChecks.Of)];
        var failed = checks.Count(check => !check.Passed);
        return new Document(info with { Title = title },
        [
            new(Orientation.Portrait,
            [
                new Heading(1, title),
                new Paragraph($"This page says how accessible the documents of this report of {info.Council} are. It covers these files and no others."),
                new BulletList([.. files.Select(file => new Paragraph($"{file.Name}: {file.Title}"))]),
                new Heading(2, "What was checked"),
                new Paragraph(failed == 0
                    ? $"{Words.Capital(Words.Count(checks.Count, "check"))} were made in the finished files by the program that wrote them, and all were passed."
                    : $"{Words.Capital(Words.Count(checks.Count, "check"))} were made in the finished files by the program that wrote them, and {Words.Number(failed)} {(failed == 1 ? "was" : "were")} not passed."),
                new Table("Checks", "Checks in each file", [new("File", 14), new("What was looked for", 40), new("Result", 12), new("Found", 24)],
                    [.. checks.Select(check => (IReadOnlyList<Cell>)[check.File, check.What, check.Passed ? "Passed" : "Not passed", check.Found])], RowHeader: 1, "Checks", []),
                new Paragraph("Every rating is a word and a shape besides its colour. Figures are the same in all files."),
                new Heading(2, "Known limits"),
                new BulletList([.. Limits(files).Select(limit => new Paragraph(limit))]),
                new Heading(2, "If you cannot use a document"),
                new Paragraph(contact is null
                    ? $"Tell {info.Council} which document and which format you need."
                    : $"Tell {contact} which document and which format you need: large print, plain text, a spreadsheet, or read out."),
                new Paragraph("If you are not happy with the answer, the Equality Advisory and Support Service (EASS) advises on the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018."),
                new Note($"Prepared with the documents, dated {Words.Date(info.Date)}."),
            ]),
        ]);
    }

    /// <summary>The post that answers for the report, where the house names nobody else.</summary>
    public static string? Contact(House house, CoverReport cover) => house.Contact ?? ContactOf(cover);

    private static string? ContactOf(CoverReport cover) => cover.Contacts is [var author, ..]
        ? string.Join(", ", new[] { author.Post.Name ?? author.Post.Title, author.Post.Phone, author.Post.Email }.OfType<string>()) : null;

    private static IEnumerable<string> Limits(IReadOnlyList<PackageFile> files)
    {
        yield return "The checks are a program's. No person has tried these documents with a screen reader or other assistive technology.";
        yield return "Charts in the Word file have their description as alternative text; their values stand in the tables and in the workbook.";
        yield return "Wide tables need a wide screen or landscape paper at a type size of 9 to 10 point; the workbook has the same tables to be enlarged.";
        if (files.Any(file => file.Name.EndsWith(".pdf", StringComparison.Ordinal)))
        {
            yield return "The PDF is printed by LibreOffice with tags after PDF/UA; it was not examined by a PDF/UA validator. If something in it cannot be read, use the Word file.";
        }
        else
        {
            yield return "There is no PDF in this package; the Word file is the report.";
        }

        yield return "The CSV file is data for programs, one row to an indicator; people read the same figures more easily in the workbook.";
    }
}
