using Outturn.App.Registers;
using Outturn.Tests.Import;

namespace Outturn.Tests.Registers;

public sealed class NewFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Write_NewFolder_ReadsBackAndHasNothingToFind()
    {
        var path = folder.Path("council");

        Assert.IsType<NewFolderResult.Written>(NewFolder.Write(path));

        var read = Assert.IsType<FolderResult.Read>(CouncilFolder.Read(path));
        Assert.Empty(read.Warnings);
        Assert.Empty(RegisterChecks.Run(read.Register, read.Rows));
        Assert.Contains("fictional", read.Register.Council.Notice, StringComparison.Ordinal);
        Assert.Equal(["block-data-protection", "block-equality", "block-financial", "block-legal-none", "performance"], read.Register.Texts.Keys);
    }

    [Fact]
    public void Write_NewFolder_HasEveryFileAndEveryColumnAndExplainsEach()
    {
        var path = folder.Path("council");
        var written = Assert.IsType<NewFolderResult.Written>(NewFolder.Write(path));
        var guide = File.ReadAllText(Path.Combine(path, NewFolder.ReadMe));

        Assert.Equal([NewFolder.ReadMe, "council.json", .. CouncilFolder.Tables.Select(table => table.File), "texts/block-data-protection.md", "texts/block-equality.md", "texts/block-financial.md", "texts/block-legal-none.md", "texts/performance.md"], written.Files);
        foreach (var table in CouncilFolder.Tables)
        {
            var header = File.ReadLines(Path.Combine(path, table.File)).First().Split(',');
            Assert.Equal(table.Columns.Select(column => column.Name), header);
            Assert.Contains($"## {table.File}\n", guide, StringComparison.Ordinal);
            Assert.All(table.Columns, column => Assert.Contains($"{column.Name}{(column.IsNeeded ? "**" : "")} | {column.Meaning} |\n", guide, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Write_EmptyFolder_IsFilled() =>
        Assert.IsType<NewFolderResult.Written>(NewFolder.Write(Directory.CreateDirectory(folder.Path("empty")).FullName));

    [Fact]
    public void Write_FolderThatIsNotEmpty_IsLeftAloneAndNamesWhatIsThere()
    {
        folder.Write("figures.xlsx", [1]);

        var refused = Assert.IsType<NewFolderResult.Refused>(NewFolder.Write(folder.Path("")));

        Assert.Equal("The folder is not empty, and nothing in it was touched: it holds figures.xlsx. Name a new or empty folder.", refused.Defect.Reason);
        Assert.Equal(["figures.xlsx"], Directory.EnumerateFileSystemEntries(folder.Path("")).Select(Path.GetFileName));
    }

    [Fact]
    public void Write_WhereAFileStandsInTheWay_LeavesNothingBehind()
    {
        var file = folder.Write("council", [1]);

        Assert.Equal("There is a file of that name: name a new folder.", Assert.IsType<NewFolderResult.Refused>(NewFolder.Write(file)).Defect.Reason);
        Assert.StartsWith("The folder cannot be written, and nothing was:", Assert.IsType<NewFolderResult.Refused>(NewFolder.Write(Path.Combine(file, "within"))).Defect.Reason, StringComparison.Ordinal);
        Assert.Equal([1], File.ReadAllBytes(file));
    }
}
