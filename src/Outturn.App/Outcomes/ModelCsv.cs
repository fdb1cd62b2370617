using System.Globalization;
using CsvHelper;
using Outturn.Core.National;
using Outturn.Core.Neighbours;

namespace Outturn.App.Outcomes;

/// <summary>A model's neighbours of one area as CSV: the area itself in the first row at distance 0, and each variable's value and share of the squared distance.</summary>
public static class ModelCsv
{
    public static void Write(NeighbourModel model, string area, int count, IReadOnlyDictionary<string, Area> areas, TextWriter output)
    {
        using var csv = CsvWriter.Create(output, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord(["place", "code", "council", "distance", .. model.Variables.Select(variable => variable.Name), .. model.Variables.Select(variable => $"share of {variable.Name}")]);
        foreach (var near in model.Of(area, count).Prepend(new ComputedNeighbour(area, 0, 0, [])))
        {
            var shares = near.Shares.ToDictionary(share => share.Variable, share => share.Share);
            csv.WriteRecord(
            [
                near.Rank.ToString(CultureInfo.InvariantCulture), near.Code, areas.TryGetValue(near.Code, out var place) ? place.Name : "", near.Distance.ToString("R", CultureInfo.InvariantCulture),
                .. model.ValuesOf(near.Code).Select(value => value?.ToString(CultureInfo.InvariantCulture) ?? ""),
                .. model.Variables.Select(variable => shares.GetValueOrDefault(variable.Name).ToString("R", CultureInfo.InvariantCulture)),
            ]);
        }
    }
}
