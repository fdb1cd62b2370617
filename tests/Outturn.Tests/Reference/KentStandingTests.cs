using Outturn.Core.National;
using Outturn.Core.Neighbours;
using Outturn.Core.Targets;

namespace Outturn.Tests.Reference;

/// <summary>Where Kent stands in every series against three sets, beside the same worked out from the files by other code.</summary>
[Collection(NationalStore.Collection)]
public sealed class KentStandingTests(NationalStore national)
{
    private const string Kent = "E10000016";
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("ONS global", "global-neighbours.csv")]
    [InlineData("ONS economic", "economic-neighbours.csv")]
    [InlineData("DfE statistical neighbours", "statistical-neighbours-2025-05.csv")]
    public async Task Kent_stands_where_the_files_say(string name, string file)
    {
        await using var store = await national.OpenAsync();
        var (areas, set) = (await store.AreasAsync(default), (await store.NeighboursAsync(name, null, Kent, default))!);
        var members = Members(file);
        var source = Source.OfAll.Value;
        var compared = 0;
        foreach (var (series, ours) in await store.LatestOfAsync(Kent, default))
        {
            var figures = (await store.FiguresAsync(series, [Kent, .. set.Members.Select(member => member.Code)], default)).Where(figure => figure.Period == ours.Period).ToList();
            var standing = Standing.Of(
                Place(figures, areas, Kent), set.Members.Select(member => Place(figures, areas, member.Code)), series.Polarity, ours.Period, series.Cadence.AgeOf(ours.Period.Last, Today));
            var expected = Expected(source[series.Name], ours.Period.Label, members, series.Polarity);
            Assert.Equal(expected, (series.Name, standing.Value, standing.Rank, standing.SharedBy, standing.WithValue, standing.Median, standing.Quartile) with { Name = expected.Name });
            compared++;
        }

        Assert.Equal(source.Count(one => one.Value.Any(row => row.Area == Kent && row.Value is not null)), compared);
        Assert.True(compared > 450, $"{compared} series");
    }

    [Fact]
    public void A_better_neighbour_more_would_be_noticed()
    {
        var (members, rows) = (Members("global-neighbours.csv"), Source.OfAll.Value["waste-flat-metric-data/Household waste recycling rate"]);
        var planted = rows.Append(new Source(members.First(code => code[..3] == "E10" && rows.All(row => row.Area != code || row.Label != "2099-00")), "2099-00", 99m)).Append(new Source(Kent, "2099-00", 50m));
        Assert.Equal((2, 2), Expected(planted, "2099-00", members, Polarity.HigherIsBetter) is var there ? (there.Rank!.Value, there.WithValue) : default);
        Assert.NotEqual(Expected(planted, "2099-00", members, Polarity.HigherIsBetter), Expected(planted, "2099-00", members, Polarity.LowerIsBetter));
    }

    /// <summary>The rule of RULES 10 once more, counted place by place instead of searched.</summary>
    private static (string Name, decimal? Value, int? Rank, int SharedBy, int WithValue, decimal? Median, int? Quartile) Expected(
        IEnumerable<Source> rows, string label, IReadOnlyList<string> members, Polarity? polarity)
    {
        var there = rows.Where(row => row.Label == label && row.Value is not null && (row.Area == Kent || (members.Contains(row.Area) && (row.Area.StartsWith("E06", StringComparison.Ordinal)
            || row.Area.StartsWith("E08", StringComparison.Ordinal) || row.Area.StartsWith("E09", StringComparison.Ordinal) || row.Area.StartsWith("E10", StringComparison.Ordinal)))))
            .DistinctBy(row => row.Area).ToList();
        var ours = there.Single(row => row.Area == Kent).Value!.Value;
        var rank = 1;
        foreach (var row in there)
        {
            rank += polarity == Polarity.LowerIsBetter ? (row.Value < ours ? 1 : 0) : row.Value > ours ? 1 : 0;
        }

        var ordered = there.Select(row => row.Value!.Value).Order().ToList();
        decimal? median = ordered.Count < 3 ? null : (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
        int? quartile = ordered.Count < 8 ? null : (rank - 1) * 4 < ordered.Count ? 1 : (rank - 1) * 4 < 2 * ordered.Count ? 2 : (rank - 1) * 4 < 3 * ordered.Count ? 3 : 4;
        return ("", ours, rank, ordered.Count(value => value == ours), ordered.Count, median, quartile);
    }

    private static IReadOnlyList<string> Members(string file)
    {
        var rows = PlainCsv.Rows(Path.Combine(NationalStore.Data, "neighbours", file)).Where(row => row.GetValueOrDefault("AREACD", row.GetValueOrDefault("gss_code", "")) == Kent);
        return [.. rows.SelectMany(row => row.TryGetValue("neighbour_gss_code", out var member) ? [member] : Enumerable.Range(1, 20).Select(rank => row[$"{rank}"]))];
    }

    private static ComparedPlace Place(List<NationalFigure> figures, IReadOnlyDictionary<string, Area> areas, string code)
    {
        var figure = figures.Find(one => one.Area == code);
        return new ComparedPlace(code, areas.TryGetValue(code, out var area) ? area.Tiers : AreaCodes.Told(code).Tiers, figure?.Value, figure?.Interval);
    }

    /// <summary>Every figure as its file gives it.</summary>
    private sealed record Source(string Area, string Label, decimal? Value)
    {
        public static Lazy<Dictionary<string, List<Source>>> OfAll { get; } = new(Read);

        private static Dictionary<string, List<Source>> Read()
        {
            var all = new Dictionary<string, List<Source>>();
            var numbers = PlainCsv.Rows(Path.Combine(NationalStore.Data, "areas", "dfe-la-codes.csv")).ToDictionary(row => row["la_number"], row => row["gss_code"]);
            var recodes = PlainCsv.Rows(Path.Combine(NationalStore.Data, "areas", "english-local-authorities-superseded.csv")).Where(row => row["change"] == "recode").ToDictionary(row => row["code"], row => row["successor_codes"]);
            void Add(string series, string area, string label, string value)
            {
                if (!all.TryGetValue(series, out var rows))
                {
                    all.Add(series, rows = []);
                }

                rows.Add(new Source(recodes.GetValueOrDefault(area, area), label, decimal.TryParse(value, System.Globalization.NumberStyles.Float, null, out var number) ? number : null));
            }

            string Fixture(params string[] parts) => Path.Combine([NationalStore.Fixtures, .. parts]);
            foreach (var path in Directory.EnumerateFiles(Fixture("ons", "els")).Concat(Directory.EnumerateFiles(Fixture("ons", "els-other"))))
            {
                foreach (var row in PlainCsv.Rows(path))
                {
                    Add($"{Path.GetFileName(path).Replace(".csv.gz", "", StringComparison.Ordinal)}/{row["indicator"]}", row["areacd"], row["period"], row["observation"]);
                }
            }

            foreach (var row in PlainCsv.Rows(Fixture("dfe", "lait-values.csv.gz")).Where(row => row["Years"] != "0"))
            {
                Add($"lait-values/{row["Short Desc"]}", numbers[row["LA Number"]], row["Years"], row["Values"]);
            }

            foreach (var row in PlainCsv.Rows(Fixture("mhclg", "waste-flat-metric-data.csv.gz")))
            {
                Add($"waste-flat-metric-data/{row["metric"]}", row["areaCode"], row["xLabel"], row["y"]);
            }

            foreach (var row in PlainCsv.Rows(Fixture("mhclg", "oflog-adult-social-care.csv.gz")))
            {
                Add($"oflog-adult-social-care/{row["Code"]}", row["Local authority code"], row["Financial year"], row["Value"]);
            }

            return all;
        }
    }
}
