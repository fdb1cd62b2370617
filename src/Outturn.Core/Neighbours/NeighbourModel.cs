using System.Globalization;

namespace Outturn.Core.Neighbours;

public enum Transform
{
    None,

    /// <summary>Natural logarithm, for what has a few very large values; only of values above 0.</summary>
    Log,
}

public enum Scaling
{
    /// <summary>0 for the lowest and 1 for the highest of the councils compared.</summary>
    MinMax,

    /// <summary>Distance from the mean in standard deviations of the councils compared.</summary>
    ZScore,
}

/// <param name="Name">The series, and the period of it that was taken.</param>
/// <param name="Weight">0 or more; only the proportions between weights matter.</param>
public sealed record ModelVariable(string Name, double Weight = 1, Transform Transform = Transform.None)
{
    /// <summary>The series by its title alone.</summary>
    public string Title { get; init; } = Name;

    /// <summary>The series by which its values can be found again: dataset/code.</summary>
    public string? Series { get; init; }

    public string? Period { get; init; }

    public string? Unit { get; init; }

    /// <summary>Who published the values, and when.</summary>
    public string? Source { get; init; }
}

/// <summary>A council's values, in the order of the variables; null where there is none.</summary>
public sealed record ModelPlace(string Code, IReadOnlyList<decimal?> Values);

/// <summary>Where a variable's scale begins, and how long it is, after the transform: the scaled value is (value − From) ÷ Width, and 0 where Width is 0.</summary>
public readonly record struct VariableScale(double From, double Width);

/// <param name="Shares">What part of the squared distance comes from each variable, the largest first; they add up to 1, or to 0 at no distance.</param>
public sealed record ComputedNeighbour(string Code, int Rank, double Distance, IReadOnlyList<VariableShare> Shares)
{
    /// <summary>The variables in which the two are furthest apart.</summary>
    public IEnumerable<string> FarIn(int most = 3) => Shares.Take(most).Where(share => share.Share > 0).Select(share => share.Variable);

    /// <summary>The variables in which the two are most alike, the most alike first.</summary>
    public IEnumerable<string> NearIn(int most = 3) => Shares.Reverse().Take(most).Select(share => share.Variable);
}

public readonly record struct VariableShare(string Variable, double Share);

/// <summary>Similar councils by a method that is stated in full and can be worked out again with a pencil: weighted Euclidean distance.</summary>
/// <remarks>Made of councils of one tier only. A council that lacks a value, or has none above 0 for a logarithm, is left out and named.</remarks>
public sealed class NeighbourModel
{
    public const int UsualCount = 15;

    private readonly IReadOnlyList<ModelVariable> variables;
    private readonly Scaling scaling;
    private readonly double[] weights;
    private readonly VariableScale[] scales;
    private readonly string[] codes;
    private readonly ModelPlace[] places;
    private readonly double[][] scaled;

    public NeighbourModel(IReadOnlyList<ModelVariable> variables, IReadOnlyList<ModelPlace> places, Scaling scaling = Scaling.MinMax)
    {
        if (variables.Count == 0 || variables.Any(variable => variable.Weight < 0 || !double.IsFinite(variable.Weight)) || variables.All(variable => variable.Weight == 0))
        {
            throw new ArgumentException("A model has variables, weights of 0 or more, and at least one above 0.", nameof(variables));
        }

        (this.variables, this.scaling) = (variables, scaling);
        var total = variables.Sum(variable => variable.Weight);
        weights = [.. variables.Select(variable => variable.Weight / total)];
        var whole = places.Where(IsWhole).OrderBy(place => place.Code, StringComparer.Ordinal).ToList();
        LeftOut = [.. places.Where(place => !IsWhole(place)).Select(place => place.Code).Order(StringComparer.Ordinal)];
        (codes, this.places) = ([.. whole.Select(place => place.Code)], [.. whole]);
        scaled = [.. whole.Select(place => variables.Select((variable, i) => Transformed(variable, place.Values[i]!.Value)).ToArray())];
        scales = [.. Enumerable.Range(0, variables.Count).Select(Scale)];
    }

    public IReadOnlyList<ModelVariable> Variables => variables;

    public Scaling Scaling => scaling;

    /// <summary>Of each variable as parts of 1, in their order.</summary>
    public IReadOnlyList<double> Weights => weights;

    /// <summary>Of each variable, in their order.</summary>
    public IReadOnlyList<VariableScale> Scales => scales;

    public IReadOnlyList<string> Codes => codes;

    /// <summary>Councils that lack a value for a variable.</summary>
    public IReadOnlyList<string> LeftOut { get; }

    /// <summary>Everything that somebody needs to work the distances out again.</summary>
    public string Method
    {
        get
        {
            var named = variables.Select((variable, i) =>
                $"{variable.Name} (weight {weights[i].ToString("0.####", CultureInfo.InvariantCulture)}{(variable.Transform == Transform.Log ? ", natural logarithm" : "")}{(variable.Source is { } source ? $"; {source}" : "")})");
            return $"""
                Variables: {string.Join("; ", named)}. Weights are given as parts of 1.
                {(scaling == Scaling.MinMax
                    ? "Each variable is scaled so that the lowest of the councils compared is 0 and the highest 1."
                    : "Each variable is scaled to its distance from the mean of the councils compared, in standard deviations (divided by n).")} A variable in which all are equal counts nothing.
                The distance between two councils is the square root of the sum, over all variables, of weight × (difference of the scaled values)². Equal distances are ordered by code.
                Compared are {codes.Length} councils of one tier{(LeftOut.Count > 0 ? $"; left out for want of a value: {string.Join(", ", LeftOut)}" : "")}.
                """;
        }
    }

    /// <summary>The distance between two councils that have all values; null where one has not.</summary>
    public double? Distance(string one, string other) => Find(one) is >= 0 and var a && Find(other) is >= 0 and var b ? Math.Sqrt(Squared(a, b)) : null;

    /// <summary>The most similar councils, the nearest first; empty for a council that lacks a value.</summary>
    public IReadOnlyList<ComputedNeighbour> Of(string code, int count = UsualCount)
    {
        var our = Find(code);
        if (our < 0)
        {
            return [];
        }

        var others = new (double Squared, int Place)[codes.Length - 1];
        for (var (i, next) = (0, 0); i < codes.Length; i++)
        {
            if (i != our)
            {
                others[next++] = (Squared(our, i), i);
            }
        }

        // Places are in the order of their codes, so equal distances fall into that order.
        Array.Sort(others);
        return [.. others.Take(count).Select((other, i) => new ComputedNeighbour(codes[other.Place], i + 1, Math.Sqrt(other.Squared), Shares(our, other.Place, other.Squared)))];
    }

    /// <summary>A council's values as published, in the order of the variables; empty for one that is left out.</summary>
    public IReadOnlyList<decimal?> ValuesOf(string code) => Find(code) is >= 0 and var at ? places[at].Values : [];

    /// <summary>As a set beside those that others publish.</summary>
    public NeighbourSet SetOf(string name, DateOnly date, string code, int count = UsualCount) =>
        new(name, date, Method, NeighbourSetKind.Computed, code, [.. Of(code, count).Select(near => new Neighbour(near.Code, near.Rank, null, (decimal)near.Distance))]);

    private bool IsWhole(ModelPlace place) =>
        place.Values.Count == variables.Count && !place.Values.Where((value, i) => value is null || (variables[i].Transform == Transform.Log && value <= 0)).Any();

    private static double Transformed(ModelVariable variable, decimal value) => variable.Transform == Transform.Log ? Math.Log((double)value) : (double)value;

    private VariableScale Scale(int variable)
    {
        if (scaled.Length == 0)
        {
            return default;
        }

        var (from, width) = scaling == Scaling.MinMax ? MinMax(variable) : MeanAndDeviation(variable);
        foreach (var place in scaled)
        {
            place[variable] = width > 0 ? (place[variable] - from) / width : 0;
        }

        return new VariableScale(from, width);
    }

    private (double From, double Width) MinMax(int variable) =>
        (scaled.Min(place => place[variable]), scaled.Max(place => place[variable]) - scaled.Min(place => place[variable]));

    private (double From, double Width) MeanAndDeviation(int variable)
    {
        if (MinMax(variable).Width == 0)
        {
            return (0, 0);
        }

        var mean = scaled.Average(place => place[variable]);
        return (mean, Math.Sqrt(scaled.Average(place => (place[variable] - mean) * (place[variable] - mean))));
    }

    private int Find(string code) => Array.BinarySearch(codes, code, StringComparer.Ordinal) is >= 0 and var at ? at : -1;

    private double Squared(int a, int b)
    {
        var (one, other, sum) = (scaled[a], scaled[b], 0.0);
        for (var i = 0; i < one.Length; i++)
        {
            sum += weights[i] * (one[i] - other[i]) * (one[i] - other[i]);
        }

        return sum;
    }

    private VariableShare[] Shares(int a, int b, double squared) =>
    [
        .. variables
            .Select((variable, i) => new VariableShare(variable.Name, squared > 0 ? weights[i] * (scaled[a][i] - scaled[b][i]) * (scaled[a][i] - scaled[b][i]) / squared : 0))
            .OrderByDescending(share => share.Share),
    ];
}
