using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Outturn.App;
using Outturn.App.Review;
using Outturn.App.Review.Workbook;
using Outturn.Core.Indicators;
using Outturn.Core.Review;
using Outturn.Core.Targets;
using Outturn.Tests.Collection.Templates;
using Outturn.Tests.Import;
using Outturn.Tests.Stores;
using static Outturn.Tests.Review.Reviewed;

namespace Outturn.Tests.Review;

/// <summary>The proposals of a service as a workbook, out and back: every cell accounted for, all rows or none, nothing overwritten unseen.</summary>
public sealed class ProposalWorkbookTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_workbook_that_comes_back_untouched_proposes_nothing(bool proposed)
    {
        using var test = await OpenAsync(TestStore.Sqlite, proposed);
        var entries = await test.ReadAsync("SELECT count(*) FROM audit_entry");
        var read = await ReadAsync(test, _ => { });
        Assert.Empty(read.Proposed);
        Assert.Empty(read.Warnings);
        Assert.Equal((await test.ReviewAsync()).Services.Single(service => service.Service.Name == "Contact Centre").Items.Select(item => item.Ref), read.Rows.Select(row => row.Ref));
        Assert.All(read.Rows, row => Assert.Equal(proposed ? ReadProposalKind.Unchanged : ReadProposalKind.Blank, row.Kind));
        Assert.Equal(entries, await test.ReadAsync("SELECT count(*) FROM audit_entry"));
    }

    [Fact]
    public async Task The_workbook_is_sound_explains_each_column_and_locks_what_is_not_filled_in()
    {
        using var test = await OpenAsync(TestStore.Sqlite);
        Taken(await Challenging.AgreeAsync(test.Store, Year, ["CS04a"], Analyst, null, CancellationToken.None));
        var workbook = await MadeAsync(test);
        Assert.Equal(workbook, await MadeAsync(test));
        using var editor = new TemplateEditor(workbook, "Proposals");
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(editor.Package).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        var formats = editor.Package.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToArray();
        bool IsOpen(string reference, string heading) => formats[editor.At(editor[reference], heading).StyleIndex!.Value].Protection!.Locked! == false;
        Assert.Equal((true, true, false, false, false), (IsOpen("CS01", "Decision"), IsOpen("CS01", "Contract"), IsOpen("CS01", "Ref"), IsOpen("CS01", "Target now"), IsOpen("CS04a", "Decision")));
        Assert.Equal(("97%", "97", "Agreed"), (editor.Shown(editor.At(editor["CS01"], "Target now")), editor.Shown(editor.At(editor["CS01"], "Target")), editor.Shown(editor.At(editor["CS04a"], "State"))));
        Assert.Matches("^[0-9.]+% in 2019/20, (Green|Amber|Red)$", editor.Shown(editor.At(editor["CS01"], "Last year's result")));
        var list = editor.Sheet.Descendants<DataValidation>().Single(rule => rule.PromptTitle == "Decision");
        Assert.Equal((DataValidationValues.List, "\"keep,amend,remove,replace,new\""), (list.Type!.Value, list.Formula1!.Text));
        var help = editor.Package.WorkbookPart.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText).ToHashSet();
        Assert.All(editor.Rows.Single(row => row.RowIndex! == 3).Elements<Cell>(), cell => Assert.Contains(editor.Shown(cell), help));
    }

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task What_is_filled_in_is_shown_first_and_then_proposed(string engine)
    {
        using var test = await OpenAsync(engine, proposed: false);
        void Fill(TemplateEditor editor)
        {
            Propose(editor, editor["CS01"], "Keep", "As it was.");
            Propose(editor, editor["CS04a"], "amend", "No month fell\nbelow 90%.").TypePercentage(editor["CS04a"], "Floor", 90).Type(editor["CS04a"], "Title", "Calls answered by day").Type(editor["CS04a"], "Answer", "See the paper.");
            var blank = editor.Below.First(row => editor.Shown(editor.At(row, "Ref")).Length == 0);
            Propose(editor, blank, "new", "Chat takes a fifth of contacts.").Type(blank, "Ref", "CS20").Type(blank, "Title", "Web chats answered").Type(blank, "Unit", "%").Type(blank, "Polarity", "higher")
                .Type(blank, "Frequency", "month").Type(blank, "Roll up", "ratio").Type(blank, "Meaning", "Web chats that an adviser answered.").Type(blank, "Target", 90).Type(blank, "Floor", "80%").Type(blank, "Committees", "Policy and Resources");
            editor.MoveColumns(cells => cells.Reverse());
            editor.Sort(rows => rows.Reverse());
        }

        var look = await ReadAsync(test, Fill, looksOnly: true);
        Assert.Equal(ReviewState.NotStarted, (await test.ItemAsync("CS01")).State);
        Assert.Contains("3 proposed", look.Sentence, StringComparison.Ordinal);
        var row = look.Proposed.Single(row => row.Ref == "CS04a");
        Assert.Equal("amend: Floor standard up from 85% to 90% (asks more); Title changed to \"Calls answered by day\"", row.What);
        Assert.Contains(row.Cells, cell => cell is { Column: "floor", ReadAs: "90" } && cell.Written.EndsWith('%'));

        var read = await ReadAsync(test, Fill);
        Assert.Equal(look.Proposed.Select(proposed => proposed.Proposal), read.Proposed.Select(proposed => proposed.Proposal));
        var changed = await test.ItemAsync("CS04a");
        Assert.Equal(
            new Proposal(Year, Decision.Amend, new Target(95, 90, Polarity.HigherIsBetter), null, "No month fell\nbelow 90%.") { Sheet = new SheetChange { Title = "Calls answered by day" } }, changed.Proposal);
        Assert.Equal("See the paper.", changed.Steps[^1].Said);
        Assert.Equal((Decision.Keep, 97m), (await test.ItemAsync("CS01")).Proposal is { } kept ? (kept.Decision, kept.Target!.Level) : default);
        var begun = (await test.ItemAsync("CS20")).Indicator;
        Assert.Equal(("Web chats answered", "Contact Centre", Committee), (begun.Title, begun.Service.Name, begun.Committees.Single().Name));
        Assert.Equal(3, (await test.ReviewAsync()).Services.Single(service => service.Service.Name == "Contact Centre").Proposed);
        Assert.NotEqual([""], await test.ReadAsync("SELECT coalesce(source_digest, '') FROM audit_entry ORDER BY number DESC LIMIT 1"));
    }

    public static TheoryData<string, string, string> Slips => new()
    {
        { "Decision", "perhaps", "is not known here" },
        { "Decision", "", "not taken back by clearing" },
        { "Decision", "keep!", "is not known here" },
        { "Target", "lots", "is not a number" },
        { "Floor", "99", "on the wrong side" },
        { "Rationale", "", "every proposal owes one" },
        { "Successor", "XX1", "neither in the register" },
        { "Polarity", "sideways", "higher, lower or closest" },
        { "Committees", "Nobody", "has no committee" },
        { "Service", "Nobody", "has no service" },
        { "Decimals", "many", "is not a whole number" },
        { "Break", "yes", "Only a changed definition" },
        { "Benchmark", "96", "whose benchmark" },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public async Task A_slip_is_named_with_sheet_row_and_column_and_nothing_is_taken(string column, string written, string reason)
    {
        using var test = await OpenAsync(TestStore.Sqlite);
        var before = await test.ItemAsync("CS01");
        var refused = await RefusedAsync(test, editor =>
        {
            editor.Type(editor["CS04a"], "Rationale", "Sound, and not taken either.");
            editor.Type(editor["CS01"], column, written);
        });
        var defect = Assert.Single(refused, defect => defect.Severity == Severity.Error);
        Assert.Contains(reason, defect.Reason, StringComparison.Ordinal);
        Assert.Equal("back.xlsx, \"Proposals\"", defect.Source);
        Assert.NotNull(defect.Row);
        Assert.Equal(column == "Benchmark" ? "Benchmark source" : column, defect.Column);
        Assert.Equal(before.Proposal, (await test.ItemAsync("CS01")).Proposal);
        Assert.NotEqual("Sound, and not taken either.", (await test.ItemAsync("CS04a")).Proposal!.Rationale);
    }

    [Fact]
    public async Task A_row_of_another_service_a_moved_ref_and_a_row_without_one_are_refused()
    {
        using var test = await OpenAsync(TestStore.Sqlite);
        Row Blank(TemplateEditor editor) => editor.Below.First(row => editor.Shown(editor.At(row, "Ref")).Length == 0);
        var other = Errors(await RefusedAsync(test, editor => Propose(editor, Blank(editor), "remove", "Not ours.").Type(Blank(editor), "Ref", "HR01")));
        var absent = Errors(await RefusedAsync(test, editor => Propose(editor, Blank(editor), "remove", "Not ours.").Type(Blank(editor), "Ref", "HR99")));
        Assert.Contains("not among the indicators of Contact Centre", Assert.Single(other));
        Assert.Equal(absent, other.Select(reason => reason.Replace("HR01", "HR99", StringComparison.Ordinal)));
        Assert.Contains("no ref", Assert.Single(Errors(await RefusedAsync(test, editor => Propose(editor, Blank(editor), "new", "Whose?")))));
        Assert.Contains("was issued with", Assert.Single(Errors(await RefusedAsync(test, editor =>
        {
            editor.Delete(editor["CS04b"]);
            editor.Type(editor["CS01"], "Ref", "CS04b");
        }))));
        Assert.Contains("stands in row", Assert.Single(Errors(await RefusedAsync(test, editor => Propose(editor, Blank(editor), "keep", "Twice.").Type(Blank(editor), "Ref", "CS01")))));
        Assert.Contains("A new indicator needs a title", Assert.Single(Errors(await RefusedAsync(test, editor => Propose(editor, Blank(editor), "new", "No sheet.").Type(Blank(editor), "Ref", "CS20")))));
    }

    [Fact]
    public async Task An_agreed_proposal_that_the_file_changes_is_refused_by_name()
    {
        using var test = await OpenAsync(TestStore.Sqlite);
        var workbook = await MadeAsync(test);
        await test.AgreeAllAsync();
        Assert.Empty((await ReadAsync(test, _ => { }, workbook: workbook)).Proposed);
        Assert.Contains("The proposal for CS01 is agreed", Assert.Single(Errors(await RefusedAsync(test, editor => editor.Type(editor["CS01"], "Rationale", "Another."), workbook))));
    }

    [Fact]
    public async Task What_was_proposed_since_the_workbook_was_made_is_named_and_not_overwritten_unseen()
    {
        using var test = await OpenAsync(TestStore.Sqlite);
        var workbook = await MadeAsync(test);
        Taken(await test.ProposeAsync("CS01", await test.ProposalAsync("CS01") with { Rationale = "Said meanwhile." }, "colleague"));

        var reason = Assert.Single(Errors(await RefusedAsync(test, editor => editor.Type(editor["CS01"], "Rationale", "Said in the file."), workbook)));
        Assert.Contains("CS01 was proposed otherwise by colleague on 01/07/2020", reason, StringComparison.Ordinal);
        Assert.Contains("Said meanwhile.", reason, StringComparison.Ordinal);

        var left = await ReadAsync(test, editor => editor.Type(editor["CS04a"], "Rationale", "Another."), workbook: workbook);
        Assert.Equal("CS04a", Assert.Single(left.Proposed).Ref);
        Assert.Contains(left.Warnings, warning => warning.Reason.StartsWith("CS01 was proposed otherwise", StringComparison.Ordinal));
        Assert.Equal("Said meanwhile.", (await test.ItemAsync("CS01")).Proposal!.Rationale);

        await ReadAsync(test, editor => editor.Type(editor["CS04b"], "Rationale", "Once."), workbook: workbook);
        await ReadAsync(test, editor => editor.Type(editor["CS04b"], "Rationale", "And once more."), workbook: workbook);
        Assert.Equal("And once more.", (await test.ItemAsync("CS04b")).Proposal!.Rationale);
        Assert.Empty((await ReadAsync(test, editor => editor.Type(editor["CS01"], "Rationale", "Said meanwhile."), workbook: workbook)).Proposed);
        await ReadAsync(test, editor => editor.Type(editor["CS01"], "Rationale", "Said in the file."), workbook: workbook, overrules: true);
        Assert.Equal("Said in the file.", (await test.ItemAsync("CS01")).Proposal!.Rationale);
    }

    [Fact]
    public async Task A_foreign_or_spoilt_workbook_is_refused()
    {
        using var test = await OpenAsync(TestStore.Sqlite);
        using var other = await OpenAsync(TestStore.Sqlite);
        Assert.Contains("belongs to another council or another store", Assert.Single(Errors(await RefusedAsync(test, _ => { }, await MadeAsync(other)))));
        Row Line(TemplateEditor editor) => editor.Rows.Single(row => row.RowIndex! == 2);
        void Stamp(TemplateEditor editor, Func<string, string> change)
        {
            var cell = Line(editor).Elements<Cell>().First();
            var said = editor.Shown(cell);
            (cell.CellValue, cell.DataType, cell.InlineString) = (null, CellValues.InlineString, new InlineString(new Text(change(said))));
        }

        Assert.Contains("not what the workbook said", Assert.Single(Errors(await RefusedAsync(test, editor => Stamp(editor, said => said.Replace("version", "edition"))))));
        Assert.Empty((await ReadAsync(test, editor => Line(editor).Remove())).Proposed);
        Assert.Contains("the workbook was issued is missing", Assert.Single(Assert.IsType<ProposalFileResult.Refused>(await ProposalImport.RunAsync(
            test.Store, folder.Write("copied.csv", "ref,decision,Target now\nCS01,keep,97%\n"u8.ToArray()), Manager, _ => true, new ProposalImportOptions(), CancellationToken.None)).Defects).Reason, StringComparison.Ordinal);
        Assert.Contains("only come to", Assert.Single(Errors(await RefusedAsync(test, editor => Stamp(editor, said => said.Replace("version ", "version 9"))))));
        Assert.Contains("There is no service Nobody", Assert.Single(Errors(await RefusedAsync(test, editor => Stamp(editor, said => said.Replace("Contact Centre", "Nobody"))))));
        Assert.Contains("column of the workbook is missing", Assert.Single(Errors(await RefusedAsync(test, editor => editor.MoveColumns(cells => cells.Where(cell => cell != cells.ElementAt(13)))))));
        await test.AgreeAllAsync();
        var late = await MadeAsync(test);
        await test.AdoptAsync();
        Assert.Contains("its review is closed", Assert.Single(Errors(await RefusedAsync(test, _ => { }, late))));
    }

    [Fact]
    public async Task A_table_with_the_columns_of_proposals_csv_is_taken_the_same_way()
    {
        using var test = await OpenAsync(TestStore.Sqlite);
        async Task<ProposalFileResult> SendAsync(string csv) => await ProposalImport.RunAsync(test.Store, folder.Write("proposals.csv", Encoding.UTF8.GetBytes(csv)), Manager, _ => true, new ProposalImportOptions(), CancellationToken.None);
        var read = Assert.IsType<ProposalFileResult.Read>(await SendAsync("rationale,ref,decision,year,target,floor\nRaised.,HR02,amend,2020/21,92,80\n" + "Keep: the year was just above target and the contractor is paid by this level.,CS01,keep,,97,90\n"));
        Assert.Equal(("HR02", ReadProposalKind.Proposed, "CS01", ReadProposalKind.Unchanged), (read.Rows[0].Ref, read.Rows[0].Kind, read.Rows[1].Ref, read.Rows[1].Kind));
        Assert.Equal(92, (await test.ItemAsync("HR02")).Proposal!.Target!.Level);
        var refused = Assert.IsType<ProposalFileResult.Refused>(await SendAsync("ref,decision,year,target,floor,rationale\nHR02,amend,2021/22,93,80,Later.\nXX,keep,,,,So.\n"));
        Assert.Equal([(2, "year"), (3, "ref")], refused.Defects.Select(defect => (defect.Row!.Value, defect.Column!)));
        Assert.Contains("There is no table of proposals", Assert.Single(Assert.IsType<ProposalFileResult.Refused>(await SendAsync("ref,target\nHR02,93\n")).Defects).Reason, StringComparison.Ordinal);
    }

    private static TemplateEditor Propose(TemplateEditor editor, Row row, string decision, string rationale) => editor.Type(row, "Decision", decision).Type(row, "Rationale", rationale);

    private static IReadOnlyList<string> Errors(IReadOnlyList<Defect> defects) => [.. defects.Where(defect => defect.Severity == Severity.Error).Select(defect => defect.Reason)];

    private static async Task<byte[]> MadeAsync(TestStore test) =>
        Assert.IsType<StoreProposalsResult.Made>(await StoreProposals.MakeAsync(test.Store, null, "contact centre", CancellationToken.None)).Workbook;

    private async Task<ProposalFileResult.Read> ReadAsync(TestStore test, Action<TemplateEditor> fill, bool looksOnly = false, byte[]? workbook = null, bool overrules = false)
    {
        var result = await SendAsync(test, fill, workbook, new ProposalImportOptions(LooksOnly: looksOnly, Overrules: overrules));
        return result is ProposalFileResult.Refused refused ? throw new Xunit.Sdk.XunitException(string.Join('\n', refused.Defects)) : (ProposalFileResult.Read)result;
    }

    private async Task<IReadOnlyList<Defect>> RefusedAsync(TestStore test, Action<TemplateEditor> fill, byte[]? workbook = null) =>
        Assert.IsType<ProposalFileResult.Refused>(await SendAsync(test, fill, workbook, new ProposalImportOptions())).Defects;

    private async Task<ProposalFileResult> SendAsync(TestStore test, Action<TemplateEditor> fill, byte[]? workbook, ProposalImportOptions options)
    {
        using var editor = new TemplateEditor(workbook ?? await MadeAsync(test), "Proposals");
        fill(editor);
        return await ProposalImport.RunAsync(test.Store, folder.Write("back.xlsx", editor.Save()), Manager, _ => true, options, CancellationToken.None);
    }
}
