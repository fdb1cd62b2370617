using System.Text.Json;
using Outturn.Tests.Papers;

namespace Outturn.Tests.Reference;

[Collection(NationalStore.Collection)]
public sealed class ReferenceVerbTests(NationalStore national)
{
    [Fact]
    public async Task A_series_is_shown_with_value_period_age_and_interval()
    {
        var run = await ReportVerb.RunAsync("reference", "series", "employment-rate/Employment rate", "--area", "E10000016", "--on", "2026-11-22", "--reference", national.File);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("Kent (E10000016)", run.Output);
        Assert.Contains("2023-01-01/P1Y: 75.9%; 73.1% to 78.7%; out of date", run.Output);
    }

    [Fact]
    public async Task For_scripts_the_values_are_whole()
    {
        var run = await ReportVerb.RunAsync("reference", "series", "LACDistance", "--area", "E10000016", "--on", "2026-11-22", "--json", "--reference", national.File);
        using var json = JsonDocument.Parse(run.Output);
        var last = json.RootElement.GetProperty("figures").EnumerateArray().Last();
        Assert.Equal(("2025", "FinancialYear", "up to date"), (last.GetProperty("period").GetString(), last.GetProperty("kind").GetString(), last.GetProperty("age").GetString()));
    }

    [Fact]
    public async Task What_is_there_is_listed_by_publication_set_and_framework()
    {
        var run = await ReportVerb.RunAsync("reference", "list", "--reference", national.File);
        Assert.Equal(0, run.Code);
        Assert.Contains("lait-values: 434 series, 640,900 figures; Department for Education", run.Output);
        Assert.Contains("ONS global, 29 June 2026: 397 areas", run.Output);
        Assert.Contains("Local Outcomes Framework, July 2026", run.Output);
    }

    [Theory]
    [InlineData(1, "There is no series", "series", "nothing", "--area", "E10000016")]
    [InlineData(1, "There is no area", "series", "LAC", "--area", "Kent")]
    [InlineData(2, "", "series", "LAC")]
    [InlineData(1, "There is no file or folder", "import", "nowhere.csv")]
    [InlineData(2, "is not a profile", "import", "nowhere.csv", "--profile", "nowhere.json")]
    public async Task What_cannot_be_done_is_said_with_the_right_code(int code, string reason, params string[] arguments)
    {
        var run = await ReportVerb.RunAsync(["reference", .. arguments, "--reference", national.File]);
        Assert.Equal(code, run.Code);
        Assert.Contains(reason, run.Error);
    }

    [Fact]
    public async Task An_import_prints_for_each_file_what_was_read_stored_and_refused()
    {
        using var folder = new Import.TemporaryFolder();
        var run = await ReportVerb.RunAsync("reference", "import", Path.Combine(NationalStore.Data, "lof"), "--reference", folder.Path("r.db"));
        Assert.Equal(0, run.Code);
        Assert.Contains("metrics.csv: 117 read = 117 stored + 0 refused (framework-metrics)", run.Output);
        Assert.Contains("Edition: Local Outcomes Framework, July 2026.", run.Output);
        Assert.Contains("Five files taken: 256 rows read = 256 stored + 0 refused.", run.Output);
    }

    [Fact]
    public async Task A_framework_that_no_file_names_is_said_to_be_called_by_its_folder()
    {
        using var folder = new Import.TemporaryFolder();
        Directory.CreateDirectory(folder.Path("outcomes2"));
        foreach (var file in (string[])["metrics.csv", "outcomes.csv"])
        {
            File.Copy(Path.Combine(NationalStore.Data, "lof", file), folder.Path($"outcomes2/{file}"));
        }

        var run = await ReportVerb.RunAsync("reference", "import", folder.Path("outcomes2"), "--reference", folder.Path("r.db"));
        Assert.Equal(0, run.Code);
        Assert.Contains("Edition: outcomes2, 2026-07. That is what the folder is called", run.Output);
    }
}
