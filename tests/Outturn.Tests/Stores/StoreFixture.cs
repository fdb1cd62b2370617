using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Dashboards;
using Outturn.Tests.Registers;

namespace Outturn.Tests.Stores;

/// <summary>Stores with an example council in them.</summary>
internal static class StoreFixture
{
    public static readonly Act Import = new("analyst", "import", "wealdshire");

    public static FolderResult.Read Folder(string example) => Assert.IsType<FolderResult.Read>(CouncilFolder.Read(Examples.Folder(example)));

    /// <summary>With a quarterly report across committees that carries every indicator there is.</summary>
    public static FolderResult.Read WithQuarterly(FolderResult.Read folder)
    {
        var report = new Report("Quarterly Report", ReportKind.Quarterly, null, 1);
        return folder with
        {
            Register = folder.Register with
            {
                Reports = [report],
                Indicators = [.. folder.Register.Indicators.Select(history => history with { Indicator = history.Indicator with { Reports = [report] } })],
            },
        };
    }

    /// <summary>A store that holds the example county.</summary>
    public static async Task<TestStore> TakenAsync(string engine)
    {
        var test = await TestStore.CreateAsync(engine);
        await TakeAsync(test, "wealdshire");
        return test;
    }

    public static async Task<FolderResult.Read> TakeAsync(TestStore test, string example)
    {
        var folder = Folder(example);
        Assert.IsType<RegisterImportResult.Compared>(await RegisterImport.RunAsync(test.Store, folder, null, Import, new ImportOptions(), CancellationToken.None));
        return folder;
    }

    public static async Task<RegisterImportResult> TakeAsync(TestStore test, FolderResult.Read folder, string? why = null, ImportOptions? options = null) =>
        await RegisterImport.RunAsync(test.Store, folder, null, Import with { Why = why }, options ?? new ImportOptions(), CancellationToken.None);

    public static async Task<Register> RegisterAsync(TestStore test, DateOnly? knownOn = null) =>
        Assert.IsType<FolderResult.Read>(await CouncilSource.ReadAsync(test.Store, knownOn, CancellationToken.None)).Register;
}
