namespace Outturn.App.Stores.Facts;

/// <summary>Below which counts of an indicator are not published; what was said of indicators before there was such a threshold keeps its digest.</summary>
public sealed class SuppressionFact : Fact
{
    public required string Ref { get; init; }

    public required int Below { get; init; }

    public override object Key => Ref;
}
