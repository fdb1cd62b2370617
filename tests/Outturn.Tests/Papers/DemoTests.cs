using System.Diagnostics;
using Outturn.Tests.Import;

namespace Outturn.Tests.Papers;

/// <summary>The first thing a newcomer runs, as a program of its own.</summary>
public sealed class DemoTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Demo_WithoutLibreOffice_MakesEverythingButThePdfAndSaysInOneLineHowToGetIt()
    {
        var (code, output) = Run(soffice: folder.Path("none"));

        Assert.Equal(0, code);
        Assert.Equal(
            ["csv", "docx", "html", "json", "xlsx"],
            Directory.EnumerateFiles(folder.Path("out")).Select(path => Path.GetExtension(path)[1..]).Order(StringComparer.Ordinal));
        Assert.Single(output.Split('\n'), line => line.Contains("LibreOffice") && line.Contains("apt-get install"));
        Assert.Contains("Next:", output);
    }

    [Fact]
    public void Demo_RunTwice_ReplacesItsFilesAndLeavesTheExampleAsItWas()
    {
        var example = Path.Combine(AppContext.BaseDirectory, "examples", "wealdshire");
        var before = Files(example);

        Run(soffice: folder.Path("none"));
        Run(soffice: folder.Path("none"));

        Assert.Equal(5, Directory.EnumerateFiles(folder.Path("out")).Count());
        Assert.Equal(before, Files(example));
    }

    private static List<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => $"{path} {new FileInfo(path).Length}")];

    private (int Code, string Output) Run(string soffice)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "outturn.dll"), "demo", "--out", folder.Path("out")])
        {
            RedirectStandardOutput = true,
            Environment = { ["OUTTURN_SOFFICE"] = soffice },
        };
        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEnd();
        program.WaitForExit();
        return (program.ExitCode, output);
    }
}
