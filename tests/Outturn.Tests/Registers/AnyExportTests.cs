using FsCheck.Fluent;
using Outturn.App.Registers;
using Outturn.Core.Tests;
using Outturn.Tests.Import;

namespace Outturn.Tests.Registers;

public sealed class AnyExportTests
{
    [Fact]
    public void Any_register_that_is_exported_reads_as_the_same_register() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            using var folder = new TemporaryFolder();
            var register = AnyRegister.Of(seed);
            var result = FolderWriter.Write(register, folder.Path("out"));
            Assert.True(result is ExportResult.Written, string.Join('\n', (result as ExportResult.Refused)?.Defects ?? []));
            SameRegister.Assert(register, Assert.IsType<FolderResult.Read>(CouncilFolder.Read(folder.Path("out"))).Register);
        }).Always(300);
}
