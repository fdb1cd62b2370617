using Outturn.Core.Papers;

namespace Outturn.App.Stores.Facts;

/// <summary>What a council's papers are called, their logo, and whom readers tell that one is not accessible.</summary>
public sealed class HouseFact : Fact
{
    public string? FileNames { get; init; }

    public string? Contact { get; init; }

    public string? Logo { get; init; }

    /// <summary>The logo's bytes, as a <see cref="StoredFile"/>.</summary>
    public string? LogoDigest { get; init; }

    /// <summary>What is read out in the logo's place.</summary>
    public string? LogoText { get; init; }

    public override object Key => "";
}

/// <summary>A style of the house's Word template in the place of one of ours.</summary>
public sealed class HouseStyleFact : Fact
{
    public required PaperStyle Style { get; init; }

    public required string Name { get; init; }

    public override object Key => Style;
}

/// <summary>Who signs a paper, by the line's place among all.</summary>
public sealed class SignatureFact : Fact
{
    public required int Place { get; init; }

    public required string Label { get; init; }

    public required string Post { get; init; }

    /// <summary>A committee's or a report's name; null for every paper.</summary>
    public string? Owner { get; init; }

    public override object Key => Place;
}

/// <summary>A block of text that papers carry, by its place among all; its words are an <see cref="OwnTextFact"/>.</summary>
public sealed class TextBlockFact : Fact
{
    public required int Place { get; init; }

    public required string Block { get; init; }

    public required string Heading { get; init; }

    public required bool Obligatory { get; init; }

    /// <summary>A committee's or a report's name; null for every paper.</summary>
    public string? Owner { get; init; }

    /// <summary>Which of its standard wordings; null for the one without a name.</summary>
    public string? Wording { get; init; }

    public override object Key => Place;
}

/// <summary>The number that a report has on the agenda of a meeting.</summary>
public sealed class AgendaItemFact : Fact
{
    public required string Committee { get; init; }

    public required DateOnly Day { get; init; }

    public required string Item { get; init; }

    public override object Key => (Committee, Day);
}
