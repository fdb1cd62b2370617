namespace Outturn.Tests.Reference;

[Collection(NationalStore.Collection)]
public sealed class PublishedNeighboursTests(NationalStore national)
{
    [Theory]
    [InlineData("global-neighbours.csv", "ONS global")]
    [InlineData("economic-neighbours.csv", "ONS economic")]
    [InlineData("demographic-neighbours.csv", "ONS demographic")]
    public async Task The_neighbours_of_every_area_are_those_that_ONS_lists_in_that_order(string file, string name)
    {
        await using var store = await national.OpenAsync();
        var rows = PlainCsv.Rows(Path.Combine(NationalStore.Data, "neighbours", file)).ToList();
        Assert.Equal(397, rows.Count);
        foreach (var row in rows)
        {
            var set = await store.NeighboursAsync(name, null, row["AREACD"], default);
            Assert.Equal(Enumerable.Range(1, 20).Select(rank => row[$"{rank}"]).Where(code => code.Length > 0), set!.Members.Select(member => member.Code));
            Assert.Equal(Enumerable.Range(1, set.Members.Count), set.Members.Select(member => member.Rank));
        }
    }

    [Fact]
    public async Task Two_neighbours_that_changed_places_would_be_noticed()
    {
        using var folder = new Import.TemporaryFolder();
        var lines = File.ReadAllLines(Path.Combine(NationalStore.Data, "neighbours", "global-neighbours.csv"));
        var kent = Array.FindIndex(lines, line => line.StartsWith("E10000016", StringComparison.Ordinal));
        var cells = lines[kent].Split(',');
        (cells[3], cells[4]) = (cells[4], cells[3]);
        lines[kent] = string.Join(',', cells);
        File.WriteAllLines(folder.Path("global-neighbours.csv"), lines);
        await App.Reference.ReferenceImport.RunAsync(folder.Path("r.db"), folder.Path("global-neighbours.csv"), new App.Reference.ReferenceImportChoices([]), TimeProvider.System, null, default);
        await using var planted = (await App.Reference.ReferenceStore.OpenAsync(folder.Path("r.db"), default)).Store!;
        await using var store = await national.OpenAsync();
        var (swapped, published) = (await planted.NeighboursAsync("ONS global", null, "E10000016", default), await store.NeighboursAsync("ONS global", null, "E10000016", default));
        Assert.NotEqual(published!.Members, swapped!.Members);
    }

    [Theory]
    [InlineData("statistical-neighbours-2025-05.csv", "2025-05-01")]
    [InlineData("statistical-neighbours-2021-04.csv", "2021-04-01")]
    public async Task The_neighbours_of_every_council_are_those_that_DfE_lists_with_their_closeness(string file, string date)
    {
        await using var store = await national.OpenAsync();
        var numbers = PlainCsv.Rows(Path.Combine(NationalStore.Data, "areas", "dfe-la-codes.csv")).ToDictionary(row => row["la_number"], row => row["gss_code"]);
        var councils = PlainCsv.Rows(Path.Combine(NationalStore.Data, "neighbours", file)).GroupBy(row => row["la_number"]).ToList();
        foreach (var council in councils)
        {
            var code = council.First()["gss_code"] is { Length: > 0 } given ? given : numbers[council.Key];
            var set = await store.NeighboursAsync("DfE statistical neighbours", DateOnly.Parse(date), code, default);
            Assert.Equal(
                council.OrderBy(row => int.Parse(row["rank"])).Select(row => (row["neighbour_gss_code"] is { Length: > 0 } member ? member : numbers[row["neighbour_la_number"]], row["closeness"])),
                set!.Members.Select(member => (member.Code, member.Closeness ?? "")));
        }

        var latest = await store.NeighboursAsync("DfE statistical neighbours", null, "E10000016", default);
        Assert.Equal(new DateOnly(2025, 5, 1), latest!.Date);
    }
}
