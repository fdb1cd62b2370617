using FsCheck;
using FsCheck.Fluent;
using Outturn.App.Registers;
using Outturn.Core.Tests;
using Outturn.Tests.Import;

namespace Outturn.Tests.Registers;

public sealed class DamageTests
{
    private static readonly string[] Junk =
    [
        "", "0", "-1", "999999999999999", "0.0000000001", "[x]", "[p]", "5 [p]", "£3k", "n/a", "Apr 2019", "2019/20", "2019-20", "31/03/2020", "99/99/9999", "01/01/1901",
        "31/12/2199", "higher", "closest", "sum", "rolling12", "cumulative", "12 months", "calendar", "academic", "per 0", "\"", "a;b;;c", "CS01", "keep", "new", "Contact Centre",
    ];

    /// <summary>Whatever a cell says, a folder is read or refused with reasons, and what was read can be checked.</summary>
    [Fact]
    public void Read_CellsOverwrittenAtRandom_IsReadOrRefusedAndChecked() =>
        Prop.ForAll(Damage.ArrayOf().ToArbitrary(), damages =>
        {
            using var folder = new TemporaryFolder();
            foreach (var path in Directory.EnumerateFiles(Examples.Folder("wealdshire")).Where(path => !path.EndsWith(".md", StringComparison.Ordinal)))
            {
                var lines = File.ReadAllLines(path);
                foreach (var damage in damages.Where(damage => Path.GetFileName(path) == CouncilFolder.Tables[damage.Table].File))
                {
                    var line = damage.Row % lines.Length;
                    var cells = lines[line].Split(',');
                    cells[damage.Column % cells.Length] = Junk[damage.Junk];
                    lines[line] = string.Join(',', cells);
                }

                File.WriteAllLines(folder.Path(Path.GetFileName(path)), lines);
            }

            switch (CouncilFolder.Read(folder.Path("")))
            {
                case FolderResult.Read read:
                    Assert.All(RegisterChecks.Run(read.Register, read.Rows), finding => Assert.NotEqual("", finding.Reason));
                    break;
                case FolderResult.Refused refused:
                    Assert.NotEmpty(refused.Defects);
                    break;
            }
        }).Always(100);

    private static Gen<(int Table, int Row, int Column, int Junk)> Damage =>
        from table in Gen.Choose(0, CouncilFolder.Tables.Count - 1)
        from row in Gen.Choose(0, 2000)
        from column in Gen.Choose(0, 40)
        from junk in Gen.Choose(0, Junk.Length - 1)
        select (table, row, column, junk);
}
