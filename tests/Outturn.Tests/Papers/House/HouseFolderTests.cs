using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Reports.Packages;
using Outturn.Reports.Papers;
using Outturn.Tests.Registers;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Papers.House;

/// <summary>The house's form in a folder and in a store, from there into papers and packages.</summary>
public sealed class HouseFolderTests
{
    private static readonly string[] Formats = ["--format", "docx,html,csv"];

    public static TheoryData<string> Engines => TestStore.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task House_form_comes_back_whole_from_an_export_and_from_a_store_and_a_store_keeps_its_versions(string engine)
    {
        using var verb = Housed();
        var read = Assert.IsType<FolderResult.Read>(CouncilFolder.Read(verb.Council));
        Assert.Empty(read.Warnings);
        Assert.Equal((2, 4, "7"), (read.Register.House.Signatures.Count, read.Register.House.Blocks.Count, read.Register.Meetings.Single(meeting => meeting.Item is not null).Item));
        Assert.IsType<ExportResult.Written>(FolderWriter.Write(read.Register, verb.Path("again"), template: read.Template));
        SameRegister.Assert(read.Register, Assert.IsType<FolderResult.Read>(CouncilFolder.Read(verb.Path("again"))).Register);

        using var test = await TestStore.CreateAsync(engine);
        await RegisterImport.RunAsync(test.Store, read, read.Template, StoreFixture.Import, new ImportOptions(), CancellationToken.None);
        SameRegister.Assert(read.Register, await StoreFixture.RegisterAsync(test));
        Assert.DoesNotContain(Assert.IsType<RegisterImportResult.Compared>(await StoreFixture.TakeAsync(test, read, options: new ImportOptions(LooksOnly: true))).Changes, change => change.Kind == FactChangeKind.New);
        var act = new Act("analyst", "edit register", "form of papers", "a test");
        await RegisterEdit.RunAsync(test.Store, act, register => RegisterDraft.Of(register with
        {
            House = register.House with { Logo = null, FileNames = "{title}", Signatures = [register.House.Signatures[1] with { Order = 1 }] },
            Texts = register.Texts.Where(text => text.Key != "block-financial").ToDictionary(),
        }), CancellationToken.None);
        var after = await StoreFixture.RegisterAsync(test);
        Assert.Equal(("{title}", null, 1), (after.House.FileNames, after.House.Logo, after.House.Signatures.Count));
        Assert.False(after.Texts.ContainsKey("block-financial"));
        Assert.Equal(["1", "2"], await test.ReadAsync("SELECT version FROM house ORDER BY version"));
        var dangling = Assert.IsType<RegisterEditResult.Refused>(await RegisterEdit.RunAsync(test.Store, act, register => RegisterDraft.Of(register with { House = register.House with { Signatures = [register.House.Signatures[0] with { For = "Nobody" }] } }), CancellationToken.None));
        Assert.Contains("neither a committee nor a report", Assert.Single(dangling.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_bears_its_blocks_in_order_its_signatures_as_a_table_and_its_name_in_every_format()
    {
        using var verb = Housed();
        Assert.Equal(0, (await verb.YearEndAsync(Formats)).Code);
        Assert.Equal("Policy and Resources 2020-07-29 Item 7 Strategic and Corporate Services Performance Dashboard", Assert.Single(verb.Written.Select(Path.GetFileNameWithoutExtension).Distinct()));
        using var word = new Reports.Word.WordFile(verb.Bytes(verb.Written.Single(file => file.EndsWith(".docx", StringComparison.Ordinal))));
        var text = word.Paragraphs.Select(paragraph => paragraph.Text).ToList();
        int At(string what) => text.FindIndex(paragraph => paragraph.Contains(what, StringComparison.Ordinal));
        Assert.True(At("Financial implications") > 0 && At("Financial implications") < At("Legal implications") && At("Legal implications") < At("Data protection implications") && At("Data protection implications") < At("Sign-off"));
        Assert.True(At("For July alone") > 0 && At("There are no legal implications") < 0 && At("Equality implications") < 0);
        Assert.True(At("To be completed") > 0);
        var table = word.Body.Elements(Reports.Word.WordFile.W + "tbl").First();
        var rows = table.Elements(Reports.Word.WordFile.W + "tr").Select(row => row.Elements(Reports.Word.WordFile.W + "tc").Select(Reports.Word.WordFile.Text).ToArray()).ToList();
        Assert.Equal(["For", "Post", "Name", "Signature", "Date"], rows[0]);
        Assert.NotNull(table.Descendants(Reports.Word.WordFile.W + "tblHeader").FirstOrDefault());
        Assert.Equal(["Agreed by", "Cleared by"], rows.Skip(1).Select(row => row[0]));
        Assert.DoesNotContain("__", string.Join(' ', text), StringComparison.Ordinal);
        Assert.Empty(word.Complaints());
    }

    [Fact]
    public async Task Package_has_report_appendices_statement_and_a_list_whose_digests_hold_and_comes_out_the_same_twice()
    {
        using var verb = Housed();
        Assert.Equal(0, (await verb.YearEndAsync([.. Formats, "--package"])).Code);
        var name = verb.Written.Single(file => file.EndsWith(".zip", StringComparison.Ordinal));
        var first = Unpacked(verb.Bytes(name));
        using var manifest = JsonDocument.Parse(first["manifest.json"]);
        var files = manifest.RootElement.GetProperty("files").EnumerateArray().ToList();
        Assert.Equal(first.Keys.Except(["manifest.json", "manifest.csv"]).Order(), files.Select(file => file.GetProperty("file").GetString()!).Order());
        Assert.All(files, file => Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(first[file.GetProperty("file").GetString()!]))));
        Assert.Equal(Enumerable.Range(1, files.Count), files.Select(file => file.GetProperty("order").GetInt32()));
        Assert.All(files, file => Assert.Equal("public", file.GetProperty("access").GetString()));
        Assert.Equal(files.Count + 1, System.Text.Encoding.UTF8.GetString(first["manifest.csv"]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("01632 960000", System.Text.Encoding.UTF8.GetString(first.Single(file => file.Key.EndsWith("Accessibility.html", StringComparison.Ordinal)).Value), StringComparison.Ordinal);
        Assert.All(first.Keys, file => Assert.True(file.Length <= 125));

        var read = Assert.IsType<FolderResult.Read>(CouncilFolder.Read(verb.Council)).Register;
        byte[] Made(Core.Dashboards.Register register) => AgendaPackage.Of(Assert.IsType<RequestedPapers.Made>(RequestedPapers.Of(register, null, ReportVerb.Committee, "2019/20", new DateOnly(2020, 8, 1))).Papers[0], null, null);
        Assert.Equal(Made(read), Made(read));
        var exempt = Unpacked(Made(read with { Council = read.Council with { Classification = "Exempt" } }));
        Assert.Contains("\"restricted\"", System.Text.Encoding.UTF8.GetString(exempt["manifest.json"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_cannot_be_made_or_would_be_the_same_are_refused_and_nothing_is_written()
    {
        using var verb = Housed();
        var read = Assert.IsType<FolderResult.Read>(CouncilFolder.Read(verb.Council)).Register;
        Core.Dashboards.Committee second = new("Second Committee", "Second", ["dashboard"]);
        var twice = read with
        {
            Committees = [.. read.Committees, second], House = read.House with { FileNames = "{council}" },
            Indicators = [.. read.Indicators.Select(history => history with { Indicator = history.Indicator with { Committees = [.. history.Indicator.Committees, second] } })],
        };
        Assert.Contains("would have the file name", PaperName.Refusal(Assert.IsType<RequestedPapers.Made>(RequestedPapers.Of(twice, null, null, "2019/20", new DateOnly(2020, 8, 1))).Papers), StringComparison.Ordinal);
        verb.Edit("council.json", "{short_name}[ {meeting:yyyy-MM-dd}][ Item {item}] {title}", "{item} {title}");
        verb.Edit("meetings.csv", ",7\n", ",\n");
        var unnumbered = await verb.YearEndAsync("--format", "csv");
        Assert.Equal(1, unnumbered.Code);
        Assert.Contains("item's number", unnumbered.Error, StringComparison.Ordinal);
        Assert.Empty(verb.Written);
        Assert.Equal(0, (await verb.YearEndAsync("--format", "csv", "--item", "B4")).Code);
        Assert.StartsWith("B4 ", Assert.Single(verb.Written), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("blocks.csv", "block,heading\nLegal & more,Legal\n", "no name for a block")]
    [InlineData("blocks.csv", "block,heading\nlegal,\n", "gives the block a heading")]
    [InlineData("blocks.csv", "block,heading\nlegal,Legal\nlegal,Legal\n", "already")]
    [InlineData("blocks.csv", "block,heading,wording\nlegal,Legal,on-2020-07-29\n", "no name for a wording")]
    [InlineData("signatures.csv", "label,post\nAgreed by,nobody\n", "no post \"nobody\"")]
    [InlineData("signatures.csv", "label,post,for\nAgreed by,leader,Nobody\n", "neither a committee nor a report")]
    [InlineData("logo.png", "<svg/>", "SVG")]
    [InlineData("texts/block-leagl.md", "Words", "No place in the paper")]
    public void What_is_wrong_in_the_house_form_is_named_with_its_file(string file, string content, string reason)
    {
        using var verb = Housed();
        File.WriteAllText(verb.Path($"council/{file}"), content);
        var defects = CouncilFolder.Read(verb.Council) switch { FolderResult.Refused refused => refused.Defects, FolderResult.Read read => read.Warnings, _ => [] };
        Assert.Contains(defects, defect => defect.Reason.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_names_an_obligatory_block_that_nobody_has_written_and_what_is_wrong_with_the_template()
    {
        using var verb = Housed();
        var run = await ReportVerb.RunAsync("check", verb.Council);
        Assert.Equal(0, run.Code);
        Assert.Contains("Nobody has written Data protection implications", run.Output, StringComparison.Ordinal);
        Assert.Contains("house.docx: A picture in the header has no alternative text", run.Output, StringComparison.Ordinal);
        var list = await verb.YearEndAsync("--check");
        Assert.Contains("The report has no Data protection implications", list.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("The report has no Legal implications", list.Output, StringComparison.Ordinal);
        verb.Edit("council.json", "\"House Table Text\"", "\"Missing\"");
        var refused = await ReportVerb.RunAsync("check", verb.Council);
        Assert.Equal(1, refused.Code);
        Assert.Contains("which the template does not have", refused.Output, StringComparison.Ordinal);
    }

    private static ReportVerb Housed()
    {
        var verb = new ReportVerb().Copy("wealdshire");
        verb.Edit("council.json", "\"template\": null", """
            "template": "house.docx", "styles": { "body_text": "HB", "table_text": "House Table Text" }, "logo": "logo.png", "logo_text": "Wealdshire County Council",
            "file_names": "{short_name}[ {meeting:yyyy-MM-dd}][ Item {item}] {title}", "accessibility_contact": "the performance team, 01632 960000"
            """);
        var meetings = File.ReadAllLines(verb.Path("council/meetings.csv"));
        File.WriteAllLines(verb.Path("council/meetings.csv"), meetings.Select((line, i) => i == 0 ? $"{line},item" : line.Contains("Policy", StringComparison.Ordinal) && line.Contains("29/07/2020", StringComparison.Ordinal) ? $"{line},7" : $"{line},"));
        File.WriteAllBytes(verb.Path("council/house.docx"), HouseTemplate.Bytes());
        File.WriteAllBytes(verb.Path("council/logo.png"), Pictures.Png(400, 120));
        File.WriteAllText(verb.Path("council/signatures.csv"), "label,post,for\nAgreed by,leader,\nCleared by,chief-analyst,Policy and Resources\n");
        File.WriteAllText(verb.Path("council/blocks.csv"), "block,heading,obligatory,for,wording\nfinancial,Financial implications,yes,,\nlegal,Legal implications,yes,,none\nequality,Equality implications,no,,\ndata-protection,Data protection implications,yes,,\n");
        File.WriteAllText(verb.Path("council/texts/block-financial.md"), "This report asks for no spending.\n");
        File.WriteAllText(verb.Path("council/texts/block-legal-none.md"), "There are no legal implications.\n");
        Directory.CreateDirectory(verb.Path("council/texts/policy-and-resources"));
        File.WriteAllText(verb.Path("council/texts/policy-and-resources/block-legal-on-2020-07-29.md"), "For July alone: the contract was checked.\n");
        return verb;
    }

    private static Dictionary<string, byte[]> Unpacked(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var from = entry.Open();
            using var to = new MemoryStream();
            from.CopyTo(to);
            return to.ToArray();
        });
    }
}
