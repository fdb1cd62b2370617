using Outturn.Core.Indicators;

namespace Outturn.Core.People;

/// <summary>Somebody who signs in: by which name, in which roles, for which services, and which posts they hold.</summary>
/// <param name="Account">The name they sign in by, in lower case; the audit trail names them by it.</param>
/// <param name="Name">As colleagues call them.</param>
/// <param name="Services">The services that their roles of own services reach.</param>
/// <param name="Posts">The short names of the posts they hold.</param>
public sealed record Person(string Account, string Name, IReadOnlyList<Role> Roles, IReadOnlyList<string> Services, IReadOnlyList<string> Posts)
{
    public const int LongestAccount = 100;

    /// <summary>Whether two names are of one person: case and space around them make nobody another. Nobody is the same as one who is not known.</summary>
    public static bool IsSame(string? one, string? other) => one is not null && other is not null && one.Trim().Equals(other.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether every role they have reaches no further than their own services.</summary>
    public bool IsOfOwnServices => Roles.All(role => role.IsOfOwnServices());

    public bool Is(params ReadOnlySpan<Role> roles)
    {
        foreach (var role in roles)
        {
            if (Roles.Contains(role))
            {
                return true;
            }
        }

        return false;
    }

    public bool Has(string service) => Services.Contains(service);

    /// <summary>Whether they may read of an indicator: of any, or of their own services'.</summary>
    public bool Sees(Indicator indicator) => Roles.Count > 0 && (!IsOfOwnServices || Has(indicator.Service.Name));

    public bool Holds(Post? post) => post is not null && Posts.Contains(post.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>Why a name cannot be signed in by, or null where it can: it stands in addresses, files and the audit trail.</summary>
    public static string? Refusal(string account) =>
        account.Length is 0 or > LongestAccount ? $"A sign-in name has 1 to {LongestAccount} characters."
        : account.Any(char.IsAsciiLetterUpper) ? "A sign-in name is written in lower case."
        : account.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '-' or '_' or '@' or '+')) ? "A sign-in name has letters without accents, digits and . - _ @ + only."
        : null;
}
