using System.Text;
using Outturn.App.Import;
using Outturn.Core.Papers;

namespace Outturn.Tests.Papers.House;

public sealed class LogoTests
{
    [Fact]
    public void Logo_keeps_what_draws_it_and_loses_what_programs_and_cameras_hide_in_it()
    {
        var png = Read(Pictures.Png(40, 20, null, ("tEXt", "Author\0A Person"u8.ToArray()), ("eXIf", "GPS"u8.ToArray()), ("pHYs", new byte[9])), "logo.png");
        Assert.Equal((40, 20, true), (png.Width, png.Height, png.IsPng));
        Assert.DoesNotContain("Person", Encoding.Latin1.GetString(png.Bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(png.Bytes), StringComparison.Ordinal);
        var jpeg = Read(Pictures.Jpeg(300, 100, 3, [.. "MZ hidden"u8]), "logo.jpg");
        Assert.Equal((300, 100, false), (jpeg.Width, jpeg.Height, jpeg.IsPng));
        Assert.DoesNotContain("Person", Encoding.Latin1.GetString(jpeg.Bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("comment", Encoding.Latin1.GetString(jpeg.Bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", Encoding.Latin1.GetString(jpeg.Bytes), StringComparison.Ordinal);
        Assert.Equal(png.Bytes, Read(png.Bytes, "logo.png").Bytes);
        Assert.Equal(jpeg.Bytes, Read(jpeg.Bytes, "logo.jpg").Bytes);
    }

    public static TheoryData<byte[], string> Bad => new()
    {
        { [.. "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"u8], "SVG" },
        { [.. "GIF89a"u8], "neither PNG nor JPEG" },
        { [], "neither PNG nor JPEG" },
        { Pictures.Png(40, 20)[..^20], "damaged" },
        { Changed(Pictures.Png(40, 20), 20), "damaged" },
        { Pictures.Png(40, 20, rows: 21), "damaged" },
        { Pictures.Png(40, 20, rows: 19), "damaged" },
        { Pictures.Png(40, 20, null, ("EVIL", [1])), "damaged" },
        { Pictures.Png(5_000, 20), "5000 by 20" },
        { Pictures.Png(4, 4), "4 by 4" },
        { Pictures.Jpeg(300, 100, 4), "CMYK" },
        { Pictures.Jpeg(300, 100, 3)[..^2], "damaged" },
        { new byte[PictureFile.MostBytes + 1], "KB" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_is_no_whole_picture_of_a_sound_size_is_refused_with_what_to_do(byte[] bytes, string reason)
    {
        Assert.Null(PictureFile.Read(bytes, "logo.png", "Testshire", out var refusal));
        Assert.Contains(reason, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Logo_without_words_is_refused()
    {
        Assert.Null(PictureFile.Read(Pictures.Png(40, 20), "logo.png", " ", out var refusal));
        Assert.Contains("in words", refusal, StringComparison.Ordinal);
    }

    /// <summary>Whatever bytes come, they are read or refused.</summary>
    [Fact]
    public void Damaged_picture_is_refused_or_read_and_never_more()
    {
        var chance = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var bytes = (i % 2 == 0 ? Pictures.Png(40, 20) : Pictures.Jpeg(300, 100, 3))[..];
            for (var changes = 1 + (i % 5); changes > 0; changes--)
            {
                bytes[chance.Next(3, bytes.Length)] = (byte)chance.Next(256);
            }

            Assert.NotEqual(PictureFile.Read(bytes[..chance.Next(3, bytes.Length + 1)], "logo.png", "T", out var refusal) is null, refusal.Length == 0);
        }
    }

    private static byte[] Changed(byte[] bytes, int at)
    {
        bytes[at] ^= 1;
        return bytes;
    }

    private static Logo Read(byte[] bytes, string name) => PictureFile.Read(bytes, name, "Testshire", out var refusal) ?? throw new InvalidOperationException(refusal);
}
