using System.Globalization;
using System.Text.Json;
using Outturn.Core.Indicators;
using Outturn.Reports.Issued;
using Outturn.Tests.Papers;

namespace Outturn.Tests.Release;

/// <summary>What files of data say of indicators, held against the edition's JSON as it lies in the file.</summary>
internal static class EditionJsonCells
{
    public const string Csv = "CSV";

    /// <summary>What is called otherwise in a CSV than in the JSON.</summary>
    private static readonly Dictionary<string, string> Names = new() { ["indicator"] = "title", ["direction_of_travel"] = "direction" };

    /// <summary>Columns of a paper's CSV that the edition has in a sentence or as a rounded text only.</summary>
    private static readonly string[] Beyond = ["year_to_date_numerator", "year_to_date_denominator", "year_to_date_reason", "target_to_date", "floor_to_date", "previous_year_value"];

    /// <summary>Columns of the public site's CSV that say where a figure was published.</summary>
    private static readonly string[] Published = ["report", "edition", "published", "sha256"];

    public static JsonElement Root(byte[] json) => JsonDocument.Parse(json).RootElement;

    public static IReadOnlyList<JsonElement> Indicators(byte[] json) => [.. Root(json).GetProperty("dashboard").GetProperty("indicators").EnumerateArray()];

    /// <summary>The cells of a CSV with a row for each indicator: figures exact, days and texts as they are.</summary>
    public static IReadOnlyDictionary<CellPlace, ExpectedCell> OfCsv(byte[] json, IReadOnlyList<string> columns) =>
        (from indicator in Indicators(json)
         from column in columns.Where(IsInEdition)
         let value = indicator.GetProperty(Names.GetValueOrDefault(column, column))
         select (new CellPlace(Csv, indicator.GetProperty("ref").GetString()!, column), new ExpectedCell(PaperTables.Plain(Text(value)))))
        .ToDictionary(cell => cell.Item1, cell => cell.Item2);

    public static bool IsInEdition(string column) => !Beyond.Contains(column) && !Published.Contains(column);

    /// <summary>Figures of a paper's CSV that the edition has otherwise: rounded, or within a sentence.</summary>
    public static IEnumerable<string> Beside(IReadOnlyDictionary<string, string> row, IssuedIndicator indicator)
    {
        var unit = new Unit(indicator.Unit);
        if (row["previous_year_value"] is { Length: > 0 } before && !Enumerable.Range(0, 5).Any(decimals => indicator.PreviousYear.Split(" (")[0] == unit.Print(decimal.Parse(before, CultureInfo.InvariantCulture), decimals)))
        {
            yield return $"csv: {indicator.Ref}, previous_year_value: {before} is not {indicator.PreviousYear}";
        }

        foreach (var column in new[] { "year_to_date_numerator", "year_to_date_denominator" })
        {
            var own = column.EndsWith("numerator", StringComparison.Ordinal) ? indicator.Numerator : indicator.Denominator;
            if (row[column] is { Length: > 0 } count && decimal.Parse(count, CultureInfo.InvariantCulture) != own && indicator.YearToDateWorkedOut?.Contains(new Unit(Unit.Number).PrintLevel(decimal.Parse(count, CultureInfo.InvariantCulture), 0), StringComparison.Ordinal) != true)
            {
                yield return $"csv: {indicator.Ref}, {column}: {count} is not in \"{indicator.YearToDateWorkedOut}\"";
            }
        }
    }

    /// <summary>Every member of an object that is missing or other, by its path.</summary>
    public static IEnumerable<string> Differences(string path, JsonElement expected, JsonElement found)
    {
        if (expected.ValueKind != found.ValueKind)
        {
            return [$"{path}: {found} instead of {expected}"];
        }

        return expected.ValueKind switch
        {
            JsonValueKind.Object => expected.EnumerateObject().SelectMany(member => found.TryGetProperty(member.Name, out var there) ? Differences($"{path}, {member.Name}", member.Value, there) : [$"{path}, {member.Name}: is missing"]),
            JsonValueKind.Array when expected.GetArrayLength() == found.GetArrayLength() => expected.EnumerateArray().Zip(found.EnumerateArray()).SelectMany((pair, i) => Differences($"{path}, {i + 1}", pair.First, pair.Second)),
            JsonValueKind.Array => [$"{path}: {found.GetArrayLength()} instead of {expected.GetArrayLength()}"],
            _ => JsonElement.DeepEquals(expected, found) ? [] : [$"{path}: {found} instead of {expected}"],
        };
    }

    /// <summary>A value of JSON as a CSV has it.</summary>
    public static string Text(JsonElement value) => value.ValueKind == JsonValueKind.Null ? "" : value.ToString();
}
