using System.Security.Cryptography;
using AngleSharp.Html.Parser;
using Outturn.App.Release;
using Outturn.Reports.Issued;
using Outturn.Tests.Import;
using Outturn.Tests.Papers;
using Outturn.Tests.PublicSite;

namespace Outturn.Tests.Release;

/// <summary>The example county's year-end paper, issued once and made public, with its files as the public site serves them.</summary>
public sealed class IssuedPaper : IAsyncLifetime, IDisposable
{
    public const string Collection = "issued paper";

    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, byte[]> files = [];
    private ReleasedCounty county = null!;
    private OwnSite site = null!;
    private string? tags;

    /// <summary>The edition as its own JSON says it.</summary>
    public IssuedEdition Edition { get; private set; } = null!;

    public IssuedDashboard Dashboard => Edition.Dashboard!;

    internal Edition Head { get; private set; } = null!;

    /// <summary>The public site, which has nothing but this paper.</summary>
    public HttpClient Http => site.Http;

    /// <summary>The tags of its PDF with their text, read once.</summary>
    public string PdfTags => tags ??= PaperTables.Tags(PathOf("pdf"));

    public static string Address => $"/dashboards/{ReleasedCounty.Report}";

    public async Task InitializeAsync()
    {
        county = await ReleasedCounty.IssuedAsync();
        Head = Assert.Single(await StoredReports.IssuedAsync(county.Store, default));
        var home = Directory.CreateTempSubdirectory("outturn-issued-");
        var store = Path.Combine(home.FullName, "public.db");
        Assert.Equal((1, (string?)null), await Publisher.RunAsync(county.Store, store, default));
        site = await OwnSite.OverAsync(home, store);
        var page = new HtmlParser().ParseDocument(await Http.GetStringAsync(Address));
        foreach (var file in Head.PublicFiles)
        {
            var link = page.QuerySelector($"a[href='/files/{file.Digest}/{file.Name}']") ?? throw new InvalidOperationException($"The page does not lead to {file.Name}.");
            files[file.Format] = await Http.GetByteArrayAsync(link.GetAttribute("href"));
            Assert.Equal(file.Digest, Convert.ToHexStringLower(SHA256.HashData(files[file.Format])));
            Assert.Equal(files[file.Format], await StoredReports.BytesAsync(county.Store, file.Digest, default));
            folder.Write($"paper.{file.Format}", files[file.Format]);
        }

        Edition = EditionJson.Read(Bytes("json"))!;
    }

    /// <summary>A file of the edition, by its ending.</summary>
    public byte[] Bytes(string format) => files[format];

    public string PathOf(string format) => folder.Path($"paper.{format}");

    /// <summary>Where a changed copy of a file is written.</summary>
    public string Write(string name, byte[] bytes) => folder.Write(name, bytes);

    public async Task DisposeAsync() => await site.DisposeAsync();

    public void Dispose()
    {
        county.Dispose();
        folder.Dispose();
    }
}

[CollectionDefinition(IssuedPaper.Collection)]
public sealed class IssuedPaperTests : ICollectionFixture<IssuedPaper>;
