namespace Outturn.App.Stores.Facts;

/// <summary>Somebody who signs in, and what they may do.</summary>
public sealed class PersonFact : Fact
{
    /// <summary>The name they sign in by.</summary>
    public required string Account { get; init; }

    public string? NameWords { get; init; }

    /// <summary>With semicolons between.</summary>
    public required string Roles { get; init; }

    /// <summary>One on each line.</summary>
    public required string Services { get; init; }

    /// <summary>One on each line.</summary>
    public required string Posts { get; init; }

    public override object Key => Account;
}
