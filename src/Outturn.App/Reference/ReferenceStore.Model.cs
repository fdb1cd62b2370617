using Outturn.Core.National;
using Outturn.Core.Neighbours;

namespace Outturn.App.Reference;

/// <summary>A series that councils are to be alike in.</summary>
/// <param name="Series">dataset/code.</param>
public sealed record ChosenVariable(string Series, double Weight = 1, Transform Transform = Transform.None);

/// <summary>Similar councils worked out from what the store holds.</summary>
public sealed partial class ReferenceStore
{
    /// <summary>A period is taken where this part of the councils has a value in it.</summary>
    private const double Enough = 0.9;

    /// <summary>A model of today's councils that share a tier, each variable from the latest period in which nine in ten of them have a value.</summary>
    /// <returns>Null, with the reason, where a series is not there or no period has values enough.</returns>
    public async Task<(NeighbourModel? Model, string Refusal)> ModelAsync(IReadOnlyList<ChosenVariable> chosen, Tiers tier, Scaling scaling, CancellationToken cancel)
    {
        var councils = (await AreasAsync(cancel)).Values.Where(area => area.IsCouncil && area.Code[0] == 'E' && (area.Tiers & tier) != Tiers.None).Select(area => area.Code).ToList();
        var (variables, columns) = (new List<ModelVariable>(), new List<Dictionary<string, decimal>>());
        foreach (var one in chosen)
        {
            if (await FindSeriesAsync(one.Series, cancel) is not [var series, ..])
            {
                return (null, $"There is no series {one.Series}.");
            }

            var latest = (await FiguresAsync(series, councils, cancel)).Where(figure => figure.Value is not null).GroupBy(figure => figure.Period).LastOrDefault(period => period.Count() >= Enough * councils.Count);
            if (latest is null)
            {
                return (null, $"{series.Title} ({series.Name}) has no period in which nine in ten of the {councils.Count} councils have a value.");
            }

            variables.Add(new ModelVariable($"{series.Title}, {latest.Key.Label} ({series.Name})", one.Weight, one.Transform));
            columns.Add(latest.ToDictionary(figure => figure.Area, figure => figure.Value!.Value));
        }

        return (new NeighbourModel(variables, [.. councils.Select(code => new ModelPlace(code, [.. columns.Select(column => column.TryGetValue(code, out var value) ? value : (decimal?)null)]))], scaling), "");
    }
}
