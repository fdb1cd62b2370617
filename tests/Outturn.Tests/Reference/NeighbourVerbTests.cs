using System.Globalization;
using System.Text.Json;
using Outturn.Tests.Import;
using Outturn.Tests.Papers;

namespace Outturn.Tests.Reference;

/// <summary>outturn neighbours through the real program on the open data of the repository; what it prints is worked out again by other code.</summary>
[Collection(NationalStore.Collection)]
public sealed class NeighbourVerbTests(NationalStore national)
{
    private const string Kent = "E10000016";

    [Fact]
    public async Task Members_are_shown_in_order_with_the_date_and_source_of_their_set()
    {
        using var json = JsonDocument.Parse((await DoneAsync("show", "dfe STATISTICAL neighbours", "--area", Kent, "--date", "01/04/2021", "--json")).Output);
        Assert.Equal("2021-04-01", json.RootElement.GetProperty("date").GetString());
        var rows = PlainCsv.Rows(Path.Combine(NationalStore.Data, "neighbours", "statistical-neighbours-2021-04.csv")).Where(row => row["gss_code"] == Kent).OrderBy(row => int.Parse(row["rank"])).Select(row => (row["neighbour_gss_code"], row["closeness"]));
        Assert.Equal(rows, json.RootElement.GetProperty("members").EnumerateArray().Select(member => (member.GetProperty("code").GetString()!, member.GetProperty("closeness").GetString()!)));
    }

    [Fact]
    public async Task A_standing_has_value_place_median_quarter_counts_period_and_age_and_they_follow_from_its_values()
    {
        var output = (await DoneAsync("standing", "LOF-07-06", "--area", Kent, "--neighbours", "DfE statistical neighbours", "--on", "2026-11-22")).Output;
        Assert.Contains("LOF-07-06", output);
        Assert.Contains("Places are not a league table", output);
        using var json = JsonDocument.Parse((await DoneAsync("standing", "--series", "--area", Kent, "--neighbours", "DfE statistical neighbours", "--on", "2026-11-22", "--json")).Output);
        var standings = json.RootElement.GetProperty("standings").EnumerateArray().ToList();
        Assert.True(standings.Count > 300, $"{standings.Count} series");
        foreach (var standing in standings)
        {
            decimal[] values = [.. standing.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("value").GetDecimal())];
            var ours = standing.GetProperty("value").GetDecimal();
            var better = standing.GetProperty("first").GetString() == "lowest" ? values.Count(value => value < ours) : values.Count(value => value > ours);
            var isOfOneTier = standing.GetProperty("ofAnotherTier").GetInt32() == 0;
            if (!isOfOneTier)
            {
                continue;
            }

            Assert.Equal((better + 1, values.Length, values.Count(value => value == ours)), (standing.GetProperty("rank").GetInt32(), standing.GetProperty("withValue").GetInt32(), standing.GetProperty("sharedBy").GetInt32()));
            var sorted = values.Order().ToArray();
            decimal? median = sorted.Length < 3 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
            Assert.Equal(median, standing.GetProperty("median") is { ValueKind: JsonValueKind.Number } told ? told.GetDecimal() : null);
            Assert.Equal(sorted.Length < 8 ? null : 1 + (4 * better / sorted.Length), standing.GetProperty("quarter") is { ValueKind: JsonValueKind.Number } quarter ? quarter.GetInt32() : (int?)null);
        }
    }

    [Theory]
    [InlineData("min-max")]
    [InlineData("z-score")]
    public async Task A_model_can_be_worked_out_again_from_what_it_prints(string scaling)
    {
        using var json = JsonDocument.Parse((await DoneAsync("model", "--area", Kent, "--scaling", scaling, "--variable", "2 * claimant-count/Claimant Count", "--variable", "log business-demography/Active businesses", "--json")).Output);
        var root = json.RootElement;
        var variables = root.GetProperty("variables").EnumerateArray().Select(variable => (
            Weight: variable.GetProperty("weight").GetDouble(), IsLog: variable.GetProperty("transform").GetString() == "log", From: variable.GetProperty("from").GetDouble(), Width: variable.GetProperty("width").GetDouble())).ToList();
        Assert.Equal([2 / 3.0, 1 / 3.0], variables.Select(variable => variable.Weight));
        var ours = Values(root.GetProperty("ours"));
        var neighbours = root.GetProperty("neighbours").EnumerateArray().ToList();
        Assert.Equal(15, neighbours.Count);
        foreach (var near in neighbours)
        {
            var theirs = Values(near.GetProperty("values"));
            double[] parts = [.. variables.Select((variable, i) => variable.Weight * Math.Pow(Scaled(variable, ours[i]) - Scaled(variable, theirs[i]), 2))];
            Assert.Equal(Math.Sqrt(parts.Sum()), near.GetProperty("distance").GetDouble(), 9);
            Assert.Equal(parts.Select(part => Math.Round(part / parts.Sum(), 9)), near.GetProperty("values").EnumerateArray().Select(value => Math.Round(value.GetProperty("share").GetDouble(), 9)));
        }

        Assert.Equal(neighbours.Select(near => near.GetProperty("distance").GetDouble()).Order(), neighbours.Select(near => near.GetProperty("distance").GetDouble()));

        double Scaled((double Weight, bool IsLog, double From, double Width) variable, decimal value) => ((variable.IsLog ? Math.Log((double)value) : (double)value) - variable.From) / variable.Width;
        static decimal[] Values(JsonElement said) => [.. said.EnumerateArray().Select(value => value.GetProperty("value").GetDecimal())];
    }

    [Fact]
    public async Task The_usual_model_compares_within_one_tier_and_says_so_as_csv_too()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Path("model.csv"), (await DoneAsync("model", "--area", "E07000105", "--count", "5", "--csv")).Output);
        var rows = PlainCsv.Rows(folder.Path("model.csv")).ToList();
        Assert.Equal((6, "E07000105", "0"), (rows.Count, rows[0]["code"], rows[0]["distance"]));
        Assert.All(rows, row => Assert.DoesNotContain(row["code"][..3], new[] { "E10" }));
        foreach (var row in rows.Skip(1))
        {
            Assert.Equal(1, row.Where(cell => cell.Key.StartsWith("share of ", StringComparison.Ordinal)).Sum(cell => double.Parse(cell.Value, CultureInfo.InvariantCulture)), 9);
        }

        var text = (await DoneAsync("model", "--area", "Ashford")).Output;
        Assert.Contains("far in: ", text);
        Assert.Contains("left out for want of a value", text);
        Assert.Equal(15, (await DoneAsync("show", "computed", "--area", "E06000035")).Output.Split('\n').Count(line => line.Contains("; distance ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(1, "There is no area Nowhere", "standing", "--area", "Nowhere")]
    [InlineData(1, "There is no set \"Ours\". There are: DfE", "standing", "--area", Kent, "--neighbours", "Ours")]
    [InlineData(1, "no metric and no series \"LOF-99-99\"", "standing", "LOF-99-99", "--area", Kent)]
    [InlineData(1, "has no neighbours of E07000105", "show", "DfE statistical neighbours", "--area", "E07000105")]
    [InlineData(1, "There is no series nowhere/nothing", "model", "--area", Kent, "--variable", "nowhere/nothing")]
    [InlineData(1, "at least one series with a weight above 0", "model", "--area", Kent, "--variable", "0 * claimant-count/Claimant Count")]
    [InlineData(1, "is named twice", "model", "--area", Kent, "--variable", "claimant-count/Claimant Count", "--variable", "2*claimant-count/Claimant Count")]
    [InlineData(1, "has no district's duties", "model", "--area", Kent, "--tier", "lower")]
    [InlineData(1, "is no council of today", "model", "--area", "E12000008")]
    [InlineData(2, "is no variable", "model", "--area", Kent, "--variable", "many * claimant-count/Claimant Count")]
    [InlineData(2, "is no scaling", "model", "--area", Kent, "--scaling", "ranks")]
    [InlineData(2, "Say which area", "model")]
    public async Task What_cannot_be_done_is_said_with_the_right_code(int code, string reason, params string[] arguments)
    {
        var run = await ReportVerb.RunAsync(["neighbours", .. arguments, "--reference", national.File]);
        Assert.Equal(code, run.Code);
        Assert.Contains(reason, run.Error);
    }

    private async Task<ProgramRun> DoneAsync(params string[] arguments)
    {
        var run = await ReportVerb.RunAsync(["neighbours", .. arguments, "--reference", national.File]);
        Assert.True(run.Code == 0, run.Error);
        return run;
    }
}
