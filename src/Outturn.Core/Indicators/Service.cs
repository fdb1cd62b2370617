using Outturn.Core.People;

namespace Outturn.Core.Indicators;

/// <summary>A service of the council: indicators belong to one, and a dashboard is laid out by them.</summary>
/// <param name="Order">Its place in a dashboard.</param>
public sealed record Service(string Name, int Order)
{
    public string? Directorate { get; init; }

    public Post? Director { get; init; }

    public Post? CabinetMember { get; init; }
}
