using System.Text.Json;
using Outturn.Cli;
using Outturn.Tests.Import;

namespace Outturn.Tests.Registers;

public sealed class CheckVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Check_NewCouncil_IsSoundAndExitsWith0()
    {
        var (made, how) = await RunAsync("new", folder.Path("council"));
        var (code, output) = await RunAsync("check", folder.Path("council"));

        Assert.Equal((0, 0), (made, code));
        Assert.Contains("README.md explains every file and column.", how, StringComparison.Ordinal);
        Assert.Equal("no errors, no warnings, no notes, in 5 indicators and 66 figures of Samplefield Borough Council.\n", output);
    }

    [Fact]
    public async Task Check_OnlyWarnings_ExitsWith0AndGroupsThemBySeverity()
    {
        var (code, output) = await RunAsync("check", Examples.Folder("hart"));

        Assert.Equal(0, code);
        Assert.True(output.IndexOf(" warnings\n", StringComparison.Ordinal) < output.IndexOf(" notes\n", StringComparison.Ordinal));
        Assert.EndsWith("in 45 indicators and 90 figures of Hart District Council.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_Errors_ExitsWith1AndSaysAllOfThem()
    {
        using var council = new CouncilFiles();
        council.Add("observations.csv", "F9,Apr 2019,1", "F1,Jun 2019,lots");

        var (code, output) = await RunAsync("check", council.Path);

        Assert.Equal(1, code);
        Assert.StartsWith("2 errors\n  observations.csv, row 6, column \"ref\":", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_AsJson_GivesScriptsFileRowColumnAndReason()
    {
        var (code, output) = await RunAsync("check", Examples.Folder("hart"), "--json");
        using var json = JsonDocument.Parse(output);
        var findings = json.RootElement.GetProperty("findings").EnumerateArray().ToList();
        var zero = findings.Single(finding => finding.GetProperty("reason").GetString()!.StartsWith("IT06 is 0", StringComparison.Ordinal));

        Assert.Equal(0, code);
        Assert.Equal(0, json.RootElement.GetProperty("errors").GetInt32());
        Assert.Equal(findings.Count, json.RootElement.GetProperty("warnings").GetInt32() + json.RootElement.GetProperty("notes").GetInt32());
        Assert.Equal(("warning", "observations.csv", 49, "value"),
            (zero.GetProperty("severity").GetString(), zero.GetProperty("file").GetString(), zero.GetProperty("row").GetInt32(), zero.GetProperty("column").GetString()));
    }

    [Fact]
    public async Task New_FolderThatIsNotEmpty_ExitsWith1()
    {
        folder.Write("a.txt", [1]);

        Assert.Equal(1, (await RunAsync("new", folder.Path(""))).Code);
    }

    private static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        return (await Program.RunAsync(arguments, new() { Output = output, Error = error }), output.ToString());
    }
}
