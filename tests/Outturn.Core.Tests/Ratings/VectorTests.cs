using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.VisualBasic.FileIO;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests.Ratings;

/// <summary>912 rows in random order with every expected result: the arithmetic of the rules, worked out elsewhere.</summary>
public sealed partial class VectorTests
{
    private static readonly List<Dictionary<string, string>> Rows = Read();

    [Theory]
    [InlineData("shown")]
    [InlineData("rating")]
    [InlineData("reason")]
    [InlineData("ytd")]
    [InlineData("ytd_rating")]
    [InlineData("ytd_reason")]
    [InlineData("previous")]
    [InlineData("last_year")]
    [InlineData("trend")]
    [InlineData("trend_p")]
    [InlineData("range")]
    [InlineData("ytd_range")]
    public void Every_row_of_the_vectors_comes_out_as_expected(string column)
    {
        Assert.Equal(912, Rows.Count);
        var wrong = new List<string>();
        foreach (var series in Rows.GroupBy(row => row["ref"]))
        {
            var rated = RatedSeries(series);
            wrong.AddRange(series
                .Select(row => (row, ours: Column(rated[PeriodOf(row)], row["kind"] == "kpi", column)))
                .Where(pair => pair.ours != pair.row[column])
                .Select(pair => $"{pair.row["ref"]} {pair.row["period"]}: expected \"{pair.row[column]}\", got \"{pair.ours}\""));
        }

        Assert.Empty(wrong);
    }

    private static Dictionary<Period, RatedPeriod> RatedSeries(IEnumerable<Dictionary<string, string>> rows)
    {
        var first = rows.First();
        var definition = new Definition(
            first["kind"] == "kpi" ? IndicatorKind.Kpi : IndicatorKind.Activity,
            new Unit(first["unit"]),
            int.Parse(first["decimals"], CultureInfo.InvariantCulture),
            Polarities.Read(first["polarity"]),
            Frequencies.Read(first["frequency"])!.Value,
            RollUps.Read(first["roll_up"])!.Value);
        return new Series(definition, rows.Select(row => Point(row, definition))).Rate().ToDictionary(rated => rated.Period);
    }

    private static SeriesPoint Point(Dictionary<string, string> row, Definition definition)
    {
        var match = ValueWithMarker().Match(row["value"]);
        var marker = match.Groups["marker"] is { Success: true } found ? Markers.Read(found.Value)!.Value : Marker.None;
        Counts? counts = row["numerator"].Length > 0 ? new Counts(Number(row["numerator"])!.Value, Number(row["denominator"])!.Value) : null;
        return new SeriesPoint(
            PeriodOf(row),
            new Observation(Number(match.Groups["value"].Value), counts, marker),
            Number(row["target"]) is { } level ? new Target(level, Number(row["floor"]), definition.Polarity!.Value, Number(row["tolerance"]) ?? 0) : null,
            row["lower"].Length + row["upper"].Length > 0 ? new ExpectedRange(Number(row["lower"]), Number(row["upper"])) : null);
    }

    private static string Column(RatedPeriod rated, bool kpi, string column) => column switch
    {
        "shown" => Shown(rated.Latest),
        "rating" => kpi ? Word(rated.Latest) : "",
        "reason" => rated.Latest.WhyNot?.Text() ?? "",
        "ytd" => Shown(rated.ToDate.Figure),
        "ytd_rating" => kpi ? Word(rated.ToDate.Figure) : "",
        "ytd_reason" => rated.ToDate.Figure.WhyNot?.Text() ?? "",
        "previous" => kpi ? rated.Previous.Text() : "",
        "last_year" => kpi ? rated.LastYear.Text() : "",
        "trend" => rated.Trend?.Direction.Text() ?? "",
        "trend_p" => rated.Trend?.P?.ToString("F4", CultureInfo.InvariantCulture) ?? "",
        "range" => rated.Latest.Verdict?.Text() ?? "",
        "ytd_range" => rated.ToDate.Figure.Verdict?.Text() ?? "",
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    private static string Shown(JudgedFigure figure) => figure.Value is { } value ? Unit.Bare(value, figure.Decimals) : "";

    private static string Word(JudgedFigure figure) => figure.Rating?.Colour?.ToString() ?? "Not rated";

    private static Period PeriodOf(Dictionary<string, string> row)
    {
        Assert.True(PeriodText.TryRead(row["period"], Frequencies.Read(row["frequency"])!.Value, out var period, out var refusal), refusal);
        return period;
    }

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static List<Dictionary<string, string>> Read()
    {
        using var csv = new TextFieldParser(Path.Combine(AppContext.BaseDirectory, "Ratings", "series.csv")) { Delimiters = [","] };
        var header = csv.ReadFields()!;
        var rows = new List<Dictionary<string, string>>();
        while (csv.ReadFields() is { } fields)
        {
            rows.Add(header.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second));
        }

        return rows;
    }

    [GeneratedRegex(@"^(?<value>-?[\d.]+)?\s*(?:\[(?<marker>\w+)\])?$")]
    private static partial Regex ValueWithMarker();
}
