using System.Text;
using Outturn.App.Registers;
using Outturn.Core.Dashboards;
using Outturn.Tests.Import;

namespace Outturn.Tests.Registers;

/// <summary>Where an export may go, and what becomes of what stands there.</summary>
public sealed class ExportOverTests : IDisposable
{
    private readonly CouncilFiles council = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        council.Dispose();
        folder.Dispose();
    }

    private string There => folder.Path("there");

    [Fact]
    public void A_folder_with_something_in_it_is_left_alone()
    {
        Directory.CreateDirectory(There);
        folder.Write("there/figures.xlsx", [1]);

        Assert.All([false, true], replace =>
            Assert.Equal("The folder is not empty, and nothing in it was touched: it holds figures.xlsx. Name a new or empty folder.",
                Assert.Single(Assert.IsType<ExportResult.Refused>(FolderWriter.Write(Register, There, replace)).Defects).Reason));
        Assert.Equal(["figures.xlsx"], Names());
    }

    [Fact]
    public void A_council_s_folder_is_written_over_only_when_that_is_said()
    {
        Write(Register);
        var before = Bytes();

        var refused = Assert.Single(Assert.IsType<ExportResult.Refused>(FolderWriter.Write(Register with { Posts = [] }, There)).Defects);

        Assert.EndsWith("Name a new or empty folder, or say --replace to write over the council in it.", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(before, Bytes());
    }

    [Fact]
    public void Writing_over_a_council_takes_away_its_tables_and_texts_and_nothing_else()
    {
        council.Write("texts/performance.md", "Old");
        council.Write("texts/service-ict.md", "Old");
        council.Write("texts/resources/dashboard.md", "Old");
        council.Write("proposals.csv", "ref,year,decision", "F1,2020/21,keep");
        Write(council.Read().Register);
        foreach (var mine in new[] { "README.md", "texts/figures.json", "texts/to-do.md", "texts/other/dashboard.md", "notes.csv" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(There, mine))!);
            folder.Write($"there/{mine}", Encoding.UTF8.GetBytes("mine"));
        }

        File.Move(Path.Combine(There, "targets.csv"), Path.Combine(There, "Targets.CSV"));
        File.Move(Path.Combine(There, "texts", "performance.md"), Path.Combine(There, "texts", "Performance.MD"));
        council.Delete("proposals.csv");
        var next = Register with { Texts = new Dictionary<string, string> { ["performance"] = "New" } };

        Write(next, replace: true);

        Assert.Equal(
            ["README.md", "Targets.CSV", "committees.csv", "council.json", "indicators.csv", "notes.csv", "observations.csv", "posts.csv", "services.csv", "texts/Performance.MD", "texts/figures.json", "texts/other/dashboard.md", "texts/to-do.md"],
            Names());
        SameRegister.Assert(next, Assert.IsType<FolderResult.Read>(CouncilFolder.Read(There)).Register);
    }

    [Fact]
    public void A_table_that_cannot_be_written_leaves_every_file_as_it_was()
    {
        Write(Register);
        File.Delete(Path.Combine(There, "targets.csv"));
        Directory.CreateDirectory(Path.Combine(There, "targets.csv"));
        var before = Bytes();

        var refused = Assert.IsType<ExportResult.Refused>(FolderWriter.Write(Register with { Posts = [], Texts = new Dictionary<string, string> { ["performance"] = "New" } }, There, replace: true));

        Assert.Equal(before, Bytes());
        Assert.False(Directory.Exists(Path.Combine(There, "texts")));
        Assert.NotEmpty(refused.Defects);
    }

    [Fact]
    public void A_text_or_a_template_cannot_lead_out_of_the_folder()
    {
        foreach (var place in new[] { "../performance", "a/b/c", "/performance", "", "performance\0", ".." })
        {
            Assert.IsType<ExportResult.Refused>(FolderWriter.Write(Register with { Texts = new Dictionary<string, string> { [place] = "x" } }, There));
        }

        Assert.IsType<ExportResult.Refused>(FolderWriter.Write(Register with { Council = Register.Council with { Template = "../house.docx" } }, There, template: [1]));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path("")));
    }

    [Fact]
    public void The_house_s_template_goes_along_where_it_is_at_hand_and_is_named_where_it_is_not()
    {
        var housed = Register with { Council = Register.Council with { Template = "house.dotx" } };

        var without = Assert.IsType<ExportResult.Written>(FolderWriter.Write(housed, There));
        Assert.Equal("council.json: The Word template house.dotx is not at hand and not named: put it into the folder and name it under template.", Assert.Single(without.Warnings).ToString());

        Assert.Empty(Assert.IsType<ExportResult.Written>(FolderWriter.Write(housed, There, replace: true, template: [1, 2])).Warnings);
        Assert.Empty(Assert.IsType<ExportResult.Written>(FolderWriter.Write(housed, There, replace: true)).Warnings);
        Assert.Equal([1, 2], File.ReadAllBytes(Path.Combine(There, "house.dotx")));
        SameRegister.Assert(housed, Assert.IsType<FolderResult.Read>(CouncilFolder.Read(There)).Register);
    }

    private Register Register => council.Read().Register;

    private void Write(Register register, bool replace = false) => Assert.IsType<ExportResult.Written>(FolderWriter.Write(register, There, replace));

    private string[] Names() =>
        [.. Directory.EnumerateFiles(There, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(There, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private string[] Bytes() => [.. Names().Select(name => $"{name} {Convert.ToHexString(File.ReadAllBytes(Path.Combine(There, name)))}")];
}
