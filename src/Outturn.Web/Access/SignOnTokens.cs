using System.IdentityModel.Tokens.Jwt;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Outturn.Web.Access;

/// <summary>Reads an ID token, and takes it only where all of it is right (OpenID Connect Core 1.0, section 3.1.3.7).</summary>
internal sealed class SignOnTokens(SignOnOptions client, SignOnProvider provider, TimeProvider clock)
{
    private const int MostToken = 64 * 1024;
    private const int LongestSubject = 255;

    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MostToken };

    /// <exception cref="SignOnRefusedException">It is not what it has to be.</exception>
    public async Task<JsonWebToken> ReadAsync(OpenIdConnectMessage answer, string nonce, SignOnHandlerOptions checks, CancellationToken cancel)
    {
        if (answer.IdToken is not { Length: > 0 } text)
        {
            throw Untrusted("the answer to the code has no ID token");
        }

        var read = await CheckAsync(text, checks, await provider.DescriptionAsync(cancel));
        if (read.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            read = await CheckAsync(text, checks, await provider.NewestAsync(cancel));
        }

        if (!read.IsValid || read.SecurityToken is not JsonWebToken token)
        {
            throw Untrusted($"the ID token is not right ({Code(read.Exception)})", read.Exception);
        }

        if (Wrong(token) is { } wrong)
        {
            throw Untrusted(wrong);
        }

        try
        {
            checks.Protocol.ValidateTokenResponse(new OpenIdConnectProtocolValidationContext
            {
                ClientId = client.ClientId, Nonce = nonce, ProtocolMessage = answer, ValidatedIdToken = JwtSecurityTokenConverter.Convert(token),
            });
        }
        catch (Exception e) when (e is OpenIdConnectProtocolException or SecurityTokenException or ArgumentException)
        {
            throw Untrusted($"the ID token does not answer what was asked ({Code(e)})", e);
        }

        return token;
    }

    private static Task<TokenValidationResult> CheckAsync(string text, SignOnHandlerOptions checks, OpenIdConnectConfiguration description)
    {
        var parameters = checks.Token.Clone();
        parameters.IssuerSigningKeys = description.SigningKeys;
        parameters.ValidAlgorithms = SignOnDescription.AlgorithmsOf(description);
        return Handler.ValidateTokenAsync(text, parameters);
    }

    /// <summary>What the library leaves to its user.</summary>
    private string? Wrong(JsonWebToken token)
    {
        var audiences = token.Audiences.Distinct().Count();
        token.TryGetPayloadValue<string>("azp", out var party);
        return token.TryGetHeaderValue<object>("crit", out _) ? "the ID token has a header that must be understood and is not (crit)"
            : !string.IsNullOrEmpty(token.Typ) && !token.Typ.Equals("JWT", StringComparison.OrdinalIgnoreCase) ? "the token is of another type than an ID token (typ)"
            : !token.TryGetPayloadValue<long>("iat", out var issued) ? "the ID token does not say when it was issued (iat)"
            : issued > (clock.GetUtcNow() + SignOnHandlerOptions.Skew).ToUnixTimeSeconds() ? "the ID token was issued in the future (iat)"
            : string.IsNullOrWhiteSpace(token.Subject) || token.Subject.Length > LongestSubject ? "the ID token does not say whom it is about (sub)"
            : party is null && audiences > 1 ? "the ID token is for several and does not say by whom it was asked for (azp)"
            : party is not null && party != client.ClientId ? "the ID token was asked for by another (azp)"
            : null;
    }

    /// <summary>The library's number for what is wrong: its text would repeat the token.</summary>
    private static string Code(Exception? e) => e?.Message.StartsWith("IDX", StringComparison.Ordinal) == true ? $"{e.GetType().Name}, {e.Message.Split(':')[0]}" : $"{e?.GetType().Name}";

    private static SignOnRefusedException Untrusted(string reason, Exception? cause = null) => new(SignOnRefusal.Untrusted, reason, cause);
}
