using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace Outturn.Tests.People;

/// <summary>A token that must let nobody in.</summary>
/// <param name="Reason">Part of what the log says: each is refused for what is wrong with it.</param>
/// <param name="Make">Of the claims that would be right; null for no token.</param>
internal sealed record HostileToken(string Reason, Func<StandIn, JsonObject, string?> Make);

internal static class HostileTokens
{
    private const string Signature = "SecurityTokenInvalidSignatureException";
    private const string NoKey = "SecurityTokenSignatureKeyNotFoundException";
    private const string Malformed = "SecurityTokenMalformedException";
    private const string Unreadable = "(ArgumentException, IDX14";
    private const string Protocol = "does not answer what was asked (OpenIdConnectProtocol";

    private static readonly RSA Another = RSA.Create(2048);

    public static IReadOnlyDictionary<string, HostileToken> All { get; } = new Dictionary<string, HostileToken>
    {
        ["alg none, no signature"] = new(Signature, (_, claims) => $"{StandIn.Encoded(new JsonObject { ["alg"] = "none" })}.{StandIn.Encoded(claims)}."),
        ["alg nOnE, no signature"] = new(Signature, (_, claims) => $"{StandIn.Encoded(new JsonObject { ["alg"] = "nOnE", ["kid"] = StandIn.Kid })}.{StandIn.Encoded(claims)}."),
        ["alg none over a right signature"] = new(Signature, (peer, claims) => peer.Sign(claims, new JsonObject { ["alg"] = "none" })),
        ["HS256 with the public key for a secret"] = new(Signature, (peer, claims) => Hmac(claims, Encoding.ASCII.GetBytes(peer.Key.ExportSubjectPublicKeyInfoPem()))),
        ["HS256 with the public key's modulus"] = new(Signature, (peer, claims) => Hmac(claims, peer.Key.ExportParameters(false).Modulus!)),
        ["HS256 with the client's secret"] = new(Signature, (_, claims) => Hmac(claims, Encoding.UTF8.GetBytes(StandIn.ClientSecret))),
        ["another key of the same name"] = new(Signature, (peer, claims) => peer.Sign(claims, key: Another)),
        ["a key that is not known"] = new(NoKey, (peer, claims) => peer.Sign(claims, new JsonObject { ["kid"] = "unknown" }, Another)),
        ["a key that is not named"] = new(NoKey, (peer, claims) => peer.Sign(claims, new JsonObject { ["kid"] = null }, Another)),
        ["an algorithm that the provider does not announce"] = new(Signature, (peer, claims) => peer.Sign(claims, new JsonObject { ["alg"] = "RS512" })),
        ["claims changed after signing"] = new(Signature, (peer, claims) => Replaced(peer.Sign(claims), 1, StandIn.Encoded(claims.With("sub", "somebody")))),
        ["header changed after signing"] = new(Signature, (peer, claims) => Replaced(peer.Sign(claims), 0, StandIn.Encoded(new JsonObject { ["alg"] = "RS256", ["kid"] = StandIn.Kid }))),
        ["the signature of another token"] = new(Signature, (peer, claims) => Replaced(peer.Sign(claims), 2, peer.Sign(peer.Claims("another")).Split('.')[2])),
        ["the signature cut off"] = new(Signature, (peer, claims) => Replaced(peer.Sign(claims), 2, "")),

        ["another issuer"] = new("SecurityTokenInvalidIssuerException", Claim("iss", "https://login.evil.example")),
        ["no issuer"] = new("SecurityTokenInvalidIssuerException", Claim("iss", null)),
        ["the issuer with a slash behind it"] = new("SecurityTokenInvalidIssuerException", (peer, claims) => peer.Sign(claims.With("iss", peer.Issuer + "/"))),
        ["the issuer by another scheme"] = new("SecurityTokenInvalidIssuerException", (peer, claims) => peer.Sign(claims.With("iss", peer.Issuer.Replace("http:", "https:", StringComparison.Ordinal)))),
        ["an issuer that begins like ours"] = new("SecurityTokenInvalidIssuerException", (peer, claims) => peer.Sign(claims.With("iss", peer.Issuer + ".evil.example"))),

        ["for another client"] = new("SecurityTokenInvalidAudienceException", Claim("aud", "another")),
        ["for a client whose name begins like ours"] = new("SecurityTokenInvalidAudienceException", Claim("aud", StandIn.ClientId + "-test")),
        ["for nobody"] = new("SecurityTokenInvalidAudienceException", Claim("aud", null)),
        ["for several, without who asked"] = new("(azp)", Claim("aud", new JsonArray(StandIn.ClientId, "another"))),
        ["for several, and another asked"] = new("(azp)", (peer, claims) => peer.Sign(claims.With("aud", new JsonArray(StandIn.ClientId, "another")).With("azp", "another"))),
        ["for us, and another asked"] = new("(azp)", Claim("azp", "another")),

        ["ended three minutes ago"] = new("SecurityTokenInvalidLifetimeException", Claim("exp", StandIn.Now.AddMinutes(-3).ToUnixTimeSeconds())),
        ["without an end"] = new("Lifetime", Claim("exp", null)),
        ["good only in three minutes"] = new("SecurityTokenInvalidLifetimeException", Claim("nbf", StandIn.Now.AddMinutes(3).ToUnixTimeSeconds())),
        ["issued at no time"] = new("(iat)", Claim("iat", null)),
        ["issued at a time that is none"] = new(Unreadable, Claim("iat", "yesterday")),
        ["issued in the future"] = new("issued in the future (iat)", Claim("iat", StandIn.Now.AddMinutes(30).ToUnixTimeSeconds())),

        ["no nonce"] = new(Protocol, Claim("nonce", null)),
        ["an empty nonce"] = new(Protocol, Claim("nonce", "")),
        ["another nonce"] = new(Protocol, Claim("nonce", "another")),
        ["the nonce in capitals"] = new(Protocol, (peer, claims) => peer.Sign(claims.With("nonce", ((string)claims["nonce"]!).ToUpperInvariant()))),

        ["no subject"] = new("(sub)", Claim("sub", null)),
        ["an empty subject"] = new("(sub)", Claim("sub", "")),
        ["a blank subject"] = new("(sub)", Claim("sub", "  ")),
        ["a subject of 256 characters"] = new("(sub)", Claim("sub", new string('s', 256))),

        ["two dots"] = new(Unreadable, (_, _) => ".."),
        ["garbage"] = new(Malformed, (_, _) => "<script>alert(1)</script>"),
        ["an empty token"] = new("has no ID token", (_, _) => ""),
        ["no token"] = new("has no ID token", (_, _) => null),
        ["a token of 80 kB"] = new("ArgumentException", Claim("padding", new string('x', 80_000))),
        ["claims that are a list"] = new(Unreadable, (peer, _) => peer.Sign(new JsonArray("sub"))),
        ["four parts"] = new(Malformed, (peer, claims) => peer.Sign(claims) + ".more"),

        ["a header that brings its own key (jwk)"] = new(Signature, (peer, claims) => peer.Sign(claims, new JsonObject { ["jwk"] = StandIn.Jwk(Another, StandIn.Kid) }, Another)),
        ["a header that brings its own key under another name"] = new(NoKey, (peer, claims) => peer.Sign(claims, new JsonObject { ["jwk"] = StandIn.Jwk(Another, "own"), ["kid"] = "own" }, Another)),
        ["a header that says where its key lies (jku)"] = new(NoKey, (peer, claims) => peer.Sign(claims, new JsonObject { ["jku"] = "https://evil.example/keys", ["kid"] = "own" }, Another)),
        ["a header that says where its certificate lies (x5u)"] = new(NoKey, (peer, claims) => peer.Sign(claims, new JsonObject { ["x5u"] = "https://evil.example/cert", ["kid"] = "own" }, Another)),
        ["a header that brings its own certificate (x5c)"] = new(NoKey, (peer, claims) => peer.Sign(claims, new JsonObject { ["x5c"] = new JsonArray(Certificate()), ["kid"] = "own" }, Another)),
        ["a header that must be understood (crit)"] = new("(crit)", (peer, claims) => peer.Sign(claims, new JsonObject { ["crit"] = new JsonArray("x-strict"), ["x-strict"] = true })),
        ["an access token (typ)"] = new("(typ)", (peer, claims) => peer.Sign(claims, new JsonObject { ["typ"] = "at+jwt" })),
        ["a token for signing out (typ)"] = new("(typ)", (peer, claims) => peer.Sign(claims, new JsonObject { ["typ"] = "logout+jwt" })),
        ["an encrypted token"] = new("SecurityToken", (_, _) => $"{StandIn.Encoded(new JsonObject { ["alg"] = "dir", ["enc"] = "A256GCM", ["kid"] = StandIn.Kid })}..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA"),
        ["the hash of another access token"] = new(Protocol, Claim("at_hash", AccessHash("another"))),
        ["an access token's hash that is empty"] = new(Protocol, Claim("at_hash", "")),
    };

    /// <summary>Tokens that are right, each in its own way.</summary>
    public static IReadOnlyDictionary<string, Func<StandIn, JsonObject, string?>> Right { get; } = new Dictionary<string, Func<StandIn, JsonObject, string?>>
    {
        ["as it is"] = (peer, claims) => peer.Sign(claims),
        ["with the hash of its access token"] = Claim("at_hash", AccessHash(StandIn.AccessToken)),
        ["for several, asked for by us"] = (peer, claims) => peer.Sign(claims.With("aud", new JsonArray("another", StandIn.ClientId)).With("azp", StandIn.ClientId)),
        ["ended a minute ago by a clock that is not quite ours"] = Claim("exp", StandIn.Now.AddMinutes(-1).ToUnixTimeSeconds()),
        ["with a subject of 255 characters"] = Claim("sub", new string('s', 255)),
        ["without a type"] = (peer, claims) => peer.Sign(claims, new JsonObject { ["typ"] = null }),
    };

    private static Func<StandIn, JsonObject, string?> Claim(string name, JsonNode? value) => (peer, claims) =>
    {
        claims.With(name, value?.DeepClone());
        if (value is null)
        {
            claims.Remove(name);
        }

        return peer.Sign(claims);
    };

    private static string Hmac(JsonObject claims, byte[] secret)
    {
        var signed = $"{StandIn.Encoded(new JsonObject { ["alg"] = "HS256", ["typ"] = "JWT", ["kid"] = StandIn.Kid })}.{StandIn.Encoded(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Replaced(string token, int part, string by)
    {
        var parts = token.Split('.');
        parts[part] = by;
        return string.Join('.', parts);
    }

    private static string AccessHash(string token) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(token)).AsSpan(0, 16));

    private static string Certificate()
    {
        using var certificate = new CertificateRequest("CN=evil.example", Another, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(StandIn.Now, StandIn.Now.AddYears(20));
        return Convert.ToBase64String(certificate.RawData);
    }
}
