using System.Text;
using Outturn.Core.Papers;

namespace Outturn.App.Registers;

/// <summary>The page that explains a council's folder, written from the same shapes by which it is read.</summary>
internal static class FolderGuide
{
    private const string Opening = """
        # A council's folder

        These files are the whole register of a council and its figures: what is counted, by whom, against which targets, and what
        was said of it. **Samplefield is a fictional council.** Its rows show how each file is filled in; replace them with your own.

        ```
        outturn check FOLDER          # every defect, with file, row and column
        outturn report FOLDER --committee "Performance Scrutiny" --period 2024/25 --out out
        ```

        Edit the files with a spreadsheet program (save as CSV UTF-8) or a text editor, and keep the folder in Git or on a shared
        drive. Columns may stand in any order. Those in **bold** are needed, the others may be left out or left blank. A column that is
        not known is named and not read.

        - **Dates**: 31/03/2025 (day first) or 2025-03-31.
        - **Periods**: Apr 2024, Q1 2024/25, H1 2024/25, 2024/25; the frequency of the indicator says which.
        - **Numbers**: 1234.5 or 1,234.5; a % or £ sign is allowed where the unit is that. 0 is a figure and blank is not.
        - **Names**: files refer to each other by the first column (ref, post, service, committee). Several in one cell have
          semicolons between them.

        """;

    public static string Text()
    {
        var page = new StringBuilder(Opening.ReplaceLineEndings("\n"));
        page.Append("\n## ").Append(CouncilJson.FileName).Append("\n\nThe council and the rules it has chosen (needed).\n\n");
        Table(page, "setting", CouncilJson.Settings);
        foreach (var table in CouncilFolder.Tables)
        {
            page.Append("\n## ").Append(table.File).Append("\n\nEach row is ").Append(table.Holds)
                .Append(table.IsNeeded ? " (needed).\n\n" : ". The file may be left out.\n\n");
            Table(page, "column", table.Columns);
        }

        page.Append("\n## ").Append(TextsFolder.Name).Append("\n\nThe analyst's own paragraphs, as Markdown files that may be left out. Each is named after its place in the paper, and stands there in every committee's paper until it is changed. A `figures.json` beside them is kept by Outturn, which names a text whose figures have moved since it was written, those of the next report included.\n\n")
            .Append("| file | place |\n|---|---|\n");
        foreach (var (name, place) in Places)
        {
            page.Append("| `").Append(name).Append(".md` | ").Append(place).Append(" |\n");
        }

        return page.ToString();
    }

    private static readonly (string Name, string Place)[] Places =
    [
        (TextPlace.Introduction, "after the introduction"),
        (TextPlace.Performance, "after the counts of the performance section"),
        (TextPlace.Dashboard, "at the top of the dashboard"),
        (TextPlace.Proposals, "before next year's proposals"),
        (TextPlace.ServicePrefix + "customer-contact", "under the heading of the service Customer Contact; likewise for every other"),
        ("review-2025-26-emphasis", "in the review of 2025/26: what attention was drawn to; -outcomes for a section on the outcomes framework, -note for what the committee is asked to note"),
        ("review-2025-26-customer-contact", "in the review of 2025/26: why the indicators of the service Customer Contact were chosen; likewise for every other"),
        ("block-legal", "under the heading of the block legal of blocks.csv; block-legal-none is another standard wording of it, and block-legal-on-2025-07-16 stands in the paper for the meeting of that day alone"),
        ("performance-scrutiny/performance", "in the papers of the committee Performance Scrutiny alone, in the place of the text for all; likewise for every committee (by its short name) and place"),
    ];

    private static void Table(StringBuilder page, string what, IEnumerable<ColumnShape> columns)
    {
        page.Append("| ").Append(what).Append(" | meaning |\n|---|---|\n");
        foreach (var column in columns)
        {
            page.Append(column.IsNeeded ? "| **" : "| ").Append(column.Name).Append(column.IsNeeded ? "** | " : " | ").Append(column.Meaning).Append(" |\n");
        }
    }
}
