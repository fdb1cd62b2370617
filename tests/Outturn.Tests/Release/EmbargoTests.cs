using System.Net.Http.Headers;
using System.Text;
using Microsoft.Data.Sqlite;
using Outturn.Core.Release;
using Outturn.App.Release;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Tests.PublicSite;
using Outturn.Web.Release;

namespace Outturn.Tests.Release;

/// <summary>Nothing of a report is public before its time, whatever is asked for and however; and all of it is, right after.</summary>
public sealed class EmbargoTests
{
    private static readonly int Requests = Environment.GetEnvironmentVariable("OUTTURN_SOAK") == "1" ? 50_000 : 1_500;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    /// <summary>Planted in a title, what is counted, commentary, the analyst's own text, and in figures.</summary>
    private static readonly string[] Sentinels = ["zqxtitle", "zqxmeaning", "zqxcommentary", "zqxowntext", "13579246", "24680135"];

    [Fact]
    public async Task Nothing_is_found_before_the_time_and_everything_right_after()
    {
        using var council = await PlantedAsync();
        var folder = Directory.CreateTempSubdirectory("outturn-embargo-");
        await using var site = await OwnSite.OverAsync(folder, await PublishedAsync(council, folder));
        await council.SignOffAsync();
        await council.ScheduleAsync(ReleasedCounty.ReleaseAt);
        var crawler = new Crawler(site.Http, await AddressesAsync(council));
        var before = await crawler.BytesAsync();
        Assert.Null(await crawler.FindAsync(Requests));
        await council.ReviseAsync((await council.DraftAsync()).Rated!.Dashboard.Indicators.First(indicator => indicator.Indicator.Formula is null && indicator.Rated.Point.Observation.IsPresent));
        Assert.Equal((0, null), await Publisher.RunAsync(council.Store, site.Store, default));
        Assert.Equal(before, await crawler.BytesAsync());

        council.Test.Clock.Now = ReleasedCounty.ReleaseAt;
        Assert.Single(await Issuing.IssueDueAsync(council.Store, ReleasedCounty.ReleaseAt, default));
        Assert.Equal((1, null), await Publisher.RunAsync(council.Store, site.Store, default));
        var released = System.Diagnostics.Stopwatch.StartNew();
        while (!(await site.Http.GetAsync($"/dashboards/{ReleasedCounty.Report}")).IsSuccessStatusCode)
        {
            Assert.True(released.Elapsed < Soon, "The report is not public after five seconds.");
        }

        foreach (var file in await StoredReports.FilesAsync(council.Store, ReleasedCounty.Report, 1, default))
        {
            if (!file.IsForPublic)
            {
                Assert.Equal(System.Net.HttpStatusCode.NotFound, (await site.Http.GetAsync($"/files/{file.Digest}/{file.Name}")).StatusCode);
                continue;
            }

            Assert.Equal(file.Digest, EditionMaking.Digest(await site.Http.GetByteArrayAsync($"/files/{file.Digest}/{file.Name}")));
        }

        var json = await site.Http.GetStringAsync((await AddressesAsync(council)).First(address => address.EndsWith(".json", StringComparison.Ordinal) && address.StartsWith("/files/", StringComparison.Ordinal)));
        Assert.All(Sentinels.Where(sentinel => sentinel != "zqxowntext"), sentinel => Assert.Contains(sentinel, json, StringComparison.Ordinal));
        Assert.NotNull(await crawler.FindAsync(Requests));
        SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task A_planted_leak_is_found()
    {
        using var council = await PlantedAsync();
        var folder = Directory.CreateTempSubdirectory("outturn-embargo-");
        await using var site = await OwnSite.OverAsync(folder, await PublishedAsync(council, folder));
        await council.SignOffAsync();
        await council.ScheduleAsync(ReleasedCounty.ReleaseAt);
        var crawler = new Crawler(site.Http, await AddressesAsync(council));
        Assert.Null(await crawler.FindAsync(300));
        await LeakAsync(council, site.Store);
        var found = (string?)null;
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); found is null && waited.Elapsed < Soon;)
        {
            found = await crawler.FindAsync(300);
        }

        Assert.NotNull(found);
        SqliteConnection.ClearAllPools();
    }

    /// <summary>The county with words and figures in its draft that stand nowhere else.</summary>
    private static Task<ReleasedCounty> PlantedAsync()
    {
        var register = ReleasedCounty.Folder.Register;
        var committee = register.Committees[0];
        var chosen = register.Indicators.First(history => history.Indicator is { PartOf: null, Formula: null } && history.Indicator.Committees is [var only] && only == committee
            && history.LastPeriod is { } last && history.Figures.Any(figure => figure.Period == last && figure.Observation.HasCounts));
        var period = chosen.LastPeriod!.Value;
        var planted = chosen with
        {
            Indicator = chosen.Indicator with { Title = $"{chosen.Indicator.Title} zqxtitle", Meaning = "All that is zqxmeaning." },
            Figures = [.. chosen.Figures.Select(figure => figure.Period == period ? figure with { Observation = new Observation(null, new Counts(13_579_246, 24_680_135)) } : figure)],
            Commentaries = [.. chosen.Commentaries.Where(said => said.Period != period), new Commentary(period, "It is zqxcommentary.", "A cause.", "An action.", "Director", new DateOnly(2026, 9, 1), "Autumn 2026")],
        };
        var texts = new Dictionary<string, string>(register.Texts) { ["introduction"] = "This is zqxowntext." };
        return ReleasedCounty.BegunAsync(folder: ReleasedCounty.Folder with
        {
            Register = register with { Indicators = [.. register.Indicators.Select(history => history.Indicator.Ref == planted.Indicator.Ref ? planted : history)], Texts = texts },
        });
    }

    /// <summary>A public store in which another committee's report is issued already.</summary>
    private static async Task<string> PublishedAsync(ReleasedCounty council, DirectoryInfo folder)
    {
        var now = await council.NowAsync();
        var (life, refusal) = await council.Drafts.NewAsync(now, ReportLife.OfDashboard(now.Register!.Committees[1], null, new DateOnly(2025, 11, 30)), default);
        Assert.True(life is not null, refusal);
        ReleasedCounty.Taken(await ReportSteps.BeginAsync(council.Store, life, "analyst", default));
        now = await council.NowAsync();
        var (draft, _) = await council.Drafts.OfAsync(now, life, default);
        var plain = draft!.AsItIs with { Sections = [], Blocking = [] };
        ReleasedCounty.Taken(await ReportSteps.SendForReviewAsync(council.Store, life.Name, plain, "analyst", null, default));
        ReleasedCounty.Taken(await ReportSteps.SignAllAsync(council.Store, life.Name, plain, "analyst", default));
        var at = council.Test.Clock.Now;
        var (made, _) = await EditionMaking.MakeAsync(council.Store, draft with { Paper = Without(draft.Rated!) }, (await council.NowAsync()).Life(life.Name)!, at, default);
        ReleasedCounty.Taken(await ReportSteps.ScheduleAsync(council.Store, life.Name, plain, made!.Title, made.Files, at, "releaser", default));
        Assert.Single(await Issuing.IssueDueAsync(council.Store, at, default));
        var path = Path.Combine(folder.FullName, "public.db");
        Assert.Equal((1, null), await Publisher.RunAsync(council.Store, path, default));
        return path;
    }

    /// <summary>The paper without the analyst's text, which stands in the papers of all committees.</summary>
    private static Outturn.Reports.RatedPaper Without(Outturn.Reports.RatedPaper paper) => paper with
    {
        Document = paper.Document with { Sections = [.. paper.Document.Sections.Select(section => section with { Blocks = [.. section.Blocks.Where(block => block is not Outturn.Reports.Paragraph { Text: "This is zqxowntext." })] })] },
    };

    /// <summary>What a bug would do: the scheduled edition is put in the public store before its time.</summary>
    private static async Task LeakAsync(ReleasedCounty council, string path)
    {
        var life = await council.LifeAsync();
        var files = await StoredReports.FilesAsync(council.Store, life.Name, 1, default);
        var content = new Dictionary<string, byte[]>();
        foreach (var file in files)
        {
            content[file.Digest] = (await StoredReports.BytesAsync(council.Store, file.Digest, default))!;
        }

        await using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM source_store";
        var source = (string)(await command.ExecuteScalarAsync())!;
        await using var store = (await PublicStore.OpenAsync(path, source, ReleasedCounty.ReleaseAt, default)).Store!;
        var head = new Outturn.Core.Release.EditionHead(life.Name, 1, Outturn.Core.Release.EditionKind.Issue, ReleasedCounty.ReleaseAt, null);
        await store.PutAsync(new Edition(1_000_000, head, ReleasedCounty.ReleaseAt, "Leaked", life.Last.Digest!, files), content, default);
    }

    /// <summary>Every route there is, with the names and digests of what is scheduled, as somebody would guess who knew them all.</summary>
    private static async Task<IReadOnlyList<string>> AddressesAsync(ReleasedCounty council)
    {
        const string report = ReleasedCounty.Report;
        var reference = (await council.NowAsync()).Register!.Indicators.First(history => history.Indicator.Title.EndsWith("zqxtitle", StringComparison.Ordinal)).Indicator.Ref;
        List<string> addresses =
        [
            "/", "/dashboards", "/indicators", "/releases", "/data", "/search?q=zqx", "/verify", "/accessibility", "/privacy", "/robots.txt", "/sitemap.xml", "/releases.atom", "/corrections.atom",
            "/data/figures.csv", "/data/indicators.csv", "/data/indicators.json", "/data/indicators.xlsx", "/data/revisions.csv", "/api/v1/indicators", "/api/v1/dashboards", "/api/v1/editions", "/api/v1/revisions", "/api/v1/openapi.json",
            $"/dashboards/{report}", $"/dashboards/{report}/editions/1", $"/dashboards/{report}.json", $"/dashboards/{report}.pdf", $"/api/v1/dashboards/{report}", $"/api/v1/editions/{report}", "/api/v1/editions/1", "/api/v1/editions/2",
            $"/indicators/{reference}", $"/indicators/{reference}/data.csv", $"/indicators/{reference}/data.json", $"/indicators/{reference}/data.xlsx", $"/api/v1/indicators/{reference}", $"/api/v1/indicators/{reference}/series",
            $"/reports/{report}", $"/reports/{report}/draft/html", $"/reports/{report}/files/1/html", "/look/../public.db", "/public.db", "/council.db",
        ];
        foreach (var file in await StoredReports.FilesAsync(council.Store, report, 1, default))
        {
            addresses.AddRange([$"/files/{file.Digest}/{file.Name}", $"/files/{file.Digest}", $"/files/{file.Name}", $"/verify?sha256={file.Digest}", $"/dashboards/{report}/{file.Name}"]);
        }

        return addresses;
    }

    /// <summary>Asks for addresses and guesses of them, in every form, and looks for what must not be there.</summary>
    private sealed class Crawler(HttpClient http, IReadOnlyList<string> addresses)
    {
        private readonly Random random = new(7);

        /// <summary>What each address gives; for a comparison.</summary>
        public async Task<SortedDictionary<string, string>> BytesAsync()
        {
            var bytes = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var address in addresses)
            {
                bytes[address] = EditionMaking.Digest(await (await http.GetAsync(address)).Content.ReadAsByteArrayAsync());
            }

            return bytes;
        }

        /// <returns>Where a sentinel was found first; null where none was.</returns>
        public async Task<string?> FindAsync(int requests)
        {
            for (var i = 0; i < requests; i++)
            {
                var address = i < addresses.Count ? addresses[i] : Guess(addresses[random.Next(addresses.Count)]);
                using var request = Form(address, i < addresses.Count ? 0 : random.Next(6));
                using var answer = await http.SendAsync(request);
                var text = Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync()) + answer.Headers + answer.Content.Headers;
                if (Sentinels.FirstOrDefault(sentinel => text.Contains(sentinel, StringComparison.OrdinalIgnoreCase)) is { } found)
                {
                    return $"{found} at {address}";
                }
            }

            return null;
        }

        private string Guess(string address) => random.Next(7) switch
        {
            0 => address.ToUpperInvariant(),
            1 => address.TrimEnd('/') + "/",
            2 => address.Replace("/1", $"/{random.Next(50)}", StringComparison.Ordinal),
            3 => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}edition={random.Next(9)}&draft=1&format=json",
            4 => "/api/v1" + address,
            5 => address.Replace("2025-26", $"20{random.Next(20, 30)}-{random.Next(20, 30)}", StringComparison.Ordinal),
            _ => address,
        };

        private static HttpRequestMessage Form(string address, int form)
        {
            var request = new HttpRequestMessage(form == 1 ? HttpMethod.Head : HttpMethod.Get, address);
            switch (form)
            {
                case 2:
                    request.Headers.Range = new RangeHeaderValue(0, 5_000);
                    break;
                case 3:
                    request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
                    break;
                case 4:
                    request.Headers.IfModifiedSince = DateTimeOffset.UnixEpoch;
                    break;
                case 5:
                    request.Headers.Accept.ParseAdd("application/json");
                    break;
            }

            return request;
        }
    }
}
