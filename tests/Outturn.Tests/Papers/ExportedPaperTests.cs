using System.Globalization;
using Outturn.App.Registers;

namespace Outturn.Tests.Papers;

public sealed class ExportedPaperTests : IDisposable
{
    private readonly ReportVerb report = new();

    public void Dispose() => report.Dispose();

    [Theory]
    [InlineData("wealdshire", "2019/20")]
    [InlineData("hart", "Q2 2014/15")]
    [InlineData("", "2024/25")]
    public async Task The_paper_of_an_exported_council_is_the_paper_of_the_council_byte_for_byte(string example, string period)
    {
        if (example.Length > 0)
        {
            report.Copy(example);
        }
        else
        {
            Assert.IsType<NewFolderResult.Written>(NewFolder.Write(report.Council));
        }

        var register = Assert.IsType<FolderResult.Read>(CouncilFolder.Read(report.Council)).Register;
        Assert.IsType<ExportResult.Written>(FolderWriter.Write(register, report.Path("exported")));

        var original = await PaperAsync(report.Council, period, report.Path("before"));
        var exported = await PaperAsync(report.Path("exported"), period, report.Path("after"));

        Assert.True(original.Count >= 5);
        Assert.Equal(original.Keys, exported.Keys);
        Assert.All(original, file => Assert.True(file.Value.AsSpan().SequenceEqual(exported[file.Key]), file.Key));
    }

    /// <summary>Databases hand figures back with other zeros behind them than they were given.</summary>
    [Fact]
    public async Task Zeros_behind_a_figure_change_nothing_on_paper()
    {
        report.Copy("wealdshire");
        var original = await PaperAsync(report.Council, "2019/20", report.Path("before"));
        AddZeros("observations.csv", 2, 8);
        AddZeros("targets.csv", 4, 9);
        AddZeros("proposals.csv", 3, 7);

        var padded = await PaperAsync(report.Council, "2019/20", report.Path("after"));

        Assert.All(original, file => Assert.True(file.Value.AsSpan().SequenceEqual(padded[file.Key]), file.Key));
    }

    private void AddZeros(string file, int from, int to)
    {
        var path = Path.Combine(report.Council, file);
        var lines = File.ReadAllLines(path);
        File.WriteAllLines(path, lines.Select(line => string.Join(',', line.Split(',').Select((cell, i) =>
            i >= from && i < to && decimal.TryParse(cell, NumberStyles.Number, CultureInfo.InvariantCulture, out _) ? $"{cell}{(cell.Contains('.') ? "00" : ".00")}" : cell))));
        Assert.NotEqual(lines, File.ReadAllLines(path));
    }

    private static async Task<SortedDictionary<string, byte[]>> PaperAsync(string council, string period, string folder)
    {
        var run = await ReportVerb.RunAsync("report", council, "--period", period, "--out", folder, "--format", "html,docx,xlsx,csv,json");
        Assert.True(run.Code == 0, run.Error);
        return new(Directory.EnumerateFiles(folder).ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes), StringComparer.Ordinal);
    }
}
