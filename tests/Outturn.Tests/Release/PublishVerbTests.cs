using Outturn.App.Release;
using Outturn.Tests.Import;
using Outturn.Tests.Papers;

namespace Outturn.Tests.Release;

/// <summary>The verbs of a report's way, over a real store.</summary>
public sealed class PublishVerbTests
{
    [Fact]
    public async Task A_paper_is_genuine_byte_for_byte_and_a_changed_one_is_not()
    {
        using var county = await ReleasedCounty.IssuedAsync();
        using var folder = new TemporaryFolder();
        Assert.Equal((1, null), await Publisher.RunAsync(county.Store, folder.Path("public.db"), default));
        var file = (await StoredReports.FilesAsync(county.Store, ReleasedCounty.Report, 1, default)).Single(file => file.Format == "html");
        var bytes = (await StoredReports.BytesAsync(county.Store, file.Digest, default))!;
        await File.WriteAllBytesAsync(folder.Path(file.Name), bytes);
        var genuine = await ReportVerb.RunAsync("verify", folder.Path(file.Name), "--public", folder.Path("public.db"));
        Assert.Equal(0, genuine.Code);
        Assert.Contains($"edition 1 (issue) of {ReleasedCounty.Report}", genuine.Output, StringComparison.Ordinal);
        bytes[^20]++;
        await File.WriteAllBytesAsync(folder.Path("changed.html"), bytes);
        var changed = await ReportVerb.RunAsync("verify", folder.Path("changed.html"), "--store", county.Test.Text);
        Assert.Equal(1, changed.Code);
        Assert.Contains("Not genuine", changed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rehearsal_marks_every_page_and_makes_nothing_public()
    {
        using var county = await ReleasedCounty.BegunAsync();
        using var folder = new TemporaryFolder();
        var run = await ReportVerb.RunAsync("publish", "rehearse", county.Test.Text, ReleasedCounty.Report, "--out", folder.Path("out"));
        Assert.True(run.Code == 0, run.Error);
        Assert.Contains("Rehearsal: not for publication", await File.ReadAllTextAsync(folder.Path($"out/rehearsal-{ReleasedCounty.Report}.html")), StringComparison.Ordinal);
        Assert.Contains("What would stop the sign-off today", run.Output, StringComparison.Ordinal);
        Assert.Empty(await StoredReports.IssuedAsync(county.Store, default));

        var (clone, refusal) = await RehearsalStore.MakeAsync(county.Store, Directory.CreateDirectory(folder.Path("clone")).FullName, null, default);
        Assert.True(clone is not null, refusal);
        Assert.Contains("rehearsal", (await Publisher.RunAsync(clone, folder.Path("public.db"), default)).Refusal, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Path("public.db")));
    }
}
