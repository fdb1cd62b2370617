using Outturn.App.Reference;

namespace Outturn.Tests.Reference;

/// <summary>Every row of every shipped file is stored or refused with a reason, and the counts are those of the sources' own catalogues.</summary>
[Collection(NationalStore.Collection)]
public sealed class ReconciliationTests(NationalStore national)
{
    [Fact]
    public void Every_row_that_is_read_is_stored_or_refused_with_a_reason()
    {
        Assert.All(national.Reports.Where(report => report.Outcome == FileOutcome.Taken), report => Assert.Equal(report.Read, report.Stored + report.Refusals.Sum(refusal => refusal.Rows)));
        Assert.DoesNotContain(national.Reports, report => report.Outcome == FileOutcome.Refused);
        Assert.Equal(["metrics-without-data.csv"], national.Reports.Where(report => report.Outcome == FileOutcome.NotKnown).Select(report => Path.GetFileName(report.File)));
    }

    [Fact]
    public void Each_file_of_ONS_has_the_rows_that_its_catalogue_says()
    {
        var catalogue = PlainCsv.Rows(Path.Combine(NationalStore.Fixtures, "ons", "els-catalogue.csv.gz")).ToList();
        Assert.Equal(50, catalogue.Count);
        Assert.All(catalogue, row => Assert.Equal(int.Parse(row["rows"]), national.Of(Path.GetFileName(row["file"]).Replace(".gz", "", StringComparison.Ordinal)).Read));
        Assert.Equal(226_306, catalogue.Sum(row => int.Parse(row["rows"])));
    }

    [Fact]
    public async Task A_file_that_lost_a_row_would_not_reconcile()
    {
        using var folder = new Import.TemporaryFolder();
        using var packed = new System.IO.Compression.GZipStream(File.OpenRead(Path.Combine(NationalStore.Fixtures, "ons", "els", "museums.csv.gz")), System.IO.Compression.CompressionMode.Decompress);
        var lines = new StreamReader(packed).ReadToEnd().TrimEnd('\n').Split('\n');
        File.WriteAllLines(folder.Path("museums.csv"), lines[..^1]);
        var done = Assert.IsType<ReferenceImportResult.Done>(await ReferenceImport.RunAsync(folder.Path("r.db"), folder.Path("museums.csv"), new ReferenceImportChoices([]), TimeProvider.System, null, default));
        Assert.Equal(national.Of("museums.csv").Read - 1, Assert.Single(done.Files).Read);
    }

    [Fact]
    public void What_is_refused_of_ONS_are_figures_that_stand_in_their_file_twice()
    {
        var recodes = PlainCsv.Rows(Path.Combine(NationalStore.Data, "areas", "english-local-authorities-superseded.csv")).Where(row => row["change"] == "recode").ToDictionary(row => row["code"], row => row["successor_codes"]);
        foreach (var row in PlainCsv.Rows(Path.Combine(NationalStore.Fixtures, "ons", "els-catalogue.csv.gz")))
        {
            var path = Path.Combine(NationalStore.Fixtures, "ons", row["file"].Replace(".gz", "", StringComparison.Ordinal) + ".gz");
            var keys = PlainCsv.Rows(path).Select(figure => (recodes.GetValueOrDefault(figure["areacd"], figure["areacd"]), figure["indicator"], figure["period"])).ToList();
            Assert.Equal(keys.Count - keys.Distinct().Count(), national.Of(Path.GetFileName(path).Replace(".gz", "", StringComparison.Ordinal)).Refused);
        }
    }

    [Fact]
    public void Codes_that_are_gone_have_the_last_year_and_the_successors_that_ONS_writes_beside_its_figures()
    {
        var superseded = PlainCsv.Rows(Path.Combine(NationalStore.Data, "areas", "english-local-authorities-superseded.csv")).ToDictionary(row => row["code"]);
        var said = new Dictionary<string, string>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(NationalStore.Fixtures, "ons"), "*.csv.gz", SearchOption.AllDirectories))
        {
            using var lines = new StreamReader(new System.IO.Compression.GZipStream(File.OpenRead(path), System.IO.Compression.CompressionMode.Decompress));
            while (lines.ReadLine() is { } line)
            {
                if (line.IndexOf("Obsolete code since ", StringComparison.Ordinal) is >= 0 and var at && superseded.ContainsKey(line[..9]))
                {
                    said.TryAdd(line[..9], line[at..]);
                }
            }
        }

        Assert.Equal(56, said.Count);
        Assert.All(said, pair =>
        {
            var row = superseded[pair.Key];
            var year = int.Parse(pair.Value["Obsolete code since ".Length..][..4], System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal((pair.Key, year - 1), (pair.Key, int.Parse(row["end_year"], System.Globalization.CultureInfo.InvariantCulture)));
            Assert.True(row["successor_codes"].Split(';').All(pair.Value.Contains) || row["successor_source"].Contains("and that since 2023 by E06000066", StringComparison.Ordinal), $"{pair.Key}: {pair.Value}");
        });
    }

    [Fact]
    public void The_other_files_have_the_rows_that_their_readmes_say()
    {
        (string File, int Read, int Refused)[] said =
        [
            ("lait-values.csv", 641_070, 170), ("lait-data-dictionary.csv", 448, 14), ("waste-flat-metric-data.csv", 7_458, 0), ("oflog-adult-social-care.csv", 5_314, 0),
            ("english-local-authorities.csv", 317, 0), ("english-local-authorities-superseded.csv", 56, 0), ("english-regions-and-combined-authorities.csv", 28, 0), ("dfe-la-codes.csv", 171, 0),
            ("global-neighbours.csv", 397, 0), ("economic-neighbours.csv", 397, 0), ("demographic-neighbours.csv", 397, 0), ("cluster-allocation.csv", 361, 0),
            ("statistical-neighbours-2025-05.csv", 1_580, 0), ("statistical-neighbours-2021-04.csv", 1_560, 0),
            ("outcomes.csv", 16, 0), ("metrics.csv", 117, 0), ("lof-to-data.csv", 98, 0), ("lg-inform-ids.csv", 22, 0), ("editions.csv", 3, 0), ("els-indicators.csv", 108, 0),
        ];
        Assert.All(said, file => Assert.Equal((file.Read, file.Refused), (national.Of(file.File).Read, national.Of(file.File).Refused)));
        var refusal = Assert.Single(national.Of("lait-values.csv").Refusals);
        Assert.StartsWith("\"0\" is not a period", refusal.Reason);
    }

    [Fact]
    public async Task The_same_files_are_not_taken_twice()
    {
        foreach (var path in (string[])[NationalStore.Data, NationalStore.Fixtures])
        {
            var again = Assert.IsType<ReferenceImportResult.Done>(await ReferenceImport.RunAsync(national.File, path, new ReferenceImportChoices([]), TimeProvider.System, null, default));
            Assert.DoesNotContain(again.Files, file => file.Outcome == FileOutcome.Taken);
        }
    }

    [Fact]
    public async Task Markers_and_blanks_are_kept_as_what_they_are()
    {
        await using var store = await national.OpenAsync();
        var wellbeing = await Figures(store, "personal-wellbeing-estimates/Anxiety");
        var source = PlainCsv.Rows(Path.Combine(NationalStore.Fixtures, "ons", "els", "personal-wellbeing-estimates.csv.gz")).Where(row => row["indicator"] == "Anxiety").ToList();
        Assert.Equal(source.Count(row => row["status"] == "x"), wellbeing.Count(figure => figure is { Value: null, Marker: Core.Observations.Marker.NotAvailable }));
        Assert.Equal(source.Count(row => row["status"] == "u"), wellbeing.Count(figure => figure is { Value: null, Marker: Core.Observations.Marker.Unreliable }));
        Assert.Equal(source.Count(row => row["lci_95"].Length > 0 && row["observation"].Length > 0), wellbeing.Count(figure => figure.Interval is not null));
        Assert.Contains(await Figures(store, "preventable-cardiovascular-mortality-england/Preventable cardiovascular mortality (England)"), figure => figure.Note == "Value for Hackney and City of London combined");
        Assert.Equal(12, (await Figures(store, "first-time-buyer-mortgage-sales/First-time buyer mortgage sales")).Count(figure => figure.Note == "Blank as published."));
    }

    private static async Task<IReadOnlyList<Core.National.NationalFigure>> Figures(ReferenceStore store, string series) =>
        await store.FiguresAsync(Assert.Single(await store.FindSeriesAsync(series, default)), null, default);
}
