using Microsoft.IdentityModel.JsonWebTokens;
using Outturn.Core.Dashboards;
using Outturn.Core.People;

namespace Outturn.Web.Access;

/// <summary>What a provider says of somebody, as far as it concerns this council.</summary>
/// <param name="Subject">Who it is, for good: nobody else of that issuer ever has it.</param>
/// <param name="Account">The sign-in name that an account would have; null where none that can be used is said.</param>
/// <param name="Claimed">The roles it names, with those of own services though no service is named.</param>
/// <param name="Services">Those that the register has.</param>
internal sealed record SignOnClaims(string Issuer, string Subject, string? Account, string Name, IReadOnlyList<Role> Claimed, IReadOnlyList<string> Services)
{
    private const int LongestName = 100;

    private static readonly char[] Separators = [',', ';'];

    /// <summary>The roles that reach something.</summary>
    public IReadOnlyList<Role> Roles => [.. Claimed.Where(role => Services.Count > 0 || !role.IsOfOwnServices())];

    public static SignOnClaims Of(JsonWebToken token, SignOnOptions options, Register? register)
    {
        var account = AccountOf(token);
        var name = Text(token, "name") ?? Text(token, "preferred_username") ?? account ?? token.Subject;
        return new SignOnClaims(
            token.Issuer, token.Subject, account, name[..Math.Min(name.Length, LongestName)],
            [.. Named(Values(token, options.RolesClaim), options.RolesOf).Distinct().Order()],
            [.. Named(Values(token, options.ServicesClaim), text => ServicesOf(text, register)).Distinct()]);
    }

    /// <summary>What values name: a list's as they stand; one text's between commas, or as many words at a time as name something.</summary>
    /// <remarks>So "cabinet member reader" is a cabinet member and a reader, and never a member.</remarks>
    internal static IEnumerable<T> Named<T>(IReadOnlyList<string> values, Func<string, IReadOnlyList<T>> named)
    {
        if (values is not [var text])
        {
            return values.SelectMany(named);
        }

        return named(text) is { Count: > 0 } whole ? whole : text.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(part => InWords(part, named));
    }

    private static List<T> InWords<T>(string part, Func<string, IReadOnlyList<T>> named)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var all = new List<T>();
        for (var at = 0; at < words.Length;)
        {
            var (taken, found) = Enumerable.Range(1, words.Length - at).Reverse().Select(count => (count, named(string.Join(' ', words[at..(at + count)])))).FirstOrDefault(run => run.Item2.Count > 0, (1, []));
            all.AddRange(found);
            at += taken;
        }

        return all;
    }

    private static string[] ServicesOf(string text, Register? register) =>
        [.. register?.Services.Where(service => service.Name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)).Select(service => service.Name) ?? [text.Trim()]];

    /// <summary>An e-mail address only where the provider has made sure that it is theirs.</summary>
    private static string? AccountOf(JsonWebToken token) =>
        new[] { Text(token, "preferred_username"), Text(token, "email_verified") is "true" or "True" ? Text(token, "email") : null }
            .OfType<string>().Select(name => name.ToLowerInvariant()).FirstOrDefault(name => Person.Refusal(name) is null);

    private static string? Text(JsonWebToken token, string claim) => Values(token, claim) is [var value] && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static string[] Values(JsonWebToken token, string claim) => [.. token.Claims.Where(known => known.Type == claim).Select(known => known.Value)];
}
