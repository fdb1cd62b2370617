using Outturn.App.Reference;
using Outturn.Tests.Import;
using Outturn.Tests.Reference;

namespace Outturn.Tests.StaffPages;

/// <summary>The framework, areas and neighbours that come with Outturn, in a store of national data; made once.</summary>
internal static class OpenData
{
    private static readonly TemporaryFolder Folder = new();
    private static readonly Lazy<string> Made = new(() =>
    {
        var file = Folder.Path("reference.db");
        Assert.IsType<ReferenceImportResult.Done>(ReferenceImport.RunAsync(file, NationalStore.Data, new ReferenceImportChoices([]), TimeProvider.System, null, default).GetAwaiter().GetResult());
        return file;
    });

    public static string File => Made.Value;
}
