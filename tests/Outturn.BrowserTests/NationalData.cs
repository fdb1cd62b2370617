using Outturn.App.Reference;

namespace Outturn.BrowserTests;

/// <summary>The framework, areas and neighbours that come with Outturn, and published figures of waste and of charging points; made once.</summary>
internal static class NationalData
{
    private static readonly Lazy<string> Made = new(() =>
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("outturn-national-").FullName, "reference.db");
        foreach (var path in (string[])[Repository.Path("data"), Repository.Path("tests", "Fixtures", "national", "mhclg"), Repository.Path("tests", "Fixtures", "national", "ons", "els", "public-electric-vehicle-chargers.csv.gz")])
        {
            Assert.IsType<ReferenceImportResult.Done>(ReferenceImport.RunAsync(file, path, new ReferenceImportChoices([]), TimeProvider.System, null, default).GetAwaiter().GetResult());
        }

        return file;
    });

    public static string File => Made.Value;
}
