using Outturn.App.Collection;
using Outturn.App.Collection.Templates;
using Outturn.Core.Collection;
using Outturn.Tests.Collection.Templates;
using Outturn.Tests.Import;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Collection;

/// <summary>The workbook of a service, out and back through a store.</summary>
public sealed class TemplateImportTests
{
    public static TheoryData<string> Engines => TestStore.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_workbook_comes_back_as_one_submission_and_a_second_time_changes_nothing(string engine)
    {
        using var test = await Collected.WealdshireAsync(engine);
        using var folder = new TemporaryFolder();
        var path = await FilledAsync(test, folder, 1500, 1540);
        var submitted = Assert.IsType<TemplateImportResult.Submitted>(await TakeAsync(test, path));
        Assert.Equal((6, 1, 5), (submitted.Count.Rows, submitted.Count.Filled, submitted.Count.Blank));
        Assert.Single(submitted.Result.Changes);
        Assert.Equal(CollectionState.Submitted, await test.StateAsync("CS01", Collected.June));
        var again = Assert.IsType<TemplateImportResult.Submitted>(await TakeAsync(test, path));
        Assert.Equal((0, 1), (again.Result.Changes.Count, again.Result.Same));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_old_workbook_after_a_newer_submission_is_compared_three_ways_and_overwrites_nothing(string engine)
    {
        using var test = await Collected.WealdshireAsync(engine);
        using var folder = new TemporaryFolder();
        var path = await FilledAsync(test, folder, 1500, 1540);
        Assert.IsType<SubmitResult.Accepted>(await test.SubmitAsync(Collected.Counts("CS01", Collected.June, 1510, 1545), "analyst"));
        var refused = Assert.Single(Assert.IsType<TemplateImportResult.Refused>(await TakeAsync(test, path)).Defects);
        Assert.Contains("The sender saw nothing and sends 97% (1500 of 1540), while analyst has stored 98% (1510 of 1545) since", refused.Reason);
        Assert.NotNull(refused.Row);
        Assert.Single(Assert.IsType<TemplateImportResult.Submitted>(await TakeAsync(test, path, overrules: true)).Result.Changes);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_a_workbook_left_as_it_was_does_not_undo_what_came_since(string engine)
    {
        using var test = await Collected.WealdshireAsync(engine);
        using var folder = new TemporaryFolder();
        Assert.IsType<SubmitResult.Accepted>(await test.SubmitAsync(Collected.Counts("CS01", Collected.June, 1500, 1540)));
        var untouched = await TemplateAsync(test, folder);
        Assert.IsType<SubmitResult.Accepted>(await test.SubmitAsync(Collected.Counts("CS01", Collected.June, 1510, 1545), "analyst"));
        var result = Assert.IsType<TemplateImportResult.Submitted>(await TakeAsync(test, untouched)).Result;
        Assert.Empty(result.Changes);
        Assert.Equal(["CS01, Jun 2020: 98% (1510 of 1545), by analyst"], result.Kept);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_workbook_of_another_store_is_refused(string engine)
    {
        using var test = await Collected.WealdshireAsync(engine);
        using var other = await Collected.WealdshireAsync(engine);
        using var folder = new TemporaryFolder();
        var path = await FilledAsync(other, folder, 1500, 1540);
        Assert.IsType<TemplateImportResult.Refused>(await TakeAsync(test, path));
    }

    private static async Task<string> TemplateAsync(TestStore test, TemporaryFolder folder)
    {
        var made = Assert.IsType<StoreTemplateResult.Made>(Assert.Single(await StoreTemplates.MakeAsync(test.Store, Collected.June, "contact centre", CancellationToken.None)));
        return folder.Write("contact-centre.xlsx", made.Workbook);
    }

    private static async Task<string> FilledAsync(TestStore test, TemporaryFolder folder, int numerator, int denominator)
    {
        var path = await TemplateAsync(test, folder);
        using var editor = new TemplateEditor(await File.ReadAllBytesAsync(path));
        var row = editor["CS01", "Jun 2020"];
        return folder.Write("filled.xlsx", editor.Type(row, "Numerator", numerator).Type(row, "Denominator", denominator).Save());
    }

    private static Task<TemplateImportResult> TakeAsync(TestStore test, string path, bool overrules = false) =>
        TemplateImport.RunAsync(test.Store, path, "contact-manager", null, _ => null, overrules, looksOnly: false, "digest", CancellationToken.None);
}
