using Outturn.App.Reference;
using Outturn.Core.Neighbours;
using Outturn.Tests.Import;
using Outturn.Tests.Papers;

namespace Outturn.Tests.Reference;

/// <summary>The government's own workbook: code, name, then fifteen pairs side by side; and what comes of it where sets are used.</summary>
[Collection(NationalStore.Collection)]
public sealed class GovernmentNeighboursTests(NationalStore national) : IDisposable
{
    private const string Kent = "E10000016";

    private readonly TemporaryFolder folder = new();

    private static readonly IReadOnlyList<(string Code, string Name)> Counties =
        [.. PlainCsv.Rows(Path.Combine(NationalStore.Data, "areas", "english-local-authorities.csv")).Select(row => (row["code"], row["name"])).Where(area => area.Item1.StartsWith("E10", StringComparison.Ordinal))];

    public void Dispose() => folder.Dispose();

    public static TheoryData<string[], bool> Layouts => new()
    {
        { ["Code", "Name", "Neighbour {0} code", "Neighbour {0} name"], false },
        { ["Code", "Name", "Neighbour {0} code", "Neighbour {0} name"], true },
        { ["LA code", "LA name", "NN{0} code", "NN{0} name"], true },
        { ["Local authority code", "Local authority name", "Nearest neighbour {0}", "Distance"], true },
        { ["Area code", "Area name", "Neighbour {0} code", "Name"], false },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public async Task Every_council_has_the_fifteen_that_its_row_names_in_that_order(string[] headings, bool hasCover)
    {
        var path = Workbook("government.xlsx", headings, hasCover, _ => { });
        var run = await ReportVerb.RunAsync("reference", "import", path, "--date", "2026-07-01", "--reference", Copy());
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains($"{Counties.Count} read = {Counties.Count} stored + 0 refused (government-neighbours)", run.Output);
        var (store, _) = await ReferenceStore.OpenAsync(folder.Path("r.db"), default);
        await using (store)
        {
            foreach (var (code, _) in Counties)
            {
                var set = await store!.NeighboursAsync("government", null, code, default);
                Assert.Equal((new DateOnly(2026, 7, 1), NeighbourSetKind.Published), (set!.Date!.Value, set.Kind));
                Assert.Equal(Near(code), set.Members.Select(member => member.Code));
                Assert.Equal(Enumerable.Range(1, 15), set.Members.Select(member => member.Rank));
                Assert.All(set.Members, member => Assert.Equal(headings[3] == "Distance" ? member.Rank / 100m : null, member.Distance));
            }
        }

        var standing = await ReportVerb.RunAsync("neighbours", "standing", "lait-values/LACDistance", "--area", Kent, "--neighbours", "government", "--on", "2026-11-22", "--reference", folder.Path("r.db"));
        Assert.Contains("Kent (E10000016) among government, 1 July 2026: 15 councils", standing.Output);
        Assert.Contains("of 16", standing.Output);
    }

    /// <summary>A planted fault in one row: it is refused by its number, its council has no neighbours rather than half of them, and all others stand.</summary>
    [Fact]
    public async Task A_row_with_a_neighbour_that_is_no_code_is_refused_whole()
    {
        var path = Workbook("government.xlsx", ["Code", "Name", "Neighbour {0} code", "Neighbour {0} name"], hasCover: false, rows => rows[2][8] = "Essex");
        var run = await ReportVerb.RunAsync("reference", "import", path, "--date", "2026-07-01", "--reference", Copy());
        Assert.Contains($"{Counties.Count} read = {Counties.Count - 1} stored + 1 refused", run.Output);
        Assert.Contains("the first in row 4: \"Essex\" is no code of an area", run.Output);
        var (store, _) = await ReferenceStore.OpenAsync(folder.Path("r.db"), default);
        await using (store)
        {
            Assert.Null(await store!.NeighboursAsync("government", null, Counties[2].Code, default));
            Assert.NotNull(await store.NeighboursAsync("government", null, Counties[3].Code, default));
        }
    }

    private static IEnumerable<string> Near(string code) => Counties.Select(county => county.Code).Where(other => other != code).Take(15);

    private string Copy()
    {
        File.Copy(national.File, folder.Path("r.db"));
        return folder.Path("r.db");
    }

    private string Workbook(string name, string[] headings, bool hasCover, Action<List<string[]>> spoil)
    {
        string[] header = [headings[0], headings[1], .. Enumerable.Range(1, 15).SelectMany(i => new[] { headings[2].Replace("{0}", $"{i}", StringComparison.Ordinal), headings[3].Replace("{0}", $"{i}", StringComparison.Ordinal) })];
        List<string[]> rows =
        [
            .. Counties.Select(county => (string[])
            [
                county.Code, county.Name, .. Near(county.Code).SelectMany((code, i) => new[] { code, headings[3] == "Distance" ? $"0.{i + 1:00}" : Counties.First(other => other.Code == code).Name }),
            ]),
        ];
        spoil(rows);
        string[][] above = hasCover ? [["Nearest neighbours, 2026"], ["All figures are from published sources."]] : [];
        var data = Sheet([.. above, header, .. rows]);
        return folder.Write(name, RawOffice.Workbook(hasCover ? [("Cover", "", Sheet([["Nearest neighbours of councils"], ["Contact", "someone@example.gov.uk"]])), ("Neighbours", "", data)] : [("Neighbours", "", data)]));
    }

    private static string Sheet(string[][] rows) =>
        $"<sheetData>{string.Concat(rows.Select((row, i) => $"<row r=\"{i + 1}\">{string.Concat(row.Select((text, column) => $"<c r=\"{Letter(column)}{i + 1}\" t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(text)}</t></is></c>"))}</row>"))}</sheetData>";

    private static string Letter(int column) => column < 26 ? $"{(char)('A' + column)}" : $"A{(char)('A' + column - 26)}";
}
