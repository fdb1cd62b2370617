namespace Outturn.Core.National;

/// <summary>A place that figures are published for: a council, a region, the country.</summary>
/// <param name="Code">Nine characters, as the Office for National Statistics gives them: E10000016.</param>
/// <param name="Type">county, district, unitary, metropolitan, london_borough; region, country, combined_authority; or what the code's first letters say.</param>
public sealed record Area(string Code, string Name, string Type, Tiers Tiers)
{
    public string? RegionCode { get; init; }
    public string? Region { get; init; }
    public string? CountyCode { get; init; }
    public string? County { get; init; }
    public string? CombinedAuthorityCode { get; init; }
    public string? CombinedAuthority { get; init; }

    /// <summary>Set where the code is no longer in use.</summary>
    public Supersession? Superseded { get; init; }

    /// <summary>Whether it is one of today's councils.</summary>
    public bool IsCouncil => Tiers != Tiers.None && Superseded is null;
}

/// <summary>What became of a code.</summary>
/// <param name="EndYear">The last year of the code, where its source says.</param>
/// <param name="IsRecode">The same place under a new code; else councils were merged or split.</param>
/// <param name="Successors">One for a recode or a merger, several for a split.</param>
public sealed record Supersession(int? EndYear, bool IsRecode, IReadOnlyList<string> Successors, string? Source)
{
    /// <summary>The one code under which figures are kept; null where the place itself has changed.</summary>
    public string? Recode => IsRecode && Successors.Count == 1 ? Successors[0] : null;
}

/// <summary>Which duties a council has: of districts, of counties, or both. Places are only compared where they share one.</summary>
[Flags]
public enum Tiers
{
    None = 0,
    Lower = 1,
    Upper = 2,
    Both = Lower | Upper,
}

public static class AreaCodes
{
    /// <summary>Reads ltla, utla, utla+ltla.</summary>
    public static Tiers ReadTiers(string text) =>
        (text.Contains("ltla", StringComparison.OrdinalIgnoreCase) ? Tiers.Lower : Tiers.None) | (text.Contains("utla", StringComparison.OrdinalIgnoreCase) ? Tiers.Upper : Tiers.None);

    public static string Name(this Tiers tiers) => tiers switch { Tiers.Lower => "ltla", Tiers.Upper => "utla", Tiers.Both => "utla+ltla", _ => "" };

    public static bool IsCode(ReadOnlySpan<char> text) => text.Length == 9 && char.IsAsciiLetterUpper(text[0]) && !text[1..].ContainsAnyExceptInRange('0', '9');

    /// <summary>What the first three characters say of a place that no list of areas names.</summary>
    public static (string Type, Tiers Tiers) Told(string code) => code.Length < 3 ? ("other", Tiers.None) : code[..3] switch
    {
        "E06" or "W06" or "S12" or "N09" => ("unitary", Tiers.Both),
        "E07" => ("district", Tiers.Lower),
        "E08" => ("metropolitan", Tiers.Both),
        "E09" => ("london_borough", Tiers.Both),
        "E10" => ("county", Tiers.Upper),
        "E11" => ("metropolitan_county", Tiers.None),
        "E12" => ("region", Tiers.None),
        "E13" => ("part_of_london", Tiers.None),
        "E23" => ("police_force", Tiers.None),
        "E47" => ("combined_authority", Tiers.None),
        "E61" => ("greater_london", Tiers.None),
        "E67" => ("councils_together", Tiers.None),
        "E92" or "W92" or "S92" or "N92" or "K02" or "K03" or "K04" => ("country", Tiers.None),
        _ => ("other", Tiers.None),
    };
}
