using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.Configuration;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Outturn.Web.Access;

/// <summary>Whether what a provider says of itself is the provider's that was named, and good enough to sign on by.</summary>
internal sealed class SignOnDescription(SignOnOptions options) : IConfigurationValidator<OpenIdConnectConfiguration>
{
    /// <summary>Signatures that only the provider can make: never by a secret that is shared, never none.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>Those of the provider's algorithms that are taken.</summary>
    public static IReadOnlyList<string> AlgorithmsOf(OpenIdConnectConfiguration description) => [.. Algorithms.Intersect(description.IdTokenSigningAlgValuesSupported)];

    /// <exception cref="InvalidConfigurationException">It is not; a result's own message would not come through.</exception>
    public ConfigurationValidationResult Validate(OpenIdConnectConfiguration configuration)
    {
        var reason = configuration.Issuer != options.Issuer ? "the description is another issuer's than --sign-on names"
            : !new[] { configuration.AuthorizationEndpoint, configuration.TokenEndpoint, configuration.JwksUri }.All(IsSafe) ? "the description names an address that is not https"
            : configuration.SigningKeys.Count == 0 ? "the description has no key"
            : AlgorithmsOf(configuration).Count == 0 ? "the description has no algorithm that tokens can be trusted by"
            : configuration.CodeChallengeMethodsSupported is { Count: > 0 } methods && !methods.Contains("S256") ? "the description has no S256 for PKCE"
            : null;
        return reason is null ? new ConfigurationValidationResult { Succeeded = true } : throw new InvalidConfigurationException(reason);
    }

    private bool IsSafe(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback && options.Authority.IsLoopback));
}
