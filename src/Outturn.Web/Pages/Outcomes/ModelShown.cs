using Outturn.Core.Indicators;
using Outturn.Core.National;
using Outturn.Core.Neighbours;

namespace Outturn.Web.Pages;

/// <summary>A model as a page sets it out: its variables, and for our area and some others the values, the distance, and what makes them near or far.</summary>
/// <param name="Others">In the order in which they are shown; one that the model leaves out has no distance.</param>
public sealed record ModelShown(NeighbourModel Model, string Area, string Name, IReadOnlyList<(string Code, string Name, ComputedNeighbour? Near)> Others)
{
    private const int MostDecimals = 2;

    /// <summary>The nearest by the model itself.</summary>
    public static ModelShown Nearest(NeighbourModel model, string area, int count, IReadOnlyDictionary<string, Area> areas) =>
        new(model, area, NameOf(area, areas), [.. model.Of(area, count).Select(near => (near.Code, NameOf(near.Code, areas), (ComputedNeighbour?)near))]);

    /// <summary>The members of a set that others made, as the model sees them.</summary>
    public static ModelShown Of(NeighbourModel model, NeighbourSet set, IReadOnlyDictionary<string, Area> areas)
    {
        var all = model.Of(set.Area, model.Codes.Count).ToDictionary(near => near.Code);
        return new(model, set.Area, NameOf(set.Area, areas), [.. set.Members.Select(member => (member.Code, NameOf(member.Code, areas), all.GetValueOrDefault(member.Code)))]);
    }

    public string Value(string code, int variable) => Model.ValuesOf(code) is { Count: > 0 } values ? Print(values[variable]!.Value, Model.Variables[variable]) : "";

    public string From(int variable) => Scale(Model.Scales[variable].From, variable);

    /// <summary>The highest under min–max; the length of one standard deviation under z-scores.</summary>
    public string To(int variable) => Model.Scaling == Scaling.MinMax ? Scale(Model.Scales[variable].From + Model.Scales[variable].Width, variable) : Model.Scales[variable].Width.ToString("0.####");

    /// <summary>The titles of the variables in which they are furthest apart, with the part that each has in the distance.</summary>
    public string Far(ComputedNeighbour near) => string.Join("; ", near.Shares.Take(3).Where(share => share.Share > 0).Select(share => $"{TitleOf(share.Variable)} ({share.Share:0%})"));

    public string Near(ComputedNeighbour near) => string.Join("; ", near.NearIn().Select(TitleOf));

    private string TitleOf(string variable) => Model.Variables.First(known => known.Name == variable).Title;

    private string Scale(double at, int variable) => Model.Variables[variable].Transform == Transform.Log ? $"ln {at:0.####}" : Print((decimal)at, Model.Variables[variable]);

    private static string Print(decimal value, ModelVariable variable) => new Unit(variable.Unit is ['%', ..] ? "%" : variable.Unit ?? "").Print(value, Math.Min(MostDecimals, Unit.DecimalsOf(value)));

    private static string NameOf(string code, IReadOnlyDictionary<string, Area> areas) => areas.GetValueOrDefault(code)?.Name ?? code;
}
