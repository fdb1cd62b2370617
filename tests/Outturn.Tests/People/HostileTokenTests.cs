using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Outturn.Web.Access;

namespace Outturn.Tests.People;

/// <summary>Tokens that a provider, or somebody in its place, should not have sent.</summary>
public sealed class HostileTokenTests(HostileSignOn sign) : IClassFixture<HostileSignOn>
{
    /// <summary>Checks taken out on purpose, each with the token that it is there for.</summary>
    private static readonly Dictionary<string, (string Token, Action<SignOnHandlerOptions> Break)> Faults = new()
    {
        ["the nonce is not looked at"] = ("another nonce", checks => checks.Protocol = new Careless()),
        ["the hash of the access token is not looked at"] = ("the hash of another access token", checks => checks.Protocol = new Careless()),
        ["the signature is not looked at"] = ("another key of the same name", checks => (checks.Token.SignatureValidator, checks.Token.ValidateIssuerSigningKey, checks.Token.RequireSignedTokens) = ((token, _) => new JsonWebToken(token), false, false)),
        ["the issuer is not looked at"] = ("another issuer", checks => checks.Token.ValidateIssuer = false),
        ["the audience is not looked at"] = ("for another client", checks => checks.Token.ValidateAudience = false),
        ["the end is not looked at"] = ("ended three minutes ago", checks => checks.Token.LifetimeValidator = (_, _, _, _) => true),
    };

    public static TheoryData<string> Hostile => [.. HostileTokens.All.Keys];

    public static TheoryData<string> Right => [.. HostileTokens.Right.Keys];

    public static TheoryData<string> Planted => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Hostile))]
    public Task A_token_that_is_not_right_lets_nobody_in(string name) =>
        sign.LetsNobodyInAsync(SignOnRefusal.Untrusted, HostileTokens.All[name].Reason, browser => sign.SignOnAsync(browser, sign.Host, HostileTokens.All[name].Make));

    [Fact]
    public Task A_token_with_the_nonce_of_the_sign_on_before_lets_nobody_in() => sign.LetsNobodyInAsync(SignOnRefusal.Untrusted, "does not answer what was asked", async browser =>
    {
        var before = await HostileSignOn.AskAsync(browser, sign.Host);
        return await sign.SignOnAsync(browser, sign.Host, (peer, claims) => peer.Sign(claims.With("nonce", before.Nonce)));
    });

    [Theory]
    [MemberData(nameof(Right))]
    public async Task A_token_that_is_right_lets_its_person_in(string name)
    {
        using var browser = new SignOnBrowser();
        await HostileSignOn.LetsInAsync(sign.Host, browser, await sign.SignOnAsync(browser, sign.Host, HostileTokens.Right[name]));
    }

    /// <remarks>Were one of the checks missing, its hostile token would be let in, and the tests above would fail.</remarks>
    [Theory]
    [MemberData(nameof(Planted))]
    public async Task A_check_that_is_taken_out_is_noticed(string fault)
    {
        await using var host = await sign.HostAsync();
        Faults[fault].Break(host.Checks);
        using var browser = new SignOnBrowser();
        await HostileSignOn.LetsInAsync(host, browser, await sign.SignOnAsync(browser, host, HostileTokens.All[Faults[fault].Token].Make));
    }

    private sealed class Careless : OpenIdConnectProtocolValidator
    {
        public override void ValidateTokenResponse(OpenIdConnectProtocolValidationContext validationContext)
        {
        }
    }
}
