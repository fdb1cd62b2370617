using System.Text;
using System.Text.Json;
using Outturn.Cli;
using Outturn.Tests.Import;
using Outturn.Tests.Registers;

namespace Outturn.Tests.Reconcile;

/// <summary>outturn reconcile as a script runs it.</summary>
public sealed class ReconcileVerbTests : IDisposable
{
    private static readonly string Hart = Examples.Folder("hart");
    private static readonly string Wealdshire = Examples.Folder("wealdshire");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Reconcile_HartsPublishedRatings_ExitsWithOneAndPrintsEachDifferenceWithItsReason()
    {
        var (code, output, error) = await RunAsync("reconcile", Hart, "--with", Path.Combine(Hart, "published.csv"));

        Assert.Equal(1, code);
        Assert.Empty(error);
        Assert.Contains("131 cells compared with published.csv: 125 the same, 6 different, 0 missing in ours, 0 missing there.", output);
        Assert.Contains("rating: published Amber, ours Green. 97.0% reached the target of 97.0%, and reaching a level exactly is achieving it: Green.", output);
    }

    [Fact]
    public async Task Reconcile_ThePaperThatWasMadeFromTheFolder_AgreesInEveryFormat()
    {
        Assert.Equal(0, (await RunAsync("report", Wealdshire, "--period", "2019/20", "--out", folder.Path("out"), "--format", "docx,xlsx,csv")).Code);
        foreach (var file in Directory.GetFiles(folder.Path("out")))
        {
            var (code, output, error) = await RunAsync("reconcile", Wealdshire, "--with", file, "--period", "2019/20", "--json");
            using var json = JsonDocument.Parse(output);

            Assert.True(code == 0, output + error);
            Assert.True(json.RootElement.GetProperty("same").GetInt32() > 250, output);
        }
    }

    [Fact]
    public async Task Reconcile_OneWrongFigureInAWordTable_IsTheOneDifference()
    {
        static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(cell => $"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>"))}</w:tr>";
        var published = folder.Write("dashboard.docx", RawOffice.Document(
            $"<w:tbl>{Row("Ref", "Indicator description", "Mar 20", "Month RAG", "Target", "Floor")}{Row("GL02", "Freedom of Information", "83%", "● Red", "92%", "90%")}</w:tbl>"));
        var (code, output, _) = await RunAsync("reconcile", Wealdshire, "--with", published, "--json", "--out", folder.Path("cells.csv"));
        using var json = JsonDocument.Parse(output);

        Assert.Equal(1, code);
        var difference = json.RootElement.GetProperty("cells").EnumerateArray().Single(cell => cell.GetProperty("outcome").GetString() == "different");
        Assert.Equal("figure: 83% 82%", $"{difference.GetProperty("what")}: {difference.GetProperty("published")} {difference.GetProperty("ours")}");
        Assert.StartsWith("164 ÷ 200 × 100 = 82;", difference.GetProperty("why").GetString());
        Assert.Contains("different,GL02,Freedom of Information Act requests completed within 20 working days,Mar 2020,figure,83%,82%,", await File.ReadAllTextAsync(folder.Path("cells.csv")));
    }

    [Fact]
    public async Task Reconcile_WhatCannotBeRead_IsNamedAndNothingIsWritten()
    {
        var (code, output, error) = await RunAsync("reconcile", folder.Path("none"), "--with", folder.Path("none.csv"), "--out", folder.Path("cells.csv"));

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Contains("2 errors: nothing was compared.", error);
        Assert.False(File.Exists(folder.Path("cells.csv")));
        Assert.Equal(2, (await RunAsync("reconcile", Hart)).Code);
        Assert.Equal(2, (await RunAsync("reconcile", Hart, "--with", Path.Combine(Hart, "published.csv"), "--period", "soon")).Code);
        Assert.Contains("There are: \"Hart District Council performance\".", (await RunAsync("reconcile", Hart, "--with", Path.Combine(Hart, "published.csv"), "--committee", "Nobody")).Error);
    }

    [Fact]
    public async Task Reconcile_OverAFileItReads_IsWrongUseAndLeavesIt()
    {
        var published = folder.Write("published.csv", File.ReadAllBytes(Path.Combine(Hart, "published.csv")));

        var (code, _, error) = await RunAsync("reconcile", Hart, "--with", published, "--out", published);

        Assert.Equal(2, code);
        Assert.Contains("is a file that is read: name another.", error);
        Assert.Equal(File.ReadAllBytes(Path.Combine(Hart, "published.csv")), File.ReadAllBytes(published));
    }

    [Fact]
    public async Task Reconcile_TableWithoutIndicators_IsRefused()
    {
        var (code, _, error) = await RunAsync("reconcile", Hart, "--with", folder.Write("dogs.csv", Encoding.UTF8.GetBytes("Name of dog,Breed\nRex,Collie\n")));

        Assert.Equal(1, code);
        Assert.Contains("dogs.csv: No table here names indicators", error);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        var code = await Program.RunAsync(arguments, new() { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
