using System.Globalization;
using Outturn.Core.National;
using Outturn.Core.Papers;
using Outturn.Core.Neighbours;

namespace Outturn.App.Reference;

/// <summary>A series that councils are to be alike in.</summary>
/// <param name="Series">dataset/code.</param>
public sealed record ChosenVariable(string Series, double Weight = 1, Transform Transform = Transform.None)
{
    private const string Logarithm = "log ";

    /// <summary>Reads "dataset/code", with "2 * " before it for its weight and "log " for its logarithm: "2 * log business-demography/Active businesses".</summary>
    /// <returns>Null where the weight is no number of 0 or more, or nothing else is written.</returns>
    public static ChosenVariable? Read(string text)
    {
        var (weight, rest) = (1.0, text.Trim());
        if (rest.Split('*', 2, StringSplitOptions.TrimEntries) is [var before, var behind])
        {
            if (!double.TryParse(before, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out weight) || !double.IsFinite(weight))
            {
                return null;
            }

            rest = behind;
        }

        var isLog = rest.StartsWith(Logarithm, StringComparison.OrdinalIgnoreCase);
        var series = (isLog ? rest[Logarithm.Length..] : rest).Trim();
        return series.Length == 0 ? null : new ChosenVariable(series, weight, isLog ? Transform.Log : Transform.None);
    }
}

/// <summary>The model that is worked out where no other is asked for: what people live on, work at and can afford, how they live apart, and how the place fares.</summary>
/// <remarks>They are circumstances that a council has, and none that it is judged by; each is published for counties, districts and unitary councils.</remarks>
public static class UsualModel
{
    public static IReadOnlyList<ChosenVariable> Variables { get; } =
    [
        new("gross-disposable-household-income-per-head/Gross disposable household income"),
        new("gross-median-weekly-pay/Gross median weekly pay"),
        new("claimant-count/Claimant Count"),
        new("employment-rate/Economically inactive"),
        new("qualifications-level-3-or-above/Level 3 or above qualifications (Great Britain)"),
        new("children-in-relative-poverty/Children in relative poverty before housing costs"),
        new("housing-affordability-ratio/Housing affordability ratio (residence-based)"),
        new("business-demography/Active businesses", 1, Transform.Log),
        new("railway-station-walk/Residents within a 30 minute walk of their nearest railway station"),
    ];

    /// <summary>Among whom a council is compared: those with a district's duties for a district, and those with a county's for all others.</summary>
    public static Tiers TierOf(Tiers tiers) => tiers == Tiers.Lower ? Tiers.Lower : Tiers.Upper;
}

/// <summary>Similar councils worked out from what the store holds.</summary>
public sealed partial class ReferenceStore
{
    /// <summary>A period is taken where this part of the councils has a value in it.</summary>
    private const double Enough = 0.9;

    /// <summary>A model of today's councils that share a tier, each variable from the latest period in which nine in ten of them have a value.</summary>
    /// <param name="chosen">At least one, with weights of 0 or more; one of weight 0 is left out.</param>
    /// <returns>Null, with the reason, where a series is not there or no period has values enough.</returns>
    public async Task<(NeighbourModel? Model, string Refusal)> ModelAsync(IReadOnlyList<ChosenVariable> chosen, Tiers tier, Scaling scaling, CancellationToken cancel)
    {
        if (!chosen.Any(one => one.Weight > 0))
        {
            return (null, "A model needs at least one series with a weight above 0.");
        }

        var councils = (await AreasAsync(cancel)).Values.Where(area => area.IsCouncil && area.Code[0] == 'E' && (area.Tiers & tier) != Tiers.None).Select(area => area.Code).ToList();
        var (variables, columns) = (new List<ModelVariable>(), new List<Dictionary<string, decimal>>());
        foreach (var one in chosen.Where(one => one.Weight > 0))
        {
            if (await FindSeriesAsync(one.Series, cancel) is not [var series, ..])
            {
                return (null, $"There is no series {one.Series}.");
            }

            if (variables.Exists(variable => variable.Series == series.Name))
            {
                return (null, $"{series.Title} ({series.Name}) is named twice.");
            }

            var latest = (await FiguresAsync(series, councils, cancel)).Where(figure => figure.Value is not null).GroupBy(figure => figure.Period).LastOrDefault(period => period.Count() >= Enough * councils.Count);
            if (latest is null)
            {
                return (null, $"{series.Title} ({series.Name}) has no period in which nine in ten of the {councils.Count} councils have a value.");
            }

            variables.Add(new ModelVariable($"{series.Title}, {latest.Key.Label} ({series.Name})", one.Weight, one.Transform)
            {
                Title = series.Title, Series = series.Name, Period = latest.Key.Label, Unit = series.Unit,
                Source = series.Publisher is null ? null : series.PublishedOn is { } day ? $"{series.Publisher}, {Words.Date(day)}" : series.Publisher,
            });
            columns.Add(latest.ToDictionary(figure => figure.Area, figure => figure.Value!.Value));
        }

        return (new NeighbourModel(variables, [.. councils.Select(code => new ModelPlace(code, [.. columns.Select(column => column.TryGetValue(code, out var value) ? value : (decimal?)null)]))], scaling), "");
    }
}
