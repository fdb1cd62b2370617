using System.IO.Compression;
using System.Text;
using Outturn.App.Reference;
using Outturn.Core.National;
using Outturn.Core.Observations;
using Outturn.Tests.Import;

namespace Outturn.Tests.Reference;

/// <summary>How files are taken, each rule on a file that has just that in it.</summary>
public sealed class ImportRulesTests : IDisposable
{
    private const string Header = "areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Columns_are_found_by_their_names_in_any_order_and_a_doubled_one_counts_once_with_what_it_says()
    {
        await TakeAsync("shuffled.csv", "notes,period,observation,unit,areacd,measure,areanm,indicator,notes,geography\n,2024-04-01/P1Y,5,%,E10000016,Percentage,Kent,Use,second note,County\n");
        var figure = Assert.Single(await FiguresAsync("shuffled/Use"));
        Assert.Equal(("E10000016", 5m, "second note"), (figure.Area, figure.Value, figure.Note));
    }

    [Fact]
    public async Task Markers_sentences_intervals_and_exponents_are_read_as_what_they_are()
    {
        await TakeAsync("marked.csv", Header
            + "E10000016,Kent,,Use,2020-01-01/P1Y,,P,%,,,c,\n"
            + "E10000016,Kent,,Use,2021-01-01/P1Y,4.5,P,%,4,5,u,\n"
            + "E10000016,Kent,,Use,2022-01-01/P1Y,2.5e-05,P,%,x,x,Value for two councils together,a note\n"
            + "E10000016,Kent,,Use,2023-01-01/P1Y,0,P,%,,,,\n");
        var figures = await FiguresAsync("marked/Use");
        Assert.Equal([Marker.Confidential, Marker.Unreliable, Marker.None, Marker.None], figures.Select(figure => figure.Marker));
        Assert.Equal([null, 4.5m, 0.000025m, 0m], figures.Select(figure => figure.Value));
        Assert.Equal([null, new Interval(4, 5), null, null], figures.Select(figure => figure.Interval));
        Assert.Equal("Value for two councils together a note", figures[2].Note);
    }

    [Fact]
    public async Task Rows_that_cannot_be_understood_are_refused_one_by_one_with_row_and_reason()
    {
        var report = await TakeAsync("bad.csv", Header
            + "E10000016,Kent,,Use,2020-01-01/P1Y,1,P,%,,,,\n"
            + "Kent,Kent,,Use,2020-01-01/P1Y,1,P,%,,,,\n"
            + "E10000016,Kent,,Use,soon,1,P,%,,,,\n"
            + "E10000016,Kent,,Use,2021-01-01/P1Y,about 5,P,%,,,,\n"
            + "E10000016,Kent,,Use,2022-01-01/P1Y,5,P,%,6,4,,\n"
            + "E10000016,Kent,,,2022-01-01/P1Y,5,P,%,,,,\n"
            + "E10000016,Kent,,Use,2020-01-01/P1Y,2,P,%,,,,\n"
            + "E10000016,Kent,,Use,2020-01-01/P1Y,1.0,P,%,,,,\n");
        Assert.Equal((8, 1, 7), (report.Read, report.Stored, report.Refused));
        Assert.Equal([3, 4, 5, 6, 7, 8, 9], report.Refusals.Select(refusal => refusal.FirstRow));
        Assert.Contains("\"Kent\" is not the code of an area", report.Refusals[0].Reason);
        Assert.Contains("\"soon\" is not a period", report.Refusals[1].Reason);
        Assert.Contains("another figure", report.Refusals[5].Reason);
        Assert.Contains("The same figure", report.Refusals[6].Reason);
    }

    [Fact]
    public async Task A_recoded_area_is_kept_under_its_code_of_today_and_a_reorganised_one_under_its_own()
    {
        await TakeAsync("areas.csv", "code,name,type,tiers\nE08000038,Barnsley,metropolitan,utla+ltla\nE06000065,North Yorkshire,unitary,utla+ltla\n");
        await TakeAsync("old.csv", "code,name,type,end_year,change,successor_codes,successor_source\nE08000016,Barnsley,metropolitan,2024,recode,E08000038,\nE07000163,Craven,district,2022,reorganised,E06000065,\nE10000006,Cumbria,county,2022,reorganised,E06000063;E06000064,\n");
        await TakeAsync("figures.csv", Header + "E08000016,Barnsley,,Use,2020-01-01/P1Y,1,P,%,,,,\nE07000163,Craven,,Use,2020-01-01/P1Y,2,P,%,,,,\n");
        var figures = await FiguresAsync("figures/Use");
        Assert.Equal([("E07000163", null), ("E08000038", "Published under the code E08000016.")], figures.Select(figure => (figure.Area, figure.Note)));
        await using var store = await OpenAsync();
        var areas = await store.AreasAsync(default);
        Assert.Equal(["E06000063", "E06000064"], areas["E10000006"].Superseded!.Successors);
        Assert.Equal((false, true), (areas["E07000163"].IsCouncil, areas["E08000038"].IsCouncil));
    }

    [Fact]
    public async Task The_same_file_is_not_taken_twice_not_even_packed_and_a_newer_one_replaces_it_whole()
    {
        var first = Header + "E10000016,Kent,,Use,2020-01-01/P1Y,1,P,%,,,,\nE10000016,Kent,,Use,2021-01-01/P1Y,2,P,%,,,,\n";
        await TakeAsync("series.csv", first);
        Directory.CreateDirectory(folder.Path("packed"));
        using (var packed = new GZipStream(File.Create(folder.Path("packed/series.csv.gz")), CompressionLevel.Fastest))
        {
            packed.Write(Encoding.UTF8.GetBytes(first));
        }

        Assert.Equal(FileOutcome.AlreadyThere, (await RunAsync(folder.Path("packed/series.csv.gz"))).Outcome);
        Assert.Equal(2, (await FiguresAsync("series/Use")).Count);
        await TakeAsync("series.csv", Header + "E10000016,Kent,,Use,2022-01-01/P1Y,3,P,%,,,,\n");
        Assert.Equal(3m, Assert.Single(await FiguresAsync("series/Use")).Value);
    }

    [Fact]
    public async Task A_file_that_needs_another_is_refused_until_that_is_there()
    {
        var report = await TakeAsync("values.csv", "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\nLAC,Looked after,2024,Kent,5,886,South East\n", FileOutcome.Refused);
        Assert.Contains("dfe-numbers", Assert.Single(report.Remarks));
        await TakeAsync("numbers.csv", "la_number,la_name,region,type,gss_code\n886,Kent,South East,SC,E10000016\n986,London,NA,NA,E09000001\n");
        await TakeAsync("dictionary.csv", "Measure_short,Measure,Year_Type,Polarity,dps,Last Update\nLAC,Looked after rate,Annual,Low,0,45962\n");
        await TakeAsync("values.csv", "Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\nLAC,Looked after,2024 (Rev),Kent,5,886,South East\nLAC,Looked after,2025 (prov),Kent,-,886,South East\nLAC,Looked after,2025,Nowhere,5,1,NA\n");
        await using var store = await OpenAsync();
        var series = Assert.Single(await store.FindSeriesAsync("LAC", default));
        var figures = await store.FiguresAsync(series, ["E10000016"], default);
        Assert.Equal((new DateOnly(2023, 4, 1), FigureStatus.Revised, 5m), (figures[0].Period.First, figures[0].Status, figures[0].Value));
        Assert.Equal((null, Marker.NotAvailable, FigureStatus.Provisional), (figures[1].Value, figures[1].Marker, figures[1].Status));
        Assert.Equal((Core.Targets.Polarity.LowerIsBetter, new DateOnly(2025, 11, 1), 12), (series.Polarity, series.PublishedOn, series.Cadence.Months));
        Assert.DoesNotContain("E09000001", (await store.AreasAsync(default)).Keys);
    }

    [Theory]
    [InlineData("E10000014", "0.125")]
    [InlineData("Essex", "0.25")]
    public async Task The_governments_workbook_has_pairs_side_by_side(string beside, string second)
    {
        string Cell(string column, string text) => $"<c r=\"{column}1\" t=\"inlineStr\"><is><t>{text}</t></is></c>";
        string Name(int column) => column < 26 ? $"{(char)('A' + column)}" : $"A{(char)('A' + column - 26)}";
        var header = string.Concat(Enumerable.Range(0, 32).Select(i => Cell(Name(i), i switch { 0 => "Code", 1 => "Name", _ when i % 2 == 0 => $"Neighbour {i / 2} code", _ => $"Neighbour {i / 2} with" })));
        var row = string.Concat(Enumerable.Range(0, 32).Select(i => Cell(Name(i), i switch { 0 => "E10000016", 1 => "Kent", _ when i % 2 == 0 => $"E100000{i / 2 + 40}", 3 => second, _ => beside })).Select(cell => cell.Replace("1\" t=", "2\" t=", StringComparison.Ordinal)));
        var path = folder.Write("mhclg.xlsx", RawOffice.Workbook($"<row r=\"1\">{header}</row><row r=\"2\">{row}</row>"));
        Assert.Equal((1, 1), await RunAsync(path) is var report ? (report.Read, report.Stored) : default);
        await using var store = await OpenAsync();
        var set = await store.NeighboursAsync("mhclg", new DateOnly(2026, 7, 1), "E10000016", default);
        Assert.Equal(Enumerable.Range(1, 15).Select(rank => ($"E100000{rank + 40}", rank)), set!.Members.Select(member => (member.Code, member.Rank)));
        Assert.Equal(decimal.Parse(second), set.Members[0].Distance);
    }

    [Fact]
    public async Task A_new_shape_is_a_profile_and_not_code()
    {
        File.WriteAllText(folder.Path("shape.json"), """
            { "name": "ours", "kind": "figures", "dataset": "libraries", "years": "Financial Year", "markers": { "*": "c" },
              "columns": { "area": "Where", "series": "What", "period": "When", "value": "How many" } }
            """);
        var profile = Profiles.Read(folder.Path("shape.json"), out _)!;
        File.WriteAllText(folder.Path("visits.csv"), "How many;When;Where;What\n12;2023-24;E10000016;Visits\n*;2024-25;E10000016;Visits\n");
        Assert.Equal(FileOutcome.NotKnown, (await RunAsync(folder.Path("visits.csv"))).Outcome);
        var done = Assert.IsType<ReferenceImportResult.Done>(await ReferenceImport.RunAsync(folder.Path("r.db"), folder.Path("visits.csv"), new ReferenceImportChoices([profile]), TimeProvider.System, null, default));
        Assert.Equal(2, Assert.Single(done.Files).Stored);
        Assert.Equal([Marker.None, Marker.Confidential], (await FiguresAsync("libraries/Visits")).Select(figure => figure.Marker));
    }

    [Fact]
    public async Task A_councils_store_is_not_taken_for_a_reference_store()
    {
        File.WriteAllText(folder.Path("r.db"), "not a database at all");
        Assert.Contains("is not a store", Assert.IsType<ReferenceImportResult.Refused>(await ReferenceImport.RunAsync(folder.Path("r.db"), NationalStore.Data, new ReferenceImportChoices([]), TimeProvider.System, null, default)).Reason);
        var (store, refusal) = await ReferenceStore.OpenAsync(folder.Path("none.db"), default);
        Assert.Null(store);
        Assert.Contains("There is no reference store", refusal);
    }

    private async Task<FileReport> TakeAsync(string name, string text, FileOutcome outcome = FileOutcome.Taken)
    {
        File.WriteAllText(folder.Path(name), text);
        var report = await RunAsync(folder.Path(name));
        Assert.Equal(outcome, report.Outcome);
        return report;
    }

    private async Task<FileReport> RunAsync(string path) =>
        Assert.Single(Assert.IsType<ReferenceImportResult.Done>(await ReferenceImport.RunAsync(folder.Path("r.db"), path, new ReferenceImportChoices([], new DateOnly(2026, 7, 1)), TimeProvider.System, null, default)).Files);

    private async Task<ReferenceStore> OpenAsync() => (await ReferenceStore.OpenAsync(folder.Path("r.db"), default)).Store!;

    private async Task<IReadOnlyList<NationalFigure>> FiguresAsync(string series)
    {
        await using var store = await OpenAsync();
        return await store.FiguresAsync(Assert.Single(await store.FindSeriesAsync(series, default)), null, default);
    }
}
