using System.Text;
using FsCheck.Fluent;
using Outturn.App.Collection;
using Outturn.App.Collection.Files;
using Outturn.App.Registers;
using Outturn.Core.Dashboards;
using Outturn.Core.Observations;
using Outturn.Core.Tests;
using Outturn.Tests.Import;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Collection.Files;

/// <summary>Files of figures as councils send them: every figure read as it is, every row accounted for, all or nothing.</summary>
public sealed class FigureFileTests : IDisposable
{
    private const string Indicators = """
        ref,title,kind,service,committees,unit,decimals,polarity,frequency,roll_up,formula
        A1,Calls answered,kpi,Contact,Panel,%,1,higher,month,ratio,
        A2,Calls received,activity,Contact,Panel,number,0,,month,sum,
        A3,Days to answer,kpi,Contact,Panel,days,1,lower,month,mean,
        Q1,Debt over six months,kpi,Finance,Panel,£000,1,lower,quarter,latest,
        Q2,Invoices paid on time,kpi,Finance,Panel,%,1,higher,quarter,ratio,
        W1,Both together,activity,Finance,Panel,number,1,,month,sum,A2 + A3
        """;

    private readonly TemporaryFolder folder = new();
    private readonly FolderResult.Read council;

    public FigureFileTests()
    {
        var path = folder.Path("council");
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "council.json"), """{"name": "Testshire"}""");
        File.WriteAllText(Path.Combine(path, "indicators.csv"), Indicators);
        File.WriteAllText(Path.Combine(path, "observations.csv"), "ref,period,value");
        council = Assert.IsType<FolderResult.Read>(CouncilFolder.Read(path));
    }

    private Register Register => council.Register;

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Any_file_is_read_figure_by_figure_and_imported_a_second_time_changes_nothing(string engine)
    {
        using var test = await TestStore.CreateAsync(engine);
        await StoreFixture.TakeAsync(test, council);
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var file = AnyFigureFile.Of(seed, [.. Register.Indicators.Select(history => history.Indicator).Where(indicator => indicator.Formula is null)]);
            if (file.Figures.Count == 0)
            {
                return;
            }

            var read = Read(file.Name, file.Bytes);
            var figures = Enumerable.Range(0, read.Figures.Count).ToDictionary(i => (read.Figures.IndicatorOf(read.Figures[i]).Ref, read.Figures.PeriodOf(read.Figures[i])), i => read.Figures[i].Observation);
            Assert.Equal(file.Figures.OrderBy(pair => pair.Key), figures.OrderBy(pair => pair.Key));
            Assert.Equal((file.Rows, 0), (read.Count.Rows, read.Count.Unaccounted));
            Assert.Equal(read.Count.Rows, read.Count.Used + read.Count.NotUsed.Count);
            if (read.Count.Sum is { } sum)
            {
                Assert.Equal(file.Figures.Values.Sum(figure => figure.Typed.GetValueOrDefault() + (figure.Counts?.Numerator + figure.Counts?.Denominator).GetValueOrDefault()), sum);
            }

            var first = Import(test, read);
            Assert.Equal(file.Figures.Count, first.New + first.Changed.Count + first.Same);
            var second = Import(test, read);
            Assert.Equal((0, 0, file.Figures.Count), (second.New, second.Changed.Count, second.Same));
        }).Always(engine == TestStore.Sqlite ? 50 : 15);
    }

    [Fact]
    public void A_row_that_a_reader_loses_is_noticed_by_the_other_count()
    {
        var count = RawCount.OfWorkbook(folder.Write("book.xlsx", RawOffice.Workbook(RawOffice.TextRow(1, "Ref", "Apr 2019") + RawOffice.TextRow(2, "A1", "90") + RawOffice.TextRow(4, "A2", "7"))));
        Assert.Equal(3, count.Rows);
        Assert.Equal(1, new FileCount(count.Rows, 1, 1, [new RowNotUsed("book.xlsx", 1, "Ref")], null).Unaccounted);
    }

    [Theory]
    [InlineData("ref,period,value\n\"A1\",Apr 2019,\"1\n2\"\n\n , ,\nA2,May 2019,3\n", 3)]
    [InlineData("ref,period,value,note\nA1,Apr 2019,1,\"said \"\"so\"\";\nand so\"\nA2,May 2019,3,\"\"\n", 3)]
    [InlineData("sep=;\nref;period;value\nA1;Apr 2019;5", 2)]
    [InlineData("ref,period,value\r\nA1,Apr 2019,5\r\n", 2)]
    public void Rows_of_a_text_file_are_counted_from_its_raw_characters(string text, int rows) =>
        Assert.Equal(rows, RawCount.OfText(folder.Write("file.csv", Encoding.UTF8.GetBytes(text)), Encoding.UTF8, text.StartsWith("sep", StringComparison.Ordinal) ? ';' : ',', []).Rows);

    [Fact]
    public void A_wide_workbook_with_merged_years_over_quarters_and_notes_above_is_read()
    {
        var rows = RawOffice.TextRow(1, "Quarterly performance, Finance") + RawOffice.TextRow(3, "Ref", "Indicator", "2019/20", "", "2020/21") + RawOffice.TextRow(4, "", "", "Q3", "Q4", "Q1")
            + RawOffice.TextRow(5, "Q1", "Debt over six months", "£1,204", "1,180.5", "[x]") + RawOffice.TextRow(6, "", "Invoices paid on time", "94.2%", "95%", "96 [p]");
        var read = Read("q.xlsx", RawOffice.Workbook(rows, "<mergeCells count=\"1\"><mergeCell ref=\"C3:D3\"/></mergeCells>"));
        Assert.Equal(
            ["Q1 Q3 2019/20 1204", "Q1 Q4 2019/20 1180.5", "Q1 Q1 2020/21 NotAvailable", "Q2 Q3 2019/20 94.2", "Q2 Q4 2019/20 95", "Q2 Q1 2020/21 96 Provisional"],
            Texts(read));
    }

    [Fact]
    public void Percentages_that_may_be_fractions_are_asked_about_and_never_guessed()
    {
        var csv = Encoding.UTF8.GetBytes("ref,period,value\nA1,Apr 2019,0.942\nA1,May 2019,0.95\n");
        Assert.Contains("is it 0.942%, or 94.2% written as a fraction? Add --fractions", Refused("f.csv", csv));
        Assert.Equal(["A1 Apr 2019 94.2", "A1 May 2019 95"], Texts(Read("f.csv", csv, new FigureFileOptions(Fractions: true))));
        Assert.Equal(["A1 Apr 2019 0.942", "A1 May 2019 0.95"], Texts(Read("f.csv", csv, new FigureFileOptions(Fractions: false))));
        var formatted = RawOffice.TextRow(1, "Ref", "Apr 2019", "May 2019") + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>A1</t></is></c><c r=\"B2\" s=\"1\"><v>0.942</v></c><c r=\"C2\" s=\"1\"><v>0.95</v></c></row>";
        Assert.Equal(["A1 Apr 2019 94.2", "A1 May 2019 95"], Texts(Read("f.xlsx", RawOffice.Workbook(formatted, formats: ["0.0%"]))));
    }

    [Theory]
    [InlineData("ref,period,value\nA9,Apr 2019,5\n", "row 2, column \"ref\": There is no indicator \"A9\" in the register.")]
    [InlineData("ref,period,value\nA1,Apr 2019,5\na1,2019-04,6\n", "row 3: A1 has a figure for Apr 2019 in row 2 already: keep one of the two rows.")]
    [InlineData("ref,period,value\nW1,Apr 2019,5\n", "row 2, column \"ref\": W1 is worked out by its formula, so no figure is given for it.")]
    [InlineData("ref,period,value\nQ1,Apr 2019,5\n", "row 2, column \"period\":")]
    [InlineData("ref,period,value\nA1,Apr 2019,five\n", "row 2, column \"value\":")]
    [InlineData("ref,period,numerator,denominator\nA1,Apr 2019,5,\n", "row 2, column \"denominator\": There is a numerator and no denominator: give both, or neither.")]
    [InlineData("ref,period,value\n", "The file has a header and no figures.")]
    public void What_cannot_be_taken_is_named_with_its_row_and_column(string csv, string reason) => Assert.Contains(reason, Refused("figures.csv", Encoding.UTF8.GetBytes(csv)));

    [Fact]
    public void A_figure_that_a_formula_makes_is_refused_and_other_formulas_are_not()
    {
        static string Sheet(string figure, string total) => RawOffice.TextRow(1, "Ref", "Apr 2019", "Variance")
            + $"<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>A2</t></is></c><c r=\"B2\">{figure}<v>7</v></c><c r=\"C2\">{total}<v>1</v></c></row>";
        Assert.Contains("row 2, column \"Apr 2019\": \"7\" is worked out by a formula", Refused("f.xlsx", RawOffice.Workbook(Sheet("<f>3+4</f>", ""))));
        Assert.Equal(["A2 Apr 2019 7"], Texts(Read("f.xlsx", RawOffice.Workbook(Sheet("", "<f>B2-6</f>")))));
    }

    [Fact]
    public void Every_cell_says_what_it_was_taken_for()
    {
        var read = Read("w.csv", Encoding.UTF8.GetBytes("Title of it\n\nRef,Indicator,Apr 2019,RAG\nA1,Calls answered,94.2%,Green\nTotal,,7,\n"));
        Assert.Equal(
            [
                "1 A Title of it: not used: a heading, a title, a note or a total", "3 A Ref: not used: a heading, a title, a note or a total", "3 B Indicator: not used: a heading, a title, a note or a total",
                "3 C Apr 2019: not used: a heading, a title, a note or a total", "3 D RAG: not used: a heading, a title, a note or a total", "4 A A1: ref",
                "4 B Calls answered: indicator of A1", "4 C 94.2%: figures of A1 for Apr 2019 = 94.2", "4 D Green: rating given (compared with ours, not believed) of A1",
                "5 A Total: not used: a heading, a title, a note or a total", "5 C 7: not used: a heading, a title, a note or a total",
            ],
            read.Cells().Select(cell => $"{cell.Row} {cell.Column} {cell.Text}: {cell.TakenFor}{(cell.Value.Length > 0 ? $" = {cell.Value}" : "")}"));
    }

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_warning_holds_a_file_back_and_its_reason_is_kept_with_each_figure(string engine)
    {
        using var test = await TestStore.CreateAsync(engine);
        await StoreFixture.TakeAsync(test, council);
        var csv = "ref,period,value\n" + string.Concat(Enumerable.Range(1, 9).Select(month => $"A2,2019-{month:00},{100 + month}\n")) + "A2,2019-10,1090\n";
        var read = Read("odd.csv", Encoding.UTF8.GetBytes(csv));
        var needs = Assert.IsType<FigureImportResult.NeedsReasons>(await FigureImport.RunAsync(test.Store, read, StoreFixture.Import, new ImportOptions(), _ => null, null, CancellationToken.None));
        Assert.Contains(needs.Warnings.InOrder(), warning => warning.ToString().StartsWith("odd.csv, row 11: A2, Oct 2019 (ten-times)", StringComparison.Ordinal));
        Assert.Equal(["0"], await test.ReadAsync("SELECT count(*) FROM observation"));
        Assert.Equal(10, Import(test, read).New);
        Assert.Equal(needs.Codes.Order(StringComparer.Ordinal), await test.ReadAsync("SELECT code FROM warning_override WHERE reason_words IS NOT NULL ORDER BY code"));
    }

    private static FigureImportResult.Compared Import(TestStore test, FigureFileResult.Read read) =>
        Assert.IsType<FigureImportResult.Compared>(FigureImport.RunAsync(test.Store, read, StoreFixture.Import, new ImportOptions(), _ => "A test.", null, CancellationToken.None).GetAwaiter().GetResult());

    private FigureFileResult.Read Read(string name, byte[] bytes, FigureFileOptions? options = null) =>
        FigureFile.Read(folder.Write(name, bytes), Register, options ?? FigureFileOptions.None, null, CancellationToken.None) switch
        {
            FigureFileResult.Read read => read,
            FigureFileResult.Refused refused => throw new Xunit.Sdk.XunitException(string.Join('\n', refused.Defects.InOrder())),
            _ => throw new InvalidOperationException(),
        };

    private string Refused(string name, byte[] bytes) => string.Join('\n',
        Assert.IsType<FigureFileResult.Refused>(FigureFile.Read(folder.Write(name, bytes), Register, FigureFileOptions.None, null, CancellationToken.None)).Defects.InOrder());

    private static IEnumerable<string> Texts(FigureFileResult.Read read) => Enumerable.Range(0, read.Figures.Count).Select(i =>
    {
        var figure = read.Figures[i];
        return $"{read.Figures.IndicatorOf(figure).Ref} {read.Figures.PeriodOf(figure)}{(figure.Observation.Typed is { } value ? $" {value:0.###}" : "")}{(figure.Observation.Marker == Marker.None ? "" : $" {figure.Observation.Marker}")}";
    });
}
