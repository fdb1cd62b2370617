namespace Outturn.App.Stores.Facts;

/// <summary>Councils that the council has chosen to be compared with.</summary>
public sealed class NeighbourGroupFact : Fact
{
    public const char Between = ';';

    public required string Name { get; init; }

    public required DateOnly AsOf { get; init; }

    public required string Reason { get; init; }

    public string? Source { get; init; }

    /// <summary>Their codes in order, with semicolons between.</summary>
    public required string Members { get; init; }

    public override object Key => Name;
}
