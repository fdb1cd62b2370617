using System.IO.Compression;
using Outturn.App.Registers;
using Outturn.Tests.Import;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Registers;

/// <summary>A council's folder in a zip: what comes out is what went in, and nothing lands where it should not.</summary>
public sealed class FolderZipTests
{
    [Theory]
    [InlineData("wealdshire")]
    [InlineData("hart")]
    public void A_folder_that_was_packed_reads_back_as_the_same_register(string example)
    {
        using var folder = new TemporaryFolder();
        var read = StoreFixture.Folder(example);
        var (zip, defects) = FolderZip.Pack(read);
        Assert.Empty(defects);
        File.WriteAllBytes(folder.Path("council.zip"), zip!);
        Assert.Null(FolderZip.Unpack(folder.Path("council.zip"), Directory.CreateDirectory(folder.Path("out")).FullName));
        SameRegister.Assert(read.Register, Assert.IsType<FolderResult.Read>(CouncilFolder.Read(folder.Path("out"))).Register);
    }

    [Fact]
    public void A_folder_that_was_packed_with_its_own_name_around_it_is_found()
    {
        using var folder = new TemporaryFolder();
        ZipFile.CreateFromDirectory(Examples.Folder("wealdshire"), folder.Path("council.zip"), CompressionLevel.Fastest, includeBaseDirectory: true);
        Assert.Null(FolderZip.Unpack(folder.Path("council.zip"), Directory.CreateDirectory(folder.Path("out")).FullName));
        Assert.IsType<FolderResult.Read>(CouncilFolder.Read(folder.Path("out")));
    }

    [Theory]
    [InlineData("../outside.csv")]
    [InlineData("..\\outside.csv")]
    [InlineData("/tmp/outturn-outside.csv")]
    [InlineData("texts/../../outside.csv")]
    public void A_name_that_leads_outside_is_refused(string name)
    {
        using var folder = new TemporaryFolder();
        using (var zip = ZipFile.Open(folder.Path("council.zip"), ZipArchiveMode.Create))
        {
            zip.CreateEntry("council.json");
            using var entry = zip.CreateEntry(name).Open();
            entry.Write("outside"u8);
        }

        Assert.Contains("outside the folder", FolderZip.Unpack(folder.Path("council.zip"), Directory.CreateDirectory(folder.Path("out")).FullName));
        Assert.False(File.Exists(folder.Path("outside.csv")) || File.Exists("/tmp/outturn-outside.csv"));
    }

    [Fact]
    public void A_zip_that_would_swell_beyond_reason_is_refused_before_it_is_unpacked()
    {
        using var folder = new TemporaryFolder();
        using (var zip = ZipFile.Open(folder.Path("council.zip"), ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry("observations.csv").Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 100; i++)
            {
                entry.Write(zeros);
            }
        }

        Assert.Contains("far more", FolderZip.Unpack(folder.Path("council.zip"), Directory.CreateDirectory(folder.Path("out")).FullName));
        Assert.Empty(Directory.EnumerateFiles(folder.Path("out")));
    }

    [Fact]
    public void A_disk_that_is_full_is_not_said_to_be_the_zips_fault()
    {
        using var folder = new TemporaryFolder();
        ZipFile.CreateFromDirectory(Examples.Folder("wealdshire"), folder.Path("council.zip"));
        Directory.CreateDirectory(folder.Path("out"));
        File.CreateSymbolicLink(folder.Path("out/observations.csv"), "/dev/full");
        Assert.Contains("no room left", FolderZip.Unpack(folder.Path("council.zip"), folder.Path("out")));
    }

    [Fact]
    public void What_is_no_zip_is_said_to_be_none()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Path("council.zip"), "ref,period,value");
        Assert.Contains("no zip that can be read", FolderZip.Unpack(folder.Path("council.zip"), Directory.CreateDirectory(folder.Path("out")).FullName));
    }
}
