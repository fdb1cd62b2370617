using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Tests.Import;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Registers;

/// <summary>How an indicator came to be counted as it is, on its way from a store into a folder and back.</summary>
public sealed class DefinitionFolderTests : IDisposable
{
    private static readonly DateOnly First = new(2018, 4, 1);
    private static readonly DateOnly Second = new(2019, 10, 1);
    private static readonly DateOnly Coming = new(2021, 4, 1);

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Engines => TestStore.Engines;

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_definitions_day_and_reason_come_through_a_folder_and_an_empty_store_byte_for_byte(string engine)
    {
        using var from = await TakenAsync(engine);
        await ChangeAsync(from, "CS01", "Asked of every caller.", First, isBreak: true, "The survey was replaced");
        await ChangeAsync(from, "CS01", "Asked of every caller but one.", Second, isBreak: true, "=The law, \"changed\"\nagain");
        await ChangeAsync(from, "CS04a", "As before, said better.", Second, isBreak: false, "The contract says so");
        var exported = await ExportAsync(from, "first");
        using var to = await TestStore.CreateAsync(engine);
        await StoreFixture.TakeAsync(to, exported);
        await ExportAsync(to, "second");

        var tables = Directory.GetFiles(folder.Path("first"), "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder.Path("first"), path)).ToList();
        Assert.All(tables, file => Assert.Equal(File.ReadAllBytes(Path.Combine(folder.Path("first"), file)), File.ReadAllBytes(Path.Combine(folder.Path("second"), file))));
        var (changed, same) = (await OfAsync(to, "CS01"), await OfAsync(to, "CS04a"));
        Assert.Equal((Second, "=The law, \"changed\"\nagain"), (changed.DefinitionFrom, changed.DefinitionReason));
        Assert.Equal([First, Second], changed.Breaks);
        Assert.Equal((Second, "The contract says so"), (same.DefinitionFrom, same.DefinitionReason));
        Assert.Empty(same.Breaks);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_folder_taken_again_leaves_earlier_and_coming_definitions_as_they_are(string engine)
    {
        using var test = await TakenAsync(engine);
        await ChangeAsync(test, "CS01", "Asked of every caller.", First, isBreak: true, "The survey was replaced");
        await ChangeAsync(test, "CS01", "Asked of every caller but one.", Second, isBreak: true, "The law changed");
        await ChangeAsync(test, "CS04a", "Counted by the new system.", Coming, isBreak: true, "A new system");
        var read = await RegisterOfAsync(test);
        var written = Assert.IsType<ExportResult.Written>(FolderWriter.Write(read, folder.Path("out")));

        Assert.Contains(written.Warnings, warning => warning.Reason.Contains("CS04a is counted otherwise from 01/04/2021 on, which is left out", StringComparison.Ordinal));
        var again = Assert.IsType<RegisterImportResult.Compared>(await StoreFixture.TakeAsync(test, Assert.IsType<FolderResult.Read>(CouncilFolder.Read(folder.Path("out")))));
        Assert.Empty(again.Changes);
        test.Clock.Now = Coming.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc);
        var come = await OfAsync(test, "CS04a");
        Assert.Equal(("Counted by the new system.", "A new system"), (come.Meaning, come.DefinitionReason));
    }

    private static async Task<TestStore> TakenAsync(string engine)
    {
        var test = await TestStore.CreateAsync(engine);
        await StoreFixture.TakeAsync(test, "wealdshire");
        return test;
    }

    private static Task<Register> RegisterOfAsync(TestStore test) => StoreFixture.RegisterAsync(test);

    private static async Task<Indicator> OfAsync(TestStore test, string reference) => (await RegisterOfAsync(test)).Find(reference)!.Indicator;

    private static async Task ChangeAsync(TestStore test, string reference, string meaning, DateOnly from, bool isBreak, string reason) =>
        Assert.IsType<RegisterEditResult.Made>(await RegisterEdit.RunAsync(test.Store, new Act("analyst", "edit register", reference, reason), register => RegisterDraft.Of(register with
        {
            Indicators =
            [
                .. register.Indicators.Select(history => history.Indicator.Ref != reference ? history : history with
                {
                    Indicator = history.Indicator with { Meaning = meaning, DefinitionFrom = from, DefinitionReason = reason, Breaks = isBreak ? [.. history.Indicator.Breaks.Append(from)] : history.Indicator.Breaks },
                }),
            ],
        }), CancellationToken.None));

    private async Task<FolderResult.Read> ExportAsync(TestStore test, string name)
    {
        Assert.IsType<ExportResult.Written>(FolderWriter.Write(await RegisterOfAsync(test), folder.Path(name)));
        return Assert.IsType<FolderResult.Read>(CouncilFolder.Read(folder.Path(name)));
    }
}
