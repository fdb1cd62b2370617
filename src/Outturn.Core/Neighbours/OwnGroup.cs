using Outturn.Core.National;

namespace Outturn.Core.Neighbours;

/// <summary>Councils that a council has chosen to be compared with.</summary>
/// <param name="Date">The day of the choice, or of the source that it follows.</param>
/// <param name="Reason">Why these.</param>
/// <param name="Source">Where the choice stands: a paper, a network of councils; null where nobody says.</param>
/// <param name="Members">Codes of areas, the most similar first.</param>
public sealed record OwnGroup(string Name, DateOnly Date, string Reason, string? Source, IReadOnlyList<string> Members)
{
    public const int LongestName = 100;

    /// <summary>As many as there are councils in England, and some.</summary>
    public const int MostMembers = 400;

    /// <summary>Whether a name means this group, in capitals or not.</summary>
    public bool IsCalled(string name) => Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>As a set beside those that others publish.</summary>
    public NeighbourSet SetOf(string area) => NeighbourSet.OfOwn(Name, Date, Source is null ? Reason : $"{Reason} ({Source})", area, Members);

    /// <summary>Everything that keeps it from being a group; empty where nothing does.</summary>
    /// <param name="own">The council's own code: it is always compared, and stands in no group of its own.</param>
    public IEnumerable<string> Refusals(string own)
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Length > LongestName)
        {
            yield return $"A group needs a name of at most {LongestName} characters.";
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return "Say why these councils: it is printed wherever they are compared.";
        }

        if (Members.Count is 0 or > MostMembers)
        {
            yield return $"A group has from 1 to {MostMembers} councils: name them by their codes, the most similar first.";
        }

        foreach (var refusal in Members.Select(code => Refusal(code, own)).OfType<string>().Distinct())
        {
            yield return refusal;
        }

        foreach (var doubled in Members.GroupBy(code => code).Where(same => same.Count() > 1))
        {
            yield return $"{doubled.Key} is named twice.";
        }
    }

    /// <summary>Why a code cannot be that of a member; null where it can.</summary>
    public static string? Refusal(string code, string own) =>
        !AreaCodes.IsCode(code) ? $"\"{code}\" is not the code of an area: write one like E10000014."
        : code == own ? $"{code} is the council itself, which is always compared: leave it out."
        : null;
}
